// Package pinyin finds Chinese by its sound, typed without tones: by whole
// syllables (guojia zhuxi) or by their first letters (gjzx).
package pinyin

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:generate sh -c "cd ../../tools && go run ./readings > ../internal/pinyin/readings.txt"

// readings has a line a syllable, with the characters that are read so.
//
//go:embed readings.txt
var readings string

// read maps a character to its syllables; made when a sound is first asked for.
var read = sync.OnceValue(func() map[rune][]string {
	const characters = 1 << 15
	all := make(map[rune][]string, characters)
	for line := range strings.Lines(readings) {
		syllable, characters, _ := strings.Cut(strings.TrimSpace(line), " ")
		for _, r := range characters {
			all[r] = append(all[r], syllable)
		}
	}
	return all
})

// Query is a sound as it was typed.
type Query struct{ letters string }

// leastLetters is the shortest query: fewer letters begin too many names.
const leastLetters = 3

// Parse reads a sound: letters with or without tone marks and numbers, spaces
// and apostrophes between the syllables, u with its dots as such, as v or as
// u:. It is not ok if there is anything else, or too little.
func Parse(typed string) (q Query, ok bool) {
	var letters strings.Builder
	typed = strings.ReplaceAll(strings.ToLower(typed), "u:", "v")
	for _, r := range norm.NFD.String(typed) {
		switch {
		case r >= 'a' && r <= 'z':
			letters.WriteRune(r)
		case r == '\u0308': // the dots of ü
			u, _ := strings.CutSuffix(letters.String(), "u")
			letters.Reset()
			letters.WriteString(u + "v")
		case r == ' ' || r == '\'' || r == '\u2019' || r == '-' || r >= '1' && r <= '5' || unicode.Is(unicode.Mn, r):
		default:
			return Query{}, false
		}
	}
	return Query{letters.String()}, letters.Len() >= leastLetters
}

// Fit is how much of a Chinese name a sound is.
type Fit int

// The fits, the best one last.
const (
	None   Fit = iota
	Inside     // of some of its characters
	Start      // of its first characters
	Whole      // of all of it
)

// Fits says how much of the Chinese text sounds like the query. A text counts
// by its Chinese characters alone. The last syllable may be typed in part.
func (q Query) Fits(chinese string) Fit {
	var runes []rune
	for _, r := range chinese {
		if unicode.Is(unicode.Han, r) {
			runes = append(runes, r)
		}
	}
	best := None
	for i := range runes {
		n := max(syllables(q.letters, runes[i:]), initials(q.letters, runes[i:]))
		switch {
		case n == 0:
		case i > 0:
			best = max(best, Inside)
		case n < len(runes):
			best = Start
		default:
			return Whole
		}
	}
	return best
}

// syllables is how many characters, from the first, the letters spell, or 0.
func syllables(letters string, runes []rune) int {
	if len(runes) == 0 {
		return 0
	}
	longest := 0
	for _, s := range read()[runes[0]] {
		rest, whole := strings.CutPrefix(letters, s)
		switch {
		case whole && rest == "":
			longest = max(longest, 1)
		case whole:
			if n := syllables(rest, runes[1:]); n > 0 {
				longest = max(longest, 1+n)
			}
		case strings.HasPrefix(s, letters):
			longest = max(longest, 1)
		}
	}
	return longest
}

// initials is how many characters, from the first, have the letters as their
// first ones, or 0.
func initials(letters string, runes []rune) int {
	if len(letters) > len(runes) {
		return 0
	}
	for i := range len(letters) {
		found := false
		for _, s := range read()[runes[i]] {
			found = found || s[0] == letters[i]
		}
		if !found {
			return 0
		}
	}
	return len(letters)
}
