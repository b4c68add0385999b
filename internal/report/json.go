package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/review"
)

// schema names the shape of the JSON; a change that breaks readers raises it.
const schema = "rectify.issues/1"

const jsonHead = "{\n  \"schema\": \"" + schema + "\",\n  \"files\": "

type jsonSummary struct {
	Files      int            `json:"files"`
	Words      int            `json:"words"`
	Issues     int            `json:"issues"`
	BySeverity map[string]int `json:"by_severity"`
	ByCheck    map[string]int `json:"by_check"`
	Suppressed int            `json:"suppressed,omitempty"`
}

type jsonIssue struct {
	Check       string            `json:"check"`
	Category    mqm.Category      `json:"category"`
	Severity    mqm.Severity      `json:"severity"`
	Certainty   check.Certainty   `json:"certainty"`
	Start       document.Position `json:"start"`
	End         document.Position `json:"end"`
	Part        string            `json:"part,omitempty"`
	Text        string            `json:"text"`
	Message     string            `json:"message"`
	Entry       *jsonEntry        `json:"entry,omitempty"`
	Suggestions []jsonSuggestion  `json:"suggestions"`
	Related     []jsonRelated     `json:"related"`
	Also        []jsonRemark      `json:"also,omitempty"`
}

type jsonRemark struct {
	Check   string `json:"check"`
	Message string `json:"message"`
}

type jsonEntry struct {
	ID     string `json:"id"`
	ZH     string `json:"zh"`
	Term   string `json:"term"`
	Source string `json:"source"`
}

type jsonSuggestion struct {
	Text string `json:"text"`
	Safe bool   `json:"safe"`
	// Edits are there where the text in the place of the issue is not all of it: an
	// article before it goes, too.
	Edits []jsonEdit `json:"edits,omitempty"`
}

type jsonEdit struct {
	Start document.Position `json:"start"`
	End   document.Position `json:"end"`
	Text  string            `json:"text"`
}

type jsonRelated struct {
	Start document.Position `json:"start"`
	End   document.Position `json:"end"`
	Text  string            `json:"text"`
}

// jsonReport is one object: the schema, the files and the summary. Its frame and
// that of a file are written by hand, for the files and their issues come one by
// one.
type jsonReport struct {
	jsonList
	cited citation
	total tally
}

func newJSON(w io.Writer, o Options) Writer {
	return &jsonReport{newJSONList(bufio.NewWriter(w), jsonHead, "    ", "  "), o.Source, newTally()}
}

func (j *jsonReport) File(f review.File) error {
	j.total.add(f)
	j.next()
	j.WriteString("{\n      \"path\": ")
	if err := encode(j, f.Document.Path, "", ""); err != nil {
		return err
	}
	fmt.Fprintf(j, ",\n      \"words\": %d,\n", f.Words)
	issues := newJSONList(j.Writer, "      \"issues\": ", "        ", "  ")
	for _, issue := range f.Issues {
		if err := issues.add(newJSONIssue(j.cited, f.Document, issue)); err != nil {
			return err
		}
	}
	issues.end()
	_, err := j.WriteString("\n    }")
	return err
}

func (j *jsonReport) Close() error {
	t := j.total
	summary := jsonSummary{
		Files: t.files, Words: t.words, Issues: t.issues,
		BySeverity: map[string]int{}, ByCheck: t.byCheck, Suppressed: t.suppressed,
	}
	for severity, n := range t.bySeverity {
		if n > 0 {
			summary.BySeverity[mqm.Severity(severity).String()] = n
		}
	}
	j.end()
	j.WriteString(",\n  \"summary\": ")
	if err := encode(j, summary, "  ", "  "); err != nil {
		return err
	}
	j.WriteString("\n}\n")
	return j.Flush()
}

func newJSONSuggestion(d *document.Document, at document.Span, s check.Suggestion) jsonSuggestion {
	out := jsonSuggestion{Text: s.Text, Safe: s.Safe}
	if !slices.ContainsFunc(s.Edits, func(e edit.Edit) bool { return e.Start < at.Start || e.End > at.End }) {
		return out
	}
	for _, e := range s.Edits {
		start, end := d.Range(document.Span{Start: e.Start, End: e.End})
		out.Edits = append(out.Edits, jsonEdit{start, end, e.New})
	}
	return out
}

func newJSONIssue(cited citation, d *document.Document, issue check.Issue) jsonIssue {
	start, end := d.Range(issue.Span)
	out := jsonIssue{
		Check:     issue.Check.ID,
		Category:  issue.Check.Category,
		Severity:  issue.HowBad(),
		Certainty: issue.HowSure(),
		Start:     start,
		End:       end,
		Part:      d.Name(issue.Start),
		Text:      d.Slice(issue.Span),
		Message:   issue.Message,
		// Lists even where they are empty, so that a program needs no other case.
		Suggestions: []jsonSuggestion{},
		Related:     []jsonRelated{},
	}
	if e := issue.Entry; e != nil {
		out.Entry = &jsonEntry{ID: e.ID, ZH: chinese(e), Term: preferredText(issue.Term), Source: sources(cited, issue.Term)}
	}
	for _, s := range issue.Suggestions {
		out.Suggestions = append(out.Suggestions, newJSONSuggestion(d, issue.Span, s))
	}
	for _, o := range issue.Related {
		start, end := d.Range(o.Span)
		out.Related = append(out.Related, jsonRelated{Start: start, End: end, Text: d.Slice(o.Span)})
	}
	for _, a := range issue.Also {
		out.Also = append(out.Also, jsonRemark{a.Check.ID, a.Message})
	}
	return out
}
