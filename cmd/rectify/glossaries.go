package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"rectify/glossary"
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
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("can't read the glossary: %w", err)
		}
		files = append(files, termbase.File{Name: name, Text: string(data), Layer: 1 + i})
	}
	g, err := termbase.Load(files)
	if err == nil && g.Len() == 0 {
		return nil, hinted{fmt.Errorf("%s: the glossary has no entries", strings.Join(f.files, ", ")), "a row a term, below a line of column names: id, lang, status, term"}
	}
	return g, err
}
