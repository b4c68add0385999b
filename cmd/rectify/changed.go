package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"rectify/internal/changes"
	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/git"
	"rectify/internal/review"
)

// changedFlags ask for the issues on changed lines only.
type changedFlags struct{ newFrom, diff string }

func (f *changedFlags) register(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.newFrom, "new-from", "", "only issues on lines changed since the branch left this `REV` of git, or in new files")
	fl.StringVar(&f.diff, "diff", "", "only issues on lines that this unified diff changes; `FILE` may be - for standard input")
}

// changedLines says for every path under review what changed there; a file
// without changes isn't in it.
type changedLines map[string]*changes.File

// open finds out what changed in the texts; nil if it doesn't matter.
func (f *changedFlags) open(s streams, texts inputs) (*changedLines, error) {
	flag := "--new-from"
	switch {
	case f.newFrom == "" && f.diff == "":
		return nil, nil
	case f.newFrom == "":
		flag = "--diff"
	}
	if texts.stdin != nil {
		return nil, hinted{fmt.Errorf("%s: a text from standard input has no lines to compare", flag), "name files or folders, for example: rectify check " + flag + " … ."}
	}
	places, err := locate(texts.paths)
	if err != nil {
		return nil, err
	}
	changed := changedLines{}
	if f.newFrom != "" {
		err = changed.since(f.newFrom, places)
	} else {
		err = changed.in(s, f.diff, places)
	}
	return &changed, err
}

// located is a file under review and where it stands.
type located struct {
	path string // as it is under review
	file string // absolute and without links
	// repository holds the file, inner is its path there with slashes; nil for a
	// file in none.
	repository *git.Repository
	inner      string
}

// locate finds the repositories that files belong to.
func locate(paths []string) ([]located, error) {
	type home struct {
		folder     string
		repository *git.Repository
	}
	homes := map[string]home{}
	var places []located
	for _, path := range paths {
		full, err := filepath.Abs(path)
		if info, bad := os.Lstat(path); err == nil && bad == nil && info.Mode()&os.ModeSymlink != 0 {
			full, err = filepath.EvalSymlinks(full)
		}
		if err != nil {
			return nil, fmt.Errorf("can't tell where %s is: %w", path, err)
		}
		outer := filepath.Dir(full)
		h, known := homes[outer]
		if !known {
			if h.folder, err = filepath.EvalSymlinks(outer); err != nil {
				return nil, fmt.Errorf("can't tell where %s is: %w", path, err)
			}
			if found, ok := git.Find(h.folder); ok {
				h.repository = &found
			}
			homes[outer] = h
		}
		place := located{path: path, file: filepath.Join(h.folder, filepath.Base(full)), repository: h.repository}
		if h.repository != nil {
			place.inner = slashed(h.repository.Top, place.file)
		}
		places = append(places, place)
	}
	return places, nil
}

// slashed is a path relative to a folder, with slashes.
func slashed(folder, path string) string {
	inner, err := filepath.Rel(folder, path)
	if err != nil {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(inner)
}

// since asks git what changed after a revision.
func (c changedLines) since(revision string, places []located) error {
	var repositories []git.Repository
	files := map[git.Repository][]located{}
	for _, p := range places {
		if p.repository == nil {
			return hinted{fmt.Errorf("--new-from: %s is in no git repository", p.path), "leave --new-from out, or name the changes with --diff FILE"}
		}
		if files[*p.repository] == nil {
			repositories = append(repositories, *p.repository)
		}
		files[*p.repository] = append(files[*p.repository], p)
	}
	for _, r := range repositories {
		changed, err := changedIn(r, revision, files[r])
		if err != nil {
			return err
		}
		for _, p := range files[r] {
			if file := changed[p.inner]; file != nil && !file.Empty() {
				c[p.path] = file
			}
		}
	}
	return nil
}

// changedIn is what happened in a repository since a revision, to the files that it
// tracks and to those under review.
func changedIn(r git.Repository, revision string, files []located) (changes.Set, error) {
	base, err := r.Base(revision)
	switch {
	case errors.Is(err, git.ErrNoRevision):
		return nil, hinted{fmt.Errorf("--new-from: git knows no revision %q here", revision), "fetch it first; a shallow clone holds the newest commits only"}
	case errors.Is(err, git.ErrNotInstalled):
		return nil, hinted{fmt.Errorf("--new-from: %w", err), "install it, or name the changes with --diff FILE"}
	case err != nil:
		return nil, fmt.Errorf("--new-from: %w", err)
	}
	var changed changes.Set
	names, err := r.Tracked()
	if err == nil {
		err = r.Diff(base, untracked(files, names), func(diff io.Reader) error {
			changed, err = changes.Read(diff)
			return err
		})
	}
	if errors.Is(err, git.ErrMissing) {
		return nil, hinted{fmt.Errorf("--new-from: %w: it is a partial clone", err), "make the diff with git, which may fetch it: git diff " + base + " | rectify check --diff -"}
	}
	if err != nil {
		return nil, fmt.Errorf("--new-from: %w", err)
	}
	return changed, nil
}

// untracked are the paths of the files that git doesn't name, as it would.
func untracked(files []located, names []string) []string {
	tracked := map[string]bool{}
	for _, name := range names {
		tracked[name] = true
	}
	var others []string
	for _, p := range files {
		if !tracked[p.inner] {
			others = append(others, p.inner)
		}
	}
	return others
}

// in reads what changed from a diff, whose paths begin at the top of the
// repository or in the current folder.
func (c changedLines) in(s streams, name string, places []located) error {
	source := s.in
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("--diff: %w", err)
		}
		defer file.Close() // it was only read
		source = file
	} else {
		name = "standard input"
	}
	set, err := changes.Read(source)
	if err != nil {
		return hinted{fmt.Errorf("--diff: %s: %w", name, err), "make it with: git diff REV"}
	}
	here, err := filepath.Abs(".")
	if err == nil {
		here, err = filepath.EvalSymlinks(here)
	}
	if err != nil {
		return fmt.Errorf("--diff: can't tell the current folder: %w", err)
	}
	for _, p := range places {
		for _, path := range []string{p.inner, slashed(here, p.file)} {
			if file := set[path]; file != nil && !file.Empty() {
				c[p.path] = file
				break
			}
		}
	}
	return fits(set, name, here)
}

// fits fails if no file of a diff is there: it is about something else, and
// would make every issue an old one.
func fits(set changes.Set, name, here string) error {
	folders := []string{here}
	if r, ok := git.Find(here); ok {
		folders = append(folders, r.Top)
	}
	for path := range set {
		for _, folder := range folders {
			if _, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(path))); err == nil {
				return nil
			}
		}
	}
	if len(set) == 0 {
		return nil
	}
	return hinted{fmt.Errorf("--diff: none of the files in %s is here", name), "run rectify in the folder where the paths of the diff begin"}
}

// only are those of the paths that hold changes.
func (c changedLines) only(paths []string) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return c[path] == nil })
}

// file is a file with those of its issues that touch a changed line, or lines
// between which some were deleted.
func (c changedLines) file(f review.File) review.File {
	return f.Only(func(i int) bool { return c.touch(f.Document, f.Issues[i]) })
}

// touch reports whether one of the changes touches an issue of a document.
func (c changedLines) touch(d *document.Document, i check.Issue) bool {
	changed := c[d.Path]
	if changed == nil {
		return false
	}
	if d.Origin != nil && d.Origin.Foreign {
		return true // its lines are those of no diff
	}
	start, end := d.Range(i.Span)
	last := end.Line
	if end.Column == 1 && last > start.Line {
		last-- // it ends with the line before
	}
	return changed.Touches(start.Line, last)
}
