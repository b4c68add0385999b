package report

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/review"
)

//go:embed page.html
var pageSource string

// pageTemplate has a part for the head, one for the head of a file, for a sentence and
// for the end of a file, and one for the end with the summary.
var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// markTags are the elements of a mark.
var markTags = [...]string{same: "span", deleted: "del", inserted: "ins", flagged: "mark"}

type (
	htmlMark struct{ Tag, Text string }
	htmlRow  struct {
		ID, Place, Severity, Found string
		Suggestions                []string
		Message, Label, About      string
	}
	htmlSentence struct {
		Marks   []htmlMark
		Chinese string
		Rows    []htmlRow
	}
	htmlFile struct {
		ID, Path, Count string
	}
	htmlCount struct {
		Name  string
		Count string
	}
	htmlSummary struct {
		Text   string
		Checks []htmlCount
		Files  []htmlFile
	}
)

// webPage is one page of HTML that needs nothing but itself: no script, no
// address. Its summary is written last and shown first.
type webPage struct {
	*bufio.Writer
	cited citation
	total tally
	files []htmlFile // with issues
	err   error      // of the head
}

func newHTML(w io.Writer, o Options) Writer {
	p := &webPage{Writer: bufio.NewWriter(w), cited: o.Source, total: newTally()}
	p.err = p.part("head", nil)
	return p
}

func (p *webPage) part(name string, data any) error {
	if err := pageTemplate.ExecuteTemplate(p, name, data); err != nil {
		return fmt.Errorf("report as HTML: %w", err)
	}
	return nil
}

func (p *webPage) File(f review.File) error {
	if p.err != nil {
		return p.err
	}
	p.total.add(f)
	if len(f.Issues) == 0 {
		return nil
	}
	all, err := hunks(f.Document, f.Issues)
	if err != nil {
		return fmt.Errorf("%s: %w", visiblePath(f.Document.Path), err)
	}
	file := htmlFile{ID: fmt.Sprintf("f%d", len(p.files)+1), Path: visiblePath(f.Document.Path), Count: english.Count(len(f.Issues), "issue")}
	p.files = append(p.files, file)
	if err := p.part("file", file); err != nil {
		return err
	}
	n := 0
	for _, h := range all {
		sentence := p.sentence(&h, f.Document)
		for i := range sentence.Rows {
			n++
			sentence.Rows[i].ID = fmt.Sprintf("%s-%d", file.ID, n)
		}
		if err := p.part("sentence", sentence); err != nil {
			return err
		}
	}
	return p.part("file end", nil)
}

func (p *webPage) sentence(h *hunk, d *document.Document) htmlSentence {
	out := htmlSentence{Chinese: h.chinese(d)}
	for _, m := range h.marks(d) {
		out.Marks = append(out.Marks, htmlMark{markTags[m.kind], visible(m.text)})
	}
	for _, issue := range h.issues {
		row := htmlRow{
			Place: place(d, issue.Start), Severity: issue.HowBad().String(),
			Found: found(d, issue.Span), Message: visible(issue.Message),
			Label: strings.Join(append([]string{issue.Check.ID + ", " + issue.HowSure().String()}, also(issue)...), "; "),
		}
		for _, s := range issue.Suggestions {
			row.Suggestions = append(row.Suggestions, suggested(s))
		}
		if issue.Entry != nil {
			row.About = visible(subjectName(issue))
		}
		if cited := sources(p.cited, issue.Term); cited != "" {
			row.About += " (" + visible(cited) + ")"
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func (p *webPage) Close() error {
	if p.err != nil {
		return p.err
	}
	summary := htmlSummary{Text: p.total.summary(), Files: p.files}
	for _, id := range slices.Sorted(maps.Keys(p.total.byCheck)) {
		summary.Checks = append(summary.Checks, htmlCount{id, english.Figures(p.total.byCheck[id])})
	}
	if err := p.part("end", summary); err != nil {
		return err
	}
	return p.Flush()
}
