package report

import (
	"cmp"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// cluster is issues that a reader sees as one, in the order of the text.
type cluster struct {
	issues []check.Issue
	bad    mqm.Severity    // the worst
	sure   check.Certainty // the surest
}

func (c *cluster) add(issue check.Issue) {
	if len(c.issues) == 0 {
		c.bad, c.sure = issue.HowBad(), issue.HowSure()
	}
	c.issues = append(c.issues, issue)
	c.bad, c.sure = max(c.bad, issue.HowBad()), max(c.sure, issue.HowSure())
}

// compare puts the most important cluster first.
func (c *cluster) compare(o *cluster) int {
	return cmp.Or(
		cmp.Compare(o.bad, c.bad),
		cmp.Compare(o.sure, c.sure),
		cmp.Compare(len(o.issues), len(c.issues)),
		cmp.Compare(c.issues[0].Start, o.issues[0].Start),
	)
}

// group is all issues of a file about one entry or, where there is no entry,
// of one check with one message.
type group struct {
	cluster
	entry *termbase.Entry
	rows  []*row
}

// row is the issues of a group that found the same and suggest the same.
type row struct {
	cluster
	found       string
	suggestions []string
}

// groups clusters the issues of a file, the most important first.
func groups(d *document.Document, issues []check.Issue) []*group {
	type key struct {
		entry          *termbase.Entry
		check, message string
	}
	known := map[key]*group{}
	var all []*group
	for _, issue := range issues {
		k := key{entry: issue.Entry}
		if k.entry == nil {
			k.check, k.message = issue.Check.ID, issue.Message
		}
		g := known[k]
		if g == nil {
			g = &group{entry: issue.Entry}
			known[k] = g
			all = append(all, g)
		}
		g.add(issue)
	}
	for _, g := range all {
		g.rows = rows(d, g.issues)
	}
	slices.SortStableFunc(all, func(a, b *group) int { return a.compare(&b.cluster) })
	return all
}

func rows(d *document.Document, issues []check.Issue) []*row {
	known := map[string]*row{}
	var all []*row
	for _, issue := range issues {
		fresh := &row{found: found(d, issue.Span)}
		for _, s := range issue.Suggestions {
			if text := suggested(s); !slices.Contains(fresh.suggestions, text) {
				fresh.suggestions = append(fresh.suggestions, text)
			}
		}
		// Visible text holds no line end.
		key := strings.Join(append([]string{issue.Check.ID, fresh.found}, fresh.suggestions...), "\n")
		r := known[key]
		if r == nil {
			r = fresh
			known[key] = r
			all = append(all, r)
		}
		r.add(issue)
	}
	slices.SortStableFunc(all, func(a, b *row) int { return a.compare(&b.cluster) })
	return all
}
