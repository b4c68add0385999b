package report

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
)

// hunk is a stretch of whole sentences with what is wrong in it.
type hunk struct {
	document.Span
	// issues begin in the hunk; taken says which have their suggestion in.
	issues []check.Issue
	taken  []bool
	// edits lie inside the hunk, sorted; some belong to guests, issues that
	// begin elsewhere.
	edits  []edit.Edit
	guests []check.Issue
}

// chinese is what the hunk renders, one line after another; "" where the document has
// no Chinese of it.
func (h *hunk) chinese(d *document.Document) string {
	first := sort.Search(len(d.Pairs), func(i int) bool { return d.Pairs[i].End >= h.Start })
	var lines []string
	for _, p := range d.Pairs[first:] {
		if p.Start > h.End {
			break
		}
		if p.Source != "" && (p.Overlaps(h.Span) || p.Len() == 0 || h.Len() == 0) {
			lines = append(lines, visible(p.Source))
		}
	}
	return strings.Join(lines, " ")
}

// hunks cuts out of a document the sentences that an issue or a change
// touches, in the order of the text. A sentence is in one hunk at most. It
// fails if the edits contradict each other or the text.
func hunks(d *document.Document, issues []check.Issue) ([]hunk, error) {
	edits, taken := merge(issues, anyIssue)
	if err := edit.Check(d.Text, edits); err != nil {
		return nil, err
	}
	units := d.AllSentences()
	var spans []document.Span
	for _, issue := range issues {
		spans = append(spans, d.Around(units, issue.Span))
	}
	for _, e := range edits {
		spans = append(spans, d.Around(units, document.Span{Start: e.Start, End: e.End}))
	}
	slices.SortFunc(spans, func(a, b document.Span) int { return a.Start - b.Start })
	var all []hunk
	for _, s := range spans {
		if last := len(all) - 1; last >= 0 && (s.Start < all[last].End || s.Start == all[last].Start) {
			all[last].End = max(all[last].End, s.End)
			continue
		}
		all = append(all, hunk{Span: s})
	}
	// The hunk of an offset is the last one that begins at or before it.
	of := func(offset int) *hunk {
		return &all[sort.Search(len(all), func(i int) bool { return all[i].Start > offset })-1]
	}
	for i, issue := range issues {
		h := of(issue.Start)
		h.issues, h.taken = append(h.issues, issue), append(h.taken, taken[i])
		if !taken[i] {
			continue
		}
		for _, e := range issue.Suggestions[0].Edits {
			if g := of(e.Start); g != h && !slices.ContainsFunc(g.guests, func(o check.Issue) bool { return o.Span == issue.Span && o.Check == issue.Check }) {
				g.guests = append(g.guests, issue)
			}
		}
	}
	for _, e := range edits {
		h := of(e.Start)
		h.edits = append(h.edits, e)
	}
	return all, nil
}

// marks tell the old text of the hunk from the new one by whole words, and
// flag the issues that no change answers. Where nothing stands, they are what the
// format calls the place.
func (h *hunk) marks(d *document.Document) []mark {
	if h.Len() == 0 && len(h.edits) == 0 {
		return []mark{{same, d.Name(h.Start)}}
	}
	var all []mark
	at := h.Start
	for i, e := range h.edits {
		limit := h.End
		if i+1 < len(h.edits) {
			limit = h.edits[i+1].Start
		}
		start, end := wholeWords(d.Text, e, document.Span{Start: at, End: limit})
		all = append(all, h.flag(d, document.Span{Start: at, End: start})...)
		all = append(all, wordMarks(d.Text[start:end], d.Text[start:e.Start]+e.New+d.Text[e.End:end])...)
		at = end
	}
	return append(all, h.flag(d, document.Span{Start: at, End: h.End})...)
}

// wholeWords widens an edit over the rest of the words that it cuts, within
// the limits.
func wholeWords(text string, e edit.Edit, within document.Span) (start, end int) {
	start, end = e.Start, e.End
	for start > within.Start {
		r, size := utf8.DecodeLastRuneInString(text[within.Start:start])
		if classOf(r) != letter && !isJoint(r) {
			break
		}
		start -= size
	}
	for end < within.End {
		r, size := utf8.DecodeRuneInString(text[end:within.End])
		if classOf(r) != letter && !isJoint(r) {
			break
		}
		end += size
	}
	return start, end
}

// flag marks, in a stretch that doesn't change, the issues without a change.
func (h *hunk) flag(d *document.Document, s document.Span) []mark {
	var all []mark
	at := s.Start
	for i, issue := range h.issues {
		start, end := max(issue.Start, at), min(issue.End, s.End)
		if h.taken[i] || start >= end {
			continue
		}
		if at < start {
			all = append(all, mark{same, d.Text[at:start]})
		}
		all = append(all, mark{flagged, d.Text[start:end]})
		at = end
	}
	if at < s.End {
		all = append(all, mark{same, d.Text[at:s.End]})
	}
	return all
}
