package checks

import (
	"fmt"

	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
	"rectify/internal/wording"
)

// TermInconsistent reports one thing under several names.
var TermInconsistent = &check.Check{
	ID: "term/inconsistent",
	Doc: check.Doc{
		Title: "one term under several renderings in a document",
		Text: `The document uses two or more right renderings of one term, and a reader may
take them for different things. The one to keep is the preferred one if the
document has it, else the one it uses most; each other is reported, with the first
place of the one to keep.

A full name, a short name and an abbreviation of the same name may stand side by
side, and so may the renderings of a set phrase, which no one takes for a name.`,
		Before: `A new development dynamic is taking shape. The new development paradigm opens markets.`,
		After:  `A new development dynamic is taking shape. The new development dynamic opens markets.`,
	},
	Category:  mqm.InconsistentUse,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		for _, matches := range variantsByEntry(p) {
			keep := renderingToKeep(p, matches)
			for _, m := range matches {
				if m.Term != keep.Term {
					p.Report(otherRendering(p, m, keep, len(matches)))
				}
			}
		}
	},
}

// variantsByEntry groups the right renderings of every entry that has more
// than one in the document, in the order of their first places.
func variantsByEntry(p *check.Pass) [][]termbase.Match {
	at := map[*termbase.Entry]int{}
	var groups [][]termbase.Match
	for _, m := range p.Matches {
		if m.Term.Type != termbase.Variant || m.Term.Entry.Kind == termbase.Phrases || !m.Term.Right(p.Usage.Day) {
			continue
		}
		e := m.Term.Entry
		if _, known := at[e]; !known {
			at[e] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[e]] = append(groups[at[e]], m)
	}
	var several [][]termbase.Match
	for _, g := range groups {
		for _, m := range g {
			if m.Term != g[0].Term {
				several = append(several, g)
				break
			}
		}
	}
	return several
}

// renderingToKeep is the first match of the term to keep.
func renderingToKeep(p *check.Pass, matches []termbase.Match) termbase.Match {
	count := map[*termbase.Term]int{}
	for _, m := range matches {
		count[m.Term]++
	}
	preferred := matches[0].Term.Entry.Preferred(p.Usage.House, p.Usage.Day)
	best := matches[0]
	for _, m := range matches {
		isIt, bestIsIt := m.Term == preferred, best.Term == preferred
		if isIt && !bestIsIt || isIt == bestIsIt && count[m.Term] > count[best.Term] {
			best = m
		}
	}
	return best
}

func otherRendering(p *check.Pass, m, keep termbase.Match, all int) check.Issue {
	kept := oneLine(p.Document.Slice(keep.Span))
	issue := check.Issue{
		Span: m.Span, Entry: m.Term.Entry,
		Message: fmt.Sprintf("elsewhere in this document it is %q: one term, one rendering", kept),
		Related: []check.Related{{Span: keep.Span, Message: fmt.Sprintf("the rendering to keep, one of %d places", all)}},
	}
	if s, ok := wording.Fit(p.Document, p.Text, m, keep.Term); ok {
		s.Safe = false
		issue.Suggestions = []check.Suggestion{s}
	}
	return issue
}
