package report

import (
	"fmt"

	"rectify/internal/check"
	"rectify/internal/termbase"
)

// Comment is what a note in the document itself says of an issue, a paragraph
// each: what is wrong and which check says so, the official rendering of its
// Chinese, and who uses that. source resolves the key of a source; nil cites
// nothing.
func Comment(issue check.Issue, source func(key string) termbase.Source) []string {
	lines := []string{fmt.Sprintf("%s [%s]", visible(issue.Message), issue.Check.ID)}
	if zh, term := chinese(issue.Entry), preferredText(issue.Term); zh != "" && term != "" {
		lines = append(lines, visible(zh+": "+term))
	}
	if cited := sources(source, issue.Term); cited != "" {
		lines = append(lines, "Source: "+visible(cited))
	}
	return lines
}
