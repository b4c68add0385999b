package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/term"

	"rectify/internal/document"
	"rectify/internal/format"
)

// stdinName is the path under which standard input is reported.
const stdinName = "<stdin>"

// input is a text to review, with the bytes that it was read from.
type input struct {
	*format.File
	data []byte
}

// fromStdin reports whether the arguments stand for standard input.
func fromStdin(args []string) bool { return len(args) == 0 || slices.Equal(args, []string{"-"}) }

// read reads the files that the arguments name; no argument, or "-", is
// standard input. The error names every file that can't be read: a review of
// the others alone would look like a review of all.
func read(s streams, args []string) ([]input, error) {
	if fromStdin(args) {
		if f := terminal(s.in); len(args) == 0 && f != nil && term.IsTerminal(int(f.Fd())) {
			return nil, hinted{fmt.Errorf("nothing to review"), "name a file or a folder, or pipe a text into rectify"}
		}
		data, err := io.ReadAll(s.in)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		file, err := format.Read(stdinName, data)
		if err != nil {
			return nil, err
		}
		return []input{{file, data}}, nil
	}
	if slices.Contains(args, "-") {
		return nil, hinted{fmt.Errorf("standard input can't be mixed with files"), "review it in a run of its own"}
	}
	if slices.Contains(args, "") {
		return nil, hinted{errors.New("a path is empty"), "is a variable of the shell not set?"}
	}
	paths, err := format.Find(args)
	if err != nil {
		return nil, err
	}
	var inputs []input
	var bad []error
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			bad = append(bad, err)
			continue
		}
		file, err := format.Read(path, data)
		if err != nil {
			bad = append(bad, err)
			continue
		}
		inputs = append(inputs, input{file, data})
	}
	return inputs, errors.Join(bad...)
}

func documents(inputs []input) []*document.Document {
	var out []*document.Document
	for _, in := range inputs {
		out = append(out, in.Document)
	}
	return out
}
