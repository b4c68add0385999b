package exchange

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rectify/internal/chinese"
	"rectify/internal/nearest"
	"rectify/internal/termbase"
)

// grid is a table as it was read, cells cleaned, the header first.
type grid struct {
	name    string
	records []record
	// place names a cell for an error; columns count from 0.
	place func(line, column int) string
}

func (g grid) errorf(line, column int, format string, args ...any) error {
	return fmt.Errorf("%s: %s", g.place(line, column), fmt.Sprintf(format, args...))
}

// shape is what the header of a table says that its rows are.
type shape int

const (
	unknownShape shape = iota
	// rowShape: a term a row, as rectify's own files have it.
	rowShape
	// sourceShape: a source a row.
	sourceShape
	// pairShape: terms side by side, Chinese and English or wrong and right.
	pairShape
)

func (g grid) shape() shape {
	if len(g.records) == 0 {
		return unknownShape
	}
	header := folded(g.records[0].cells)
	has := func(name string) bool { return slices.Contains(header, name) }
	roles := rolesOf(header)
	plays := func(role string) bool { return slices.Contains(roles, role) }
	switch {
	case plays("en") && (plays("zh") || plays("wrong")):
		return pairShape
	case has("lang") || has("status"):
		return rowShape
	case has("id") && has("standing"):
		return sourceShape
	}
	return unknownShape
}

// folded is a header in lower case, without the empty cells at its end.
func folded(cells []string) []string {
	var out []string
	for _, c := range cells {
		out = append(out, strings.ToLower(strings.Join(strings.FieldsFunc(c, func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")))
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}

// noHeader is what to do about a table without one.
const noHeader = "no header that rectify knows: begin with a line zh,en for terms, wrong,right for corrections, or id,lang,status,term for rows"

// add takes the rows of a grid into the table.
func (t *Table) add(g grid) error {
	if len(g.records) == 0 {
		return nil
	}
	switch g.shape() {
	case rowShape:
		return t.addRows(g)
	case sourceShape:
		return t.addSources(g)
	case pairShape:
		roles := rolesOf(folded(g.records[0].cells))
		t.Left = append(t.Left, g.unknownColumns(roles)...)
		return t.addPairs(g, roles, g.records[1:])
	}
	first := g.records[0]
	if roles := bilingual(first.cells); roles != nil {
		t.Left = append(t.Left, lossf("%s: no header: the first column is taken for %s, the second for %s", g.place(first.line, 0), languages[roles[0]], languages[roles[1]]))
		return t.addPairs(g, roles, g.records)
	}
	return g.errorf(first.line, 0, "%s", noHeader)
}

var languages = map[string]string{"zh": "Chinese", "en": "English"}

// bilingual tells by a row without a header which of its two cells is Chinese;
// nil where they are of one language. Which of two English cells is the wrong
// one nothing tells.
func bilingual(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) != 2 || cells[0] == "" {
		return nil
	}
	switch a, b := chinese.In(cells[0]), chinese.In(cells[1]); {
	case a && !b:
		return []string{"zh", "en"}
	case b && !a:
		return []string{"en", "zh"}
	}
	return nil
}

// columns finds the known columns in the header, as a glossary's file has
// them, and makes sure that those are there that must be.
func (g grid) columns(known, required []string) ([]string, error) {
	head := g.records[0]
	header := folded(head.cells)
	for i, name := range header {
		if !slices.Contains(known, name) {
			hint := ""
			if near := nearest.Nearest(name, known); near != "" {
				hint = fmt.Sprintf(" (did you mean %q?)", near)
			}
			return nil, g.errorf(head.line, i, "unknown column %q%s; the columns are %s", head.cells[i], hint, strings.Join(known, ", "))
		}
		if slices.Contains(header[:i], name) {
			return nil, g.errorf(head.line, i, "column %q stands twice", name)
		}
	}
	for _, name := range required {
		if !slices.Contains(header, name) {
			return nil, g.errorf(head.line, 0, "no column %q; the columns are %s", name, strings.Join(known, ", "))
		}
	}
	return header, nil
}

// fits makes sure that a row has no cell beyond the header.
func (g grid) fits(r record, columns int) error {
	n := len(r.cells)
	for n > columns && r.cells[n-1] == "" {
		n--
	}
	if n > columns {
		return g.errorf(r.line, n-1, "%d columns, but the header has %d", n, columns)
	}
	return nil
}

func (t *Table) addRows(g grid) error {
	columns, err := g.columns(termbase.RowColumns, []string{"id", "lang", "status", "term"})
	if err != nil {
		return err
	}
	for _, r := range g.records[1:] {
		if err := g.fits(r, len(columns)); err != nil {
			return err
		}
		row := termbase.Row{Line: r.line}
		for i, name := range columns[:min(len(columns), len(r.cells))] {
			*row.Cell(name) = r.cells[i]
		}
		t.Rows = append(t.Rows, row)
	}
	return nil
}

func (t *Table) addSources(g grid) error {
	columns, err := g.columns(termbase.SourceColumns, termbase.SourceColumns[:1])
	if err != nil {
		return err
	}
	for _, r := range g.records[1:] {
		if err := g.fits(r, len(columns)); err != nil {
			return err
		}
		var s termbase.Source
		for i, name := range columns[:min(len(columns), len(r.cells))] {
			*sourceCells(&s)[slices.Index(termbase.SourceColumns, name)] = r.cells[i]
		}
		if !slices.Contains(termbase.Standings, s.Standing) {
			return g.errorf(r.line, slices.Index(columns, "standing"), "unknown standing %q; there are %s", s.Standing, strings.Join(termbase.Standings, ", "))
		}
		t.Sources = append(t.Sources, s)
	}
	return nil
}
