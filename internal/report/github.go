package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"rectify/internal/document"
	"rectify/internal/review"
)

// github is a workflow command for each issue: the runner of GitHub Actions
// makes an annotation of it, at its lines.
type github struct{ *bufio.Writer }

func newGitHub(w io.Writer, _ Options) Writer { return github{bufio.NewWriter(w)} }

// What the runner takes for a mark of its own, in the text of a command and in
// one of its properties.
var (
	githubText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func (g github) File(f review.File) error {
	path := githubProperty.Replace(visiblePath(slashPath(f.Document.Path)))
	t := targetOf(f.Document)
	for _, issue := range f.Issues {
		fmt.Fprintf(g, "::%s file=%s%s,title=%s::%s\n", levels[issue.HowBad()].github,
			path, githubPlace(t, issue.Span), githubProperty.Replace(issue.Check.ID), githubText.Replace(t.said(issue)))
	}
	return nil
}

// githubPlace is the place as properties of a command, "" in a file without
// lines. Columns are only for a place on one line.
func githubPlace(t target, s document.Span) string {
	if t.file == nil {
		return ""
	}
	start, end := t.Range(s)
	if start.Line != end.Line {
		return fmt.Sprintf(",line=%d,endLine=%d", start.Line, end.Line)
	}
	return fmt.Sprintf(",line=%d,endLine=%d,col=%d,endColumn=%d", start.Line, end.Line, start.Column, end.Column)
}

func (g github) Close() error { return g.Flush() }
