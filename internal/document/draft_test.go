package document

import (
	"fmt"
	"testing"

	"rectify/internal/edit"
)

// drafted is a document of a file of stretches, each at its own place.
func drafted(file string, drafts ...*Draft) *Document {
	var x Extraction
	for _, d := range drafts {
		x.Append(d)
	}
	return x.Document("a.xml", []Part{{Text: file}}, true)
}

func TestDraft(t *testing.T) {
	const file = "<p> The <b> State </b><br>Council<img>met</p><p> </p>"
	var d, inner, empty Draft
	inner.Add("met", 0, Span{38, 41}, nil)
	d.Inner = []*Draft{&inner}
	d.Space(0, Span{3, 4}, nil)
	d.Add("The", 0, Span{4, 7}, nil)
	d.Space(0, Span{7, 8}, nil)
	d.Space(0, Span{11, 12}, nil)
	d.Add("State", 0, Span{12, 17}, nil)
	d.Space(0, Span{17, 18}, nil)
	d.Break(Spaced)
	d.Add("Council", 0, Span{26, 33}, nil)
	d.Fixed("-")
	d.Break(Glued)
	d.Add("met", 0, Span{38, 41}, nil)
	d.Space(0, Span{38, 38}, nil)
	empty.Space(0, Span{48, 49}, nil)
	got := drafted(file, &empty, &d)
	if want := "The State Council-met\nmet\n"; got.Text != want {
		t.Errorf("the text is %q, want %q", got.Text, want)
	}
	want := []Segment{
		{Runs: []Run{{Span{0, 9}, Glued}, {Span{10, 21}, Spaced}}},
		{Runs: []Run{{Span{22, 25}, Glued}}},
	}
	if fmt.Sprint(got.Segments) != fmt.Sprint(want) {
		t.Errorf("the segments are %v, want %v", got.Segments, want)
	}
	for _, e := range []edit.Edit{{Start: 9, End: 10, New: "-"}, {Start: 16, End: 19}, {Start: 18, End: 26}} {
		if _, err := got.FileEdits([]edit.Edit{e}); err == nil {
			t.Errorf("%v changes what isn't in the file", e)
		}
	}
	edits, err := got.FileEdits([]edit.Edit{{Start: 3, End: 4, New: "-"}})
	if err != nil || fmt.Sprint(edits) != "[{0 [{7 8 -}]}]" {
		t.Errorf("the space that was kept: %v, %v", edits, err)
	}
}

func TestDraftCopies(t *testing.T) {
	const file = "<a>one &amp; two</a><b>one &amp; two</b>"
	var d, inner Draft
	d.Add("one ", 0, Span{3, 7}, escapeXML)
	d.Add("&", 0, Span{7, 12}, escapeXML)
	inner.Add(" two", 0, Span{12, 16}, escapeXML)
	d.Inner = []*Draft{&inner}
	d.Copy(20)
	got := drafted(file, &d)
	edits, err := got.FileEdits([]edit.Edit{{Start: 0, End: 3, New: "1"}, {Start: 4, End: 5, New: "<"}, {Start: 10, End: 10, New: "!"}})
	if err != nil {
		t.Fatal(err)
	}
	const want = "<a>1 &lt; two!</a><b>1 &lt; two!</b>"
	if text, err := edit.Apply(file, edits[0].Edits); err != nil || text != want {
		t.Errorf("%q, %v; want %q", text, err, want)
	}
}
