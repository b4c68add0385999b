// Package mining finds in texts and their translations how terms are rendered: those
// of a glossary, with what the translators make of them, and new ones, Chinese that
// comes again with English that comes again. What it finds are rows of a glossary
// for a person to judge.
package mining

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/termbase"
)

// Text is an English document with its pairs.
type Text struct {
	*document.Document
	// Year is that of the text, 0 where nobody knows.
	Year int
}

// Mine reads the texts, and lists what it finds at least so many times: first the
// entries of the glossary, in its order, with every rendering that stands beside
// their Chinese; then new terms, those seen most often first. The note of a row says
// how often and in which years it was seen.
func Mine(g *termbase.Glossary, texts []Text, least int) []termbase.Row {
	c := newCorpus(g, texts)
	var rows []termbase.Row
	for _, e := range g.Entries() {
		if u := c.usage[e]; u != nil && u.count >= least {
			rows = append(rows, c.rendered(e, u, least)...)
		}
	}
	return append(rows, c.candidates(least)...)
}

// corpus is all pairs of the texts.
type corpus struct {
	pairs []pair
	// usage is how the entries are rendered.
	usage map[*termbase.Entry]*usage
	words index
}

// pair is a stretch of Chinese with its English.
type pair struct {
	// runs are its Chinese as words, in stretches that no mark and no known term parts.
	runs [][]string
	// english are the words of the rendering.
	english []word
	year    int
}

// usage is where an entry stands in the sources, and what stands beside it.
type usage struct {
	seen
	chinese    map[string]int
	renderings map[*termbase.Term]*seen
	// unknown are the pairs in which no rendering of it is known.
	unknown []int
}

// seen is how often, and in which years.
type seen struct{ count, first, last int }

func (s *seen) add(year int) {
	s.count++
	if year > 0 {
		if s.first == 0 || year < s.first {
			s.first = year
		}
		s.last = max(s.last, year)
	}
}

// String is as in "5 times, 2020 to 2024".
func (s seen) String() string {
	out := fmt.Sprintf("%d times", s.count)
	if s.count == 1 {
		out = "once"
	}
	switch {
	case s.first == 0:
	case s.first == s.last:
		out += fmt.Sprintf(", %d", s.first)
	default:
		out += fmt.Sprintf(", %d to %d", s.first, s.last)
	}
	return out
}

func newCorpus(g *termbase.Glossary, texts []Text) *corpus {
	c := &corpus{usage: map[*termbase.Entry]*usage{}}
	sources := map[string]bool{}
	for _, t := range texts {
		found := g.Find(t.Document, termbase.Usage{})
		for _, p := range t.Pairs {
			// What is quoted again and again is one witness.
			key := p.Source + "\n" + t.Slice(p.Span)
			if p.Source != "" && p.Len() > 0 && !sources[key] {
				sources[key] = true
				c.add(g, t, p, found.Matches)
			}
		}
		found.Release()
	}
	c.words = newIndex(c.pairs)
	return c
}

// add reads one pair.
func (c *corpus) add(g *termbase.Glossary, t Text, p document.Pair, matches []termbase.Match) {
	n := len(c.pairs)
	terms := g.SourceTerms(p.Source)
	c.pairs = append(c.pairs, pair{runs(g, p.Source, terms), words(t.Slice(p.Span)), t.Year})
	here := map[*termbase.Entry]bool{}
	for _, term := range terms {
		e := term.Entries[0]
		if len(term.Entries) > 1 || here[e] {
			continue
		}
		here[e] = true
		u := c.usage[e]
		if u == nil {
			u = &usage{chinese: map[string]int{}, renderings: map[*termbase.Term]*seen{}}
			c.usage[e] = u
		}
		u.add(t.Year)
		u.chinese[term.Chinese]++
		known := false
		for _, m := range matches {
			if m.Term.Entry != e || !p.Contains(m.Span) {
				continue
			}
			if u.renderings[m.Term] == nil {
				u.renderings[m.Term] = &seen{}
			}
			u.renderings[m.Term].add(t.Year)
			known = true
		}
		if !known && !shielded(e, t.Slice(p.Span)) {
			u.unknown = append(u.unknown, n)
		}
	}
}

// shielded reports whether a right rendering of an entry stands in a text all the
// same, inside a longer term.
func shielded(e *termbase.Entry, text string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc(e.Terms, func(t *termbase.Term) bool {
		return t.Lang == "en" && t.Status != termbase.Deprecated && strings.Contains(lower, strings.ToLower(termbase.Plain(t.Text)))
	})
}

// rendered are the rows of an entry: its Chinese, then its renderings, the one seen
// most often first, then what stands where none of them does.
func (c *corpus) rendered(e *termbase.Entry, u *usage, least int) []termbase.Row {
	note := "seen " + u.String()
	if n := len(u.unknown); n > 0 {
		note += fmt.Sprintf("; %s without a rendering that the glossary knows", times(n))
	}
	row := termbase.Row{Kind: string(e.Kind), ID: e.ID}
	rows := []termbase.Row{with(row, "zh", termbase.Preferred.String(), e.Chinese(), note)}
	var terms []*termbase.Term
	for _, t := range e.Terms {
		if u.renderings[t] != nil {
			terms = append(terms, t)
		}
	}
	slices.SortStableFunc(terms, func(a, b *termbase.Term) int {
		return cmp.Compare(u.renderings[b].count, u.renderings[a].count)
	})
	for i, t := range terms {
		note := "seen " + u.renderings[t].String()
		switch {
		case t.Status == termbase.Deprecated:
			note += "; the glossary lists it as wrong"
		case i == 0 && t.Status != termbase.Preferred && t.Type == termbase.Variant:
			note += "; more often than the one that the glossary prefers"
		}
		rows = append(rows, with(row, "en", t.Status.String(), t.Text, note))
	}
	if found, ok := c.beside(u.unknown, least); ok {
		rows = append(rows, with(row, "en", termbase.Admitted.String(), found.text, fmt.Sprintf("not in the glossary; beside it in %d of %d", found.count, len(u.unknown))))
	}
	return rows
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func with(r termbase.Row, lang, status, term, note string) termbase.Row {
	r.Lang, r.Status, r.Term, r.Note = lang, status, term, note
	r.Term = strings.TrimSpace(r.Term)
	return r
}
