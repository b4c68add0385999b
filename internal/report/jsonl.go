package report

import (
	"bufio"
	"io"

	"rectify/internal/review"
)

// jsonPathIssue is an issue that stands by itself.
type jsonPathIssue struct {
	Path string `json:"path"`
	jsonIssue
}

// jsonLines is an issue a line.
type jsonLines struct {
	*bufio.Writer
	cited citation
}

func newJSONL(w io.Writer, o Options) Writer { return jsonLines{bufio.NewWriter(w), o.Source} }

func (l jsonLines) File(f review.File) error {
	for _, issue := range f.Issues {
		line := jsonPathIssue{f.Document.Path, newJSONIssue(l.cited, f.Document, issue)}
		if err := encodeLine(l, line, ""); err != nil {
			return err
		}
	}
	return nil
}

func (l jsonLines) Close() error { return l.Flush() }
