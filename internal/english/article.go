package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FunctionWords carry no content of a name: articles, prepositions, and.
// Prepositions are the ones that end the head of a noun phrase.
var (
	Prepositions = set("of for on in to with by at from through into under between among against over within")
	Articles     = set("the a an")
	// Numbers are the number words that slogans begin with.
	Numbers       = set("two three four five six seven eight nine ten eleven twelve thirteen fourteen")
	FunctionWords = union(Prepositions, Articles, set("and as"))
)

// longestFunctionWord is the length of "through".
const longestFunctionWord = 7

// IsPreposition reports whether a word is one of [Prepositions], in whatever letters.
func IsPreposition(word string) bool { return isOf(Prepositions, word) }

// IsArticle reports whether a word is one of [Articles], in whatever letters.
func IsArticle(word string) bool { return isOf(Articles, word) }

// IsFunctionWord reports whether a word is one of [FunctionWords], in whatever letters.
func IsFunctionWord(word string) bool { return isOf(FunctionWords, word) }

// functionLengths has the lengths of the function words, a bit each, by their first
// letters: most other words are told by them.
var functionLengths = func() (table [256]uint8) {
	for word := range FunctionWords {
		table[word[0]] |= 1 << len(word)
		table[word[0]&^0x20] |= 1 << len(word)
	}
	return table
}()

// isOf looks a word up in a set of function words, and makes no string of it.
func isOf(set map[string]bool, word string) bool {
	if word == "" || len(word) > longestFunctionWord || functionLengths[word[0]]>>len(word)&1 == 0 {
		return false
	}
	var lower [longestFunctionWord]byte
	for i := range len(word) {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	return set[string(lower[:len(word)])]
}

// vowelSounds are beginnings with a consonant letter and a vowel sound,
// consonantSounds the other way round; of those, the plain ones are none.
var (
	vowelSounds     = []string{"hour", "honest", "hono", "heir"}
	consonantSounds = []string{
		"uni", "unanim", "usa", "use", "usu", "usur", "ute", "uti", "uto", "eu", "ewe", "one", "once", "ubi", "ufo",
		"uga", "ukr", "ura", "ure", "uro", "uru", "uyg", "uig",
	}
	plainVowels = []string{"unin", "unim", "unide", "oner"}
	// letterSounds are the letters whose name begins with a vowel: an MP.
	letterSounds = "AEFHILMNORSX"
	// spoken are acronyms read as words, though their first letter alone
	// would sound otherwise.
	spoken = set("FAST FIFA LAN MERS NASA NATO SARS SWAT")
)

// Article is the indefinite article that goes before the word: "a" or "an". It
// goes by the sound: an hour, a university, an MP, a UN, an 18th.
func Article(word string) string {
	if soundsVowel(word) {
		return "an"
	}
	return "a"
}

func soundsVowel(word string) bool {
	if word == "" {
		return false
	}
	lower := strings.ToLower(word)
	digits := len(word) - len(strings.TrimLeft(word, "0123456789"))
	letters := leadingCapitals(word)
	switch {
	case digits > 0:
		return word[0] == '8' || word[:digits] == "11" || word[:digits] == "18"
	case letters != "" && !spoken[letters]:
		return strings.IndexByte(letterSounds, letters[0]) >= 0
	case hasAnyPrefix(lower, vowelSounds):
		return true
	case hasAnyPrefix(lower, consonantSounds) && !hasAnyPrefix(lower, plainVowels):
		return false
	}
	return isVowel(lower[0])
}

// dots are the marks inside an abbreviation.
var dots = strings.NewReplacer(".", "", "&", "")

// leadingCapitals are the letters of a word that is said letter by letter: of
// NPC, U.S, R&D, MPs, NPC's, G20 and X-ray; "" for any other word.
func leadingCapitals(word string) string {
	if word[0] >= 'a' && word[0] <= 'z' {
		return ""
	}
	word, _, _ = strings.Cut(word, "-")
	word = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(word, "’", "'"), "s"), "'")
	plain := strings.TrimRight(dots.Replace(word), "0123456789")
	if isAcronym(plain) || len(plain) == 1 && plain[0] >= 'A' && plain[0] <= 'Z' {
		return plain
	}
	return ""
}

// isAcronym reports whether a word is two capitals or more.
func isAcronym(word string) bool {
	return len(word) > 1 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func union(sets ...map[string]bool) map[string]bool {
	out := map[string]bool{}
	for _, s := range sets {
		for w := range s {
			out[w] = true
		}
	}
	return out
}

// Capitalize makes the first letter of the text a capital.
func Capitalize(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError {
		return text // nothing, or no letter
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// like gives the lower-case word the capitals of a model: none, the first, or
// all of them.
func like(model, lower string) string {
	first, _ := utf8.DecodeRuneInString(model)
	switch {
	case len(model) > 1 && !hasSmallLetter(model) && strings.ToUpper(model) == model && strings.ToLower(model) != model:
		return strings.ToUpper(lower)
	case unicode.IsUpper(first):
		return Capitalize(lower)
	}
	return lower
}

// hasSmallLetter reports whether a text has a small letter of ASCII.
func hasSmallLetter(text string) bool {
	for i := range len(text) {
		if text[i] >= 'a' && text[i] <= 'z' {
			return true
		}
	}
	return false
}
