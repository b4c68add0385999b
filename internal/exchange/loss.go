package exchange

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rectify/internal/english"
	"rectify/internal/termbase"
)

// said is what the columns of a row are to a person who reads of a loss.
var said = map[string]string{
	"type": "a type", "scope": "a house or register", "since": "a first day", "until": "a last day",
	"certainty": "a certainty", "unless": "phrases in which they are right", "source": "a source", "note": "a note", "kind": "a kind",
}

// lost says which cells of the table the format has no place for, a line a
// column.
func (f Format) lost(t Table) []Loss {
	var out []Loss
	for _, column := range f.lacks {
		n := 0
		for i := range t.Rows {
			if *t.Rows[i].Cell(column) != "" {
				n++
			}
		}
		if n > 0 {
			out = append(out, lossf("%s has no place for the %s column: %s with %s %s it", f.Name, column, english.Count(n, "row"), said[column], lose(n)))
		}
	}
	return out
}

func lose(n int) string {
	if n == 1 {
		return "loses"
	}
	return "lose"
}

func lossf(format string, args ...any) Loss { return Loss(fmt.Sprintf(format, args...)) }

// tally counts what was left out, by name.
type tally map[string]int

// mostNamed is how many names a person wants to read.
const mostNamed = 20

// list names what was counted, the most first: note (12), context (3).
func (t tally) list() string {
	names := slices.SortedFunc(maps.Keys(t), func(a, b string) int {
		if t[a] != t[b] {
			return t[b] - t[a]
		}
		return strings.Compare(a, b)
	})
	var parts []string
	for _, name := range names[:min(len(names), mostNamed)] {
		parts = append(parts, fmt.Sprintf("%.60s (%d)", name, t[name]))
	}
	if n := len(names) - len(parts); n > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", n))
	}
	return strings.Join(parts, ", ")
}

// isWrong reports whether a row is a rendering to flag.
func isWrong(r termbase.Row) bool {
	return r.Status == termbase.Deprecated.String() || r.Status == termbase.Superseded.String()
}
