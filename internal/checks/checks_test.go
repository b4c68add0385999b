package checks

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rectify/glossary"
	alignment "rectify/internal/align"
	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/format"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// Each check runs alone over testdata/checks/<id>.txtar. Files in .tsv are its
// glossary. A file "bad: name" is a text, then a line for every issue:
//
//	> found => suggested | other suggestion (severity, certainty, safe)
//
// Lines that begin with "< " are its Chinese source.
//
// and a file "good: name" is a text without one. The name's extension, if it
// has one, is the format. "bad for mfa: name" is held against that house's
// English.
func TestChecks(t *testing.T) {
	for _, c := range All {
		t.Run(c.ID, func(t *testing.T) {
			archive, err := txtar.ParseFile(filepath.FromSlash("../../testdata/checks/" + c.ID + ".txtar"))
			if err != nil {
				t.Fatal(err)
			}
			var files []termbase.File
			good, bad := 0, 0
			for _, f := range archive.Files {
				if strings.HasSuffix(f.Name, ".tsv") {
					files = append(files, termbase.File{Name: f.Name, Text: string(f.Data)})
				}
			}
			g, err := termbase.Load(files)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range archive.Files {
				kind, name, _ := strings.Cut(f.Name, ": ")
				kind, house, _ := strings.Cut(kind, " for ")
				switch kind {
				case "good":
					good++
				case "bad":
					bad++
				default:
					continue
				}
				t.Run(name, func(t *testing.T) { runCase(t, c, g, house, kind, name, string(f.Data)) })
			}
			if bad == 0 || good < bad {
				t.Errorf("%d positives and %d negatives: there must be as many negatives as positives", bad, good)
			}
		})
	}
}

func runCase(t *testing.T, c *check.Check, g *termbase.Glossary, house, kind, name, data string) {
	var text, source string
	var want []string
	for line := range strings.Lines(data) {
		if expected, ok := strings.CutPrefix(line, "> "); ok {
			want = append(want, strings.TrimSpace(expected))
		} else if chinese, ok := strings.CutPrefix(line, "< "); ok {
			source += chinese
		} else {
			text += line
		}
	}
	if (kind == "bad") != (len(want) > 0) {
		t.Fatalf("a %s case with %d expected issues", kind, len(want))
	}
	d := readCase(t, g, name, text, source)
	var got []string
	first, again := issues(c, g, house, d), issues(c, g, house, d)
	if len(first) != len(again) {
		t.Fatalf("%d issues, then %d", len(first), len(again))
	}
	for n, i := range first {
		if i.Message != again[n].Message {
			t.Errorf("what it says depends on what was reviewed before: %q, then %q", i.Message, again[n].Message)
		}
		got = append(got, describe(d, i))
		for _, s := range i.Suggestions {
			if _, err := edit.Apply(d.Text, s.Edits); err != nil {
				t.Errorf("a suggestion can't be applied: %v", err)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n> %s\nwant\n> %s", strings.Join(got, "\n> "), strings.Join(want, "\n> "))
	}
}

// readCase reads a text and aligns it with its source, if it has one.
func readCase(t *testing.T, g *termbase.Glossary, name, text, source string) *document.Document {
	t.Helper()
	d := readText(t, name, text)
	if source != "" {
		d.Pairs = alignment.Pairs(d, readText(t, name, source), g)
	}
	return d
}

func readText(t *testing.T, name, text string) *document.Document {
	t.Helper()
	if filepath.Ext(name) == "" {
		name += ".txt"
	}
	file, err := format.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return file.Document
}

func issues(c *check.Check, g *termbase.Glossary, house string, d *document.Document) []check.Issue {
	return review.Review{Glossary: g, Options: review.Options{Checks: []*check.Check{c}, Usage: termbase.Usage{House: house}}, Known: IDs()}.Document(d).Issues
}

func describe(d *document.Document, i check.Issue) string {
	var to []string
	safe := ""
	for _, s := range i.Suggestions {
		text := s.Text
		if text == "" {
			text = s.Message
		}
		to = append(to, text)
		if s.Safe {
			safe = ", safe"
		}
	}
	out := strings.ReplaceAll(d.Slice(i.Span), "\n", "/")
	if len(to) > 0 {
		out += " => " + strings.Join(to, " | ")
	}
	return fmt.Sprintf("%s (%s, %s%s)", out, i.HowBad(), i.HowSure(), safe)
}

// builtin is the glossary that ships.
func builtin(t testing.TB) *termbase.Glossary {
	t.Helper()
	g, err := glossary.Open()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// The manual of every check must show what the check does: its example is
// found, and found no more when it is put right.
func TestDocs(t *testing.T) {
	g := builtin(t)
	for _, c := range All {
		if c.Doc.Title == "" || c.Doc.Text == "" {
			t.Errorf("%s has no manual", c.ID)
		}
		if got := issues(c, g, c.Doc.House, readCase(t, g, c.ID, c.Doc.Before, c.Doc.Source)); len(got) == 0 {
			t.Errorf("%s: its example raises no issue: %s", c.ID, c.Doc.Before)
		}
		if got := issues(c, g, c.Doc.House, readCase(t, g, c.ID, c.Doc.After, c.Doc.Source)); len(got) > 0 {
			t.Errorf("%s: its example put right raises %v", c.ID, got)
		}
	}
}

func TestListIsSorted(t *testing.T) {
	if ids := IDs(); !slices.IsSorted(ids) {
		t.Errorf("the checks are not sorted: %v", ids)
	}
	found, err := filepath.Glob("../../testdata/checks/*/*.txtar")
	if err != nil || len(found) != len(All) {
		t.Errorf("%d checks, %d files of cases (%v)", len(All), len(found), err)
	}
	for _, c := range All {
		name := strings.NewReplacer("/", "_", "-", "_").Replace(c.ID) + ".go"
		if _, err := os.Stat(name); err != nil {
			t.Errorf("%s is not in its file: %v", c.ID, err)
		}
	}
}
