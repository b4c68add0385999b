package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"rectify/internal/document"
)

// columns are the cells that the columns of a file's table take: where, what
// was found and, after an arrow, what is suggested.
type columns struct{ places, found, suggested int }

// widestPlaces keeps a long list of places from pushing the texts far right.
const widestPlaces = 24

// gaps are the cells between the columns, the arrow included.
const gaps = len("  ") + len(" > ")

// columns gives every column what its widest cell needs, as far as the width
// goes: places take a quarter at most, and of the texts the narrower one is
// served first.
func (t *table) columns(d *document.Document, all []*group) columns {
	var need columns
	for _, g := range all {
		for _, r := range g.rows {
			need.places = max(need.places, width(paint(places(d, r, 0)[0], false)))
			need.found = max(need.found, width(r.found))
			for i, s := range r.suggestions {
				need.suggested = max(need.suggested, width(alternative(i)+s))
			}
		}
	}
	free := t.width - width(indent.text) - gaps
	need.places = min(need.places, free/4, widestPlaces)
	free -= need.places
	half := free / 2
	switch {
	case need.found+need.suggested <= free:
	case need.found <= half:
		need.suggested = free - need.found
	case need.suggested <= half:
		need.found = free - need.suggested
	default:
		need.found, need.suggested = half, free-half
	}
	need.suggested = max(need.suggested, 1)
	return need
}

// alternative is what stands before the suggestions after the first.
func alternative(i int) string {
	if i == 0 {
		return ""
	}
	return "or "
}

// grid renders the rows of all groups, in columns, and returns those of each
// group. It is one table, since a table of tablewriter costs more than a
// thousand rows.
func (t *table) grid(d *document.Document, all []*group) ([]string, error) {
	c := t.columns(d, all)
	var out bytes.Buffer
	grid := newGrid(&out, c)
	heights := make([]int, len(all)) // in lines
	for n, g := range all {
		for _, r := range g.rows {
			cells, height := t.cells(d, r, c)
			heights[n] += height
			if err := grid.Append(cells); err != nil {
				return nil, err
			}
		}
	}
	if err := grid.Render(); err != nil {
		return nil, err
	}
	lines := strings.Split(out.String(), "\n")
	blocks := make([]string, len(all))
	for n, height := range heights {
		if height > len(lines) {
			return nil, fmt.Errorf("%d lines are missing from a group of rows", height-len(lines))
		}
		var block strings.Builder
		for _, line := range lines[:height] {
			block.WriteString(indent.text + strings.TrimRight(line, " ") + "\n")
		}
		blocks[n], lines = block.String(), lines[height:]
	}
	return blocks, nil
}

// newGrid is a table without lines, and with the given columns whatever is in
// them.
func newGrid(w io.Writer, c columns) *tablewriter.Table {
	return tablewriter.NewTable(w,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Symbols:  tw.NewSymbols(tw.StyleNone),
			Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
		})),
		tablewriter.WithPadding(tw.PaddingNone),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithRowAutoFormat(tw.Off),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithColumnWidths(tw.Mapper[int, int]{
			0: c.places + len("  "), 1: c.found + len(" "), 2: len("> "), 3: c.suggested,
		}),
	)
}

// cells are the cells of a row, and the lines that the longest has. Each is
// wrapped before it is colored, since tablewriter would cut a long word
// without a mark.
func (t *table) cells(d *document.Document, r *row, c columns) (cells []string, height int) {
	arrow := [][]piece{{{plain, ""}}}
	var suggestions [][]piece
	for i, s := range r.suggestions {
		arrow = [][]piece{{{plain, "→"}}}
		suggestions = append(suggestions, wrap([]piece{{plain, alternative(i)}, {right, s}}, c.suggested)...)
	}
	for _, lines := range [][][]piece{places(d, r, c.places), wrap([]piece{{wrong, r.found}}, c.found), arrow, suggestions} {
		height = max(height, len(lines))
		painted := make([]string, len(lines))
		for i, l := range lines {
			painted[i] = paint(l, t.color)
		}
		cells = append(cells, strings.Join(painted, "\n"))
	}
	return cells, height
}
