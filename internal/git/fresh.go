package git

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// indexWith makes a copy of the index to which git may believe that files belong
// which it doesn't track, by their paths from the top with slashes: so it compares
// them, and sees that one of them is a tracked file under a new name. The copy lies
// in a folder of its own, for the caller to delete.
func (r Repository) indexWith(untracked []string) (folder, index string, err error) {
	at, err := r.output("rev-parse", "--git-path", "index")
	if err != nil {
		return "", "", err
	}
	at = []byte(strings.TrimSuffix(string(at), "\n"))
	empty, err := r.output("hash-object", "-t", "blob", "--stdin")
	if err != nil {
		return "", "", err
	}
	if folder, err = os.MkdirTemp("", "rectify-index-*"); err != nil {
		return "", "", err
	}
	index = filepath.Join(folder, "index")
	if err = copyIndex(inFolder(r.Top, string(at)), index); err == nil {
		var entries strings.Builder
		for _, path := range untracked {
			fmt.Fprintf(&entries, "100644 %s 0\t%s\x00", strings.TrimSpace(string(empty)), path)
		}
		// A split index would leave a part of the copy in the repository.
		git := command(r.Top, "-c", "core.splitIndex=false", "update-index", "-z", "--index-info")
		git.Env = append(git.Env, "GIT_INDEX_FILE="+index)
		git.Stdin = strings.NewReader(entries.String())
		if said, bad := git.CombinedOutput(); bad != nil {
			err = explained(bad, string(said))
		}
	}
	if err != nil {
		_ = os.RemoveAll(folder) // the error above is what has to be told
	}
	return folder, index, err
}

// inFolder is a path that counts from a folder, unless it is absolute.
func inFolder(folder, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(folder, filepath.FromSlash(path))
}

// copyIndex copies an index; a repository may still have none.
func copyIndex(from, to string) error {
	data, err := os.ReadFile(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}
