package evaluation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/review"
)

// text is what the tests mark faults in.
const text = "港 The Tide Chamber met. The Tide Chamber of the tides left the Quay and the Quay Hall."

// at is the span of the nth place of some words in the text.
func at(t *testing.T, words string, n int) document.Span {
	t.Helper()
	all := places(text, words)
	if n >= len(all) {
		t.Fatalf("%q stands in the text %d times", words, len(all))
	}
	return all[n]
}

func issue(span document.Span, suggestions ...string) check.Issue {
	i := check.Issue{Check: &check.Check{ID: "term/made-up"}, Span: span}
	for _, s := range suggestions {
		i.Suggestions = append(i.Suggestions, check.Suggestion{Text: s})
	}
	return i
}

func evaluate(gold []Fault, issues ...check.Issue) *Result {
	file := review.File{Document: document.New("a.txt", text, nil), Issues: issues}
	return Evaluate(&review.Result{Files: []review.File{file}}, [][]Fault{gold})
}

func TestFoundAtEveryPlace(t *testing.T) {
	gold := []Fault{{Quote: "Tide Chamber", Class: "term", Must: true, Accept: []string{"tide council", ""}}}
	first, second := at(t, "Tide", 0), at(t, "Tide Chamber of", 0)
	r := evaluate(gold, issue(first, "Chamber"), issue(second, "the Tide Council"))
	if r.Must != (Share{1, 1}) || r.Advice != (Share{1, 1}) || r.InGold != (Share{2, 2}) || len(r.Missed) > 0 {
		t.Errorf("%+v", r)
	}
	r = evaluate(gold, issue(first, "Tide Council"))
	want := []document.Span{at(t, "Tide Chamber", 1)}
	if r.Must != (Share{0, 1}) || r.Advice != (Share{}) || len(r.Missed) != 1 || !cmp.Equal(r.Missed[0].Places, want) {
		t.Errorf("%+v", r)
	}
	if diff := cmp.Diff([]Class{{"term", Share{0, 1}}}, r.Classes); diff != "" {
		t.Error(diff)
	}
}

func TestAdvice(t *testing.T) {
	for _, row := range []struct {
		accept     []string
		suggestion []string
		want       Share
	}{
		{[]string{"tide council"}, []string{"harbor", "THE TIDE COUNCIL"}, Share{1, 1}},
		{[]string{"sea", "tide council"}, []string{"tide chamber"}, Share{0, 1}},
		{[]string{"tide council"}, nil, Share{0, 1}},
		{[]string{""}, []string{"tide chamber"}, Share{}},
		{nil, []string{"tide chamber"}, Share{}},
	} {
		gold := []Fault{{Quote: "tides", Class: "term", Must: true, Accept: row.accept}}
		if r := evaluate(gold, issue(at(t, "tides", 0), row.suggestion...)); r.Advice != row.want {
			t.Errorf("%+v: %v", row, r.Advice)
		}
	}
}

// An issue may be longer than the fault, but not by more than some characters,
// which Chinese has fewer of than bytes.
func TestTooLongToFind(t *testing.T) {
	gold := []Fault{{Quote: "港", Class: "residue", Must: true}}
	for long, found := range map[int]int{1 + slack: 1, 2 + slack: 0} {
		end := len("港") + long - 1
		r := evaluate(gold, issue(document.Span{Start: 0, End: end}))
		if r.Must != (Share{found, 1}) || r.InGold != (Share{1, 1}) {
			t.Errorf("%d characters: %+v", long, r)
		}
	}
}

func TestRelatedPlaceFindsAnInconsistency(t *testing.T) {
	i := issue(at(t, "Quay Hall", 0))
	i.Related = []check.Related{{Span: at(t, "Quay", 0)}}
	for class, found := range map[string]int{inconsistency: 1, "term": 0} {
		if r := evaluate([]Fault{{Quote: "Quay", Class: class, Must: true}}, i); r.Must != (Share{found, 1}) {
			t.Errorf("%s: %+v", class, r)
		}
	}
}

func TestWhatIsNotAskedFor(t *testing.T) {
	r := evaluate([]Fault{
		{Quote: "Tide Chamber", Class: "term", NeedsSource: true, Must: true},
		{Quote: "Lantern", Class: "term", Must: true},
		{Quote: "Quay Hall", Class: "term"},
	}, issue(at(t, "Tide Chamber", 0)), issue(at(t, "met", 0)))
	if r.Must != (Share{}) || r.May != (Share{0, 1}) || r.InGold != (Share{1, 2}) || r.Unasked != 1 {
		t.Errorf("%+v", r)
	}
	if len(r.Absent) != 1 || r.Absent[0].Quote != "Lantern" || len(r.Missed) != 1 || r.Missed[0].Quote != "Quay Hall" {
		t.Errorf("absent %+v, missed %+v", r.Absent, r.Missed)
	}
	if len(r.Outside) != 1 || r.Outside[0].Span != at(t, "met", 0) {
		t.Errorf("outside %+v", r.Outside)
	}
}

func TestPlacesOverlap(t *testing.T) {
	want := []document.Span{{Start: 0, End: 6}, {Start: 3, End: 9}}
	if got := places("港港港", "港港"); !cmp.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestReadGold(t *testing.T) {
	faults, err := ReadGold([]byte("\ufeff" + `{"quote":"a","class":"term","zh":"港","accept":["b"],"must":true,"note":"c"}` + "\r\n\n" + `{"quote":"d","class":"x","needs_source":true}`))
	want := []Fault{
		{Quote: "a", Class: "term", Chinese: "港", Accept: []string{"b"}, Must: true},
		{Quote: "d", Class: "x", NeedsSource: true},
	}
	if diff := cmp.Diff(want, faults); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	for line, message := range map[string]string{
		`{"quote":"a"}`:                           `line 2: "class" is missing or empty`,
		`{"quote":"","class":"x"}`:                `line 2: "quote" is missing or empty`,
		`{"quote":"a","class":"x","must":"yes"}`:  `line 2: "must" can't be a string`,
		`{"quote":"a","class":"x","accept":"b"}`:  `line 2: "accept" can't be a string`,
		`["a"]`:                                   `line 2: no JSON object`,
		`{"quote":"a","class":"x"} and so on`:     `line 2: no JSON object`,
		`{"quote":"a","class":"x","accept":["b"]`: `line 2: no JSON object`,
	} {
		if _, err := ReadGold([]byte("\n" + line)); err == nil || !strings.HasPrefix(err.Error(), message) {
			t.Errorf("%s: %v, want %s", line, err, message)
		}
	}
}
