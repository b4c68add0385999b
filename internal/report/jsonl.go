package report

import (
	"bufio"
	"io"

	"rectify/internal/review"
)

func writeJSONL(w io.Writer, r *review.Result, _ Options) error {
	out := bufio.NewWriter(w)
	for _, f := range r.Files {
		for _, issue := range f.Issues {
			line := struct {
				Path string `json:"path"`
				jsonIssue
			}{f.Document.Path, newJSONIssue(r, f.Document, issue)}
			if err := encode(out, line, ""); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}
