package report

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/review"
)

// sarifFingerprint is the name under which a result holds its fingerprint.
const sarifFingerprint = "rectifyIssue/v1"

const sarifHead = `{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "columnKind": "unicodeCodePoints",
      "language": "en-US",
      "newlineSequences": ["\r\n", "\n"],
      "invocations": [{"executionSuccessful": true}],
      "results": `

// sarif is a log of SARIF 2.1.0 (OASIS) with one run: for code scanning and the
// viewers of editors. Columns count characters; offsets stand nowhere in it,
// since those of a file that isn't UTF-8 would be others.
type sarif struct {
	jsonList
	Options
	files []sarifArtifact
}

func newSARIF(w io.Writer, o Options) Writer {
	return &sarif{jsonList: newJSONList(bufio.NewWriter(w), sarifHead, "        ", ""), Options: o, files: []sarifArtifact{}}
}

func (s *sarif) File(f review.File) error {
	at := sarifAddress{address(f.Document.Path), len(s.files)}
	s.files = append(s.files, sarifArtifact{at, []string{"analysisTarget"}})
	t, names := targetOf(f.Document), review.Fingerprints(f)
	for i, issue := range f.Issues {
		result := s.result(at, t, issue)
		result.Fingerprints = map[string]string{sarifFingerprint: names[i]}
		if err := s.add(result); err != nil {
			return err
		}
	}
	return nil
}

func (s *sarif) Close() error {
	s.end()
	s.WriteString(",\n      \"artifacts\": ")
	if err := encode(s, s.files, "", ""); err != nil {
		return err
	}
	s.WriteString(",\n      \"tool\": ")
	if err := encode(s, sarifTool{newSARIFDriver(s.Options)}, "      ", "  "); err != nil {
		return err
	}
	s.WriteString("\n    }\n  ]\n}\n")
	return s.Flush()
}

func (s *sarif) result(at sarifAddress, t target, issue check.Issue) sarifResult {
	r := sarifResult{
		RuleID:     issue.Check.ID,
		Level:      levels[issue.HowBad()].sarif,
		Message:    sarifText(t.said(issue)),
		Locations:  []sarifLocation{{Physical: sarifPhysical{at, newSARIFRegion(t, issue.Span)}}},
		Properties: sarifProperties{issue.HowBad().String(), issue.HowSure().String(), sources(s.Source, issue.Term)},
	}
	if i := slices.Index(s.Checks, issue.Check); i >= 0 {
		r.RuleIndex = &i
	}
	for i, related := range issue.Related {
		message := sarifText(visible(related.Message))
		r.Related = append(r.Related, sarifLocation{i + 1, sarifPhysical{at, newSARIFRegion(t, related.Span)}, &message})
	}
	for _, suggestion := range issue.Suggestions {
		if edits := t.edits(suggestion); len(edits) > 0 {
			r.Fixes = append(r.Fixes, sarifFix{sarifText(suggested(suggestion)), []sarifChange{newSARIFChange(at, t.file, edits)}})
		}
	}
	return r
}

func newSARIFChange(at sarifAddress, file *document.Document, edits []edit.Edit) sarifChange {
	change := sarifChange{Artifact: at}
	for _, e := range edits {
		start, end := file.Position(e.Start), file.Position(e.End)
		change.Replacements = append(change.Replacements, sarifReplacement{
			sarifRegion{start.Line, start.Column, end.Line, end.Column, nil}, sarifContent{e.New},
		})
	}
	return change
}

// newSARIFRegion is where a span stands in the file, nil in a file without lines.
func newSARIFRegion(t target, span document.Span) *sarifRegion {
	if t.file == nil {
		return nil
	}
	start, end := t.Range(span)
	return &sarifRegion{start.Line, start.Column, end.Line, end.Column, &sarifContent{t.Slice(span)}}
}

// sarifText is a message of visible text that stays plain: of one with
// "[text](address)" in it viewers would make a link (3.11.6 of the standard), and
// braces hold the place of an argument (3.11.5).
func sarifText(text string) sarifMessage { return sarifMessage{Text: sarifPlain.Replace(text)} }

var sarifPlain = strings.NewReplacer("](", `\](`, "{", "{{", "}", "}}")
