package report

import (
	"bufio"
	"io"
	"strings"

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
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
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
		Original    string         `json:"originalOutput"`
		Related     []rdRelated    `json:"relatedLocations,omitempty"`
	}
)

// rdjson is a result in the Reviewdog Diagnostic Format: for comments in the
// pull requests of many hosts, with suggestions to accept. Messages are Markdown
// there.
type rdjson struct{ jsonList }

func newRDJSON(w io.Writer, _ Options) Writer {
	return &rdjson{newJSONList(bufio.NewWriter(w), "{\n  \"source\": {\"name\": \"rectify\"},\n  \"diagnostics\": ", "    ", "")}
}

func (r *rdjson) File(f review.File) error {
	path, t := slashPath(f.Document.Path), targetOf(f.Document)
	for _, issue := range f.Issues {
		diagnostic := rdDiagnostic{
			Message:  markdownText(t.said(issue)),
			Location: rdLocation{path, rdRangeOf(t, issue.Span)},
			Severity: levels[issue.HowBad()].reviewdog,
			Code:     rdCode{issue.Check.ID},
			Original: lineAbout(f.Document, issue),
		}
		for _, s := range issue.Suggestions {
			if edits := t.edits(s); len(edits) > 0 {
				diagnostic.Suggestions = append(diagnostic.Suggestions, newRDSuggestion(t.file, edits))
			}
		}
		for _, o := range issue.Related {
			diagnostic.Related = append(diagnostic.Related, rdRelated{markdownText(o.Message), rdLocation{path, rdRangeOf(t, o.Span)}})
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

// rdRangeOf is where a span stands in the file, nil in a file without lines.
func rdRangeOf(t target, s document.Span) *rdRange {
	if t.file == nil {
		return nil
	}
	start, end := t.Range(s)
	return &rdRange{rdPositionOf(t.file, start.Offset), rdPositionOf(t.file, end.Offset)}
}

func rdPositionOf(file *document.Document, offset int) rdPosition {
	return rdPosition{file.Position(offset).Line, offset - file.LineAt(offset).Start + 1}
}

// newRDSuggestion makes one replacement of edits that belong together and of what
// stands between them.
func newRDSuggestion(file *document.Document, edits []edit.Edit) rdSuggestion {
	start, end := edits[0].Start, edits[len(edits)-1].End
	var text strings.Builder
	at := start
	for _, e := range edits {
		text.WriteString(file.Text[at:e.Start] + e.New)
		at = e.End
	}
	return rdSuggestion{rdRange{rdPositionOf(file, start), rdPositionOf(file, end)}, text.String()}
}
