package exchange

import (
	"cmp"
	"slices"
	"strings"

	"rectify/internal/english"
	"rectify/internal/termbase"
)

// tbxWanted are the elements that are read one after the other: an entry of
// TBX 3, TBX 2 and TBX-Min, and a source of the bibliography.
var tbxWanted = []string{"conceptEntry", "termEntry", "entry", "refObject"}

// tbxReader makes rows of the entries of a TBX file in any version and style.
// A data category is the type of an element in DCA style, its tag in DCT.
type tbxReader struct {
	name string
	rows []termbase.Row
	// cited are the sources of each row, in the words of the file.
	cited   [][]string
	sources []termbase.Source
	ids     names
	// unknown counts data categories, foreign the terms in other languages;
	// the others the entries and terms that no glossary can hold.
	unknown, foreign           tally
	empty, twice, second, idle int
	undated                    int
}

func newTBXReader(name string) *tbxReader {
	return &tbxReader{name: name, ids: names{}, unknown: tally{}, foreign: tally{}}
}

func (r *tbxReader) visit(e *element) {
	if e.name == "refObject" {
		r.addSource(e)
		return
	}
	r.addEntry(e)
}

// category is what an element says: a data category, or a part of the
// structure.
func category(e *element) string {
	switch e.name {
	case "admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref":
		return e.attributes["type"]
	}
	return e.name
}

// facts are what stands in an element, with what its groups are about in the
// place of the groups. What else a group holds is about that, and not about the
// term: it is counted.
func (r *tbxReader) facts(e *element) []*element {
	var out []*element
	for _, c := range e.children {
		switch {
		case c.name == "":
			continue
		case c.name == "termGrp":
			out = append(out, r.facts(c)...)
			continue
		case !strings.HasSuffix(c.name, "Grp"):
			out = append(out, c)
			continue
		}
		first := true
		for _, inner := range c.children {
			switch {
			case inner.name == "":
			case first:
				out = append(out, inner)
				first = false
			default:
				r.unknown[category(inner)]++
			}
		}
	}
	return out
}

// addEntry reads one entry: its own facts, then its terms.
func (r *tbxReader) addEntry(e *element) {
	var id, kind string
	var notes []string
	var terms []tbxTerm
	for _, c := range r.facts(e) {
		switch category(c) {
		case "langSec", "langSet", "langGroup":
			terms = append(terms, r.termsOf(c)...)
		case kindCategory:
			if kind != "" {
				r.unknown[kindCategory]++
				continue
			}
			kind = c.content()
		case "note":
			text := c.content()
			if column, cell, ok := unmarkedNote(text); ok && column == "id" {
				id = cell
			} else {
				notes = append(notes, text)
			}
		default:
			r.unknown[category(c)]++
		}
	}
	terms = r.mended(terms)
	best := slices.IndexFunc(terms, func(t tbxTerm) bool {
		return t.Lang == "en" && t.Status == termbase.Preferred.String()
	})
	if best < 0 && !slices.ContainsFunc(terms, func(t tbxTerm) bool { return t.Lang == "en" }) && id == "" {
		r.empty++
		return
	}
	if id == "" {
		id = r.ids.unique(slug(terms[max(best, 0)].Term))
	} else {
		r.ids[id] = max(r.ids[id], 1)
	}
	for i, t := range terms {
		if i == max(best, 0) && len(notes) > 0 {
			t.Note = strings.Join(slices.DeleteFunc(append([]string{t.Note}, notes...), func(n string) bool { return n == "" }), "; ")
		}
		t.ID, t.Kind = id, kind
		r.rows = append(r.rows, t.Row)
		r.cited = append(r.cited, t.cited)
	}
}

// tbxTerm is a row with its sources in the words of the file, and whether the
// file says its status.
type tbxTerm struct {
	termbase.Row
	cited  []string
	stated bool
}

// termsOf reads the terms of a language.
func (r *tbxReader) termsOf(e *element) []tbxTerm {
	lang := langOf(e.attributes["lang"])
	var out []tbxTerm
	for _, c := range r.facts(e) {
		switch c.name {
		case "termSec", "tig", "ntig", "termGroup":
			if lang == "" {
				r.foreign[cmp.Or(e.attributes["lang"], "none named")]++
				continue
			}
			if t := r.term(c); t.Term != "" {
				t.Lang = lang
				out = append(out, t)
			}
		default:
			if lang != "" {
				r.unknown[category(c)]++
			}
		}
	}
	return out
}

// term reads one term with what is said of it.
func (r *tbxReader) term(e *element) tbxTerm {
	t := tbxTerm{Row: termbase.Row{Line: e.line}}
	term := ""
	for _, c := range r.facts(e) {
		text := c.content()
		switch category(c) {
		case "term":
			term = text
		case statusCategory, "normativeAuthorization", "termStatus":
			if status, ok := statusOf(text); ok && !t.stated {
				t.Status, t.stated = status.String(), true
			} else {
				r.unknown[category(c)+" "+text]++
			}
		case typeCategory:
			kind, ok := termTypeOf(text)
			if !ok {
				r.unknown[typeCategory+" "+text]++
			}
			t.Type = string(kind)
		case scopeCategory:
			known := slices.Concat(termbase.Houses, termbase.Registers)
			if words := strings.Fields(text); slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(known, w) }) {
				r.unknown[scopeCategory]++
			} else {
				t.Scope = strings.Join(words, " ")
			}
		case sourceCategory:
			t.cited = append(t.cited, text)
		case "note":
			if column, cell, ok := unmarkedNote(text); ok && column != "id" && *t.Cell(column) == "" {
				*t.Cell(column) = cell
			} else if t.Note != "" {
				t.Note += "; " + text
			} else {
				t.Note = text
			}
		default:
			r.unknown[category(c)]++
		}
	}
	if clean(termbase.Plain(t.Term)) != term {
		t.Term = term
	}
	return t
}

// addSource reads an object of the bibliography. Only those with a key and a
// standing are sources of a glossary.
func (r *tbxReader) addSource(e *element) {
	var s termbase.Source
	for _, item := range e.children {
		if i := slices.Index(termbase.SourceColumns, item.attributes["type"]); i >= 0 {
			*sourceCells(&s)[i] = item.content()
		}
	}
	if s.ID == "" || !slices.Contains(termbase.Standings, s.Standing) {
		r.unknown["refObject"]++
		return
	}
	r.sources = append(r.sources, s)
}

// table is what was read.
func (r *tbxReader) table() Table {
	known := map[string]bool{}
	cite := newCitations()
	for _, s := range r.sources {
		known[s.ID], cite.ids[s.ID] = true, 1
	}
	for i := range r.rows {
		var keys []string
		for _, text := range r.cited[i] {
			key, _, _ := strings.Cut(text, ": ")
			if !known[key] {
				key = cite.key(text)
			}
			if key != "" {
				keys = append(keys, key)
			}
		}
		r.rows[i].Source = strings.Join(keys, " ")
	}
	t := Table{Rows: r.rows, Sources: append(r.sources, cite.sources...)}
	for _, l := range []struct {
		n    int
		what string
	}{
		{len(r.unknown), "data that a glossary has no place for: " + r.unknown.list()},
		{len(r.foreign), "terms in other languages than Chinese and English: " + r.foreign.list()},
		{r.empty, english.Count(r.empty, "entry") + " without English"},
		{r.twice, english.Count(r.twice, "term") + " that stood twice in an entry"},
		{r.idle, english.Count(r.idle, "rendering") + " to flag in entries without one to use"},
	} {
		if l.n > 0 {
			t.Left = append(t.Left, lossf("%s: left out: %s", r.name, l.what))
		}
	}
	if r.second > 0 {
		t.Left = append(t.Left, lossf("%s: %s beside the first of an entry %s taken as admitted", r.name, english.Count(r.second, "preferred term"), are(r.second)))
	}
	if r.undated > 0 {
		t.Left = append(t.Left, lossf("%s: %s without a last day %s taken as likely wrong", r.name, english.Count(r.undated, "superseded term"), are(r.undated)))
	}
	return t
}
