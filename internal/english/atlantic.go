package english

// Across is the other spelling of a word in small letters, on the other side
// of the Atlantic, and whether the word itself is the British one; "" if there
// is no other. It is quick to say so of most words.
func Across(lower string) (other string, british bool) {
	if len(lower) < 5 {
		return "", false
	}
	american, anglicized := lower, lower
	switch {
	case mayEndInIse(lower):
		american, anglicized = American(lower), British(lower)
	case respelled[fourLetters(lower)]:
		american, anglicized = respell(lower, 1, 0), respell(lower, 0, 1)
	}
	switch {
	case american != lower:
		return american, true
	case anglicized != lower:
		return anglicized, false
	}
	return "", false
}

// respelled tells which four letters may begin a word of [spellings].
var respelled = func() (table [1 << 12]bool) {
	for _, pair := range spellings {
		table[fourLetters(pair[0])], table[fourLetters(pair[1])] = true, true
	}
	return table
}()

// fourLetters is a number of twelve bits made of the first four letters.
func fourLetters(lower string) uint32 {
	letters := uint32(lower[0]) | uint32(lower[1])<<8 | uint32(lower[2])<<16 | uint32(lower[3])<<24
	return letters * 0x9e3779b1 >> 20
}

// mayEndInIse reports whether one of [izeEndings] may be the end of the word.
func mayEndInIse(lower string) bool {
	n := len(lower)
	switch lower[n-1] {
	case 'e':
		return iseAt(lower, n-3)
	case 'd', 'r':
		return iseAt(lower, n-4)
	case 'g':
		return iseAt(lower, n-5)
	case 'n':
		return iseAt(lower, n-7)
	case 's':
		return iseAt(lower, n-4) || iseAt(lower, n-5) || iseAt(lower, n-8)
	}
	return false
}

// iseAt reports whether -is or -iz, or the like with a y, begins at a place.
func iseAt(lower string, at int) bool {
	return at > 1 && (lower[at] == 'i' || lower[at] == 'y') && (lower[at+1] == 's' || lower[at+1] == 'z')
}
