package checks

import (
	"cmp"
	"fmt"
	"slices"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/termbase"
)

// uses lists the renderings of the document that other documents may not have:
// each term once, at its first place.
func uses(p *check.Pass) []check.Use {
	var all []check.Use
	for _, v := range renderings(p, func(*termbase.Entry) bool { return true }) {
		listed := map[*termbase.Term]bool{}
		for _, m := range v.matches {
			if !listed[m.Term] {
				listed[m.Term] = true
				all = append(all, check.Use{
					Term: m.Term, Count: v.count[m.Term], First: document.OneLine(p.Document.Slice(m.Span)),
					Path: p.Document.Path, Line: p.Document.Position(m.Start).Line,
					Right:     m.Term.Right(p.Usage.Day),
					Preferred: m.Term == m.Term.Entry.Preferred(p.Usage.House, p.Usage.Day),
				})
			}
		}
	}
	return all
}

// tally is how much all documents use one right term.
type tally struct {
	check.Use // the first one
	files     int
	places    int
}

// choose finds the term to keep for every entry that the documents render in
// more than one way: the preferred one if some document has it, else the right
// one that the most documents have.
func choose(all []check.Use) map[*termbase.Entry]check.Use {
	tallies := map[*termbase.Entry][]*tally{}
	ways := map[*termbase.Entry]map[*termbase.Term]bool{}
	for _, u := range all {
		e := u.Term.Entry
		if ways[e] == nil {
			ways[e] = map[*termbase.Term]bool{}
		}
		ways[e][u.Term] = true
		if !u.Right {
			continue
		}
		i := slices.IndexFunc(tallies[e], func(t *tally) bool { return t.Term == u.Term })
		if i < 0 {
			i = len(tallies[e])
			tallies[e] = append(tallies[e], &tally{Use: u})
		}
		tallies[e][i].files++
		tallies[e][i].places += u.Count
	}
	keep := map[*termbase.Entry]check.Use{}
	for e, of := range tallies {
		if len(ways[e]) > 1 {
			keep[e] = slices.MaxFunc(of, func(a, b *tally) int {
				return cmp.Or(rank(a.Preferred)-rank(b.Preferred), a.files-b.files, a.places-b.places)
			}).Use
		}
	}
	return keep
}

func rank(preferred bool) int {
	if preferred {
		return 1
	}
	return 0
}

// otherFiles reports the renderings of a document that aren't the one to keep.
func otherFiles(p *check.Pass, keep map[*termbase.Entry]check.Use) {
	departs := func(e *termbase.Entry) bool {
		kept, ok := keep[e]
		return ok && kept.Term.Right(p.Usage.Day)
	}
	for _, v := range renderings(p, departs) {
		kept := keep[v.matches[0].Term.Entry]
		for _, m := range v.matches {
			if m.Term == kept.Term {
				continue
			}
			p.Report(check.Issue{
				Span: m.Span, Entry: m.Term.Entry,
				Message: fmt.Sprintf("%s in this file, but %q is the rendering of %s:%d: one term, one rendering in all files",
					times(v.count[m.Term]), kept.First, kept.Path, kept.Line),
				Suggestions: unread(p, m, kept.Term),
			})
		}
	}
}
