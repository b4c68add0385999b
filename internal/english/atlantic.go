package english

import "strings"

// Across is the other spelling of a word in small letters, on the other side
// of the Atlantic, and whether the word itself is the British one; "" if there
// is no other. It is quick to say so of most words.
func Across(lower string) (other string, british bool) {
	if len(lower) < 5 || !respelled[threeLetters(lower)] && !mayEndInIse(lower) {
		return "", false
	}
	if other = American(lower); other != lower {
		return other, true
	}
	if other = British(lower); other != lower {
		return other, false
	}
	return "", false
}

// respelled tells which three letters begin a word of [spellings].
var respelled = func() (table [1 << 15]bool) {
	for _, pair := range spellings {
		table[threeLetters(pair[0])], table[threeLetters(pair[1])] = true, true
	}
	return table
}()

// threeLetters is the first three letters as a number: five bits tell a letter.
func threeLetters(lower string) int {
	return int(lower[0]&31)<<10 | int(lower[1]&31)<<5 | int(lower[2]&31)
}

// mayEndInIse reports whether one of [izeEndings] may be the end of the word.
func mayEndInIse(lower string) bool {
	if strings.IndexByte("edgnrs", lower[len(lower)-1]) < 0 {
		return false
	}
	for i := max(2, len(lower)-8); i+2 < len(lower); i++ {
		if c := lower[i+1]; (c == 's' || c == 'z') && (lower[i] == 'i' || lower[i] == 'y') && strings.IndexByte("aei", lower[i+2]) >= 0 {
			return true
		}
	}
	return false
}
