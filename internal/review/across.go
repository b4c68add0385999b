package review

import (
	"slices"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/termbase"
)

// across holds the documents against each other and adds what is found to the
// issues of their files. Of an entry on which the documents differ, what a check
// said of one document by itself gives way to what it says of all.
//
// Every document is recognised once more for it, and nothing of the first time
// is kept: the memory of a review is that of the documents at work.
func (r Review) across(documents []*document.Document, files []File) {
	checks := slices.DeleteFunc(slices.Clone(r.Checks), func(c *check.Check) bool { return c.Across == nil })
	uses := make([][][]check.Use, len(documents))
	r.each(documents, func(i int) {
		s := r.read(documents[i])
		defer s.found.Release()
		for _, c := range checks {
			uses[i] = append(uses[i], c.Across.Uses(s.pass(c, nil)))
		}
	})
	keep := make([]map[*termbase.Entry]check.Use, len(checks))
	for k, c := range checks {
		var all []check.Use
		for i := range documents {
			all = append(all, uses[i][k]...)
		}
		keep[k] = c.Across.Choose(all)
	}
	r.each(documents, func(i int) {
		if !differs(uses[i], keep) {
			return
		}
		s := r.read(documents[i])
		defer s.found.Release()
		var issues []check.Issue
		for k, c := range checks {
			c.Across.Run(s.pass(c, &issues), keep[k])
		}
		own := slices.DeleteFunc(files[i].Issues, func(o check.Issue) bool {
			return o.Entry != nil && slices.ContainsFunc(issues, func(n check.Issue) bool { return n.Check == o.Check && n.Entry == o.Entry })
		})
		files[i].Issues = settle(append(issues, own...))
	})
}

// differs reports whether a document uses a term of an entry on which a choice
// was made, but not the one chosen.
func differs(uses [][]check.Use, keep []map[*termbase.Entry]check.Use) bool {
	for k, of := range uses {
		for _, u := range of {
			if kept, ok := keep[k][u.Term.Entry]; ok && kept.Term != u.Term {
				return true
			}
		}
	}
	return false
}
