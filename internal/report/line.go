package report

import (
	"bufio"
	"fmt"
	"io"

	"rectify/internal/review"
)

// writeLine prints a line for each issue, as compilers do.
func writeLine(w io.Writer, r *review.Result, _ Options) error {
	out := bufio.NewWriter(w)
	for _, f := range r.Files {
		path := visiblePath(f.Document.Path)
		for _, issue := range f.Issues {
			fmt.Fprintf(out, "%s:%s: %s: %s: %s [%s]\n", path, place(f.Document, issue.Start),
				issue.HowBad(), paint(change(f.Document, issue), false), visible(issue.Message), issue.Check.ID)
		}
	}
	return out.Flush()
}
