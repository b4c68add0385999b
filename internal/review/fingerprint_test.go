package review

import (
	"slices"
	"strings"
	"testing"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/termbase"
)

var marker = &check.Check{ID: "term/marker"}

// marked is a document with an issue at every place of a text.
func marked(path, text, found string, entry *termbase.Entry) File {
	segment := document.Segment{Runs: []document.Run{{Span: document.Span{End: len(text)}}}}
	f := File{Document: document.New(path, text, []document.Segment{segment})}
	for at := 0; ; {
		i := strings.Index(text[at:], found)
		if i < 0 {
			return f
		}
		span := document.Span{Start: at + i, End: at + i + len(found)}
		f.Issues = append(f.Issues, check.Issue{Check: marker, Span: span, Entry: entry, Message: path})
		at = span.End
	}
}

func TestFingerprints(t *testing.T) {
	guild := &termbase.Entry{ID: "guild"}
	text := "The boat guild met. It sat long."
	base := Fingerprints(marked("a.txt", text, "boat guild", guild))
	if len(base) != 1 || len(base[0]) != 32 {
		t.Fatalf("one issue has %q", base)
	}
	for name, same := range map[string]File{
		"path and message": marked("b/c.txt", text, "boat guild", guild),
		"other sentences":  marked("a.txt", "Rain fell. "+text+" So it ended.", "boat guild", guild),
		"marks and breaks": marked("a.txt", "“The *boat guild*\n> met!” It sat.", "boat guild", guild),
		"a break inside":   marked("a.txt", "The boat\n  guild met.", "boat\n  guild", guild),
	} {
		if got := Fingerprints(same); !slices.Equal(got, base) {
			t.Errorf("%s: %q, want %q", name, got, base)
		}
	}
	for name, other := range map[string]File{
		"the sentence":  marked("a.txt", "The boat guild met twice.", "boat guild", guild),
		"what is found": marked("a.txt", text, "guild", guild),
		"its spelling":  marked("a.txt", "The boat-guild met.", "boat-guild", guild),
		"the entry":     marked("a.txt", text, "boat guild", &termbase.Entry{ID: "union"}),
		"no entry":      marked("a.txt", text, "boat guild", nil),
	} {
		if got := Fingerprints(other); len(got) != 1 || got[0] == base[0] {
			t.Errorf("%s makes no difference: %q", name, got)
		}
	}
}

// Equals are numbered, and a new one behind them leaves them their names.
func TestFingerprintsOfEquals(t *testing.T) {
	sentence := "The guild met the guild. "
	two := Fingerprints(marked("a.txt", sentence, "guild", nil))
	four := Fingerprints(marked("a.txt", sentence+sentence, "guild", nil))
	if len(four) != 4 || !slices.Equal(four[:2], two) {
		t.Errorf("%q behind %q", four, two)
	}
	if distinct := slices.Compact(slices.Sorted(slices.Values(four))); len(distinct) != 4 {
		t.Errorf("names are shared: %q", four)
	}
}

func TestFingerprintsWithoutSegments(t *testing.T) {
	f := marked("a.txt", "label\n", "label", nil)
	f.Document = document.New("a.txt", "label\n", nil)
	if got := Fingerprints(f); len(got) != 1 {
		t.Errorf("%q", got)
	}
	if got := Fingerprints(File{Document: f.Document}); got != nil {
		t.Errorf("no issue has %q", got)
	}
}

// What is left of equals keeps its name, and doesn't take that of one left out.
func TestFingerprintsOfSome(t *testing.T) {
	f := marked("a.txt", "The guild met the guild, and the guild left.", "guild", nil)
	all := Fingerprints(f)
	last := f.Only(func(i int) bool { return i > 0 }).Only(func(i int) bool { return i == 1 })
	if len(last.Issues) != 1 || last.Issues[0].Span != f.Issues[2].Span {
		t.Fatalf("the wrong issue is left: %v", last.Issues)
	}
	if got := Fingerprints(last); !slices.Equal(got, all[2:]) {
		t.Errorf("its fingerprint is %q of %q", got, all)
	}
	if got := Fingerprints(f.Only(func(int) bool { return false })); got != nil {
		t.Errorf("no issues have the fingerprints %q", got)
	}
	if len(f.Issues) != 3 || !slices.Equal(Fingerprints(f), all) {
		t.Error("the file was changed")
	}
}
