package review

import (
	"testing"

	"rectify/internal/check"
	"rectify/internal/document"
)

// A list keeps the issues in their order, also beyond a block, and what it held
// before it was released is never seen again.
func TestIssueList(t *testing.T) {
	var list issueList
	for _, n := range []int{3*issuesPerBlock + 5, 0, issuesPerBlock, 2} {
		for i := range n {
			list.add(&check.Issue{Span: document.Span{Start: i + n}})
		}
		all := list.all()
		if len(all) != n {
			t.Fatalf("%d issues of %d", len(all), n)
		}
		for i, issue := range all {
			if issue.Start != i+n {
				t.Fatalf("issue %d of %d begins at %d", i, n, issue.Start)
			}
		}
		list.empty()
	}
	for _, block := range list.unused {
		for _, old := range block[:cap(block)] {
			if old.Start != 0 {
				t.Fatal("an issue is left in the memory of the list")
			}
		}
	}
}
