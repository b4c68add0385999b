package main

import (
	"fmt"
	"os"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"rectify/internal/align"
	"rectify/internal/document"
	"rectify/internal/format"
	"rectify/internal/termbase"
)

// sourceFlag names the Chinese of the one text that is reviewed.
type sourceFlag struct{ source string }

func (f *sourceFlag) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.source, "source", "", "the Chinese of the one text reviewed, a `FILE`: it is held against it")
}

// find lists the texts that the arguments name, each to be held against its source
// where there is one.
func (f *sourceFlag) find(s streams, args []string, g *termbase.Glossary) (inputs, error) {
	texts, err := find(s, args)
	if err != nil || f.source == "" {
		return texts, err
	}
	if err := f.ofOne(len(texts.paths)); err != nil {
		return texts, err
	}
	data, err := os.ReadFile(f.source)
	if err != nil {
		return texts, fmt.Errorf("can't read the source: %w", err)
	}
	source, err := format.Read(f.source, data)
	if err != nil {
		return texts, err
	}
	if !strings.ContainsFunc(source.Document.Text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return texts, hinted{fmt.Errorf("%s: there is no Chinese in it", f.source), "--source names the Chinese text, the argument its English"}
	}
	texts.prepare = func(d *document.Document) error {
		if len(d.Pairs) > 0 {
			return hinted{fmt.Errorf("%s brings its own Chinese", d.Path), "leave --source out"}
		}
		d.Pairs = align.Pairs(d, source.Document, g)
		return nil
	}
	return texts, nil
}

// ofOne fails if there is a source for other than one text.
func (f *sourceFlag) ofOne(texts int) error {
	if f.source == "" || texts == 1 {
		return nil
	}
	return hinted{fmt.Errorf("--source %s is the Chinese of one text, and %s are reviewed", f.source, count(texts, "file")), "name the file that it is the source of"}
}

// read opens all texts that the arguments name, as find lists them.
func (f *sourceFlag) read(s streams, args []string, g *termbase.Glossary) ([]*format.File, error) {
	texts, err := f.find(s, args, g)
	if err != nil {
		return nil, err
	}
	return texts.all()
}
