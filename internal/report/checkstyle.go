package report

import (
	"encoding/xml"
	"io"

	"rectify/internal/document"
	"rectify/internal/review"
)

type checkstyleFile struct {
	XMLName xml.Name          `xml:"file"`
	Name    string            `xml:"name,attr"`
	Errors  []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr,omitempty"`
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// newCheckstyle begins a report of Checkstyle, which many CI systems read.
func newCheckstyle(w io.Writer, _ Options) Writer {
	return newXML(w, `<checkstyle version="4.3">`, `</checkstyle>`, func(f review.File) any {
		t := targetOf(f.Document)
		out := checkstyleFile{Name: visiblePath(slashPath(f.Document.Path))}
		for _, issue := range f.Issues {
			var at document.Position // no attribute where there is no line
			if t.file != nil {
				at, _ = t.Range(issue.Span)
			}
			out.Errors = append(out.Errors, checkstyleError{
				at.Line, at.Column, levels[issue.HowBad()].checkstyle, t.said(issue), "rectify/" + issue.Check.ID,
			})
		}
		return out
	})
}
