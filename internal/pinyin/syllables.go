package pinyin

import (
	"strings"
	"sync"
)

// longestSyllable is the length of "zhuang".
const longestSyllable = 6

// syllableSet has syllables by their letters, packed into a number: open addressing,
// at most half full.
type syllableSet [1024]uint64

// spelt are the syllables of names: those that characters are read as, and the
// ways to write ü where there are no dots.
var spelt = sync.OnceValue(func() *syllableSet {
	all := new(syllableSet)
	for _, syllable := range []string{"lyu", "nyu", "lue", "nue"} {
		all.add(pack([]byte(syllable)))
	}
	for line := range strings.Lines(readings) {
		if syllable, _, _ := strings.Cut(line, " "); strings.ContainsAny(syllable, "aeiouv") {
			all.add(pack([]byte(syllable)))
		}
	}
	return all
})

// pack makes a number of up to eight letters, never 0.
func pack(letters []byte) (packed uint64) {
	for _, c := range letters {
		packed = packed<<8 | uint64(c)
	}
	return packed
}

func (s *syllableSet) add(packed uint64) { s[s.slot(packed)] = packed }

func (s *syllableSet) has(packed uint64) bool { return s[s.slot(packed)] == packed }

// slot is where the letters stand, or would.
func (s *syllableSet) slot(packed uint64) uint64 {
	i := packed * 0x9e3779b97f4a7c15 >> 54
	for s[i] != 0 && s[i] != packed {
		i = (i + 1) % uint64(len(s))
	}
	return i
}

// Syllables is how many syllables the lower-case letters of a given name are:
// 1, 2, or 0 if they are neither. A vowel alone is no second syllable.
func Syllables(letters []byte) int {
	n := len(letters)
	if n == 0 || n > 2*longestSyllable {
		return 0
	}
	known := spelt()
	if n <= longestSyllable && known.has(pack(letters)) {
		return 1
	}
	for i := max(1, n-longestSyllable); i <= longestSyllable && i < n-1; i++ {
		if known.has(pack(letters[:i])) && known.has(pack(letters[i:])) {
			return 2
		}
	}
	return 0
}
