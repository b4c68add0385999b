package glossary_test

import (
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rectify/glossary"
	"rectify/internal/format"
	"rectify/internal/termbase"
)

var edited = flag.String("edited", "", "make ordinary.tsv of the edited English in this `FOLDER`")

// What good English has together is counted, not thought up: run
// `go test ./glossary -edited FOLDER`, then with -update, on a folder of edited
// English. What the file holds already stays.
func TestOrdinary(t *testing.T) {
	if *edited == "" {
		t.Skip("no folder of edited English is named: see the flag -edited")
	}
	g, err := termbase.Load(glossary.Files)
	if err != nil {
		t.Fatal(err)
	}
	const name = "ordinary.tsv"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		rows[line] = true
	}
	err = filepath.WalkDir(*edited, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := format.Read(path, data)
		if err != nil {
			return err
		}
		for _, l := range g.Literals(file.Document.Text, g.Find(file.Document, termbase.Usage{})) {
			rows[strings.Join(l.Content, " ")+"\tedited-english"] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(termbase.OrdinaryColumns, "\t") + "\n" + strings.Join(slices.Sorted(maps.Keys(rows)), "\n") + "\n"
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
