package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/align"
	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/exchange"
	"rectify/internal/format"
	"rectify/internal/mining"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// mineFlags are what glossary mine takes.
type mineFlags struct {
	glossaryFlags
	least  int
	output string
}

func newGlossaryMine(s streams) *cobra.Command {
	var f mineFlags
	cmd := &cobra.Command{
		Use:   "mine PAIR...",
		Short: "See in translations how terms are rendered, and find new ones",
		Long: `mine reads English texts with the Chinese that they render, and lists as rows of a
glossary how each of its terms is rendered, how often and in which years, where that
departs from the glossary, and which Chinese and English that it doesn't have come
again together. The rows are for a person to judge: nothing is proven by their number.

A pair is an English file, x.txt, with its Chinese beside it, x.zh.txt; a bilingual
file; a file of JSON lines with "zh", "en" and "date"; or a folder of such.`,
		Example: "  rectify glossary mine translations/ > found.tsv\n  rectify glossary mine --least 2 report.txt",
		Args:    atLeastOne("a text with its Chinese"),
		RunE:    func(_ *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.register(cmd)
	cmd.Flags().IntVar(&f.least, "least", 3, "list what is seen at least `N` times")
	cmd.Flags().StringVar(&f.output, "output", "", "write the rows to this `FILE`")
	return cmd
}

func (f *mineFlags) run(s streams, args []string) error {
	if f.least < 1 {
		return hinted{fmt.Errorf("--least %d: what is listed is seen at least once", f.least), "leave it out for 3"}
	}
	g, err := f.load()
	if err != nil {
		return err
	}
	texts, err := pairedTexts(s, args, g)
	if err != nil {
		return err
	}
	rows := mining.Mine(g, texts, f.least)
	if len(rows) == 0 {
		note(s.err, "nothing is seen %d times or more in %s", f.least, english.Count(len(texts), "text"))
	}
	out := outputFlags{output: f.output}
	tsv, _ := exchange.Lookup("tsv") // it is rectify's own
	return out.write(s, tsv, exchange.Table{Rows: rows}, args)
}

// pairedTexts reads the texts that the arguments name, each with its pairs. A file
// without Chinese is an error if it is named, and said where a folder holds it.
func pairedTexts(s streams, args []string, g *termbase.Glossary) ([]mining.Text, error) {
	var texts []mining.Text
	var bad []error
	for _, arg := range args {
		if strings.EqualFold(filepath.Ext(arg), ".jsonl") {
			found, err := readPassages(arg, g)
			texts, bad = append(texts, found...), append(bad, err)
			continue
		}
		paths, err := format.Find([]string{arg})
		if err != nil {
			bad = append(bad, err)
			continue
		}
		for _, path := range paths {
			if isSource(path) && filepath.Clean(arg) != path {
				continue
			}
			d, err := paired(path, g)
			switch {
			case err == nil:
				noteOf(s.err, d)
				texts = append(texts, mining.Text{Document: d, Year: review.Dateline(d).Year()})
			case errors.Is(err, errNoSource) && filepath.Clean(arg) != path:
				note(s.err, "%v", err)
			case errors.Is(err, errNoSource):
				bad = append(bad, hinted{err, "its Chinese is to stand beside it, in " + sourceOf(path)})
			default:
				bad = append(bad, err)
			}
		}
	}
	return texts, errors.Join(bad...)
}

// errNoSource is the error of a text whose Chinese isn't there.
var errNoSource = errors.New("it is left out: there is no Chinese for it")

// sourceOf is where the Chinese of a text is expected: x.zh.txt for x.txt.
func sourceOf(path string) string {
	extension := filepath.Ext(path)
	return strings.TrimSuffix(path, extension) + ".zh" + extension
}

func isSource(path string) bool {
	return strings.HasSuffix(strings.TrimSuffix(path, filepath.Ext(path)), ".zh")
}

// paired reads a text with its pairs.
func paired(path string, g *termbase.Glossary) (*document.Document, error) {
	text, err := readText(path)
	if err != nil || len(text.Document.Pairs) > 0 {
		return text.Document, err
	}
	source, err := readText(sourceOf(path))
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", path, errNoSource)
	}
	if err != nil {
		return nil, err
	}
	text.Document.Pairs = align.Pairs(text.Document, source.Document, g)
	return text.Document, nil
}

func readText(path string) (*format.File, error) {
	data, err := readFile(path)
	if err != nil {
		return &format.File{}, err
	}
	return format.Read(path, data)
}

// readPassages reads a file of JSON lines.
func readPassages(path string, g *termbase.Glossary) ([]mining.Text, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	var texts []mining.Text
	lines := json.NewDecoder(bytes.NewReader(data))
	for n := 1; ; n++ {
		var passage struct{ Zh, En, Date string }
		if err := lines.Decode(&passage); err == io.EOF {
			return texts, nil
		} else if err != nil {
			return nil, fmt.Errorf(`%s: passage %d: no JSON with "zh" and "en": %w`, path, n, err)
		}
		text, err := format.Read(path+".txt", []byte(passage.En))
		if err != nil {
			return nil, err
		}
		source, err := format.Read(path+".txt", []byte(passage.Zh))
		if err != nil {
			return nil, err
		}
		text.Document.Pairs = align.Pairs(text.Document, source.Document, g)
		year, _ := strconv.Atoi(passage.Date[:min(len(passage.Date), len("2006"))]) // 0 for none
		texts = append(texts, mining.Text{Document: text.Document, Year: year})
	}
}
