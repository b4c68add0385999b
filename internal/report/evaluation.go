package report

import (
	"fmt"
	"io"
	"strings"

	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/evaluation"
)

// WriteEvaluation prints an evaluation for reading: the shares, and below them
// what to look into.
func WriteEvaluation(w io.Writer, r *evaluation.Result, o Options) error {
	if o.Width == 0 {
		o.Width = cardWidth
	}
	e := assessment{newPage(w, o.Width, o.Color)}
	e.shares(r)
	var must, may []evaluation.Mark
	for _, m := range r.Missed {
		if m.Must {
			must = append(must, m)
		} else {
			may = append(may, m)
		}
	}
	e.marks("Missed, and had to be found", must)
	e.marks("Missed, and could have been found", may)
	e.outside(r.Outside)
	e.marks("Not in the text", r.Absent)
	return e.Flush()
}

type assessment struct{ page }

func (e assessment) shares(r *evaluation.Result) {
	e.share(strong, "found of what must be", r.Must)
	for _, c := range r.Classes {
		e.share(plain, indent.text+visible(c.Name), c.Share)
	}
	e.share(strong, "found of what may be", r.May)
	e.share(strong, "advice right", r.Advice)
	e.share(strong, "issues in gold", r.InGold)
	if r.Unasked > 0 {
		e.print(piece{}, piece{faint, english.Count(r.Unasked, "fault") + " left out: only the Chinese shows them."})
	}
}

// share prints a share in numbers and, where there is anything, in a hundred.
func (e assessment) share(style style, name string, s evaluation.Share) {
	const nameCells = 32
	name += strings.Repeat(" ", max(nameCells-width(name), 1))
	text := fmt.Sprintf("%6s of %6s", english.Figures(s.Part), english.Figures(s.All))
	if s.All > 0 {
		text += fmt.Sprintf("  %5.1f %%", 100*s.Of())
	}
	e.print(piece{}, piece{style, name}, piece{plain, text})
}

func (e assessment) heading(text string, n int) {
	e.WriteByte('\n')
	e.print(piece{}, piece{title, text}, piece{faint, ": " + english.Figures(n)})
}

func (e assessment) marks(heading string, marks []evaluation.Mark) {
	if len(marks) == 0 {
		return
	}
	e.heading(heading, len(marks))
	for _, m := range marks {
		kind := visible(m.Class)
		if m.Chinese != "" {
			kind += ", " + visible(m.Chinese)
		}
		line := []piece{{faint, where(m.Document, m.Places)}, {wrong, "  " + visibleOrQuoted(m.Quote)}, {plain, " (" + kind + ")"}}
		e.print(indent, line...)
	}
}

// where is the path with the places in it, if there are any.
func where(d *document.Document, places []document.Span) string {
	text := visiblePath(d.Path)
	for i, p := range places {
		text += []string{":", ", "}[min(i, 1)] + place(d, p.Start)
	}
	return text
}

func (e assessment) outside(issues []evaluation.Issue) {
	if len(issues) == 0 {
		return
	}
	e.heading("Issues outside gold", len(issues))
	for _, i := range issues {
		line := []piece{{faint, where(i.Document, []document.Span{i.Span}) + "  "}}
		line = append(line, change(i.Document, i.Issue)...)
		line = append(line, piece{faint, fmt.Sprintf(" [%s, %s]", i.Check.ID, i.HowSure())})
		e.print(indent, line...)
	}
}
