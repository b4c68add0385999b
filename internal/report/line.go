package report

import (
	"bufio"
	"fmt"
	"io"

	"rectify/internal/review"
)

// lines is a line for each issue, as compilers print them.
type lines struct{ *bufio.Writer }

func newLine(w io.Writer, _ Options) Writer { return lines{bufio.NewWriter(w)} }

func (l lines) File(f review.File) error {
	path := visiblePath(f.Document.Path)
	for _, issue := range f.Issues {
		fmt.Fprintf(l, "%s:%s: %s: %s [%s]\n", path, place(f.Document, issue.Start),
			issue.HowBad(), said(f.Document, issue), issue.Check.ID)
	}
	return nil
}

func (l lines) Close() error { return l.Flush() }
