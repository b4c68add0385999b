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
	cited   citation
	encoder *encoder
}

func newJSONL(w io.Writer, o Options) Writer {
	out := bufio.NewWriter(w)
	return jsonLines{out, o.Source, newEncoder(out, "", "")}
}

func (l jsonLines) File(f review.File) error {
	for _, issue := range f.Issues {
		if err := l.encoder.encode(jsonPathIssue{f.Document.Path, newJSONIssue(l.cited, f.Document, issue)}); err != nil {
			return err
		}
		if err := l.WriteByte('\n'); err != nil {
			return err
		}
	}
	return nil
}

func (l jsonLines) Close() error { return l.Flush() }
