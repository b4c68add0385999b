package wording

import (
	"testing"

	"rectify/internal/edit"
	"rectify/internal/format"
	"rectify/internal/termbase"
)

// Words left out leave a sentence, or aren't left out.
func TestCut(t *testing.T) {
	g, err := termbase.Load([]termbase.File{{Name: "awkward.tsv", Text: "pattern\tclass\tcertainty\twhy\tbetter\nthe vast number of\tcalque\tadvice\tWhy.\t-\nvast\tcalque\tadvice\tWhy.\t-\n"}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"He met the vast number of drivers.":   "He met drivers.",
		"The vast number of drivers met.":      "Drivers met.",
		"He left. The vast number of men met.": "He left. Men met.",
		"The vast number of 19th-century men":  "19th-century men",
		"the vast number of drivers":           "drivers",
		"“The vast number of us met.”":         "“Us met.”",
		"\"The vast number of us met.\"":       "\"Us met.\"",
		"He met the vast number of":            "",
		"He met the vast number of.":           "",
		"He met the vast number of (old) men.": "",
		"He met the vast number of\nmen.":      "",
		"It is a vast idea.":                   "", // a or an
		"The vast idea.":                       "",
		"They met the vast number of **men**.": "",
		"They met the vast number **of** men.": "",
		"They met the vast number of `x` men.": "",
		"He met the vast number of Élan fans.": "He met Élan fans.",
		"The vast number of élan fans.":        "Élan fans.",
	} {
		file, err := format.Read("a.md", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		d := file.Document
		found := g.Find(d, termbase.Usage{})
		got := ""
		if len(found.Awkward) != 1 {
			t.Fatalf("%q: %d patterns", text, len(found.Awkward))
		}
		if s, ok := Cut(d, found.Text, found.Awkward[0]); ok {
			if got, err = edit.Apply(d.Text, s.Edits); err != nil {
				t.Errorf("%q: %v", text, err)
			}
		}
		if got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}
