package english

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSideOf(t *testing.T) {
	for word, want := range map[string]Side{
		"labour": BritishSide, "labor": AmericanSide, "centre": BritishSide, "organisation": BritishSide,
		"organizations": AmericanSide, "modernizing": AmericanSide, "analysed": BritishSide, "plough": BritishSide,
		"this": BothSides, "enterprises": BothSides, "existing": BothSides, "exercised": BothSides,
		"": BothSides, "\xff\xfe\xfd\xfc\xfb": BothSides,
	} {
		if got := SideOf(word); got != want {
			t.Errorf("SideOf(%q) = %d, not %d", word, got, want)
		}
	}
}

// The quick look says what the two spellings of the word say.
func TestSideOfIsThatOfTheSpellings(t *testing.T) {
	beginnings := []string{"re", "organ", "real", "util", "anal", "prom", "w", "un", "other", "adv", "caps"}
	for _, pair := range spellings {
		beginnings = append(beginnings, strings.TrimSuffix(pair[0], "|"), strings.TrimSuffix(pair[1], "|"))
	}
	endings := []string{"", "s", "ed", "ing", "al", "b", "sis"}
	for _, pair := range izeEndings {
		endings = append(endings, pair[0], pair[1])
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(beginnings).Draw(t, "beginning") + rapid.SampledFrom(endings).Draw(t, "ending")
		want := BothSides
		switch {
		case len(word) < 5: // left alone
		case American(word) != word:
			want = BritishSide
		case British(word) != word:
			want = AmericanSide
		}
		if got := SideOf(word); got != want {
			t.Errorf("SideOf(%q) = %d, not %d", word, got, want)
		}
	})
}
