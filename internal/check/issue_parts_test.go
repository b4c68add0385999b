package check

import (
	"testing"

	"rectify/internal/edit"
	"rectify/internal/mqm"
)

func TestGrade(t *testing.T) {
	c := &Check{Severity: mqm.Minor, Certainty: Likely}
	for _, severity := range []mqm.Severity{mqm.Neutral, mqm.Minor, mqm.Major, mqm.Critical} {
		for _, certainty := range []Certainty{Advice, Likely, Proven} {
			i := Issue{Check: c}
			i.Severity, i.Certainty = Grade(severity, certainty)
			if i.HowBad() != severity || i.HowSure() != certainty {
				t.Errorf("an issue of %v, %v is %v, %v", severity, certainty, i.HowBad(), i.HowSure())
			}
		}
	}
}

// What is appended to one list of suggestions or edits reaches into no other.
func TestSuggest(t *testing.T) {
	e := edit.Edit{Start: 1, End: 2, New: "new"}
	s := Suggest("a new text", e)
	if len(s) != 1 || s[0].Text != "a new text" || len(s[0].Edits) != 1 || s[0].Edits[0] != e || cap(s) != 1 || cap(s[0].Edits) != 1 {
		t.Errorf("%+v", s)
	}
}
