package report

import (
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
	return &sarif{jsonList: newJSONList(w, sarifHead, "        ", ""), Options: o, files: []sarifArtifact{}}
}

func (s *sarif) File(f review.File) error {
	at := sarifAddress{address(f.Document.Path), len(s.files)}
	s.files = append(s.files, sarifArtifact{at, []string{"analysisTarget"}})
	names := review.Fingerprints(f)
	for i, issue := range f.Issues {
		result := s.result(at, f.Document, issue)
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

func (s *sarif) result(at sarifAddress, d *document.Document, issue check.Issue) sarifResult {
	r := sarifResult{
		RuleID:     issue.Check.ID,
		Level:      levels[issue.HowBad()].sarif,
		Message:    sarifText(said(d, issue)),
		Locations:  []sarifLocation{{Physical: sarifPhysical{at, sarifRegionOf(d, issue.Span)}}},
		Properties: sarifProperties{issue.HowBad().String(), issue.HowSure().String(), sources(s.Source, issue.Term)},
	}
	if i := slices.Index(s.Checks, issue.Check); i >= 0 {
		r.RuleIndex = &i
	}
	for i, related := range issue.Related {
		message := sarifText(visible(related.Message))
		r.Related = append(r.Related, sarifLocation{i + 1, sarifPhysical{at, sarifRegionOf(d, related.Span)}, &message})
	}
	for _, suggestion := range issue.Suggestions {
		if len(suggestion.Edits) > 0 {
			r.Fixes = append(r.Fixes, newSARIFFix(at, d, suggestion))
		}
	}
	return r
}

func newSARIFFix(at sarifAddress, d *document.Document, s check.Suggestion) sarifFix {
	change := sarifChange{Artifact: at}
	for _, e := range slices.SortedFunc(slices.Values(s.Edits), edit.Compare) {
		region := sarifRegionOf(d, document.Span{Start: e.Start, End: e.End})
		region.Snippet = nil
		change.Replacements = append(change.Replacements, sarifReplacement{region, sarifContent{e.New}})
	}
	return sarifFix{sarifText(suggested(s)), []sarifChange{change}}
}

func sarifRegionOf(d *document.Document, span document.Span) sarifRegion {
	start, end := d.Position(span.Start), d.Position(span.End)
	return sarifRegion{start.Line, start.Column, end.Line, end.Column, &sarifContent{d.Slice(span)}}
}

// sarifText is a message of visible text that stays plain: of one with
// "[text](address)" in it viewers would make a link (3.11.6 of the standard), and
// braces hold the place of an argument (3.11.5).
func sarifText(text string) sarifMessage {
	return sarifMessage{Text: strings.NewReplacer("](", `\](`, "{", "{{", "}", "}}").Replace(text)}
}
