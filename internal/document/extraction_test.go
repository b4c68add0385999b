package document

import (
	"fmt"
	"testing"

	"rectify/internal/edit"
)

func TestExtraction(t *testing.T) {
	const file = "<a>The\nState<img/>Council</a><b> </b><c></c>"
	var x Extraction
	if !x.Empty() {
		t.Error("it holds something before it is told of anything")
	}
	x.Add("The\nState", 0, Span{3, 12}, nil)
	x.Break(Glued)
	x.Break(Broken)
	x.Break(Spaced)
	x.Add("Council", 0, Span{18, 25}, nil)
	x.End().Name = "a"
	x.Add(" ", 0, Span{32, 33}, nil)
	if x.End() != nil {
		t.Error("white space is a segment")
	}
	x.Pair(Pair{Source: "国", Name: "c", Missing: true}, 0, 40)
	d := x.Document("a.xml", []Part{{Text: file}}, false)
	if want := "The\nState" + Object + "Council\n \n\n"; d.Text != want {
		t.Errorf("the text is %q, want %q", d.Text, want)
	}
	want := []Segment{{Name: "a", Runs: []Run{{Span{0, 3}, Glued}, {Span{4, 9}, Spaced}, {Span{12, 19}, Broken}}}}
	if fmt.Sprint(d.Segments) != fmt.Sprint(want) {
		t.Errorf("the segments are %v, want %v", d.Segments, want)
	}
	missing := d.Pairs[0].Start
	if d.Name(missing) != "c" || d.Name(2) != "a" || d.Position(missing).Offset != 40 {
		t.Errorf("what is missing is called %q and stands at %d", d.Name(missing), d.Position(missing).Offset)
	}
	if _, err := d.FileEdits([]edit.Edit{{Start: missing, End: missing, New: "x"}}); err == nil {
		t.Error("something is put where nothing stands")
	}
}

// A text that stands twice in its file is changed twice, whatever lines it has.
func TestExtractionCopiesLines(t *testing.T) {
	const file = "<a>one\ntwo</a><b>one\ntwo</b>"
	var d Draft
	d.Add("one\ntwo", 0, Span{3, 10}, nil)
	d.Copy(14)
	got := drafted(file, &d)
	edits, err := got.FileEdits([]edit.Edit{{Start: 0, End: 3, New: "1"}, {Start: 4, End: 7, New: "2"}})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := edit.Apply(file, edits[0].Edits); err != nil || text != "<a>1\n2</a><b>1\n2</b>" {
		t.Errorf("%q, %v", text, err)
	}
}
