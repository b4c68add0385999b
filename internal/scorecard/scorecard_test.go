package scorecard_test

import (
	"math"
	"slices"
	"testing"

	"rectify/internal/check"
	"rectify/internal/checks"
	"rectify/internal/document"
	"rectify/internal/mqm"
	"rectify/internal/review"
	"rectify/internal/scorecard"
)

// reviewed is a file of so many words with these errors.
func reviewed(path string, words int, errors ...check.Check) review.File {
	f := review.File{Document: &document.Document{Path: path}, Words: words}
	for _, c := range errors {
		f.Issues = append(f.Issues, check.Issue{Check: &c})
	}
	return f
}

func of(severity mqm.Severity, category mqm.Category) check.Check {
	return check.Check{Category: category, Severity: severity}
}

func TestOf(t *testing.T) {
	report := scorecard.Of(&review.Result{Files: []review.File{
		reviewed("a", 800, of(mqm.Minor, mqm.HouseStyle), of(mqm.Major, mqm.WrongTerm), of(mqm.Minor, mqm.WrongTerm), of(mqm.Neutral, mqm.WrongTerm)),
		reviewed("b", 200, of(mqm.Major, mqm.Untranslated), of(mqm.Major, mqm.WrongTerm), of(mqm.Minor, "homemade/kind")),
	}}, scorecard.Default)
	want := []scorecard.Row{
		{Category: mqm.WrongTerm, Counts: mqm.Counts{1, 1, 2, 0}},
		{Category: mqm.Untranslated, Counts: mqm.Counts{0, 0, 1, 0}},
		{Category: mqm.HouseStyle, Counts: mqm.Counts{0, 1, 0, 0}},
		{Category: "homemade/kind", Counts: mqm.Counts{0, 1, 0, 0}},
	}
	if !slices.Equal(report.All.Rows, want) {
		t.Errorf("%v, want %v", report.All.Rows, want)
	}
	a, b, all := report.Files[0], report.Files[1], report.All
	for _, row := range []struct {
		card                   scorecard.Card
		penalty                int
		perWord, normed, score float64
		passes                 bool
	}{
		{a.Card, 7, 0.00875, 8.75, 91.25, true},
		{b.Card, 11, 0.055, 55, 45, false},
		{all, 18, 0.018, 18, 82, false},
	} {
		c := row.card
		if c.Counts().Penalty() != row.penalty || c.PerWord() != row.perWord || c.Normed() != row.normed ||
			c.Score() != row.score || c.Passes() != row.passes {
			t.Errorf("%+v: penalty %d, a word %v, normed %v, score %v, passes %v", row, c.Counts().Penalty(), c.PerWord(), c.Normed(), c.Score(), c.Passes())
		}
	}
	if report.Passes() {
		t.Error("a good file makes up for a bad one")
	}
}

// With a pass mark of 90 a text passes with (100 - 90) / scaling points in a
// thousand words, and not with one more.
func TestMark(t *testing.T) {
	for _, row := range []struct {
		words, minor int
		model        scorecard.Model
		score        float64
		passes       bool
	}{
		{1000, 0, scorecard.Default, 100, true},
		{1000, 10, scorecard.Default, 90, true},
		{1000, 11, scorecard.Default, 89, false},
		{1000, 4, scorecard.Model{Pass: 90, Scaling: 2.5}, 90, true},
		{1000, 5, scorecard.Model{Pass: 90, Scaling: 2.5}, 87.5, false},
		{3, 1, scorecard.Default, 0, false},
		{0, 0, scorecard.Default, 100, true},
		{0, 1, scorecard.Default, 0, false},
		{0, 1, scorecard.Model{Pass: 0, Scaling: 1}, 0, true},
	} {
		errors := slices.Repeat([]check.Check{of(mqm.Minor, mqm.WrongTerm)}, row.minor)
		report := scorecard.Of(&review.Result{Files: []review.File{reviewed("a", row.words, errors...)}}, row.model)
		if report.All.Score() != row.score || report.Passes() != row.passes {
			t.Errorf("%+v: score %v, passes %v", row, report.All.Score(), report.Passes())
		}
	}
}

func TestCriticalErrorFails(t *testing.T) {
	report := scorecard.Of(&review.Result{Files: []review.File{
		reviewed("a", 100_000, of(mqm.Critical, mqm.WrongTerm)),
	}}, scorecard.Default)
	if report.All.Score() != 99.75 || report.Passes() {
		t.Errorf("score %v, passes %v", report.All.Score(), report.Passes())
	}
}

func TestValidate(t *testing.T) {
	for _, row := range []struct {
		model scorecard.Model
		ok    bool
	}{
		{scorecard.Default, true},
		{scorecard.Model{Pass: 0, Scaling: 0.1}, true},
		{scorecard.Model{Pass: 100, Scaling: 1}, true},
		{scorecard.Model{Pass: -1, Scaling: 1}, false},
		{scorecard.Model{Pass: 100.5, Scaling: 1}, false},
		{scorecard.Model{Pass: math.NaN(), Scaling: 1}, false},
		{scorecard.Model{Pass: 90, Scaling: 0}, false},
		{scorecard.Model{Pass: 90, Scaling: math.NaN()}, false},
		{scorecard.Model{Pass: 90, Scaling: math.Inf(1)}, false},
	} {
		if err := row.model.Validate(); (err == nil) != row.ok {
			t.Errorf("%+v: %v", row.model, err)
		}
	}
}

// A card has its rows in the standard's order, which knows every dimension.
func TestChecksKeepToTheDimensions(t *testing.T) {
	for _, c := range checks.All {
		if !slices.Contains(mqm.Dimensions, c.Category.Dimension()) || c.Category.Type() == "" {
			t.Errorf("%s: %q is no error type in a dimension of the standard: %v", c.ID, c.Category, mqm.Dimensions)
		}
	}
}
