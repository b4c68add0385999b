package document

import (
	"fmt"
	"strings"
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

// However wrong the guess of how much is to come, nothing is lost, and every piece
// leads to its place.
func TestExpect(t *testing.T) {
	const line = "The boat left.\n"
	file := strings.Repeat(line, 3000)
	for _, whole := range []int{0, 1, len(file) / 2, len(file), 100 * len(file)} {
		var x Extraction
		x.Expect(whole, 10)
		how := &Writing{Escape: strings.ToUpper}
		for at := 0; at < len(file); at += len(line) {
			x.Put(file[at:at+len(line)-1], Span{at, at + len(line) - 1}, how)
			x.End().Name = "line"
			x.Pair(Pair{Span: Span{at, at + len(line) - 1}, Source: "船"}, 0, 0)
		}
		d := x.Document("a", []Part{{Text: file}}, false)
		if d.Text != file || len(d.Segments) != 3000 || len(d.Pairs) != 3000 || len(d.Origin.Pieces()) != 3000 {
			t.Fatalf("of 3000 lines %d segments, %d pairs and %d pieces are left", len(d.Segments), len(d.Pairs), len(d.Origin.Pieces()))
		}
		for i, p := range d.Origin.Pieces() {
			if p.Span != p.At || p.Start != i*len(line) || p.Writing != how {
				t.Fatalf("piece %d is %v", i, p)
			}
		}
		for p := range d.Origin.In(Span{len(line) + 4, 2*len(line) + 3}) {
			if p.Start != len(line) && p.Start != 2*len(line) {
				t.Errorf("%v isn't in lines 2 and 3", p)
			}
		}
	}
}
