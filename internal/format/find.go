package format

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rectify/internal/git"
)

// Find makes a list of files of the arguments of a command, sorted and without
// duplicates. A file stays, whatever its extension. A folder stands for the
// files in and below it whose format is known and holds nothing but texts,
// without those that git ignores and, outside a repository, without names that
// start with a dot; links in it are not followed. It fails on an argument that doesn't exist and on a folder
// without such a file.
func Find(paths []string) ([]string, error) {
	var found []string
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("no such file: %s", path)
		case err != nil:
			return nil, fmt.Errorf("can't read %s: %w", path, reason(err))
		case !info.IsDir():
			found = append(found, filepath.Clean(path))
			continue
		}
		files, err := inFolder(path)
		if err != nil {
			return nil, err
		}
		found = append(found, files...)
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

// inFolder lists the files of known formats in a folder.
func inFolder(folder string) ([]string, error) {
	names, tracked := git.Files(folder)
	if !tracked {
		var err error
		if names, err = walkedFiles(folder); err != nil {
			return nil, fmt.Errorf("can't read the folder %s: %w", folder, err)
		}
	}
	var files []string
	for _, name := range names {
		path := filepath.Join(folder, filepath.FromSlash(name))
		// Office keeps a file of a name with ~$ beside a document that is open.
		if n := formatOf(path); n < 0 || formats[n].named || strings.HasPrefix(filepath.Base(path), "~$") {
			continue
		}
		// A file that git tracks may be deleted; a link would be read twice.
		if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() {
			files = append(files, path)
		}
	}
	if len(files) == 0 {
		hint := ""
		if tracked {
			hint = "; files that git ignores are left out unless named one by one"
		}
		return nil, fmt.Errorf("no files that rectify reads (%s) in %s%s", strings.Join(Extensions(), " "), folder, hint)
	}
	return files, nil
}

// walkedFiles lists the files below a folder, with slashes and relative to it,
// without names that start with a dot.
func walkedFiles(folder string) ([]string, error) {
	var names []string
	// From inside the folder, because a walk doesn't enter one that is a link.
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(entry.Name(), ".")
		switch {
		case hidden && entry.IsDir():
			return fs.SkipDir
		case err != nil:
			return err
		case !hidden && !entry.IsDir():
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// reason is an error of a file system without the path, which the message has.
func reason(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}
