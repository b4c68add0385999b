package report

import (
	"fmt"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/review"
)

// finding is an issue with its sentence.
type finding struct {
	check.Issue
	document    *document.Document
	at          document.Position
	marks       []mark
	fingerprint string
	source      string
}

// findings hands on the issues of a file, in their order. It fails as hunks does, or
// as each does.
func findings(f review.File, cited citation, each func(finding) error) error {
	all, err := hunks(f.Document, f.Issues)
	if err != nil {
		return fmt.Errorf("%s: %w", visiblePath(f.Document.Path), err)
	}
	names := review.Fingerprints(f)
	n := 0
	for _, h := range all {
		marks := h.marks(f.Document)
		for _, issue := range h.issues {
			at, _ := f.Document.Range(issue.Span)
			if err := each(finding{issue, f.Document, at, marks, names[n], sources(cited, issue.Term)}); err != nil {
				return err
			}
			n++
		}
	}
	return nil
}

// columnsOfFindings are the columns of a table of issues: their names, how many
// characters wide, and what is in them, an int or a visible text; the sentence is
// marks.
var columnsOfFindings = []struct {
	name  string
	width int
	cell  func(finding) any
}{
	{"path", 28, func(f finding) any { return visiblePath(f.document.Path) }},
	{"line", 6, func(f finding) any { return f.at.Line }},
	{"column", 8, func(f finding) any { return f.at.Column }},
	{"part", 16, func(f finding) any { return visible(f.document.Name(f.Start)) }},
	{"severity", 9, func(f finding) any { return f.HowBad().String() }},
	{"certainty", 10, func(f finding) any { return f.HowSure().String() }},
	{"check", 20, func(f finding) any { return f.Check.ID }},
	{"zh", 20, func(f finding) any { return visible(chinese(f.Entry)) }},
	{"term", 30, func(f finding) any { return visible(preferredText(f.Term)) }},
	{"found", 30, func(f finding) any { return found(f.document, f.Span) }},
	{"suggestions", 30, func(f finding) any { return f.suggestions() }},
	{"sentence", 60, func(f finding) any { return f.marks }},
	{"message", 40, func(f finding) any { return strings.Join(append([]string{visible(f.Message)}, also(f.Issue)...), "; ") }},
	{"source", 50, func(f finding) any { return visible(f.source) }},
	{"fingerprint", 34, func(f finding) any { return f.fingerprint }},
}

// suggestions are the texts of all suggestions, each once.
func (f finding) suggestions() string {
	var all []string
	for _, s := range f.Suggestions {
		all = append(all, suggested(s))
	}
	return strings.Join(all, " | ")
}
