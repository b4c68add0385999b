package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FunctionWords carry no content of a name: articles, prepositions, and.
// Prepositions are the ones that end the head of a noun phrase.
var (
	Prepositions  = set("of for on in to with by at from through into under between among against over within")
	Articles      = set("the a an")
	FunctionWords = union(Prepositions, Articles, set("and as"))
)

// vowelSounds begin with a consonant letter and a vowel sound, consonant
// sounds the other way round.
var (
	vowelSounds     = []string{"hour", "honest", "honor", "heir"}
	consonantSounds = []string{"uni", "use", "usu", "uti", "eu", "one", "once", "ubiq", "ura"}
	// letterSounds are the letters whose name begins with a vowel: an MP.
	letterSounds = "AEFHILMNORSX"
)

// Article is the indefinite article that goes before the word: "a" or "an".
func Article(word string) string {
	lower := strings.ToLower(word)
	if lower == "" {
		return "a"
	}
	if strings.HasPrefix(lower, "8") || lower == "11" || lower == "18" || strings.HasPrefix(lower, "11th") || strings.HasPrefix(lower, "18th") {
		return "an"
	}
	vowel := isVowel(lower[0])
	switch {
	case isAcronym(word):
		vowel = strings.IndexByte(letterSounds, word[0]) >= 0
	case hasAnyPrefix(lower, vowelSounds):
		vowel = true
	case hasAnyPrefix(lower, consonantSounds) && !strings.HasPrefix(lower, "unin") && !strings.HasPrefix(lower, "unim"):
		vowel = false
	}
	if vowel {
		return "an"
	}
	return "a"
}

func isAcronym(word string) bool {
	if len(word) < 2 {
		return false
	}
	for i := 0; i < len(word); i++ {
		if word[i] < 'A' || word[i] > 'Z' {
			return false
		}
	}
	return true
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
	return string(unicode.ToUpper(r)) + text[size:]
}

// like gives the lower-case word the capitals of a model: none, the first, or
// all of them.
func like(model, lower string) string {
	first, _ := utf8.DecodeRuneInString(model)
	switch {
	case len(model) > 1 && strings.ToUpper(model) == model && strings.ToLower(model) != model:
		return strings.ToUpper(lower)
	case unicode.IsUpper(first):
		return Capitalize(lower)
	}
	return lower
}
