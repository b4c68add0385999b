package pinyin

import (
	_ "embed"
	"strings"
	"sync"
)

// surnames has a surname a line, in letters without tones: those of one
// syllable, then those of two.
//
//go:embed surnames.txt
var surnames string

// longestSyllable is the length of "zhuang".
const longestSyllable = 6

// spelt are the syllables of names: those that characters are read as, and the
// ways to write ü where there are no dots.
var spelt = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{"lyu": true, "nyu": true, "lue": true, "nue": true}
	for line := range strings.Lines(readings) {
		syllable, _, _ := strings.Cut(line, " ")
		all[syllable] = strings.ContainsAny(syllable, "aeiouv")
	}
	return all
})

var families = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, name := range SurnameLetters() {
		all[name] = true
	}
	return all
})

// SurnameLetters lists every surname in lower-case letters.
func SurnameLetters() []string { return strings.Fields(surnames) }

// IsSurname reports whether the lower-case letters are a surname.
func IsSurname(letters []byte) bool { return families()[string(letters)] }

// Syllables is how many syllables the lower-case letters of a given name are:
// 1, 2, or 0 if they are neither. A vowel alone is no second syllable.
func Syllables(letters []byte) int {
	known := spelt()
	if known[string(letters)] {
		return 1
	}
	for i := 1; i <= longestSyllable && i < len(letters)-1; i++ {
		if known[string(letters[:i])] && known[string(letters[i:])] {
			return 2
		}
	}
	return 0
}
