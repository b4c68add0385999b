package review

import (
	"fmt"
	"strings"
	"testing"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
)

// One span, one issue: the surest, and what the others said is noted.
func TestSettle(t *testing.T) {
	advises := &check.Check{ID: "style/advises"}
	guesses := &check.Check{ID: "term/guesses", Certainty: check.Likely}
	proves := &check.Check{ID: "term/proves", Certainty: check.Proven}
	at := func(c *check.Check, start, end int, suggestion ...string) check.Issue {
		i := check.Issue{Check: c, Span: document.Span{Start: start, End: end}, Message: "says " + c.ID}
		for _, text := range suggestion {
			i.Suggestions = append(i.Suggestions, check.Suggestion{Edits: []edit.Edit{{Start: start, End: end, New: text}}})
		}
		return i
	}
	for _, c := range []struct {
		name   string
		issues []check.Issue
		want   string
	}{
		{
			"one span",
			[]check.Issue{at(advises, 3, 9), at(proves, 3, 9), at(guesses, 3, 9)},
			"term/proves 3-9 (term/guesses, style/advises)",
		},
		{
			"in each other's way",
			[]check.Issue{at(guesses, 0, 6, "a"), at(proves, 4, 9, "b")},
			"term/proves 4-9 (term/guesses)",
		},
		{"the longer of two as sure", []check.Issue{at(guesses, 0, 4), at(guesses, 2, 9)}, "term/guesses 2-9"},
		{
			"side by side",
			[]check.Issue{at(proves, 5, 9, "b"), at(guesses, 0, 5, "a")},
			"term/guesses 0-5; term/proves 5-9",
		},
		{
			"a loser takes nobody with it",
			[]check.Issue{at(proves, 0, 4), at(guesses, 3, 8), at(advises, 7, 9)},
			"term/proves 0-4 (term/guesses); style/advises 7-9",
		},
	} {
		var got []string
		for _, i := range settle(pointers(c.issues)) {
			text := fmt.Sprintf("%s %d-%d", i.Check.ID, i.Start, i.End)
			var also []string
			for _, a := range i.Also {
				also = append(also, a.Check.ID)
			}
			if also != nil {
				text += " (" + strings.Join(also, ", ") + ")"
			}
			got = append(got, text)
		}
		if all := strings.Join(got, "; "); all != c.want {
			t.Errorf("%s: %s, want %s", c.name, all, c.want)
		}
	}
}

func pointers(issues []check.Issue) []*check.Issue {
	var list issueList
	for i := range issues {
		list.Add(&issues[i])
	}
	return list.All()
}
