package termbase

import (
	"slices"
	"testing"
)

func TestWordTable(t *testing.T) {
	g := glossaryOf(t, "organs", "a|preferred|State Council")
	table := NewWordTable("percent", "grass", "u.s", "don't", "grass")
	found := g.Find(paragraph("Percent of GRASS-roots in the U.S. don't don’t Percents."), Usage{})
	var places []int
	for i := range found.Words {
		w := &found.Words[i]
		if table.Has(w) != (table.Place(w) >= 0) {
			t.Errorf("word %d: Has and Place disagree", i)
		}
		if table.Has(w) {
			places = append(places, table.Place(w))
		}
	}
	if want := []int{0, 1, 2, 3, 3}; !slices.Equal(places, want) {
		t.Errorf("places %v, not %v", places, want)
	}
}
