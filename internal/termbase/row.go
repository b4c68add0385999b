package termbase

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
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
func (g *Glossary) addRows(f File, kind string) error {
	for _, from := range f.Rows {
		r := row{file: f.Name, line: from.Line, columns: RowColumns}
		for _, c := range from.cells() {
			if *c != strings.TrimSpace(*c) {
				return r.errorf("stray space around %q", *c)
			}
			r.cells = append(r.cells, norm.NFC.String(*c))
		}
		if err := g.addTerm(Kind(kind), f.Layer, r); err != nil {
			return err
		}
	}
	for _, s := range f.Sources {
		if !slices.Contains(Standings, s.Standing) {
			return fmt.Errorf("%s: source %q: unknown standing %q%s", f.Name, s.ID, s.Standing, hint(s.Standing, Standings))
		}
		if before, twice := g.Sources[s.ID]; twice && before != s {
			return fmt.Errorf("%s: source %q stands twice: %s; %s", f.Name, s.ID, before, s)
		}
		g.Sources[s.ID] = s
	}
	return nil
}

// Rows are the terms of the glossary as rows, in its order: what a higher
// layer made of them, days written out, without the titles that are made of
// posts.
func (g *Glossary) Rows() []Row {
	type place struct {
		file string
		line int
	}
	posts := map[place]bool{}
	for _, p := range g.Posts {
		posts[place{p.row.file, p.row.line}] = true
	}
	var rows []Row
	for _, e := range g.Entries {
		for _, t := range e.Terms {
			if posts[place{t.File, t.Line}] {
				continue
			}
			rows = append(rows, Row{
				Kind: string(e.Kind), ID: e.ID, Lang: t.Lang, Status: t.Status.String(), Term: t.Text,
				Type: string(t.Type), Scope: strings.Join(t.Scope, " "), Since: t.Since.String(), Until: t.Until.String(),
				Certainty: t.Certainty, Unless: strings.Join(t.Unless, " | "), Source: strings.Join(t.Sources, " "), Note: t.Note,
				Line: t.Line,
			})
		}
	}
	return rows
}
