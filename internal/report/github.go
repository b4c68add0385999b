package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

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
	for _, issue := range f.Issues {
		start, end := f.Document.Position(issue.Start), f.Document.Position(issue.End)
		columns := ""
		if start.Line == end.Line { // an annotation of several lines has none
			columns = fmt.Sprintf(",col=%d,endColumn=%d", start.Column, end.Column)
		}
		fmt.Fprintf(g, "::%s file=%s,line=%d,endLine=%d%s,title=%s::%s\n", levels[issue.HowBad()].github,
			path, start.Line, end.Line, columns, githubProperty.Replace(issue.Check.ID), githubText.Replace(said(f.Document, issue)))
	}
	return nil
}

func (g github) Close() error { return g.Flush() }
