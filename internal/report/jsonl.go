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

func writeJSONL(w io.Writer, r *review.Result, _ Options) error {
	out := bufio.NewWriter(w)
	for _, f := range r.Files {
		for _, issue := range f.Issues {
			line := jsonPathIssue{f.Document.Path, newJSONIssue(r, f.Document, issue)}
			if err := encode(out, line, ""); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}
