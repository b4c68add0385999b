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
	"rectify/internal/audit"
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

// Nothing is wrong with the glossary, and it flags nothing in the good texts.
func TestAudit(t *testing.T) {
	a := audit.Audit{Files: glossary.Files}
	for _, f := range a.Run() {
		t.Errorf("%v (%s)", f, f.Check)
	}
}
