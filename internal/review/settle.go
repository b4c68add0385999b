package review

import (
	"cmp"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/edit"
)

// settle leaves one issue to a place: the more certain wins, then the more
// severe, then the longer; it notes what the others said. Issues that overlap
// stay side by side if their suggestions can both be made. The result holds copies,
// sorted by start, end and check.
func settle(issues []*check.Issue) []check.Issue {
	if len(issues) == 0 {
		return nil
	}
	issues = inPlace(issues)
	kept := make([]check.Issue, 0, len(issues))
	for len(issues) > 0 {
		// A chain of issues that overlap is settled by itself: there are few of
		// them, however many issues there are.
		n, end := 1, issues[0].End
		for n < len(issues) && issues[n].Start < end {
			end = max(end, issues[n].End)
			n++
		}
		for _, i := range settleChain(issues[:n], end) {
			kept = append(kept, *i)
		}
		issues = issues[n:]
	}
	return kept
}

// inPlace are the issues sorted by place, those of one place and check as they were.
// They are sorted by small keys: an issue is far from the next one in memory.
func inPlace(issues []*check.Issue) []*check.Issue {
	type key struct {
		place  uint64 // start and end
		number int
	}
	keys := make([]key, len(issues))
	for n, i := range issues {
		keys[n] = key{uint64(i.Start)<<32 | uint64(i.End), n}
	}
	slices.SortFunc(keys, func(a, b key) int {
		if a.place != b.place {
			return cmp.Compare(a.place, b.place)
		}
		return cmp.Or(byPlace(issues[a.number], issues[b.number]), a.number-b.number)
	})
	sorted := make([]*check.Issue, len(issues))
	for n, k := range keys {
		sorted[n] = issues[k.number]
	}
	return sorted
}

// settleChain settles issues up to an end, sorted by place. In a text that says one
// word over and over the chain is all of it, so that each issue is held against those
// near it alone.
func settleChain(issues []*check.Issue, end int) []*check.Issue {
	if len(issues) == 1 {
		return issues
	}
	near := newBlocks(issues[0].Start, end, len(issues))
	slices.SortStableFunc(issues, func(a, b *check.Issue) int {
		return cmp.Or(cmp.Compare(b.HowSure(), a.HowSure()), cmp.Compare(b.HowBad(), a.HowBad()),
			cmp.Compare(b.Len(), a.Len()), byPlace(a, b))
	})
	var kept []*check.Issue
	for _, i := range issues {
		at := near.first(i.Span, func(at int) bool { return collide(kept[at], i) })
		if at < 0 {
			near.add(i.Span, len(kept))
			kept = append(kept, i)
		} else if k := kept[at]; k.Check != i.Check {
			k.Also = append(k.Also, check.Remark{Check: i.Check, Message: i.Message})
		}
	}
	slices.SortStableFunc(kept, byPlace)
	return kept
}

func byPlace(a, b *check.Issue) int {
	switch {
	case a.Start != b.Start:
		return a.Start - b.Start
	case a.End != b.End:
		return a.End - b.End
	}
	return strings.Compare(a.Check.ID, b.Check.ID)
}

func collide(a, b *check.Issue) bool {
	if !a.Overlaps(b.Span) {
		return false
	}
	if a.Span == b.Span || len(a.Suggestions) == 0 || len(b.Suggestions) == 0 {
		return true
	}
	_, taken := edit.Merge([][]edit.Edit{a.Suggestions[0].Edits, b.Suggestions[0].Edits})
	return !taken[1]
}
