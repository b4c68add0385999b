package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rectify/internal/align"
	"rectify/internal/chinese"
	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/format"
	"rectify/internal/termbase"
)

// sourceFlag names the Chinese of the one text that is reviewed.
type sourceFlag struct{ source string }

func (f *sourceFlag) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.source, "source", "", "the Chinese of the one text reviewed, a `FILE`: it is held against it")
}

// against makes sure that the text is held against its source when it is opened.
func (f *sourceFlag) against(texts *inputs, g *termbase.Glossary) error {
	if f.source == "" {
		return nil
	}
	if err := f.ofOne(len(texts.paths)); err != nil {
		return err
	}
	data, err := readFile(f.source)
	if err != nil {
		return fmt.Errorf("can't read the source: %w", err)
	}
	source, err := format.Read(f.source, data)
	if err != nil {
		return err
	}
	if !chinese.In(source.Document.Text) {
		return hinted{fmt.Errorf("%s: there is no Chinese in it", f.source), "--source names the Chinese text, the argument its English"}
	}
	var held *document.Document // standard input is opened again as it is
	texts.prepare = func(d *document.Document) error {
		if d == held {
			return nil
		}
		if len(d.Pairs) > 0 {
			return hinted{fmt.Errorf("%s brings its own Chinese", d.Path), "leave --source out"}
		}
		d.Pairs = align.Pairs(d, source.Document, g)
		held = d
		return nil
	}
	return nil
}

// ofOne fails if there is a source for other than one text.
func (f *sourceFlag) ofOne(texts int) error {
	if f.source == "" || texts == 1 {
		return nil
	}
	return hinted{fmt.Errorf("--source %s is the Chinese of one text, and %s are reviewed", f.source, english.Count(texts, "file")), "name the file that it is the source of"}
}
