package review

import (
	"slices"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/termbase"
)

// choices is the term that each check chose to keep of every entry on which the
// documents differ.
type choices map[*check.Check]map[*termbase.Entry]check.Use

// choose lists what each document uses, in their order, and makes the choice.
func (r Review) choose(n int, open func(i int) (*document.Document, error)) (choices, error) {
	all := map[*check.Check][]check.Use{}
	uses := func(d *document.Document) map[*check.Check][]check.Use {
		s := r.read(d)
		defer s.release()
		uses := map[*check.Check][]check.Use{}
		for _, c := range s.Checks {
			if c.Across != nil {
				uses[c] = c.Across.Uses(s.pass(c, nil))
			}
		}
		return uses
	}
	err := batched[*document.Document, map[*check.Check][]check.Use]{
		open: open, full: fills,
		work: func(documents []*document.Document) (all []map[*check.Check][]check.Use) {
			for _, d := range documents {
				all = append(all, uses(d))
			}
			return all
		},
		take: func(uses map[*check.Check][]check.Use) error {
			for c, of := range uses {
				all[c] = append(all[c], of...)
			}
			return nil
		},
	}.inOrder(n, r.Jobs)
	if err != nil {
		return nil, err
	}
	chosen := choices{}
	for c, of := range all {
		chosen[c] = c.Across.Choose(of)
	}
	return chosen, nil
}

// across adds to the issues of a document what departs from the choices. Of an
// entry on which the documents differ, what a check said of this one by itself
// gives way to what it says of all.
func (s *session) across(chosen choices, own *issueList) []*check.Issue {
	if len(chosen) == 0 {
		return own.All()
	}
	found := new(issueList)
	for _, c := range s.Checks {
		if keep := chosen[c]; len(keep) > 0 {
			c.Across.Run(s.pass(c, found), keep)
		}
	}
	issues := found.All()
	left := slices.DeleteFunc(own.All(), func(o *check.Issue) bool {
		return o.Entry != nil && slices.ContainsFunc(issues, func(n *check.Issue) bool { return n.Check == o.Check && n.Entry == o.Entry })
	})
	return append(issues, left...)
}
