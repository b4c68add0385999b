package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"golang.org/x/term"

	"rectify/internal/document"
	"rectify/internal/format"
)

// stdinName is the path under which standard input is reported.
const stdinName = "<stdin>"

// fromStdin reports whether the arguments stand for standard input.
func fromStdin(args []string) bool { return len(args) == 0 || slices.Equal(args, []string{"-"}) }

// inputs are the texts to review, still to be opened.
type inputs struct {
	// paths are the files, sorted; or stdinName alone.
	paths []string
	// stdin is what standard input holds: it can be read only once.
	stdin *format.File
	// options are what the user says of a file; nil for nothing.
	options func(path string) format.Options
	// prepare makes a document ready for the review; nil for nothing to do.
	prepare func(*document.Document) error
}

// open reads a text by its number.
func (in inputs) open(i int) (*format.File, error) {
	file, err := in.read(i)
	if err == nil && in.prepare != nil {
		err = in.prepare(file.Document)
	}
	return file, err
}

func (in inputs) read(i int) (*format.File, error) {
	if in.stdin != nil {
		return in.stdin, nil
	}
	data, err := readFile(in.paths[i])
	if err != nil {
		return nil, err
	}
	var o format.Options
	if in.options != nil {
		o = in.options(in.paths[i])
	}
	return o.Read(in.paths[i], data)
}

// find makes a list of the texts that the arguments name; no argument, or "-",
// is standard input.
func find(s streams, args []string) (inputs, error) {
	if fromStdin(args) {
		if f := terminal(s.in); len(args) == 0 && f != nil && term.IsTerminal(int(f.Fd())) {
			return inputs{}, hinted{fmt.Errorf("nothing to review"), "name a file or a folder, or pipe a text into rectify"}
		}
		data, err := readAll(stdinName, s.in)
		if err != nil {
			return inputs{}, fmt.Errorf("can't read standard input: %w", err)
		}
		file, err := format.Read(stdinName, data)
		if err != nil {
			return inputs{}, err
		}
		return inputs{paths: []string{stdinName}, stdin: file}, nil
	}
	if slices.Contains(args, "-") {
		return inputs{}, hinted{fmt.Errorf("standard input can't be mixed with files"), "review it in a run of its own"}
	}
	if slices.Contains(args, "") {
		return inputs{}, hinted{errors.New("a path is empty"), "is a variable of the shell not set?"}
	}
	paths, err := format.Find(args)
	return inputs{paths: paths}, err
}

// find makes a list of the texts that the arguments name, without those that the
// settings exclude. Of a file that was named one by one, that is said.
func (f *reviewFlags) find(s streams, args []string) (inputs, error) {
	found, err := find(s, args)
	found.options = func(path string) format.Options {
		return format.Options{Columns: f.inForce.choice(path).Columns.Is}
	}
	found.paths = slices.DeleteFunc(found.paths, func(path string) bool {
		by, out := f.inForce.Excluded(f.inForce.absolute(path))
		if out && slices.ContainsFunc(args, func(arg string) bool { return filepath.Clean(arg) == path }) {
			note(s.err, "%s is left out: %s excludes it", path, by)
		}
		return out
	})
	return found, err
}

// all opens all texts, and tells what of them isn't reviewed. The error names every
// file that can't be read: a review of the others alone would look like a review of
// all.
func (in inputs) all(notes io.Writer) ([]*format.File, error) {
	var all []*format.File
	var bad []error
	for i := range in.paths {
		text, err := in.open(i)
		if err != nil {
			bad = append(bad, err)
			continue
		}
		noteOf(notes, text.Document)
		all = append(all, text)
	}
	return all, errors.Join(bad...)
}

func documents(inputs []*format.File) []*document.Document {
	var out []*document.Document
	for _, in := range inputs {
		out = append(out, in.Document)
	}
	return out
}
