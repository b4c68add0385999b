package report

import (
	"slices"

	"rectify/internal/check"
	"rectify/internal/edit"
)

// merge joins the first suggestions of the wanted issues into one sorted list
// of edits; where two touch, the weightier issue wins (see byWeight). taken
// says, by index, which issues have their suggestion in.
func merge(issues []check.Issue, wanted func(check.Issue) bool) (edits []edit.Edit, taken []bool) {
	var order []int
	for i, issue := range issues {
		if len(issue.Suggestions) > 0 && len(issue.Suggestions[0].Edits) > 0 && wanted(issue) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return byWeight(issues[a], issues[b]) })
	groups := make([][]edit.Edit, len(order))
	for n, i := range order {
		groups[n] = issues[i].Suggestions[0].Edits
	}
	edits, in := edit.Merge(groups)
	taken = make([]bool, len(issues))
	for n, i := range order {
		taken[i] = in[n]
	}
	return edits, taken
}

// anyIssue wants every suggestion.
func anyIssue(check.Issue) bool { return true }

// isLikely wants what a reviser would likely agree to.
func isLikely(i check.Issue) bool { return i.HowSure() >= check.Likely }

// isSafe wants what may be applied unread.
func isSafe(i check.Issue) bool { return i.Suggestions[0].Safe }
