package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"rectify/internal/check"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

func TestFormats(t *testing.T) {
	if !slices.IsSortedFunc(Formats, func(a, b Format) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("Formats aren't sorted by name")
	}
	for _, f := range Formats {
		if f.Title == "" {
			t.Errorf("%s has no title", f.Name)
		}
	}
}

func TestLookup(t *testing.T) {
	if f, err := Lookup("jsonl"); err != nil || f.Name != "jsonl" {
		t.Errorf("jsonl: %v, %v", f.Name, err)
	}
	for name, want := range map[string]string{
		"tabel": `unknown format "tabel", did you mean "table"? (there are checkstyle, `,
		"":      `unknown format "" (there are checkstyle, `,
		"xxxxx": `unknown format "xxxxx" (there are checkstyle, `,
	} {
		if _, err := Lookup(name); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s…", name, err, want)
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteFails(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(brokenPipe{}, newResult(visit("a.txt")), Options{}); err == nil {
			t.Errorf("%s: a failing writer goes unnoticed", f.Name)
		}
	}
}

// A suggestion whose edits contradict each other is a defect of a check: it is
// left out of what is applied, and panics nothing.
func TestContradictoryEdits(t *testing.T) {
	f := newFile("a.txt", "one two three\n", fault{deprecated, "two", nil, "m", []string{"2"}, true})
	f.Issues[0].Suggestions[0].Edits = []edit.Edit{{Start: 4, End: 9, New: "x"}, {Start: 5, End: 7, New: "y"}}
	for _, format := range Formats {
		if err := format.Write(&bytes.Buffer{}, newResult(f), Options{}); err != nil {
			t.Errorf("%s: error %v", format.Name, err)
		}
	}
	if out := render(t, "patch", newResult(f), Options{}); out != "" {
		t.Errorf("the patch applies it:\n%s", out)
	}
}

// The two JSON formats hold the same issues, and say who overrides whom.
func TestJSON(t *testing.T) {
	f := visit("a.txt")
	bad, sure := mqm.Critical, check.Advice
	f.Issues[0].Severity, f.Issues[0].Certainty = &bad, &sure
	r := newResult(f, clean("b.txt"))
	var whole struct {
		Files []struct {
			Path   string
			Issues []map[string]any
		}
		Summary jsonSummary
	}
	if err := json.Unmarshal([]byte(render(t, "json", r, Options{})), &whole); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(render(t, "jsonl", r, Options{})), "\n")
	if len(lines) != len(whole.Files[0].Issues) {
		t.Fatalf("%d lines for %d issues", len(lines), len(whole.Files[0].Issues))
	}
	for i, line := range lines {
		var issue map[string]any
		if err := json.Unmarshal([]byte(line), &issue); err != nil {
			t.Fatal(err)
		}
		if issue["path"] != "a.txt" {
			t.Errorf("line %d: path %v", i, issue["path"])
		}
		delete(issue, "path")
		a, _ := json.Marshal(issue)
		b, _ := json.Marshal(whole.Files[0].Issues[i])
		if !bytes.Equal(a, b) {
			t.Errorf("line %d:\n%s\n%s", i, a, b)
		}
	}
	if got := whole.Files[0].Issues[0]; got["severity"] != "critical" || got["certainty"] != "advice" {
		t.Errorf("the issue's own severity and certainty: %v, %v", got["severity"], got["certainty"])
	}
	s := whole.Summary
	if s.Files != 2 || s.Issues != 18 || s.BySeverity["critical"] != 1 || s.BySeverity["major"] != 12 ||
		s.BySeverity["minor"] != 5 || s.ByCheck["term/deprecated"] != 13 {
		t.Errorf("summary %+v", s)
	}
	if !strings.Contains(render(t, "json", r, Options{}), `"issues": []`) {
		t.Error("a clean file has null issues")
	}
}

func TestSources(t *testing.T) {
	term := &termbase.Term{Lang: "en", Text: "{nth} ~new", Sources: []string{"npc", "gone", "npc"}}
	if got := preferredText(term); got != "nth new" {
		t.Errorf("the term reads %q", got)
	}
	cited := newResult().Source
	if got := sources(cited, term); got != cites["npc"].String() {
		t.Errorf("sources %q", got)
	}
	if got := sources(nil, term) + sources(cited, nil) + preferredText(nil) + chinese(nil); got != "" {
		t.Errorf("nothing to cite gives %q", got)
	}
}

func TestArguments(t *testing.T) {
	for _, c := range []struct {
		paths []string
		want  string
	}{
		{nil, "PATH"},
		{[]string{""}, "''"},
		{[]string{"a.txt", "新闻/稿.md"}, "a.txt 新闻/稿.md"},
		{[]string{"it's b.txt"}, `'it'\''s b.txt'`},
		{[]string{"$(reboot)"}, `'$(reboot)'`},
		{[]string{strings.Repeat("long/", 20)}, "PATH"},
	} {
		if got := Arguments(Options{Paths: c.paths}); got != c.want {
			t.Errorf("%q: %s, want %s", c.paths, got, c.want)
		}
	}
}

// The same result gives the same bytes.
func TestSameBytes(t *testing.T) {
	r := newResult(visit("a.txt"), contrary(), clean("c.txt"), hostile())
	for _, f := range Formats {
		first := render(t, f.Name, r, Options{})
		if again := render(t, f.Name, r, Options{}); again != first {
			t.Errorf("%s differs from run to run", f.Name)
		}
	}
}

// What other checks said of a place is in every report that has room for it.
func TestAlso(t *testing.T) {
	f := contrary()
	f.Issues[1].Also = []check.Remark{{Check: acronym, Message: "it is\nwritten so nowhere"}}
	for _, format := range []string{"table", "diff", "markdown", "html", "junit", "csv"} {
		if out := render(t, format, newResult(f), Options{Width: 200}); !strings.Contains(out, "also acronym/undefined: it is written so nowhere") {
			t.Errorf("%s leaves it out:\n%s", format, out)
		}
	}
}
