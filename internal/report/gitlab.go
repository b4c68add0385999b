package report

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"rectify/internal/review"
)

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

// gitlab is a report of GitLab's Code Quality, which compares two by their
// fingerprints.
type gitlab struct{ jsonList }

func newGitLab(w io.Writer, _ Options) Writer {
	return &gitlab{newJSONList(bufio.NewWriter(w), "", "  ", "")}
}

func (g *gitlab) File(f review.File) error {
	path, t := slashPath(f.Document.Path), targetOf(f.Document)
	for i, name := range review.Fingerprints(f) {
		issue := f.Issues[i]
		lines := gitlabLines{1, 1} // the format has no place without a line
		if t.file != nil {
			start, end := t.Range(issue.Span)
			lines = gitlabLines{start.Line, end.Line}
		}
		err := g.add(gitlabIssue{
			Description: t.said(issue),
			CheckName:   issue.Check.ID,
			Fingerprint: inFile(path, name),
			Severity:    levels[issue.HowBad()].gitlab,
			Location:    gitlabLocation{path, lines},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *gitlab) Close() error {
	g.end()
	g.WriteByte('\n')
	return g.Flush()
}

// inFile tells the issue of a file from that of another with the same
// fingerprint: in a report no two may share one.
func inFile(path, fingerprint string) string {
	sum := sha256.Sum256([]byte(fingerprint + path))
	return hex.EncodeToString(sum[:len(fingerprint)/2])
}
