// Package english knows the little grammar that a glossary needs: the number
// of a noun, the forms of a verb, the two spellings of a word, a or an. Every
// function takes and gives single words. It expands words when a glossary is
// compiled; it doesn't analyse running text, where a stemmer would take
// organization for organ.
package english

import "strings"

// irregularNouns are the nouns of official texts whose plural has no rule.
var irregularNouns = map[string]string{
	"man": "men", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
	"criterion": "criteria", "phenomenon": "phenomena", "memorandum": "memoranda", "curriculum": "curricula",
	"alumnus": "alumni", "nucleus": "nuclei", "stimulus": "stimuli", "appendix": "appendices", "axis": "axes",
	"life": "lives", "half": "halves", "self": "selves", "shelf": "shelves",
	"leaf": "leaves", "wife": "wives", "knife": "knives", "wolf": "wolves", "calf": "calves", "thief": "thieves",
	"hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "echo": "echoes", "veto": "vetoes",
	"embargo": "embargoes", "cargo": "cargoes", "torpedo": "torpedoes", "tornado": "tornadoes",
	"volcano": "volcanoes", "mosquito": "mosquitoes", "quiz": "quizzes",
}

// menOf are the words before -man whose plural ends in -men; Xiamen and a
// specimen are no plurals, nor a German and a human singulars of this kind.
var menOf = set(`wo spokeswo chairwo congresswo businesswo policewo servicewo sportswo
	alder air anchor bogey business camera chair church clergy congress country crafts english fire fisher
	fore french fresh front gentle guards gun herds horse hunts infantry irish jury kins land lay line
	marks middle militia noble ombuds party plains police post repair sales sea service spokes sports states
	task tax trades tribes watch weather work yachts`)

// invariable are the words that have no other number, or only look like one.
var invariable = set(`personnel headquarters series species means news staff police aircraft spacecraft chassis
	offspring sheep deer data media swiss brics laos philippines netherlands maldives
	ourselves themselves yourselves
	overseas economics politics mathematics physics this these those his its is was has as us plus thus
	across unless always perhaps besides towards afterwards new the a an of and`)

// singularInS are the nouns in a single -s that take -es.
var singularInS = set(`abacus alias apparatus atlas bias bonus bus campus canvas caucus census chorus christmas
	circus consensus corpus focus gas iris lens minus prospectus status surplus syllabus virus`)

// inSis are the nouns in -sis whose plural is that of no other noun: bases are
// those of industry.
var inSis = set("analysis antithesis crisis diagnosis emphasis hypothesis oasis synthesis thesis")

// Other endings of one spelling and two kinds: -ies of -ie, -ches of -che,
// and -ch that sounds like a k.
var (
	inIe  = set("calorie cookie die lie movie pie prairie sortie tie")
	inChe = set("ache avalanche cache creche headache niche")
	inK   = set("epoch eunuch matriarch monarch patriarch stomach tech")
)

var irregularSingulars = invert(irregularNouns)

// Plural is the plural of a noun, in the case of its letters: Secretary gives
// Secretaries, CHAIRMAN gives CHAIRMEN. Up to four capitals are an acronym:
// NGO gives NGOs. A noun without a plural comes back as it is.
func Plural(noun string) string {
	lower := strings.ToLower(noun)
	stem := strings.TrimSuffix(lower, "man")
	switch {
	case lower == "" || isInvariable(lower) || irregularSingulars[lower] != "":
		return noun
	case isAcronym(noun) && len(noun) <= 4:
		return noun + "s"
	case irregularNouns[lower] != "":
		return like(noun, irregularNouns[lower])
	case stem != lower && menOf[stem]:
		return like(noun, stem+"men")
	case strings.HasSuffix(lower, "sis"):
		return like(noun, strings.TrimSuffix(lower, "is")+"es")
	case takesEs(lower):
		return like(noun, lower+"es")
	case consonantY(lower):
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
	acronym := strings.TrimSuffix(plural, "s")
	men := strings.TrimSuffix(lower, "men")
	switch {
	case acronym != plural && isAcronym(acronym):
		return acronym
	case irregularSingulars[lower] != "":
		return like(plural, irregularSingulars[lower])
	case len(lower) < 4 || isInvariable(lower):
		return ""
	case men != lower && menOf[men]:
		return like(plural, men+"man")
	case lower == "bureaux":
		return like(plural, "bureau")
	case stem == lower || irregularNouns[lower] != "" || singularInS[lower] || strings.HasSuffix(stem, "s"):
		return "" // committee, axis, campus, congress
	case strings.HasSuffix(stem, "i"), strings.HasSuffix(stem, "u") && !strings.HasSuffix(stem, "eau"):
		return "" // crisis, Mauritius
	case strings.HasSuffix(stem, "ie") && !inIe[stem]:
		return like(plural, strings.TrimSuffix(stem, "ie")+"y")
	case strings.HasSuffix(stem, "e") && losesEs(strings.TrimSuffix(stem, "e")):
		return like(plural, strings.TrimSuffix(stem, "e"))
	case inSis[strings.TrimSuffix(stem, "e")+"is"]:
		return like(plural, strings.TrimSuffix(stem, "e")+"is")
	default:
		return like(plural, stem)
	}
}

// isInvariable reports whether a word has no other number: it is listed, names
// a people (Chinese), is a possessive or no word of letters.
func isInvariable(lower string) bool {
	people := strings.HasSuffix(lower, "ese") && len(lower) > 5 && lower != "cheese"
	return people || invariable[lower] || strings.ContainsAny(lower, "'’{}(),.&0123456789")
}

// takesEs reports whether the word has a sound at its end that an -s needs a
// vowel after.
func takesEs(lower string) bool {
	return !inK[lower] && endsIn(lower, "s", "x", "z", "ch", "sh")
}

// losesEs reports whether a word before -es is a singular: tax and congress
// are; enterpris, priz and cach have lost their own e.
func losesEs(stem string) bool {
	switch {
	case strings.HasSuffix(stem, "s"):
		return strings.HasSuffix(stem, "ss") || singularInS[stem]
	case strings.HasSuffix(stem, "z"):
		return strings.HasSuffix(stem, "tz")
	}
	return takesEs(stem) && !inChe[stem+"e"]
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
