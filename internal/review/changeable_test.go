package review

import (
	"testing"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
)

// A suggestion that the file can't take is none, whatever else it holds.
func TestChangeable(t *testing.T) {
	var x document.Extraction
	x.Add("one", 0, document.Span{End: 3}, nil)
	x.Break(document.Spaced)
	x.Add("two", 0, document.Span{Start: 7, End: 10}, nil)
	d := x.Document("a.html", []document.Part{{Text: "one<br>two"}}, false)
	inside := check.Suggestion{Edits: []edit.Edit{{Start: 0, End: 3, New: "1"}, {Start: 4, End: 7, New: "2"}}}
	across := check.Suggestion{Edits: []edit.Edit{{Start: 0, End: 1, New: "O"}, {Start: 2, End: 5, New: "-"}}}
	got := changeable(d, []check.Suggestion{across, inside})
	if len(got) != 1 || len(got[0].Edits) != 2 || got[0].Edits[0].New != "1" {
		t.Errorf("left are %v", got)
	}
	own := document.New("a.txt", "one two", nil)
	if got := changeable(own, []check.Suggestion{across}); len(got) != 1 {
		t.Errorf("of a text that is the file's own, left are %v", got)
	}
}
