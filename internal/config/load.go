package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Find looks for a settings file in a folder and in those above it, up to the
// top of the repository or of the file system. It returns the path of the first
// one, relative to the folder, or "".
func Find(folder string) (string, error) {
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	for at := absolute; ; at = filepath.Dir(at) {
		path := filepath.Join(at, Name)
		if there(path) {
			return filepath.Rel(absolute, path)
		}
		if isTop(at) {
			return "", nil
		}
	}
}

// there reports whether a path names anything, be it a link to nothing.
func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// isTop reports whether a folder is the top of a repository or of the file
// system.
func isTop(folder string) bool {
	return there(filepath.Join(folder, ".git")) || filepath.Dir(folder) == folder
}

// repository is the top of the repository that a folder is in, or the folder
// itself if it is in none.
func repository(folder string) string {
	for at := folder; ; at = filepath.Dir(at) {
		if there(filepath.Join(at, ".git")) {
			return at
		}
		if filepath.Dir(at) == at {
			return folder
		}
	}
}

// ErrOutside is the error of settings that name a file outside their repository.
var ErrOutside = errors.New("outside the repository of the settings")

// Loader says how settings files are read.
type Loader struct {
	// Checks are the IDs of all checks.
	Checks []string
	// Named says that the user named the file, which then may lie anywhere; a file
	// that was found has to lie in its repository itself.
	Named bool
	// Trust lets settings read files outside their repository.
	Trust bool
}

// Load reads a settings file and those that it extends, these first. Errors name
// the file and the line; they are an [ErrOutside] where that is the reason.
func (l Loader) Load(path string) (Settings, error) {
	folder, err := realPath(filepath.Dir(path))
	if err != nil {
		return nil, fmt.Errorf("can't read the settings: %s: %w", path, err)
	}
	s := loading{Loader: l, top: repository(folder), reading: map[string]Place{}, done: map[string]bool{}}
	if !l.Named {
		if err := s.confine(path); err != nil {
			return nil, fmt.Errorf("can't read the settings: %s: %w", path, err)
		}
	}
	return s.load(path)
}

// loading is the state of one Load. Files go by their paths without links.
type loading struct {
	Loader
	// top is the folder that nothing may be read outside of.
	top string
	// reading holds the files that are not done, each with the place at which it
	// extends the next; done holds those that are.
	reading map[string]Place
	done    map[string]bool
}

// load reads one file, and before it what it extends.
func (s *loading) load(path string) (Settings, error) {
	real, err := realPath(path)
	if err != nil {
		return nil, fmt.Errorf("can't read the settings: %s: %w", path, err)
	}
	data, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("can't read the settings: %s: %w", path, reason(err))
	}
	folder, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	r := reader{file: path, folder: folder, checks: s.Checks}
	own, err := r.read(data)
	if err != nil {
		return nil, err
	}
	if err := s.resolve(&own[0]); err != nil {
		return nil, err
	}
	var all Settings
	for _, e := range r.extends {
		s.reading[real] = e.At
		base, err := s.extended(e)
		if err != nil {
			return nil, err
		}
		all = append(all, base...)
	}
	delete(s.reading, real)
	s.done[real] = true
	return append(all, own...), nil
}

// resolve makes the paths of a file's own layer such as can be opened.
func (s *loading) resolve(l *Layer) (err error) {
	for i, g := range l.Glossaries {
		if l.Glossaries[i].Is, err = s.beside(g); err != nil {
			return err
		}
	}
	if !l.Baseline.IsSet() {
		return nil
	}
	l.Baseline.Is, err = s.beside(l.Baseline)
	if !errors.Is(err, fs.ErrNotExist) || there(l.Baseline.Is) {
		return err
	}
	// It is still to be written: its folder has to be in the repository.
	real, err := realPath(filepath.Dir(l.Baseline.Is))
	if err == nil {
		err = s.inside(real)
	}
	if err != nil {
		return fmt.Errorf("%s: %s: %w", l.Baseline.At, l.Baseline.Is, err)
	}
	return nil
}

// extended is what a file that another one extends says; nothing if it has been
// read before.
func (s *loading) extended(e Value[string]) (Settings, error) {
	path, err := s.beside(e)
	if err != nil {
		return nil, err
	}
	real, err := realPath(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", e.At, path, err)
	}
	if back, circle := s.reading[real]; circle {
		return nil, fmt.Errorf("%s: extends %s, which leads back here at %s: settings can't extend each other", e.At, path, back)
	}
	if s.done[real] {
		return nil, nil
	}
	return s.load(path)
}

// beside is the path of a file that settings name: relative to where they are,
// and in the repository.
func (s *loading) beside(v Value[string]) (string, error) {
	path := filepath.FromSlash(v.Is)
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(v.At.File), path)
	}
	if err := s.confine(path); err != nil {
		return path, fmt.Errorf("%s: %s: %w", v.At, path, err)
	}
	return path, nil
}

// confine fails on a file that, its links followed, lies outside the repository,
// and on what is no file.
func (s *loading) confine(path string) error {
	real, err := realPath(path)
	if err != nil {
		return err
	}
	if err := s.inside(real); err != nil {
		return err
	}
	info, err := os.Stat(real)
	if err != nil {
		return reason(err)
	}
	if !info.Mode().IsRegular() {
		return errors.New("it is no regular file")
	}
	return nil
}

// inside fails on a path without links that lies outside the repository.
func (s *loading) inside(real string) error {
	if inside, err := filepath.Rel(s.top, real); !s.Trust && (err != nil || !filepath.IsLocal(inside)) {
		return ErrOutside
	}
	return nil
}

// realPath is an absolute path without links.
func realPath(path string) (string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(absolute)
	if err != nil {
		return "", reason(err)
	}
	return real, nil
}

// readFile reads a regular file, up to a little more than settings may hold.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no regular file")
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() // nothing is written through it
	return io.ReadAll(io.LimitReader(file, mostBytes+1))
}

// reason is an error of a file system without the path, which the message has.
func reason(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}
