package glossary_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rectify/glossary"
	"rectify/internal/document"
	"rectify/internal/termbase"
)

var update = flag.Bool("update", false, "rewrite the glossary's files in their canonical form")

// Every file of the folder is embedded.
func TestFiles(t *testing.T) {
	found, err := filepath.Glob("*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var embedded []string
	for _, f := range glossary.Files {
		embedded = append(embedded, filepath.Base(f.Name))
	}
	if !slices.Equal(found, embedded) {
		t.Errorf("the folder holds %v, the program %v", found, embedded)
	}
}

func load(t *testing.T) *termbase.Glossary {
	t.Helper()
	g, err := glossary.Open()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// The files have one form, so that a diff shows what changed and nothing
// else: all columns, NFC, sorted by entry, language, status and term. Run
// `go test ./glossary -update` to bring them into it.
func TestCanonical(t *testing.T) {
	for _, f := range glossary.Files {
		name := filepath.Base(f.Name)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want := canonical(t, name, string(data))
		if bytes.Equal(data, want) {
			continue
		}
		if !*update {
			t.Errorf("%s is not in its canonical form: run go test ./glossary -update", name)
			continue
		}
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// The image is that of the files. Run `go test ./glossary -update` after a
// change of the files, or of how a glossary is compiled.
func TestCompiled(t *testing.T) {
	files := slices.Clone(glossary.Files)
	for i, f := range files {
		data, err := os.ReadFile(filepath.Base(f.Name))
		if err != nil {
			t.Fatal(err)
		}
		files[i].Text = string(data)
	}
	want, err := termbase.Compile(files)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := termbase.Compile(files); !bytes.Equal(want, again) {
		t.Error("two images of one glossary differ")
	}
	const name = "compiled.bin"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(data, want) {
		return
	}
	if !*update {
		t.Errorf("%s is not what the files make: run go test ./glossary -update", name)
		return
	}
	if err := os.WriteFile(name, want, 0o644); err != nil {
		t.Fatal(err)
	}
}

func canonical(t *testing.T, name, text string) []byte {
	t.Helper()
	want := termbase.ColumnsOf(name)
	lines := strings.Split(strings.TrimRight(norm.NFC.String(strings.ReplaceAll(text, "\r", "")), "\n"), "\n")
	header := strings.Split(lines[0], "\t")
	var rows [][]string
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		row := make([]string, len(want))
		for i, c := range cells {
			at := slices.Index(want, header[i])
			if at < 0 {
				t.Fatalf("%s: unknown column %q", name, header[i])
			}
			row[at] = strings.TrimSpace(c)
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b []string) int { return slices.Compare(sortKey(name, a), sortKey(name, b)) })
	rows = slices.CompactFunc(rows, slices.Equal)
	var out bytes.Buffer
	for _, row := range append([][]string{want}, rows...) {
		out.WriteString(strings.Join(row, "\t") + "\n")
	}
	return out.Bytes()
}

// sortKey orders the rows of a file; in a term file Chinese goes before
// English, and a status before the next.
func sortKey(name string, row []string) []string {
	if termbase.ColumnsOf(name)[1] != "lang" {
		return row
	}
	lang := "1"
	if row[1] == "zh" {
		lang = "0"
	}
	status := string(rune('0' + slices.Index(termbase.Statuses, row[2])))
	return append([]string{row[0], lang, status, strings.ToLower(row[3])}, row...)
}

// Every row says where it was seen, and every source is cited by a row.
func TestSources(t *testing.T) {
	g := load(t)
	cited := map[string]bool{}
	cite := func(place string, keys []string) {
		if len(keys) == 0 {
			t.Errorf("%s: no source", place)
		}
		for _, k := range keys {
			cited[k] = true
			if _, ok := g.Sources()[k]; !ok {
				t.Errorf("%s: unknown source %q", place, k)
			}
		}
	}
	for _, e := range g.Entries() {
		for _, term := range e.Terms {
			cite(term.Place(), term.Sources)
		}
	}
	for _, h := range g.Holders() {
		cite("holders.tsv: "+h.Person, h.Sources)
		if g.Entry(h.Office) == nil {
			t.Errorf("holders.tsv: %s: unknown office %q", h.Person, h.Office)
		}
	}
	for key := range g.Sources() {
		if !cited[key] {
			t.Errorf("sources.tsv: %s is cited by no row", key)
		}
	}
}

// Every entry can be reached from the Chinese, and suggests something.
func TestEntries(t *testing.T) {
	for _, e := range load(t).Entries() {
		if e.Chinese() == "" {
			t.Errorf("%s (%s) has no preferred Chinese", e.ID, e.Terms[0].Place())
		}
		if e.Preferred("", termbase.Date{}) == nil {
			t.Errorf("%s (%s) has no preferred English for today", e.ID, e.Terms[0].Place())
		}
	}
}

// Every rendering to flag is found where it stands alone: no phrase in which
// another one is right, and no right term, hides it.
func TestDeprecatedAreFound(t *testing.T) {
	g := load(t)
	filled := strings.NewReplacer("{nth}", "18th", "{place}", "Hunan", "~", "")
	for _, e := range g.Entries() {
		for _, term := range e.Terms {
			if term.Lang != "en" || term.Status != termbase.Deprecated || len(term.Scope) > 0 {
				continue
			}
			text := filled.Replace(term.Text)
			d := document.New("a.txt", text, []document.Segment{{Runs: []document.Run{{Span: document.Span{End: len(text)}}}}})
			day := term.Since
			found := g.Find(d, termbase.Usage{Day: day})
			if !slices.ContainsFunc(found.Matches, func(m termbase.Match) bool { return m.Term.Wrong("", day) }) {
				t.Errorf("%s: %q is not found", term.Place(), text)
			}
		}
	}
}
