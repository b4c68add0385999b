package review

import (
	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// Options are what may differ from document to document.
type Options struct {
	Checks []*check.Check
	Usage  termbase.Usage
	// Certainty is the least that is shown.
	Certainty check.Certainty
	// Severities are those of all issues of a check, whatever it says itself.
	Severities map[*check.Check]mqm.Severity
	// Ignored are never an issue.
	Ignored []Phrase
}
