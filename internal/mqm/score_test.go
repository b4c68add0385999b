package mqm

import "testing"

func TestPenalties(t *testing.T) {
	counts := Counts{Neutral: 7, Minor: 3, Major: 2, Critical: 1}
	counts.Add(Counts{Minor: 1, Critical: 1})
	if want := (Counts{7, 4, 2, 2}); counts != want {
		t.Errorf("%v, want %v", counts, want)
	}
	if counts.All() != 15 || counts.Penalty() != 4*1+2*5+2*25 {
		t.Errorf("%d errors cost %d points", counts.All(), counts.Penalty())
	}
	for i, points := range []int{0, 1, 5, 25} {
		if got := Severity(i).Penalty(); got != points {
			t.Errorf("%s costs %d, want %d", Severity(i), got, points)
		}
	}
}

func TestHalvesOfACategory(t *testing.T) {
	for _, row := range []struct {
		category        Category
		dimension, kind string
	}{
		{WrongTerm, "terminology", "wrong-term"},
		{"style", "style", ""},
		{"", "", ""},
	} {
		if row.category.Dimension() != row.dimension || row.category.Type() != row.kind {
			t.Errorf("%q: %q, %q", row.category, row.category.Dimension(), row.category.Type())
		}
	}
}
