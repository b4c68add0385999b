package english

import "testing"

func TestAcross(t *testing.T) {
	for _, c := range []struct {
		word, other string
		british     bool
	}{
		{"labour", "labor", true},
		{"labor", "labour", false},
		{"centre", "center", true},
		{"organisation", "organization", true},
		{"modernizing", "modernising", false},
		{"analysed", "analyzed", true},
		{"this", "", false},
		{"enterprises", "", false},
		{"existing", "", false},
		{"exercised", "", false},
		{"", "", false},
		{"\xff\xfe\xfd\xfc\xfb", "", false},
	} {
		if other, british := Across(c.word); other != c.other || british != c.british {
			t.Errorf("Across(%q) = %q, %v", c.word, other, british)
		}
	}
}
