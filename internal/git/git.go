// Package git asks git about a repository. Whoever made the repository has no
// say in what runs here: no monitor of its file system, no hook, no filter, no
// program for differences and no conversion to text is called, nothing is fetched
// and nothing is written there.
package git

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// ErrNotInstalled says that there is no git to ask.
var ErrNotInstalled = errors.New("git is not installed")

// Files lists the files in a folder of a repository, tracked or new but not
// ignored, with slashes and relative to the folder. It is false where git can't
// tell: there is no repository or no git.
func Files(folder string) ([]string, bool) {
	out, err := command(folder, "ls-files", "-co", "--exclude-standard", "-z", "--", ".").Output()
	return names(out), err == nil
}

// names splits what git prints with -z.
func names(out []byte) []string {
	var all []string
	for name := range bytes.SplitSeq(out, []byte{0}) {
		if len(name) > 0 {
			all = append(all, string(name))
		}
	}
	return all
}

// Repository is a work tree by its top folder.
type Repository struct{ Top string }

// Find is the repository that holds a folder, the innermost one; false if there
// is none. The folder is an absolute path without links.
func Find(folder string) (Repository, bool) {
	for {
		if _, err := os.Lstat(filepath.Join(folder, ".git")); err == nil {
			return Repository{folder}, true
		}
		above := filepath.Dir(folder)
		if above == folder {
			return Repository{}, false
		}
		folder = above
	}
}

// Tracked lists the files that git tracks, with slashes and relative to the top.
func (r Repository) Tracked() ([]string, error) {
	out, err := r.output("ls-files", "-z")
	return names(out), err
}

// ErrMissing says that a repository holds no copy of what git needs, as a partial
// clone does.
var ErrMissing = errors.New("the repository lacks what is to be compared")

// ErrNoRevision says that a repository has no commit of that name.
var ErrNoRevision = errors.New("no such revision")

// Base is the commit at which the current branch left a revision. Where git
// knows of no such commit, as in a shallow clone, it is the revision itself. The
// error is [ErrNoRevision] if the repository doesn't have it.
func (r Repository) Base(revision string) (string, error) {
	out, err := r.output("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	// About a name that it doesn't know, git is silent as it was told.
	if failed, ok := errors.AsType[*exec.ExitError](err); ok && len(failed.Stderr) == 0 {
		return "", ErrNoRevision
	}
	if err != nil {
		return "", err
	}
	commit := strings.TrimSpace(string(out))
	if out, err = r.output("merge-base", commit, "HEAD"); err == nil {
		commit = strings.TrimSpace(string(out))
	}
	return commit, nil
}

// Diff hands on how the files of the work tree differ from a commit: those that
// git tracks, and some that it doesn't, by their paths from the top with slashes. It
// is a unified diff without context, paths from the top with a/ and b/ before them,
// renamed files under both names. The error is [ErrMissing] if the repository lacks what
// it would have to fetch.
func (r Repository) Diff(commit string, untracked []string, read func(io.Reader) error) error {
	filters, err := r.filters()
	if err != nil {
		return err
	}
	git := command(r.Top, "diff", "-U0", "-M", "--no-ext-diff", "--no-textconv", "--no-color",
		"--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", commit, "--")
	git.Env = append(git.Env, unset(filters)...)
	if len(untracked) > 0 {
		folder, index, err := r.indexWith(untracked)
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder) // what is left in the folder for such files harms nobody
		git.Env = append(git.Env, "GIT_INDEX_FILE="+index)
	}
	var said strings.Builder
	git.Stderr = &said
	out, err := git.StdoutPipe()
	if err != nil {
		return err
	}
	if err := git.Start(); err != nil {
		return missing(err)
	}
	bad := read(out)
	_, _ = io.Copy(io.Discard, out) // git waits until all of it is taken
	if err := git.Wait(); err != nil {
		return explained(err, said.String())
	}
	return bad
}

func (r Repository) output(args ...string) ([]byte, error) {
	out, err := command(r.Top, args...).Output()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		return nil, explained(err, string(failed.Stderr))
	}
	return out, missing(err)
}

func missing(err error) error {
	if errors.Is(err, exec.ErrNotFound) {
		return ErrNotInstalled
	}
	return err
}

// explained adds what git said to the error of its call.
func explained(err error, said string) error {
	said = strings.TrimSpace(said)
	switch {
	case strings.Contains(said, "lazy fetch"), strings.Contains(said, "fatal: transport"):
		return ErrMissing
	case said != "":
		return fmt.Errorf("git failed (%w): %s", err, said)
	}
	return fmt.Errorf("git failed: %w", err)
}
