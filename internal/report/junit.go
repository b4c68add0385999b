package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
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
	File    string        `xml:"file,attr"`
	Failure *junitFailure `xml:"failure,omitempty"`
	Output  string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// newJUnit begins a report of JUnit, as Ant writes and Jenkins and GitLab read
// it: a file is a suite, an issue at or above FailOn a test that failed. The others
// are the output of a test that passed, which a file without failures has too.
//
// GitLab shows of a failure only its text, of output only that of a test, and of
// tests with one name only the first.
func newJUnit(w io.Writer, o Options) Writer {
	return newXML(w, `<testsuites name="rectify">`, `</testsuites>`, func(f review.File) any {
		path := visiblePath(slashPath(f.Document.Path))
		out := junitSuite{Name: path}
		passed := junitCase{Name: "no issues", Class: path, File: path}
		names := map[string]int{}
		var rest []string
		for _, issue := range f.Issues {
			if issue.HowBad() < o.FailOn {
				rest = append(rest, lineAbout(f.Document, issue))
				continue
			}
			at := place(f.Document, issue.Start)
			name := issue.Check.ID + " " + at
			if names[name]++; names[name] > 1 {
				name += fmt.Sprintf(" (%d)", names[name])
			}
			out.Cases = append(out.Cases, junitCase{Name: name, Class: path, File: path, Failure: failureOf(f.Document, issue, o)})
		}
		out.Failures = len(out.Cases)
		if len(rest) > 0 {
			passed.Name, passed.Output = "issues that don't fail", strings.Join(rest, "\n")
		}
		if out.Failures == 0 || len(rest) > 0 {
			out.Cases = append(out.Cases, passed)
		}
		out.Tests = len(out.Cases)
		return out
	})
}

// failureOf is all there is to say of an issue.
func failureOf(d *document.Document, issue check.Issue, o Options) *junitFailure {
	text := fmt.Sprintf("%s\n%s", lineAbout(d, issue), issue.HowSure())
	if cited := sources(o.Source, issue.Term); cited != "" {
		text += "; source: " + visible(cited)
	}
	for _, remark := range also(issue) {
		text += "; " + remark
	}
	return &junitFailure{said(d, issue), issue.HowBad().String(), text}
}
