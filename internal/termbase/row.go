package termbase

import (
	"slices"
	"strings"
)

// Row is one row of a glossary as text, for what is no file of tabs: a
// spreadsheet, a TBX file. Its cells hold what the columns of the same names
// do (see the glossary's README); Line is the line or spreadsheet row that an
// error is to name, from 1.
type Row struct {
	Kind, ID, Lang, Status, Term, Type, Scope, Since, Until, Certainty, Unless, Source, Note string

	Line int
}

// RowColumns name the cells of a Row: those of a term, and the kind.
var RowColumns = slices.Concat(TermColumns, []string{"kind"})

// cells are where a row holds its [RowColumns].
func (r *Row) cells() []*string {
	return []*string{
		&r.ID, &r.Lang, &r.Status, &r.Term, &r.Type, &r.Scope, &r.Since, &r.Until, &r.Certainty, &r.Unless,
		&r.Source, &r.Note, &r.Kind,
	}
}

// Cell is where a row holds the column of that name, or nil if there is none.
func (r *Row) Cell(column string) *string {
	if i := slices.Index(RowColumns, column); i >= 0 {
		return r.cells()[i]
	}
	return nil
}

// addRows adds the rows and sources of a file that has no text, held to the
// same rules as those of one that has.
func (c *contents) addRows(f File, kind Kind) {
	for _, from := range f.Rows {
		r := row{file: f.Name, line: from.Line, columns: RowColumns}
		for _, cell := range from.cells() {
			r.cells = append(r.cells, *cell)
		}
		c.note(r.tidy())
		c.note(c.addTerm(kind, f.Layer, r))
	}
	for _, s := range f.Sources {
		r := row{f.Name, 0, []string{s.ID, s.Title, s.Publisher, s.Date, s.Address, s.Standing}, SourceColumns}
		c.note(c.addSource(r))
	}
}

// rowOf is the row of a term, days written out.
func rowOf(t *Term) Row {
	return Row{
		Kind: string(t.Entry.Kind), ID: t.Entry.ID, Lang: t.Lang, Status: t.Status.String(), Term: t.Text,
		Type: string(t.Type), Scope: strings.Join(t.Scope, " "), Since: t.Since.String(), Until: t.Until.String(),
		Certainty: t.Certainty, Unless: strings.Join(t.Unless, " | "), Source: strings.Join(t.Sources, " "), Note: t.Note,
		Line: t.Line,
	}
}

// text is the row as a line of a file of the columns of terms.
func (r *Row) text() string {
	var cells []string
	for _, cell := range r.cells()[:len(TermColumns)] {
		cells = append(cells, *cell)
	}
	return strings.Join(cells, "\t")
}

// Rows are the terms of the glossary as rows, in its order: what a higher
// layer made of them, without the titles that are made of posts.
func (g *Glossary) Rows() []Row {
	var rows []Row
	for _, e := range g.Entries() {
		for _, t := range e.Terms {
			if !t.Derived() {
				rows = append(rows, rowOf(t))
			}
		}
	}
	return rows
}
