package wording

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/termbase"
)

func TestPut(t *testing.T) {
	g := glossary(t)
	for _, c := range []struct{ name, file, text, place, new, edits string }{
		{"other words", "a.txt", "He met the boss here.", "boss", "head of it all", "He met the ⟨boss→head of it all⟩ here."},
		{"some stay", "a.txt", "He met the boss of the port here.", "boss of the port", "head of the port", "He met the ⟨boss→head⟩ of the port here."},
		{"the same", "a.txt", "He met the boss here.", "boss", "boss", "He met the boss here."},
		{"a dash", "a.txt", "He met the boss here.", "boss", "- boss", "He met the ⟨boss→- boss⟩ here."},
		{"spaces at its ends", "a.txt", "He met the boss here.", "boss", "  new\thead ", "He met the ⟨boss→new head⟩ here."},
		{"a mark", "a.txt", "He left ， and met them.", "，", ",", "He left ⟨，→,⟩ and met them."},
		{"nothing there", "a.txt", "He met here.", "", "the head", "⟨→the head⟩He met here."},
		{"a part of a word", "a.txt", "He met the reboss here.", "boss", "head", "He met the re⟨boss→head⟩ here."},
		{"over a line end", "a.txt", "We all met the big\nboss here.", "big\nboss", "new head", "We all met the ⟨big→new⟩\n⟨boss→head⟩ here."},
		{"over markup", "a.md", "We all met the **big** boss here.", "big** boss", "new head", "We all met the **⟨big→new⟩**⟨ boss→ head⟩ here."},
		{"one word of markup", "a.md", "We all met the **big** boss here.", "big** boss", "big head", "We all met the **big** ⟨boss→head⟩ here."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.file, c.text)
			found := g.Find(d, termbase.Usage{})
			defer found.Release()
			start := strings.Index(c.text, c.place)
			s := Put(d, found.Text, document.Span{Start: start, End: start + len(c.place)}, c.new)
			if shown := marked(t, d.Text, s.Edits); shown != c.edits {
				t.Errorf("edits\n%s\nnot\n%s", shown, c.edits)
			}
			if s.Safe {
				t.Error("what somebody types is not safe to apply unread")
			}
		})
	}
}

// In plain text the span reads as it was given, but for line breaks that stayed.
func TestPutMakesTheText(t *testing.T) {
	g := glossary(t)
	rapid.Check(t, func(t *rapid.T) {
		d := document.New("a.txt", drawText(t), nil)
		d.Segments = []document.Segment{{Runs: document.TrimRuns(d.Text, []document.Run{{Span: document.Span{End: len(d.Text)}}})}}
		found := g.Find(d, termbase.Usage{})
		defer found.Release()
		if len(found.Words) == 0 {
			return
		}
		i := rapid.IntRange(0, len(found.Words)-1).Draw(t, "first")
		j := rapid.IntRange(i, min(i+4, len(found.Words)-1)).Draw(t, "last")
		span := document.Span{Start: int(found.Words[i].Start), End: int(found.Words[j].End())}
		new := rapid.StringMatching(`(head|of the port|new|-|,| ){1,6}`).Draw(t, "new")
		got, err := edit.Apply(d.Text, Put(d, found.Text, span, new).Edits)
		if err != nil {
			t.Fatal(err)
		}
		want := d.Text[:span.Start] + document.OneLine(new) + d.Text[span.End:]
		if likeness(got) != likeness(want) {
			t.Errorf("%q with %q for %q became\n%q, not\n%q", d.Text, new, d.Slice(span), got, want)
		}
	})
}
