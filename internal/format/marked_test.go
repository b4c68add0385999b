package format

import (
	"strings"
	"testing"

	"rectify/internal/edit"
)

func TestAsciiDoc(t *testing.T) {
	d := readSample(t, "asciidoc/pier.adoc").Document
	compareLines(t, "segments", show(d.Text, d.Segments), []string{
		"H: The Boss of the Harbor",
		"P: The Boss of the Harbor met/the delegation on the|and rowed./He sang.",
		"P: The Guild of Boatmen, too.",
		"C: A list of boats",
		"C: One boat of the Harbor",
		"P: See the Boss's page and the end./It goes on.",
		"P: Done:",
		"C: Guild",
		"C: All-River Guild of Boatmen",
		"C: Pier",
		"C: a long one",
		"C: Name",
		"C: Title",
		"C: Ann",
		"C: Boss of the/Harbor",
		"C: Both | row",
		`P: An "example" of x2 and 2 * 3 * 4.`,
		"H: An old title",
		"P: Its text of the Harbor.",
	})
}

func TestRestructuredText(t *testing.T) {
	d := readSample(t, "rst/pier.rst").Document
	compareLines(t, "segments", show(d.Text, d.Segments), []string{
		"H: Boss of the Harbor",
		"P: The Boss of the Harbor met the Guild/and|rowed. See the end and boats here",
		"P: He sang.",
		"H: A section",
		"C: One boat of/the Harbor",
		"C: Two boats",
		"C: more of it",
		"C: Three",
		"C: Ann of the Harbor",
		"C: guild",
		"C: All-River Guild of Boatmen",
		"P: The Boss of the Harbor/rows.",
		"P: The Boss of the Harbor sings.",
		"C: Name", "C: Title", "C: Ann", "C: Boss of/the Harbor",
		"C: Name", "C: Title", "C: Bob", "C: Boss of/the Harbor", "C: Cid", "C: Rower",
		"P: All-River Guild/of Boatmen.",
	})
}

// The line under a title is drawn as wide as the title that it gets.
func TestTitlesGrow(t *testing.T) {
	for _, c := range []struct{ path, before, old, new, after string }{
		{"a.rst", "Boss\n====\n", "Boss", "Chair–man", "Chair–man\n=========\n"},
		{"a.rst", "Boss\n========\n", "Boss", "Chair", "Chair\n========\n"},
		{"a.rst", "====\nBoss\n====\n", "Boss", "Chair", "=====\nChair\n=====\n"},
		{"a.adoc", "The Boss\n--------\n\ntext\n", "The Boss", "Ann", "Ann\n---\n\ntext\n"},
	} {
		f := read(t, c.path, c.before)
		at := strings.Index(f.Document.Text, c.old)
		got, err := f.Apply([]edit.Edit{{Start: at, End: at + len(c.old), New: c.new}})
		if err != nil || string(got) != c.after {
			t.Errorf("%q: %q, %v", c.before, got, err)
		}
	}
}

// A cell of a table that is drawn isn't changed: its bars would be moved.
func TestDrawnCellsStay(t *testing.T) {
	f := readSample(t, "rst/pier.rst")
	at := strings.Index(f.Document.Text, "Ann\n")
	if line := f.Document.Position(at).Line; line != 49 {
		t.Errorf("the cell is on line %d", line)
	}
	if _, err := f.Apply([]edit.Edit{{Start: at, End: at + 3, New: "Anne-Marie"}}); err == nil {
		t.Error("the cell is changed")
	}
}

func TestInlineMarks(t *testing.T) {
	for _, c := range [][3]string{
		{"a.adoc", "a _b_ and _c_ **d**e f_g_h", "C: a b and c de f_g_h"},
		{"a.adoc", "link:x.html[the _page_,window=_blank] of https://a.b/c[it^]", "C: the page of it"},
		{"a.adoc", "a +*b*+ c, `*d*` and {name}", "C: a|c,|and"},
		{"a.adoc", "x footnote:a[One.] footnote:a[]", "C: x; P: One."},
		{"a.adoc", "#done# [.red]#text# \\*star*", "C: done text *star*"},
		{"a.adoc", "a (((x))) ((term)) [[id]]end", "C: a  term end"},
		{"a.rst", "a *b* and **c** `d <e>`__ `f`_", "C: a b and c d f"},
		{"a.rst", ":doc:`the page <x>` :code:`x` |y| :strong:`z`", "C: the page|z"},
		{"a.rst", "a [#x]_, b_ and c\\ *d*", "C: a, b and cd"},
		{"a.rst", "a\n::\n\n  code\n\nb", "C: a; C: b"},
		{"a.rst", "a\n\n.. comment\n\n   more\n\nb", "C: a; C: b"},
	} {
		d := read(t, c[0], c[1]+"\n").Document
		if got := strings.Join(show(d.Text, d.Segments), "; "); got != c[2] {
			t.Errorf("%s: %q; want %q", c[1], got, c[2])
		}
	}
}
