package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rectify/glossary"
	"rectify/internal/exchange"
	"rectify/internal/termbase"
)

// load reads the built-in glossary, unless it is left out, and the files that
// the user adds.
func (f *glossaryFlags) load() (*termbase.Glossary, error) {
	var files []termbase.File
	switch {
	case !f.noBuiltin && len(f.files) == 0:
		return glossary.Open()
	case !f.noBuiltin:
		files = slices.Clone(glossary.Files)
	case len(f.files) == 0:
		return nil, hinted{fmt.Errorf("--no-builtin leaves no glossary"), "name one with --glossary FILE"}
	}
	for i, name := range f.files {
		file, left, err := readGlossary(name)
		if err != nil {
			return nil, err
		}
		if f.notes != nil {
			noteLosses(f.notes(), left)
		}
		file.Layer = 1 + i
		files = append(files, file)
	}
	g, err := termbase.Load(files)
	if err == nil && g.Len()+len(g.Patterns()) == 0 {
		return nil, hinted{fmt.Errorf("%s: the glossary has no entries", strings.Join(f.files, ", ")), "a row a term, below a line of column names: id, lang, status, term"}
	}
	return g, err
}

// ownFiles are the files of a glossary that hold no terms: no other tool has
// their like.
var ownFiles = []string{"awkward.tsv", "glosses.tsv", "holders.tsv", "ordinary.tsv", "posts.tsv"}

// readGlossary reads one file of any format, and says what of it was not taken.
func readGlossary(name string) (termbase.File, []exchange.Loss, error) {
	in, err := os.Open(name)
	if err != nil {
		return termbase.File{}, nil, fmt.Errorf("can't read the glossary: %w", err)
	}
	defer in.Close() // nothing is written through it
	data, err := io.ReadAll(io.LimitReader(in, exchange.MaxSize+1))
	if err != nil {
		return termbase.File{}, nil, fmt.Errorf("can't read the glossary: %w", err)
	}
	if len(data) <= exchange.MaxSize && (exchange.IsOwn(data) || slices.Contains(ownFiles, filepath.Base(name))) {
		return termbase.File{Name: name, Text: string(data)}, nil, nil
	}
	t, err := exchange.Read(name, bytes.NewReader(data))
	return termbase.File{Name: name, Rows: t.Rows, Sources: t.Sources}, t.Left, err
}

// noteLosses says what a file or a format could not hold.
func noteLosses(w io.Writer, left []exchange.Loss) {
	for _, l := range left {
		note(w, "%s", l)
	}
}
