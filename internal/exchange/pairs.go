package exchange

import (
	"strings"

	"rectify/internal/english"
	"rectify/internal/termbase"
)

// pair is one row of a table that has terms side by side: Chinese and English,
// or a rendering to flag and the one to use.
type pair struct {
	line                                   int
	id, kind, zh, en, wrong, note, sources string
}

// concept is an entry as it is put together from pairs.
type concept struct {
	id, kind      string
	zh, en, wrong []termbase.Row
	seen          map[string]bool // terms with their roles
}

// concepts finds the entry that a pair belongs to: by its id, its Chinese, or
// the English to use.
type concepts struct {
	all              []*concept
	byID, byZh, byEn map[string]*concept
}

func (c *concepts) of(p pair) *concept {
	var found *concept
	switch {
	case p.id != "":
		found = c.byID[p.id]
	case p.zh != "":
		found = c.byZh[p.zh]
	default:
		found = c.byEn[strings.ToLower(p.en)]
	}
	if found == nil {
		found = &concept{id: p.id, seen: map[string]bool{}}
		c.all = append(c.all, found)
	}
	for _, by := range []struct {
		key string
		in  map[string]*concept
	}{{p.id, c.byID}, {p.zh, c.byZh}, {strings.ToLower(p.en), c.byEn}} {
		if by.key != "" && by.in[by.key] == nil {
			by.in[by.key] = found
		}
	}
	return found
}

// unknownColumns says which columns of a header have no role.
func (g grid) unknownColumns(roles []string) []Loss {
	var left []Loss
	head := g.records[0]
	for i, role := range roles {
		if role == "" && head.cells[i] != "" {
			left = append(left, lossf("%s: the column %q is left out", g.place(head.line, i), head.cells[i]))
		}
	}
	return left
}

// addPairs makes entries of rows whose columns have the given roles.
func (t *Table) addPairs(g grid, roles []string, records []record) error {
	cite := newCitations()
	var pairs []pair
	without := 0
	for _, r := range records {
		if err := g.fits(r, len(roles)); err != nil {
			return err
		}
		p := pair{line: r.line}
		for i, cell := range r.cells[:min(len(roles), len(r.cells))] {
			p.set(roles[i], cell, cite)
		}
		if p.en == "" {
			without++
			continue
		}
		pairs = append(pairs, p)
	}
	if without > 0 {
		t.Left = append(t.Left, lossf("%s: %s without English to use %s left out", g.name, english.Count(without, "row"), are(without)))
	}
	rows, left := entriesOf(g, pairs)
	t.Rows = append(t.Rows, rows...)
	t.Left = append(t.Left, left...)
	t.Sources = append(t.Sources, cite.sources...)
	return nil
}

func (p *pair) set(role, cell string, cite *citations) {
	switch role {
	case "id":
		p.id = strings.Join(strings.Fields(cell), "-")
	case "kind":
		p.kind = cell
	case "zh":
		p.zh = cell
	case "en":
		p.en = cell
	case "wrong":
		p.wrong = cell
	case "note":
		p.note = cell
	case "source":
		p.sources = cite.key(cell)
	}
}

// entriesOf makes the rows of entries of pairs: the first English of an entry
// is the one to use, others are right too, and what is wrong is wrong for sure.
func entriesOf(g grid, pairs []pair) ([]termbase.Row, []Loss) {
	c := concepts{byID: map[string]*concept{}, byZh: map[string]*concept{}, byEn: map[string]*concept{}}
	same := 0
	for _, p := range pairs {
		e := c.of(p)
		if e.kind == "" {
			e.kind = p.kind
		}
		row := termbase.Row{Source: p.sources, Line: p.line}
		if p.wrong == "" {
			row.Note = p.note
		}
		e.zh = e.with(e.zh, row, "zh", p.zh)
		e.en = e.with(e.en, row, "en", p.en)
		row.Note = p.note
		if strings.EqualFold(p.wrong, p.en) {
			same++
			continue
		}
		e.wrong = e.with(e.wrong, row, "wrong", p.wrong)
	}
	var left []Loss
	if same > 0 {
		left = append(left, lossf("%s: in %s wrong and right are one but for capitals: nothing to flag", g.name, english.Count(same, "row")))
	}
	taken := names{}
	for id := range c.byID {
		taken[id] = 1
	}
	var rows []termbase.Row
	for _, e := range c.all {
		if e.id == "" {
			e.id = taken.unique(slug(e.en[0].Term))
		}
		rows = append(rows, e.rows()...)
	}
	return rows, left
}

// with adds a term of the concept to those of its role, unless it is there. The
// note of a pair is about the English.
func (e *concept) with(rows []termbase.Row, row termbase.Row, role, term string) []termbase.Row {
	row.Lang, row.Term = "en", term
	key := role + strings.ToLower(term)
	if role == "zh" {
		row.Lang, row.Note = "zh", ""
		key = role + term
	}
	if term == "" || e.seen[key] {
		return rows
	}
	e.seen[key] = true
	return append(rows, row)
}

func (e *concept) rows() []termbase.Row {
	var out []termbase.Row
	for _, group := range []struct {
		terms       []termbase.Row
		first, rest termbase.Status
	}{
		{e.zh, termbase.Preferred, termbase.Admitted},
		{e.en, termbase.Preferred, termbase.Admitted},
		{e.wrong, termbase.Deprecated, termbase.Deprecated},
	} {
		status := group.first
		for _, r := range group.terms {
			r.ID, r.Kind, r.Status = e.id, e.kind, status.String()
			out = append(out, r)
			status = group.rest
		}
	}
	return out
}
