// Package scorecard scores a review with the scoring model of MQM 2.0 (linear,
// calibrated), which an evaluation after ISO 5060 can use: errors by type and
// severity become penalty points, points for so many words a quality score.
package scorecard

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/review"
)

// Model holds the parameters of the scoring model that an evaluation chooses.
type Model struct {
	// Pass is the lowest score that passes, the standard's passing threshold.
	Pass float64
	// Scaling is how much of the score a penalty point in a thousand words
	// costs: the standard's scaling factor.
	Scaling float64
}

// Default lets a text pass with ten points, such as two major errors, in a
// thousand words.
var Default = Model{Pass: 90, Scaling: 1}

// Validate says what is wrong with the parameters.
func (m Model) Validate() error {
	switch {
	case !(m.Pass >= 0 && m.Pass <= mqm.MaximumScore):
		return fmt.Errorf("the pass mark is %v: it lies between 0 and %d", m.Pass, mqm.MaximumScore)
	case !(m.Scaling > 0) || math.IsInf(m.Scaling, 0):
		return fmt.Errorf("the scaling factor is %v: it is a number above 0", m.Scaling)
	}
	return nil
}

// Row counts the errors of one type.
type Row struct {
	Category mqm.Category
	mqm.Counts
}

// Card is the scorecard of a text, or of several as one.
type Card struct {
	// Words is the evaluation word count: words of the translation.
	Words int
	// Rows are the error types found, in the order of the standard's
	// dimensions and then by name.
	Rows []Row
	// Model is what the card is scored with.
	Model Model
}

// File is the scorecard of one file.
type File struct {
	Path string
	Card
}

// Report holds the scorecards of a review.
type Report struct {
	Files []File
	// All is the card of all files as one text.
	All Card
}

// Of scores a review.
func Of(r *review.Result, m Model) Report {
	report := Report{All: Card{Model: m}}
	for _, f := range r.Files {
		card := Card{Words: f.Words, Model: m, Rows: rows(f.Issues)}
		report.Files = append(report.Files, File{f.Document.Path, card})
		report.All.Words += card.Words
		report.All.Rows = merge(append(report.All.Rows, card.Rows...))
	}
	return report
}

func rows(issues []check.Issue) []Row {
	var out []Row
	for _, i := range issues {
		row := Row{Category: i.Check.Category}
		row.Counts[i.HowBad()] = 1
		out = append(out, row)
	}
	return merge(out)
}

// merge adds up the rows of each type.
func merge(rows []Row) []Row {
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(rank(a.Category), rank(b.Category)), cmp.Compare(a.Category, b.Category))
	})
	var out []Row
	for _, row := range rows {
		if last := len(out) - 1; last >= 0 && out[last].Category == row.Category {
			out[last].Add(row.Counts)
		} else {
			out = append(out, row)
		}
	}
	return out
}

// rank is where a category's dimension stands; one that the standard doesn't
// know comes last.
func rank(c mqm.Category) int {
	if at := slices.Index(mqm.Dimensions, c.Dimension()); at >= 0 {
		return at
	}
	return len(mqm.Dimensions)
}

// Counts are the errors of all types.
func (c Card) Counts() mqm.Counts {
	var sum mqm.Counts
	for _, row := range c.Rows {
		sum.Add(row.Counts)
	}
	return sum
}

// PerWord is the penalty for each word. A text without words counts as one of
// a single word, so that errors in it fail it.
func (c Card) PerWord() float64 {
	return float64(c.Counts().Penalty()) / float64(max(c.Words, 1))
}

// Normed is the penalty for as many words as [mqm.ReferenceWords].
func (c Card) Normed() float64 {
	return float64(c.Counts().Penalty()*mqm.ReferenceWords) / float64(max(c.Words, 1))
}

// Score is the overall quality score, rounded to hundredths and judged as it
// is shown. It is never below 0: past that, the normed penalty tells texts
// apart.
func (c Card) Score() float64 {
	// The conversion keeps a processor from rounding once where others round
	// twice.
	lost := float64(c.Model.Scaling * c.Normed())
	return max(0, math.Round((mqm.MaximumScore-lost)*100)/100)
}

// Passes reports whether the score reaches the pass mark. A critical error
// fails a text whatever its score.
func (c Card) Passes() bool {
	return c.Score() >= c.Model.Pass && c.Counts()[mqm.Critical] == 0
}

// Passes reports whether every file does: a good one doesn't make up for a bad.
func (r Report) Passes() bool {
	return !slices.ContainsFunc(r.Files, func(f File) bool { return !f.Passes() })
}
