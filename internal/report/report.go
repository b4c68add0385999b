// Package report prints the result of a review: one renderer a file, and the
// list of all of them. A renderer opens no file and decides nothing; it writes
// what a [review.File] holds.
//
// Text under review, its paths and the strings of a glossary come from strangers.
// Whatever a person may read goes through visible or visiblePath, and then through
// what the format's own marks need (encoding/xml, html/template, markdownText,
// spreadsheet.Guard); JSON goes through encode. Only a patch holds the bytes as
// they are, since it must.
package report

import (
	"fmt"
	"io"
	"strings"

	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/nearest"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// Options are what a renderer has to know about where its output goes.
type Options struct {
	// Width is the number of cells a line of the terminal holds; 0 means that
	// the output goes to no terminal.
	Width int
	// Color allows escape sequences for color. Formats that machines read
	// never hold any.
	Color bool
	// Paths are the paths that the user asked to review, for the commands that
	// a report suggests. None stands for standard input.
	Paths []string
	// Flags are what such a command has to repeat to review the same way.
	Flags []string
	// Bare leaves out the summary and what to do next.
	Bare bool
	// FailOn is the least severity that fails the review.
	FailOn mqm.Severity
	// Files is how many files the review has.
	Files int
	// Source resolves a source key of a term; nil cites nothing.
	Source func(key string) termbase.Source
	// Checks are all checks that there are, and Version is that of the program,
	// for formats that describe the tool.
	Checks  []*check.Check
	Version string
}

// Writer prints a review file by file, so that no more than one has to be at
// hand.
type Writer interface {
	// File prints a file; files come in the order of their paths. It fails if
	// the output does or if the edits of one suggestion contradict each other or
	// the text.
	File(review.File) error
	// Close prints what ends the report. It doesn't close the output.
	Close() error
}

// Format is one way to print a result.
type Format struct {
	// Name is what the user asks for; Title says in a few words what it is.
	Name, Title string
	// New begins a report.
	New func(io.Writer, Options) Writer
	// Binary says that the report is no text, and nothing for a terminal.
	Binary bool
}

// Write prints a whole result, as a [Writer] does.
func (f Format) Write(w io.Writer, r *review.Result, o Options) error {
	o.Files, o.Source = len(r.Files), r.Source
	out := f.New(w, o)
	for _, file := range r.Files {
		if err := out.File(file); err != nil {
			return err
		}
	}
	return out.Close()
}

// Formats lists every format, sorted by name.
var Formats = []Format{
	{"checkstyle", "XML of Checkstyle, which many CI systems read", newCheckstyle, false},
	{"csv", "comma-separated values, an issue a line", newCSV, false},
	{"diff", "each sentence with its changes marked", newDiff, false},
	{"github", "annotations of GitHub Actions", newGitHub, false},
	{"gitlab", "a report of GitLab Code Quality", newGitLab, false},
	{"html", "one page for a browser, to read, print or send", newHTML, false},
	{"json", "one document for programs (rectify.issues/1)", newJSON, false},
	{"jsonl", "one JSON object a line for each issue", newJSONL, false},
	{"junit", "XML of JUnit, an issue a failed test", newJUnit, false},
	{"line", "path:line:column: message, for editors and grep", newLine, false},
	{"markdown", "a comment for a pull request, or a job's summary", newMarkdown, false},
	{"patch", "a unified diff for git apply and patch", newPatch, false},
	{"rdjson", "the Reviewdog Diagnostic Format, with suggestions", newRDJSON, false},
	{"sarif", "SARIF 2.1.0, for code scanning and editors", newSARIF, false},
	{"table", "issues grouped by term, for reading", newTable, false},
	{"xlsx", "a workbook of Excel, to sort and filter", newXLSX, true},
}

// Lookup is the format of that name. The error lists the names there are, and
// points out the nearest.
func Lookup(name string) (Format, error) {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		if f.Name == name {
			return f, nil
		}
		names[i] = f.Name
	}
	hint := ""
	if near := nearest.Nearest(name, names); near != "" {
		hint = fmt.Sprintf(", did you mean %q?", near)
	}
	return Format{}, fmt.Errorf("unknown format %q%s (there are %s)", name, hint, strings.Join(names, ", "))
}
