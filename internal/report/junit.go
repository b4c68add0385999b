package report

import (
	"encoding/xml"
	"fmt"
	"io"

	"rectify/internal/review"
)

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitFailure `xml:"failure,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// newJUnit begins a report of JUnit, as Ant writes and Jenkins and GitLab read
// it: a file is a suite, an issue a test that failed; a file without issues is a
// test that passed.
func newJUnit(w io.Writer, o Options) Writer {
	return newXML(w, `<testsuites name="rectify">`, `</testsuites>`, func(f review.File) any {
		path := visiblePath(slashPath(f.Document.Path))
		out := junitSuite{Name: path, Tests: max(1, len(f.Issues)), Failures: len(f.Issues)}
		if len(f.Issues) == 0 {
			out.Cases = []junitCase{{Name: "no issues", Class: path}}
		}
		for _, issue := range f.Issues {
			at := place(f.Document, issue.Start)
			text := fmt.Sprintf("%s:%s: %s, %s", path, at, issue.HowBad(), issue.HowSure())
			if cited := sources(o.Source, issue.Term); cited != "" {
				text += "; source: " + visible(cited)
			}
			for _, remark := range also(issue) {
				text += "; " + remark
			}
			out.Cases = append(out.Cases, junitCase{
				issue.Check.ID + " " + at, path,
				&junitFailure{said(f.Document, issue), issue.HowBad().String(), text},
			})
		}
		return out
	})
}
