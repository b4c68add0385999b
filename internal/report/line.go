package report

import (
	"bufio"
	"fmt"
	"io"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/review"
)

// lines is a line for each issue, as compilers print them.
type lines struct{ *bufio.Writer }

func newLine(w io.Writer, _ Options) Writer { return lines{bufio.NewWriter(w)} }

func (l lines) File(f review.File) error {
	for _, issue := range f.Issues {
		fmt.Fprintln(l, lineAbout(f.Document, issue))
	}
	return nil
}

// lineAbout is all there is to say of an issue, where it is included, in one
// visible line.
func lineAbout(d *document.Document, issue check.Issue) string {
	return fmt.Sprintf("%s:%s: %s: %s [%s]", visiblePath(d.Path), place(d, issue.Start), issue.HowBad(), said(d, issue), issue.Check.ID)
}

func (l lines) Close() error { return l.Flush() }
