package report

import (
	"io"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/review"
)

// The objects of the Reviewdog Diagnostic Format. Its columns count the bytes
// of a line from 1, a byte order mark included.
type (
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	}
	rdLocation struct {
		Path  string  `json:"path"`
		Range rdRange `json:"range"`
	}
	rdCode struct {
		Value string `json:"value"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Code        rdCode         `json:"code"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
		Related     []rdRelated    `json:"relatedLocations,omitempty"`
	}
)

// rdjson is a result in the Reviewdog Diagnostic Format: for comments in the
// pull requests of many hosts, with suggestions to accept. Messages are Markdown
// there.
type rdjson struct{ jsonList }

func newRDJSON(w io.Writer, _ Options) Writer {
	return &rdjson{newJSONList(w, "{\n  \"source\": {\"name\": \"rectify\"},\n  \"diagnostics\": ", "    ", "")}
}

func (r *rdjson) File(f review.File) error {
	d := f.Document
	path := slashPath(d.Path)
	for _, issue := range f.Issues {
		diagnostic := rdDiagnostic{
			Message:  markdownText(said(d, issue)),
			Location: rdLocation{path, rdRangeOf(d, issue.Span)},
			Severity: levels[issue.HowBad()].reviewdog,
			Code:     rdCode{issue.Check.ID},
		}
		for _, s := range issue.Suggestions {
			if e, ok := joinEdits(d.Text, s); ok {
				diagnostic.Suggestions = append(diagnostic.Suggestions, rdSuggestion{rdRangeOf(d, document.Span{Start: e.Start, End: e.End}), e.New})
			}
		}
		for _, o := range issue.Related {
			diagnostic.Related = append(diagnostic.Related, rdRelated{markdownText(o.Message), rdLocation{path, rdRangeOf(d, o.Span)}})
		}
		if err := r.add(diagnostic); err != nil {
			return err
		}
	}
	return nil
}

func (r *rdjson) Close() error {
	r.end()
	r.WriteString("\n}\n")
	return r.Flush()
}

func rdRangeOf(d *document.Document, s document.Span) rdRange {
	at := func(offset int) rdPosition {
		line := d.Position(offset).Line
		return rdPosition{line, offset - d.Line(line).Start + 1}
	}
	return rdRange{at(s.Start), at(s.End)}
}

// joinEdits makes one edit of those of a suggestion, with what stands between
// them. It reports false if there is none, or if they contradict each other.
func joinEdits(text string, s check.Suggestion) (edit.Edit, bool) {
	if len(s.Edits) == 0 {
		return edit.Edit{}, false
	}
	start, end := len(text), 0
	for _, e := range s.Edits {
		start, end = min(start, e.Start), max(end, e.End)
	}
	var inside []edit.Edit
	for _, e := range s.Edits {
		inside = append(inside, edit.Edit{Start: e.Start - start, End: e.End - start, New: e.New})
	}
	whole, err := edit.Apply(text[start:end], inside)
	return edit.Edit{Start: start, End: end, New: whole}, err == nil
}
