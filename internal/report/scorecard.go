package report

import (
	"fmt"
	"io"
	"strings"

	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/scorecard"
)

// cardWidth is that of a scorecard or an evaluation that goes to no terminal.
const cardWidth = 80

// numberCells are the columns of numbers in a scorecard's grid: the errors by
// severity and, last, their points. Each column begins with a gap.
var numberCells = []int{len(" neutral"), len("  minor"), len("  major"), len(" critical"), len("  points")}

// WriteScorecard prints scorecards for reading: of each file a line, and the
// whole grid of the one file, or of all files as one text.
func WriteScorecard(w io.Writer, r scorecard.Report, o Options) error {
	if o.Width == 0 {
		o.Width = cardWidth
	}
	c := card{newPage(w, o.Width, o.Color)}
	if len(r.Files) > 1 {
		c.files(r.Files)
	}
	c.grid(r.All)
	c.figures(r.All)
	c.verdict(r)
	return c.Flush()
}

type card struct{ page }

// files prints a line for each file, its path last since it may be long: one
// that doesn't fit has the next line to itself.
func (c card) files(files []scorecard.File) {
	c.print(piece{}, piece{faint, "  words  per 1,000   score        file"})
	for _, f := range files {
		word, style := verdict(f.Passes())
		path := piece{plain, visiblePath(f.Path)}
		line := []piece{{plain, fmt.Sprintf("%7s %10.1f %7.2f  ", english.Figures(f.Words), f.Normed(), f.Score())}, {style, word}}
		if apart := append(line, piece{plain, "  "}, path); width(paint(apart, false)) <= c.width {
			c.print(piece{}, apart...)
			continue
		}
		c.print(piece{}, line...)
		c.print(indent, path)
	}
	c.WriteByte('\n')
}

func verdict(passes bool) (string, style) {
	if passes {
		return "pass", right
	}
	return "fail", wrong
}

// grid prints the errors by type and severity, each dimension over its types.
func (c card) grid(all scorecard.Card) {
	heads := append([]string{}, mqm.Severities...)
	c.row(piece{faint, "errors"}, faint, append(heads, "points"))
	var each []string
	for severity := range mqm.Severities {
		each = append(each, english.Figures(mqm.Severity(severity).Penalty()))
	}
	c.row(piece{faint, "points for each"}, faint, each)
	for i, row := range all.Rows {
		if dimension := row.Category.Dimension(); i == 0 || all.Rows[i-1].Category.Dimension() != dimension {
			c.row(piece{strong, inWords(dimension)}, plain, numbers(sum(all.Rows, dimension)))
		}
		c.row(piece{plain, indent.text + inWords(row.Category.Type())}, plain, numbers(row.Counts))
	}
	c.row(piece{strong, "all"}, strong, numbers(all.Counts()))
	c.WriteByte('\n')
}

// inWords is half of a category as people write it.
func inWords(half string) string { return visible(strings.ReplaceAll(half, "-", " ")) }

// sum counts the errors of a dimension.
func sum(rows []scorecard.Row, dimension string) (counts mqm.Counts) {
	for _, row := range rows {
		if row.Category.Dimension() == dimension {
			counts.Add(row.Counts)
		}
	}
	return counts
}

func numbers(counts mqm.Counts) []string {
	var out []string
	for _, n := range counts {
		out = append(out, english.Figures(n))
	}
	return append(out, english.Figures(counts.Penalty()))
}

// leastName is the narrowest column of names: on a narrower page a name stands
// above its numbers.
const leastName = 20

// row prints a name and its numbers, these under those of the row above.
func (c card) row(name piece, numberStyle style, numbers []string) {
	room := min(c.width, cardWidth) - 1
	for _, cells := range numberCells {
		room -= cells
	}
	text := ""
	for i, n := range numbers {
		text += fmt.Sprintf("%*s", numberCells[i], n)
	}
	if room < leastName {
		c.print(piece{}, name)
		c.print(piece{}, piece{numberStyle, text})
		return
	}
	lines := wrap([]piece{name}, room)
	last := len(lines) - 1
	for _, line := range lines[:last] {
		c.WriteString(paint(line, c.color) + "\n")
	}
	gap := strings.Repeat(" ", room-width(paint(lines[last], false)))
	c.WriteString(paint(append(lines[last], piece{numberStyle, gap + text}), c.color) + "\n")
}

// figures prints what the points come to.
func (c card) figures(all scorecard.Card) {
	for _, figure := range []struct{ name, value string }{
		{"words evaluated", english.Figures(all.Words)},
		{"penalty points", english.Figures(all.Counts().Penalty())},
		{"points per word", fmt.Sprintf("%.4f", all.PerWord())},
		{"points per " + english.Figures(mqm.ReferenceWords) + " words", fmt.Sprintf("%.2f", all.Normed())},
		{"overall quality score", fmt.Sprintf("%.2f", all.Score())},
	} {
		c.print(piece{}, piece{plain, fmt.Sprintf("%-24s%12s", figure.name, figure.value)})
	}
	c.WriteByte('\n')
}

// verdict says whether the mark is reached and, if not, why.
func (c card) verdict(r scorecard.Report) {
	failed, critical := 0, r.All.Counts()[mqm.Critical]
	for _, f := range r.Files {
		if !f.Passes() {
			failed++
		}
	}
	word, style := verdict(r.Passes())
	why := fmt.Sprintf(": the pass mark is %v", r.All.Model.Pass)
	if r.All.Model.Scaling != scorecard.Default.Scaling {
		why += fmt.Sprintf(", the scaling factor %v", r.All.Model.Scaling)
	}
	if critical > 0 {
		why += ", and a critical error fails a text"
	}
	if len(r.Files) > 1 && failed > 0 {
		why += fmt.Sprintf("; %s of %s files failed", english.Figures(failed), english.Figures(len(r.Files)))
	}
	c.print(piece{}, piece{style, word}, piece{plain, why + "."})
}
