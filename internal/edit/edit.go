// Package edit changes text by replacing byte ranges, and nothing else: what
// no edit names keeps every byte.
package edit

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Edit replaces the bytes from Start up to End, half-open and on rune
// boundaries, by New. Start == End inserts.
type Edit struct {
	Start, End int
	New        string
}

// Compare orders edits by place.
func Compare(a, b Edit) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return a.End - b.End
}

// conflicts reports whether two edits, a not after b, can't both be applied.
// Two insertions at one place conflict too: their order would be a guess.
func conflicts(a, b Edit) bool {
	return b.Start < a.End || a.Start == b.Start
}

// Apply makes the edits, given in any order, to the text. It fails, and
// changes nothing, as [Check] does.
func Apply(text string, edits []Edit) (string, error) {
	sorted := slices.SortedFunc(slices.Values(edits), Compare)
	if err := Check(text, sorted); err != nil {
		return "", err
	}
	var out strings.Builder
	at := 0
	for _, e := range sorted {
		out.WriteString(text[at:e.Start])
		out.WriteString(e.New)
		at = e.End
	}
	out.WriteString(text[at:])
	return out.String(), nil
}

// Check fails if one of the edits, which are sorted, lies outside the text, splits
// a character, or touches another.
func Check(text string, sorted []Edit) error {
	for i, e := range sorted {
		if e.Start < 0 || e.End < e.Start || e.End > len(text) {
			return fmt.Errorf("edit of bytes %d to %d lies outside a text of %d bytes", e.Start, e.End, len(text))
		}
		if !boundary(text, e.Start) || !boundary(text, e.End) {
			return fmt.Errorf("edit of bytes %d to %d splits a character", e.Start, e.End)
		}
		if i > 0 && conflicts(sorted[i-1], e) {
			return fmt.Errorf("edits of bytes %d to %d and %d to %d overlap", sorted[i-1].Start, sorted[i-1].End, e.Start, e.End)
		}
	}
	return nil
}

// Before is where a range of the new text stood before the edits, as [Merge] gives
// them, were made. A border inside new text lies at the border of what that
// replaced.
func Before(edits []Edit, start, end int) (oldStart, oldEnd int) {
	oldStart, oldEnd = start, end
	moved := 0 // by the edits so far
	for _, e := range edits {
		newStart := e.Start + moved
		newEnd := newStart + len(e.New)
		moved = newEnd - e.End
		switch {
		case newEnd <= start:
			oldStart = start - moved
		case newStart <= start:
			oldStart = e.Start
		}
		switch {
		case newStart >= end:
		case newEnd <= end:
			oldEnd = end - moved
		default:
			oldEnd = e.End
		}
	}
	return oldStart, max(oldStart, oldEnd)
}

func boundary(text string, at int) bool {
	return at == 0 || at == len(text) || utf8.RuneStart(text[at])
}

// Merge joins groups of edits into one sorted list that [Apply] takes. A group
// goes in whole or not at all; an earlier group wins over a later one that
// touches it, and taken[i] says whether group i went in. An edit that two
// groups share is no conflict; a group at odds with itself never goes in.
func Merge(groups [][]Edit) (merged []Edit, taken []bool) {
	m := newMerger(groups)
	taken = make([]bool, len(groups))
	kept := 0
	for i, group := range groups {
		added := m.add(group)
		taken[i] = added >= 0
		kept += max(added, 0)
	}
	if kept == 0 {
		return nil, taken
	}
	merged = make([]Edit, 0, kept)
	for i, in := range m.in {
		if in {
			merged = append(merged, m.all[i])
		}
	}
	return merged, taken
}
