package checks

import (
	"testing"

	"rectify/internal/termbase"
)

func TestWordKinds(t *testing.T) {
	words := map[string]uint8{"river": 1, "run": 2, "see": 3, "sea": 1, "seal": 2}
	table := newWordKinds(words)
	for word, want := range words {
		if got := table.of(termbase.HashOf(word)); got != want {
			t.Errorf("%s is of kind %d, not %d", word, got, want)
		}
	}
	for _, word := range []string{"", "rivers", "brook"} {
		if got := table.of(termbase.HashOf(word)); got != 0 {
			t.Errorf("%s is of kind %d, but isn't listed", word, got)
		}
	}
}
