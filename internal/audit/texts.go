package audit

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/termbase"
)

// hidden looks for flagged renderings that are not found where they stand
// alone.
func hidden(p *pass) {
	p.terms(func(t *termbase.Term) {
		if t.Lang != "en" || t.Status != termbase.Deprecated || len(t.Scope) > 0 {
			return
		}
		found := p.whole.Find(asDocument("", termbase.Example(t.Text)), termbase.Usage{Day: t.Since})
		if !slices.ContainsFunc(found.Matches, func(m termbase.Match) bool { return m.Term.Wrong("", t.Since) }) {
			p.report(t, "%q is never found: a right term or a phrase in which it is right hides it", t.Text)
		}
	})
	for _, e := range p.Patterns {
		found := func(verb string) bool {
			text := termbase.Example(strings.ReplaceAll(e.Terms[0].Text, termbase.VerbSlot, verb))
			return len(p.whole.Find(asDocument("", text), termbase.Usage{}).Awkward) > 0
		}
		if !slices.ContainsFunc(termbase.Verbs, found) {
			p.report(e.Terms[0], "%q is never found: a term of the glossary hides it", e.Terms[0].Text)
		}
	}
}

// nested looks for right renderings that hold a rendering which is flagged for
// a part of their Chinese.
func nested(p *pass) {
	p.terms(func(t *termbase.Term) {
		if t.Lang != "en" || t.Status > termbase.Admitted {
			return
		}
		for _, m := range p.flagged.Find(asDocument("", termbase.Example(t.Text)), termbase.Usage{}).Matches {
			part := p.Entry(m.Term.Entry.ID)
			if rightAround(t.Text, m.Start, m.End, part) {
				continue
			}
			if m.Deviation&termbase.Faults == 0 && m.Term.Certainty != "advice" && part != t.Entry && holdsChinese(t.Entry, part) {
				p.report(t, "%q holds %q, which is flagged for %s (%s)", t.Text, m.Term.Text, part.Chinese(), m.Term.Place())
			}
		}
	})
}

// rightAround reports whether the bytes from start to end of a text lie inside a
// right rendering of an entry: of the All-China Federation a China Federation
// is a part.
func rightAround(text string, start, end int, e *termbase.Entry) bool {
	return slices.ContainsFunc(e.Terms, func(t *termbase.Term) bool {
		at := strings.Index(text, t.Text)
		return t.Lang == "en" && t.Status <= termbase.Admitted && at >= 0 && at <= start && end <= at+len(t.Text)
	})
}

// holdsChinese reports whether Chinese of one entry stands in Chinese of
// another, and is not all of it.
func holdsChinese(whole, part *termbase.Entry) bool {
	for _, a := range whole.Terms {
		for _, b := range part.Terms {
			if a.Lang == "zh" && b.Lang == "zh" && a.Text != b.Text && strings.Contains(a.Text, b.Text) {
				return true
			}
		}
	}
	return false
}

// firesOnOwn looks for flagged renderings in the titles of the sources: what
// official houses write themselves can't be wrong. A compilation may be.
func firesOnOwn(p *pass) {
	for _, key := range slices.Sorted(maps.Keys(p.Sources)) {
		s := p.Sources[key]
		if s.Standing == "compiled" {
			continue
		}
		day, _ := termbase.ParseDate(s.Date)
		p.fires(asDocument(fmt.Sprintf("the title of source %q", key), s.Title), day)
	}
}

// firesOnClean looks for flagged renderings in good texts.
func firesOnClean(p *pass) {
	for _, d := range p.audit.Clean {
		p.fires(d, termbase.Date{})
	}
}

// fires reports the rows whose flagged rendering a document holds.
func (p *pass) fires(d *document.Document, day termbase.Date) {
	found := p.whole.Find(d, termbase.Usage{Day: day})
	for _, m := range slices.Concat(found.Matches, found.Awkward) {
		if e := m.Term.Entry; e.Pattern != nil && len(e.Pattern.After) > 0 {
			continue // the wording alone is right
		}
		if m.Term.Status == termbase.Deprecated && m.Term.Wrong("", day) && m.Term.Certainty != "advice" {
			p.report(m.Term, "%q stands in %s, line %d: %q", m.Term.Text, d.Path, d.Position(m.Start).Line, d.Slice(m.Span))
		}
	}
}
