// Package report prints the result of a review: one renderer a file, and the
// list of all of them. A renderer opens no file and decides nothing; it writes
// what a [review.Result] holds.
//
// Text under review and its paths come from strangers. Whatever a person may
// read on a terminal goes through visible or visiblePath, and JSON through
// encoding/json; only a patch holds the bytes as they are, since it must.
package report

import (
	"fmt"
	"io"
	"strings"

	"rectify/internal/nearest"
	"rectify/internal/review"
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
}

// Format is one way to print a result.
type Format struct {
	// Name is what the user asks for; Title says in a few words what it is.
	Name, Title string
	// Write prints the result. It fails if the writer does or if the edits of
	// one suggestion contradict each other or the text.
	Write func(io.Writer, *review.Result, Options) error
}

// Formats lists every format, sorted by name.
var Formats = []Format{
	{"diff", "each sentence with its changes marked", writeDiff},
	{"json", "one document for programs (rectify.issues/1)", writeJSON},
	{"jsonl", "one JSON object a line for each issue", writeJSONL},
	{"line", "path:line:column: message, for editors and grep", writeLine},
	{"patch", "a unified diff for git apply and patch", writePatch},
	{"table", "issues grouped by term, for reading", writeTable},
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
