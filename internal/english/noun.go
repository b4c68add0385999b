// Package english knows the little grammar that a glossary needs: the number
// of a noun, the forms of a verb, the two spellings of a word, a or an. Every
// function takes and gives single words. It expands words when a glossary is
// compiled; it doesn't analyse running text, where a stemmer would take
// organization for organ.
package english

import "strings"

// irregularNouns are the nouns of official texts whose plural has no rule.
var irregularNouns = map[string]string{
	"man": "men", "woman": "women", "child": "children", "person": "people",
	"foot": "feet", "crisis": "crises", "basis": "bases", "analysis": "analyses",
	"thesis": "theses", "criterion": "criteria", "phenomenon": "phenomena",
	"life": "lives", "half": "halves", "self": "selves", "shelf": "shelves",
	"leaf": "leaves", "wife": "wives", "knife": "knives", "hero": "heroes",
	"potato": "potatoes", "echo": "echoes", "veto": "vetoes",
	"human": "humans", "german": "germans", "roman": "romans",
}

// invariable are the words that have no other number, or only look like one.
var invariable = set(`personnel headquarters series species means news staff police chinese
	overseas economics politics mathematics physics this his its is was has as us plus thus
	across unless always perhaps besides towards afterwards the a an of and`)

var irregularSingulars = invert(irregularNouns)

// Plural is the plural of a noun, in the case of its letters: Secretary gives
// Secretaries, CHAIRMAN gives CHAIRMEN. A noun without a plural comes back as
// it is.
func Plural(noun string) string {
	lower := strings.ToLower(noun)
	switch {
	case lower == "" || invariable[lower] || irregularSingulars[lower] != "":
		return noun
	case irregularNouns[lower] != "":
		return like(noun, irregularNouns[lower])
	case strings.HasSuffix(lower, "man"):
		return like(noun, strings.TrimSuffix(lower, "man")+"men")
	case takesEs(lower):
		return like(noun, lower+"es")
	case strings.HasSuffix(lower, "y") && len(lower) > 1 && !isVowel(lower[len(lower)-2]):
		return like(noun, lower[:len(lower)-1]+"ies")
	default:
		return like(noun, lower+"s")
	}
}

// Singular is the singular of a plural noun, or "" if the word doesn't look
// like the plural of one.
func Singular(plural string) string {
	lower := strings.ToLower(plural)
	stem := strings.TrimSuffix(lower, "s")
	switch {
	case len(lower) < 4 || invariable[lower]:
		return ""
	case irregularSingulars[lower] != "":
		return like(plural, irregularSingulars[lower])
	case strings.HasSuffix(lower, "men"):
		return like(plural, strings.TrimSuffix(lower, "men")+"man")
	case strings.HasSuffix(lower, "ies"):
		return like(plural, strings.TrimSuffix(lower, "ies")+"y")
	case strings.HasSuffix(lower, "es") && takesEs(strings.TrimSuffix(lower, "es")):
		return like(plural, strings.TrimSuffix(lower, "es"))
	case stem == lower, strings.HasSuffix(stem, "s"), strings.HasSuffix(stem, "u"), strings.HasSuffix(stem, "i"):
		return "" // congress, campus, crisis
	default:
		return like(plural, stem)
	}
}

func takesEs(lower string) bool {
	for _, ending := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	return false
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func invert(m map[string]string) map[string]string {
	out := make(map[string]string, len(m))
	for k, v := range m {
		out[v] = k
	}
	return out
}
