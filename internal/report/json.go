package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/mqm"
	"rectify/internal/review"
)

// schema names the shape of the JSON; a change that breaks readers raises it.
const schema = "rectify.issues/1"

type jsonReport struct {
	Schema  string      `json:"schema"`
	Files   []jsonFile  `json:"files"`
	Summary jsonSummary `json:"summary"`
}

type jsonFile struct {
	Path   string      `json:"path"`
	Words  int         `json:"words"`
	Issues []jsonIssue `json:"issues"`
}

type jsonSummary struct {
	Files      int            `json:"files"`
	Words      int            `json:"words"`
	Issues     int            `json:"issues"`
	BySeverity map[string]int `json:"by_severity"`
	ByCheck    map[string]int `json:"by_check"`
}

type jsonIssue struct {
	Check       string            `json:"check"`
	Category    mqm.Category      `json:"category"`
	Severity    mqm.Severity      `json:"severity"`
	Certainty   check.Certainty   `json:"certainty"`
	Start       document.Position `json:"start"`
	End         document.Position `json:"end"`
	Text        string            `json:"text"`
	Message     string            `json:"message"`
	Entry       *jsonEntry        `json:"entry,omitempty"`
	Suggestions []jsonSuggestion  `json:"suggestions"`
	Related     []jsonRelated     `json:"related"`
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
}

type jsonRelated struct {
	Start document.Position `json:"start"`
	End   document.Position `json:"end"`
	Text  string            `json:"text"`
}

func writeJSON(w io.Writer, r *review.Result, _ Options) error {
	t := count(r)
	report := jsonReport{
		Schema: schema,
		Files:  []jsonFile{},
		Summary: jsonSummary{
			Files: len(r.Files), Words: t.words, Issues: t.issues,
			BySeverity: map[string]int{}, ByCheck: t.byCheck,
		},
	}
	for severity, n := range t.bySeverity {
		if n > 0 {
			report.Summary.BySeverity[mqm.Severity(severity).String()] = n
		}
	}
	for _, f := range r.Files {
		file := jsonFile{Path: f.Document.Path, Words: f.Words, Issues: []jsonIssue{}}
		for _, issue := range f.Issues {
			file.Issues = append(file.Issues, newJSONIssue(r, f.Document, issue))
		}
		report.Files = append(report.Files, file)
	}
	return encode(w, report, "  ")
}

func newJSONIssue(r *review.Result, d *document.Document, issue check.Issue) jsonIssue {
	out := jsonIssue{
		Check:     issue.Check.ID,
		Category:  issue.Check.Category,
		Severity:  issue.HowBad(),
		Certainty: issue.HowSure(),
		Start:     d.Position(issue.Start),
		End:       d.Position(issue.End),
		Text:      d.Slice(issue.Span),
		Message:   issue.Message,
		// Lists even where they are empty, so that a program needs no other case.
		Suggestions: []jsonSuggestion{},
		Related:     []jsonRelated{},
	}
	if e := issue.Entry; e != nil {
		out.Entry = &jsonEntry{ID: e.ID, ZH: chinese(e), Term: preferredText(issue.Term), Source: sources(r, issue.Term)}
	}
	for _, s := range issue.Suggestions {
		out.Suggestions = append(out.Suggestions, jsonSuggestion{Text: s.Text, Safe: s.Safe})
	}
	for _, o := range issue.Related {
		out.Related = append(out.Related, jsonRelated{
			Start: d.Position(o.Start), End: d.Position(o.End), Text: d.Slice(o.Span),
		})
	}
	return out
}

// encode writes one JSON value and a line end. Characters that a terminal
// would obey are escaped, as JSON allows inside strings, where alone they can
// stand.
func encode(w io.Writer, value any, indent string) error {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(value); err != nil {
		return fmt.Errorf("report as JSON: %w", err)
	}
	var safe bytes.Buffer
	for _, r := range out.String() {
		switch {
		case r == '\n' || !isHidden(r):
			safe.WriteRune(r)
		case r > 0xffff: // JSON escapes UTF-16
			r -= 0x10000
			fmt.Fprintf(&safe, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			fmt.Fprintf(&safe, `\u%04x`, r)
		}
	}
	_, err := w.Write(safe.Bytes())
	return err
}
