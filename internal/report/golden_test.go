package report

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

var update = flag.Bool("update", false, "write the golden files anew")

// readable shows what editors and git would hide or change in a golden file.
var readable = strings.NewReplacer("\x1b", "␛", byteOrderMark, "␂", "\r", "␍", "\t\n", "␉\n")

// hostile is a text that tries to drive the terminal, under such a path.
func hostile() review.File {
	return newFile("evil\x1b[2J\nname.txt",
		"One \x1b]0;owned\x07 two \xff three\u202e four\r\nfive \u009b31m six.\n",
		fault{deprecated, "\x1b]0;owned\x07 two \xff three\u202e four\r\nfive", entry("bad", "坏\x1b[1m", "good\x1b[2m", "bad"), "a\x1b[31m\nmessage", []string{"x\x1b[m\ny"}, true},
		fault{variant, "\u009b31m six", nil, "another\r\nmessage", nil, true},
	)
}

// contrary is a text whose suggestions overlap, and one of which changes a
// sentence far from its issue.
func contrary() review.File {
	f := newFile("contrary.txt", "The new concept works.\n\nIt is the NC.\n\nThe end comes.\n",
		fault{variant, "new concept", nil, "the weaker one", []string{"newer concept"}, true},
		fault{deprecated, "concept works", decisions, "the stronger one", []string{"idea worked"}, true},
		fault{acronym, "NC", nil, "written out nowhere", nil, false},
		fault{acronym, "end", nil, "said without an edit", nil, false},
	)
	d := f.Document
	nc := &f.Issues[2]
	nc.Suggestions = []check.Suggestion{{
		Text: "NC", Edits: []edit.Edit{{Start: len(d.Text) - 2, End: len(d.Text) - 2, New: " at last"}},
	}}
	nc.Related = []check.Related{{Span: document.Span{Start: 4, End: 15}}}
	f.Issues[3].Suggestions = []check.Suggestion{{Text: "ending"}}
	return f
}

// blank is a text with suggestions that are only space, or nothing, and a
// fault that is only space.
func blank() review.File {
	f := newFile("blank.txt", "Much  space.\n",
		fault{acronym, "  ", decisions, "two spaces", []string{" ", "", " \t ", "_"}, true})
	f.Issues = append(f.Issues, check.Issue{Check: variant, Span: document.Span{Start: 11, End: 11}, Entry: &termbase.Entry{ID: "no-terms"}, Message: "at a place without text"})
	return f
}

// rendered is a text with its Chinese: that of a sentence with an issue, of one
// without, and of one that is missing.
func rendered() review.File {
	f := newFile("rendered.txt", "The NC met.  It rained.\n", fault{acronym, "NC", nil, "written out nowhere", nil, false})
	f.Document.Pairs = []document.Pair{
		{Span: document.Span{Start: 0, End: 11}, Source: "<大会>\n开幕。"},
		{Span: document.Span{Start: 12, End: 12}, Source: "失了。"},
		{Span: document.Span{Start: 13, End: 23}, Source: "下雨了。"},
	}
	return f
}

// twice is a text with two issues of one check that begin at one place.
func twice() review.File {
	return newFile("twice.txt", "The NC met.\n",
		fault{acronym, "NC", nil, "written out nowhere", nil, false},
		fault{acronym, "NC met", nil, "not so", nil, false},
	)
}

func TestGolden(t *testing.T) {
	all := newResult(visit("news/visit.txt"), clean("clean.txt"), small("./b.txt"))
	one := newResult(visit("visit.txt"))
	tool := Options{Checks: []*check.Check{acronym, deprecated, variant}, Version: "v1.2.3"}
	paths := []string{"news", "it's b.txt"}
	for _, c := range []struct {
		format, name string
		result       *review.Result
		options      Options
	}{
		{"table", "three files, 80 columns", all, Options{Width: 80, Paths: paths}},
		{"table", "one file, 140 columns", one, Options{Width: 140, Paths: []string{"visit.txt"}}},
		{"table", "one file in color, 80 columns", one, Options{Width: 80, Color: true}},
		{"table", "no terminal", newResult(contrary()), Options{}},
		{"table", "hostile text in color", newResult(hostile(), hostile()), Options{Color: true}},
		{"table", "clean", newResult(clean("a"), clean("b")), Options{}},
		{"table", "no files", newResult(), Options{}},
		{"table", "blank cells", newResult(blank()), Options{}},
		{"diff", "blank cells", newResult(blank()), Options{}},
		{"diff", "three files, no terminal", all, Options{Paths: paths}},
		{"diff", "one file in color, 80 columns", one, Options{Width: 80, Color: true}},
		{"diff", "overlap and an edit elsewhere", newResult(contrary()), Options{}},
		{"diff", "hostile text in color", newResult(hostile()), Options{Color: true}},
		{"diff", "clean", newResult(clean("a")), Options{}},
		{"patch", "three files", all, Options{Color: true, Width: 80}},
		{"patch", "overlap and advice", newResult(contrary()), Options{}},
		{"patch", "clean", newResult(clean("a")), Options{}},
		{"line", "three files", all, Options{Color: true, Width: 80}},
		{"line", "hostile text", newResult(hostile()), Options{}},
		{"json", "two files", newResult(contrary(), clean("clean.txt")), Options{Color: true, Width: 80}},
		{"json", "hostile text", newResult(hostile()), Options{}},
		{"json", "no files", newResult(), Options{}},
		{"sarif", "two files", newResult(contrary(), clean("clean.txt")), tool},
		{"sarif", "hostile text", newResult(hostile()), Options{}},
		{"sarif", "no files", newResult(), tool},
		{"rdjson", "three files", newResult(small("./b.txt"), clean("clean.txt"), contrary()), Options{}},
		{"rdjson", "hostile text", newResult(hostile()), Options{}},
		{"rdjson", "clean", newResult(clean("a")), Options{}},
		{"github", "three files", newResult(small("./b.txt"), clean("clean.txt"), contrary()), Options{Color: true, Width: 80}},
		{"github", "hostile text", newResult(hostile()), Options{}},
		{"gitlab", "three files", newResult(small("./b.txt"), clean("clean.txt"), contrary()), Options{}},
		{"gitlab", "hostile text", newResult(hostile()), Options{}},
		{"gitlab", "clean", newResult(clean("a")), Options{}},
		{"html", "with its Chinese", newResult(rendered()), Options{}},
		{"junit", "three files", newResult(small("./b.txt"), clean("clean.txt"), contrary()), Options{}},
		{"junit", "major fails", all, Options{FailOn: mqm.Major}},
		{"junit", "issues at one place", newResult(twice()), Options{}},
		{"junit", "hostile text", newResult(hostile()), Options{}},
		{"junit", "no files", newResult(), Options{}},
		{"checkstyle", "three files", newResult(small("./b.txt"), clean("clean.txt"), contrary()), Options{}},
		{"checkstyle", "hostile text", newResult(hostile()), Options{}},
		{"checkstyle", "no files", newResult(), Options{}},
		{"markdown", "three files", all, Options{}},
		{"markdown", "overlap and an edit elsewhere", newResult(contrary()), Options{}},
		{"markdown", "hostile text", newResult(hostile()), Options{}},
		{"markdown", "clean", newResult(clean("a")), Options{}},
		{"csv", "three files", newResult(small("./b.txt"), clean("clean.txt"), contrary()), Options{}},
		{"csv", "hostile text", newResult(hostile()), Options{}},
		{"csv", "clean", newResult(clean("a")), Options{}},
		{"html", "three files", all, Options{}},
		{"html", "hostile text", newResult(hostile()), Options{}},
		{"html", "clean", newResult(clean("a")), Options{}},
		{"jsonl", "three files", newResult(small("b.txt"), clean("clean.txt"), contrary()), Options{}},
		{"jsonl", "hostile text", newResult(hostile()), Options{}},
	} {
		t.Run(c.format+"/"+c.name, func(t *testing.T) {
			compareGolden(t, c.format, c.name, readable.Replace(render(t, c.format, c.result, c.options)))
		})
	}
}

// compareGolden compares with the section of testdata/FORMAT.txtar, or writes
// it with -update.
func compareGolden(t *testing.T, format, section, got string) {
	t.Helper()
	path := filepath.Join("testdata", format+".txtar")
	archive := &txtar.Archive{}
	if data, err := os.ReadFile(path); err == nil {
		archive = txtar.Parse(data)
	} else if !*update {
		t.Fatal(err)
	}
	at := -1
	for i, f := range archive.Files {
		if f.Name == section {
			at = i
		}
	}
	if *update {
		if at < 0 {
			archive.Files = append(archive.Files, txtar.File{Name: section})
			at = len(archive.Files) - 1
		}
		archive.Files[at].Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if at < 0 {
		t.Fatalf("%s has no section %q: run go test ./internal/report -update", path, section)
	}
	if diff := cmp.Diff(string(archive.Files[at].Data), got); diff != "" {
		t.Errorf("(-want +got; -update to accept)\n%s", diff)
	}
}
