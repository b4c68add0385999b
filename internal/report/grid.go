package report

import (
	"bytes"
	"errors"
	"reflect"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twcache"
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

// grid renders the rows of all groups of a file, in columns, and returns those of
// each group. It is one table, and the same for every file, since a table of
// tablewriter costs more than a thousand rows.
func (t *table) grid(d *document.Document, all []*group) ([]string, error) {
	c := t.columns(d, all)
	t.rows.begin(c)
	heights := make([]int, len(all)) // in lines
	for n, g := range all {
		for _, r := range g.rows {
			cells, height := t.cells(d, r, c)
			heights[n] += height
			if err := t.rows.Append(cells); err != nil {
				return nil, err
			}
		}
	}
	if err := t.rows.Render(); err != nil {
		return nil, err
	}
	rest := t.rows.out.String()
	blocks := make([]string, len(all))
	for n, height := range heights {
		var block strings.Builder
		for range height {
			line, after, found := strings.Cut(rest, "\n")
			if !found {
				return nil, errors.New("lines are missing from a group of rows")
			}
			block.WriteString(indent.text)
			block.WriteString(strings.TrimRight(line, " "))
			block.WriteByte('\n')
			rest = after
		}
		blocks[n] = block.String()
	}
	return blocks, nil
}

// grid is a table without lines, into a buffer.
type grid struct {
	*tablewriter.Table
	out bytes.Buffer
}

func newGrid() *grid {
	var g grid
	g.Table = tablewriter.NewTable(&g.out,
		tablewriter.WithRenderer(&padded{renderer.NewBlueprint(), &g.out}),
		tablewriter.WithPadding(tw.PaddingNone),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithRowAutoFormat(tw.Off),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithTrimSpace(tw.Off),
		// All cells are strings. The cache for others would be made anew, and large,
		// each time that the table is.
		tablewriter.WithStringerCacheCustom(twcache.NewLRU[reflect.Type, reflect.Value](1)),
	)
	return &g
}

// padded renders nothing but the cells of rows, each as wide as its column. That of
// the library measures every cell again at each step.
type padded struct {
	*renderer.Blueprint
	out *bytes.Buffer
}

// Config is a rendition without lines.
func (padded) Config() tw.Rendition {
	return tw.Rendition{
		Borders:  tw.BorderNone,
		Symbols:  tw.NewSymbols(tw.StyleNone),
		Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
	}
}

// Row writes a line of cells.
func (p *padded) Row(cells []string, at tw.Formatting) {
	for i, cell := range cells {
		p.out.WriteString(cell)
		for range at.Row.Widths[i] - paintedWidth(cell) {
			p.out.WriteByte(' ')
		}
	}
	p.out.WriteByte('\n')
}

// paintedWidth is the number of cells of painted text.
func paintedWidth(text string) int {
	cells := 0
	for {
		before, after, found := strings.Cut(text, "\x1b")
		cells += width(before)
		if !found {
			return cells
		}
		_, text, _ = strings.Cut(after, "m")
	}
}

// begin empties the table, and gives it columns, whatever is to be in them.
func (g *grid) begin(c columns) {
	g.out.Reset()
	g.Reset()
	g.Configure(func(config *tablewriter.Config) {
		config.Widths.PerColumn = tw.Mapper[int, int]{
			0: c.places + len("  "), 1: c.found + len(" "), 2: len("> "), 3: c.suggested,
		}
	})
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
