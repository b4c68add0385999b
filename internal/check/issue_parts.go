package check

import (
	"rectify/internal/edit"
	"rectify/internal/mqm"
)

// Grade is a severity and a certainty as an [Issue] holds them, where they aren't those
// of its check. Whoever reads them changes nothing there.
func Grade(severity mqm.Severity, certainty Certainty) (*mqm.Severity, *Certainty) {
	return &severities[severity], &certainties[certainty]
}

// severities and certainties are all there are: a text has many issues, and their grades
// need no memory of their own.
var (
	severities  = [...]mqm.Severity{mqm.Neutral, mqm.Minor, mqm.Major, mqm.Critical}
	certainties = [...]Certainty{Advice, Likely, Proven}
)

// Suggest is the one suggestion of an issue, to make an edit; text is what the place of
// the issue reads like then.
func Suggest(text string, e edit.Edit) []Suggestion {
	var one struct {
		suggestion [1]Suggestion
		edit       [1]edit.Edit
	}
	one.edit[0] = e
	one.suggestion[0] = Suggestion{Text: text, Edits: one.edit[:]}
	return one.suggestion[:]
}
