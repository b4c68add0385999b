package english

import (
	"strings"
	"testing"
)

func TestArticle(t *testing.T) {
	for article, words := range map[string]string{
		"an": `hour hourly honest honor honour honourable heir official enterprise exercise organization agency
			important umbrella unimportant uninterrupted unidentified onerous urban Uzbek utmost
			MP MPs NPC NPC's SOE SCO EU FDI AI IT LNG R&D M&A X-ray F-16 A-share N.P.C ASEAN APEC
			8th 8 80 800 8,000 85th 11th 11 18th 18 11,000 18,000 11.5 eighteenth eleventh e-commerce action-oriented`,
		"a": `university union united unified uniform unique unit unilateral universal unanimous use useful user
			usual usage utility utopian European Uygur Ukrainian Ugandan Uruguayan uranium one one-China once-in-a-century
			committee deputy police people's historic high-level hotel house year Chinese moderately
			UN UN-backed U.S U.S. U.N UK US CPC CPPCC PLA GDP G20 5G B2B U-turn T-shirt NATO COVID-19
			1st 20th 100th 110 1,800 180 118 7th`,
	} {
		for _, word := range strings.Fields(words) {
			if got := Article(word); got != article {
				t.Errorf("%s %s", got, word)
			}
		}
	}
	if got := Article(""); got != "a" {
		t.Errorf("Article of nothing = %q", got)
	}
}

func TestFunctionWords(t *testing.T) {
	for word := range FunctionWords {
		for _, w := range []string{word, strings.ToUpper(word), Capitalize(word)} {
			if !IsFunctionWord(w) || IsArticle(w) != Articles[word] || IsPreposition(w) != Prepositions[word] {
				t.Errorf("%s: function word %t, article %t, preposition %t", w, IsFunctionWord(w), IsArticle(w), IsPreposition(w))
			}
		}
	}
	for _, w := range []string{"", "o", "off", "theirs", "throughout", "ofß", "\xff", "tho"} {
		if IsFunctionWord(w) {
			t.Errorf("%q is none", w)
		}
	}
}

func TestCapitalize(t *testing.T) {
	for text, want := range map[string]string{"": "", "party": "Party", "Party": "Party", "élan": "Élan", "18th": "18th", "\xff": "\xff"} {
		if got := Capitalize(text); got != want {
			t.Errorf("Capitalize(%q) = %q, not %q", text, got, want)
		}
	}
}
