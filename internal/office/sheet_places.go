package office

import (
	"fmt"
	"strconv"
	"strings"

	"rectify/internal/markup"
)

// place is a cell of a sheet by its row and column, both from 1.
type place struct{ row, column int }

// String is the place as people write it: B4.
func (p place) String() string {
	var letters string
	for n := p.column; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters + strconv.Itoa(p.row)
}

// widestColumn is XFD, the last that a sheet has.
const widestColumn = 16384

// parsePlace reads a place such as B4 or $B$4.
func parsePlace(text string) (p place, ok bool) {
	text = strings.ReplaceAll(text, "$", "")
	digits := strings.TrimLeft(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	for _, letter := range text[:len(text)-len(digits)] {
		if p.column = p.column*26 + int(letter-'A') + 1; p.column > widestColumn {
			return p, false
		}
	}
	row, err := strconv.Atoi(digits)
	p.row = row
	return p, err == nil && row > 0 && p.column > 0
}

// heads are the first rows of tables: by their row, the first and the last column
// of each.
type heads map[int][][2]int

// hold reports whether a cell lies in one of the rows.
func (h heads) hold(p place) bool {
	for _, columns := range h[p.row] {
		if columns[0] <= p.column && p.column <= columns[1] {
			return true
		}
	}
	return false
}

// tableHeads are the cells of a sheet whose text names the columns of a table. A
// table names its columns once more in a part of its own, and a workbook in which
// the two differ is broken: the names are fixed.
func (r *reader) tableHeads(sheet string) (heads, error) {
	relations, err := r.relations(sheet)
	if err != nil {
		return nil, err
	}
	found := heads{}
	for _, relation := range relations {
		if relation.kind != "table" {
			continue
		}
		p, err := r.archive.open(relation.target)
		if err != nil {
			return nil, err
		}
		t, err := p.Root()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		found.add(t)
	}
	return found, nil
}

// add takes the head of a table, if it isn't said to have none.
func (h heads) add(table markup.Token) {
	from, to, _ := strings.Cut(table.Get("ref"), ":")
	first, ok := parsePlace(from)
	last, okay := parsePlace(to)
	if ok && okay && table.Get("headerRowCount") != "0" {
		h[first.row] = append(h[first.row], [2]int{first.column, last.column})
	}
}
