package english

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumber(t *testing.T) {
	for one, many := range map[string]string{
		"committee": "committees", "congress": "congresses", "deputy": "deputies", "secretary": "secretaries",
		"chief": "chiefs", "proxy": "proxies", "criterion": "criteria", "bureau": "bureaus", "policy": "policies",
		"day": "days", "enterprise": "enterprises", "exercise": "exercises", "course": "courses", "house": "houses",
		"case": "cases", "base": "bases", "phase": "phases", "purpose": "purposes", "premise": "premises",
		"expense": "expenses", "license": "licenses", "disease": "diseases", "prize": "prizes", "size": "sizes",
		"tax": "taxes", "process": "processes", "loss": "losses", "bus": "buses", "campus": "campuses",
		"use": "uses", "cause": "causes", "clause": "clauses", "consensus": "consensuses", "status": "statuses",
		"gas": "gases", "lens": "lenses", "branch": "branches", "speech": "speeches", "epoch": "epochs",
		"monarch": "monarchs", "cache": "caches", "wish": "wishes", "tie": "ties", "movie": "movies",
		"chairman": "chairmen", "spokeswoman": "spokeswomen", "woman": "women", "craftsman": "craftsmen",
		"policeman": "policemen", "Chairman": "Chairmen", "CHAIRMAN": "CHAIRMEN", "human": "humans", "German": "Germans",
		"person": "people", "child": "children", "crisis": "crises", "analysis": "analyses", "thesis": "theses",
		"emphasis": "emphases", "axis": "axes", "phenomenon": "phenomena", "memorandum": "memoranda",
		"life": "lives", "half": "halves", "belief": "beliefs", "hero": "heroes", "veto": "vetoes", "embargo": "embargoes",
		"zoo": "zoos", "forum": "forums", "reserve": "reserves", "resource": "resources", "college": "colleges",
		"judge": "judges", "language": "languages", "value": "values", "affair": "affairs", "state": "states",
		"specimen": "specimens", "province": "provinces", "city": "cities", "county": "counties", "survey": "surveys",
		"NGO": "NGOs", "SOE": "SOEs", "Secretary": "Secretaries", "quota": "quotas", "leader": "leaders",
	} {
		if got := Plural(one); got != many {
			t.Errorf("Plural(%q) = %q, not %q", one, got, many)
		}
		if got := Singular(many); got != one {
			t.Errorf("Singular(%q) = %q, not %q", many, got, one)
		}
		if got := Singular(one); got != "" {
			t.Errorf("Singular(%q) = %q, but it is a singular", one, got)
		}
	}
}

func TestNoOtherNumber(t *testing.T) {
	for _, word := range strings.Fields(`Chinese Japanese headquarters series species police personnel staff news means
		overseas economics people's workers' China's this 18th 2035 aircraft media the of themselves`) {
		if got := Plural(word); got != word {
			t.Errorf("Plural(%q) = %q", word, got)
		}
		if got := Singular(word); got != "" {
			t.Errorf("Singular(%q) = %q", word, got)
		}
	}
	if Plural("") != "" || Singular("") != "" {
		t.Error("no word has a number")
	}
}

func TestOneWayNumber(t *testing.T) {
	for many, one := range map[string]string{
		"Xiamen": "", "Tiananmen": "", "Yemen": "", "acumen": "", "men": "man", "bureaux": "bureau",
		"bases": "base", "BRICS": "", "Laos": "", "Mauritius": "", "MPs": "MP", "works": "work", "US": "",
	} {
		if got := Singular(many); got != one {
			t.Errorf("Singular(%q) = %q, not %q", many, got, one)
		}
	}
	if got := Plural("basis"); got != "bases" {
		t.Errorf("Plural(basis) = %q", got)
	}
}

// A word of any letters has a plural that leads back to it, unless that is the
// plural of a listed one.
func TestNumberOfAnyWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-z]{1,3}[aeiou][bcdfgklmnprtvw]{1,2}(e|y|ee|er|ion|)`).Draw(t, "word")
		if irregularNouns[word] != "" || isInvariable(word) {
			t.Skip()
		}
		many := Plural(word)
		if isInvariable(many) || singularInS[many] || irregularSingulars[many] != "" || inIe[strings.TrimSuffix(many, "s")] {
			t.Skip()
		}
		if Singular(many) != word {
			t.Errorf("%q, plural %q, singular %q", word, many, Singular(many))
		}
	})
}

func FuzzWords(f *testing.F) {
	for _, w := range []string{"", "s", "ies", "'s", "men", "ise", "Ⅻs", "\xff", "~", "İ", "ß", "X", "11", "E's"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, word string) {
		Plural(word)
		Singular(word)
		Article(word)
		Capitalize(word)
		for form := Base; form <= Participle; form++ {
			Verb(word, form)
		}
		lower := strings.ToLower(word)
		if a := American(lower); American(a) != a {
			t.Errorf("the American spelling %q of %q has another, %q", a, lower, American(a))
		}
		British(lower)
	})
}
