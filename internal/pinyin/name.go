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
