package review

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/document"
)

// The lowest of all spans that overlap one is found, as if each were looked at.
func TestBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const start, end = 100, 400
		span := rapid.Custom(func(t *rapid.T) document.Span {
			from := rapid.IntRange(start, end-1).Draw(t, "from")
			return document.Span{Start: from, End: rapid.IntRange(from, min(from+rapid.SampledFrom([]int{0, 3, 20, 300}).Draw(t, "length"), end)).Draw(t, "to")}
		})
		spans := rapid.SliceOfN(span, 0, 60).Draw(t, "spans")
		near := newBlocks(start, end, rapid.IntRange(0, 5000).Draw(t, "expected"))
		for i, s := range spans {
			near.add(s, i)
		}
		wanted := span.Draw(t, "wanted")
		overlaps := func(i int) bool { return spans[i].Overlaps(wanted) }
		want := slices.IndexFunc(spans, wanted.Overlaps)
		if got := near.first(wanted, overlaps); got != want {
			t.Errorf("%v overlaps %d of %v, not %d", wanted, got, spans, want)
		}
	})
}
