package checks

import (
	"cmp"
	"fmt"
	"slices"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
	"rectify/internal/wording"
)

// TermInconsistent reports one thing under several names.
var TermInconsistent = &check.Check{
	ID: "term/inconsistent",
	Doc: check.Doc{
		Title: "one term under several renderings in a document",
		Text: `The document uses two or more renderings of one term, and a reader may take them
for different things. The one to keep is the preferred one if the document has it,
else the right one that it uses most; each other is reported, with the first place
of the one to keep and how often each stands there. A rendering that the glossary
only advises against counts too, where a right one stands in the same document.

A full name, a short name and an abbreviation of the same name may stand side by
side, and so may the renderings of a set phrase, which no one takes for a name.

An abbreviation with and without full stops (US and U.S.) is reported where it
stands less; headlines have a style of their own. The United States and US, and the
like, are advice where one sentence has both. With check --across the files of
a review are held against each other too.

Where the source is at hand and has the one term at both places, that is proven, but
for the same words in another order.`,
		Before: `A new development dynamic is taking shape. The new development paradigm opens markets.`,
		After:  `A new development dynamic is taking shape. The new development dynamic opens markets.`,
	},
	Category:  mqm.InconsistentUse,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		for _, v := range variantsByEntry(p) {
			keep := v.keep(p)
			for _, m := range v.matches {
				if m.Term != keep.Term {
					p.Report(otherRendering(p, m, keep, v.count))
				}
			}
		}
		pointedAbbreviations(p)
		mixedNames(p)
	},
	Across: &check.Across{Uses: uses, Choose: choose, Run: otherFiles},
}

// variants are the renderings of one entry in the document.
type variants struct {
	matches []termbase.Match
	// count is how often each of them stands there.
	count map[*termbase.Term]int
}

// variantsByEntry are the entries that have more than one rendering in the
// document, one of them right.
func variantsByEntry(p *check.Pass) []*variants {
	several := severalRenderings(p)
	if len(several) == 0 {
		return nil
	}
	groups := renderings(p, func(e *termbase.Entry) bool { return several[e] })
	return slices.DeleteFunc(groups, func(v *variants) bool {
		return !slices.ContainsFunc(v.matches, func(m termbase.Match) bool { return m.Term.Right(p.Usage.Day) })
	})
}

// severalRenderings are the entries that have more than one rendering in the
// document: few of those that it has.
func severalRenderings(p *check.Pass) map[*termbase.Entry]bool {
	var several map[*termbase.Entry]bool
	first := make(map[*termbase.Entry]*termbase.Term, manyEntries)
	for i := range p.Matches {
		t := p.Matches[i].Term
		if !varies(p, t) {
			continue
		}
		if before := first[t.Entry]; before == nil {
			first[t.Entry] = t
		} else if before != t {
			if several == nil {
				several = map[*termbase.Entry]bool{}
			}
			several[t.Entry] = true
		}
	}
	return several
}

// manyEntries are as many entries as most documents have.
const manyEntries = 32

// renderings groups the renderings of the entries that are wanted, in the order of
// their first places.
func renderings(p *check.Pass, wanted func(*termbase.Entry) bool) []*variants {
	at := map[*termbase.Entry]*variants{}
	var groups []*variants
	for _, m := range p.Matches {
		if !varies(p, m.Term) || !wanted(m.Term.Entry) {
			continue
		}
		v := at[m.Term.Entry]
		if v == nil {
			v = &variants{count: map[*termbase.Term]int{}}
			at[m.Term.Entry] = v
			groups = append(groups, v)
		}
		v.matches = append(v.matches, m)
		v.count[m.Term]++
	}
	return groups
}

// varies reports whether a term is one of several renderings of which a
// document should use one: a right one, or one that is no more than advised
// against.
func varies(p *check.Pass, t *termbase.Term) bool {
	if t.Type != termbase.Variant || t.Entry.Kind == termbase.Phrases {
		return false
	}
	return t.Right(p.Usage.Day) || t.Certainty == "advice" && t.Wrong(p.Usage.House, p.Usage.Day)
}

// keep is the first match of the term to keep: the preferred one, else the
// right one that stands there most.
func (v *variants) keep(p *check.Pass) termbase.Match {
	preferred := v.matches[0].Term.Entry.Preferred(p.Usage.House, p.Usage.Day)
	rank := func(t *termbase.Term) int {
		switch {
		case t == preferred:
			return 2
		case t.Right(p.Usage.Day):
			return 1
		}
		return 0
	}
	return slices.MaxFunc(v.matches, func(a, b termbase.Match) int {
		return cmp.Or(cmp.Compare(rank(a.Term), rank(b.Term)), cmp.Compare(v.count[a.Term], v.count[b.Term]))
	})
}

func otherRendering(p *check.Pass, m, keep termbase.Match, count map[*termbase.Term]int) check.Issue {
	kept := document.OneLine(p.Document.Slice(keep.Span))
	issue := check.Issue{
		Span: m.Span, Entry: m.Term.Entry,
		Message: fmt.Sprintf("elsewhere in this document it is %q (%s, this rendering %s): one term, one rendering",
			kept, times(count[keep.Term]), times(count[m.Term])),
		Related: []check.Related{{Span: keep.Span, Message: "the rendering to keep"}},
	}
	// What is only advised against, and stands there more, may be meant.
	if m.Term.Status == termbase.Deprecated && count[m.Term] > count[keep.Term] {
		issue.Severity, issue.Certainty = check.Grade(mqm.Neutral, check.Advice)
	}
	if sourceHas(p, m.Span, m.Term.Entry) && sourceHas(p, keep.Span, m.Term.Entry) && !reordered(m.Term.Text, keep.Term.Text) {
		certainty := check.Proven
		issue.Severity, issue.Certainty = nil, &certainty
	}
	issue.Suggestions = unread(p, m, keep.Term)
	return issue
}

// reordered reports whether two renderings have the same words with content, some of
// them perhaps by their initials: nobody takes them for two things.
func reordered(a, b string) bool {
	words, others := contentOf(a), contentOf(b)
	here, there := beyond(words, others), beyond(others, words)
	return len(here)+len(there) == 0 || stands(here, there) || stands(there, here)
}

// beyond are the words that aren't among others.
func beyond(words, others []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(others, w) })
}

// stands reports whether the one word of a name stands for several of another, by their
// initials: npc for national, people and congress.
func stands(short, full []string) bool {
	if len(short) != 1 || len(full) != len(short[0]) {
		return false
	}
	for i, w := range full {
		if w[0] != short[0][i] {
			return false
		}
	}
	return true
}

// unread suggests another rendering, for a person to decide on.
func unread(p *check.Pass, m termbase.Match, t *termbase.Term) []check.Suggestion {
	s, ok := wording.Fit(p.Document, p.Text, m, t)
	if !ok {
		return nil
	}
	s.Safe = false
	return []check.Suggestion{s}
}
