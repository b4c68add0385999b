package english

// Side is a side of the Atlantic, as the spelling of a word shows it.
type Side int

// The sides; most words are spelled alike on both.
const (
	BothSides Side = iota
	AmericanSide
	BritishSide
)

// ShortestOfSide is how many letters a word has at least that is spelled in two ways.
const ShortestOfSide = 5

// SideOf is the side on which a word in small letters is spelled so; [American] or
// [British] give the spelling of the other one. It is quick to say so of most words.
func SideOf(lower string) Side {
	if len(lower) < ShortestOfSide {
		return BothSides
	}
	letter := iseLetter(lower)
	isIse, isIze := letter == 's', letter == 'z'
	switch {
	case !isIse && !isIze && respelled[fourLetters(lower)] == 0:
		return BothSides
	case isIse && americanEnding(lower) >= 0, respellingOf(lower, 1) != nil:
		return BritishSide
	case isIze && britishEnding(lower) >= 0, respellingOf(lower, 0) != nil:
		return AmericanSide
	}
	return BothSides
}

// fourLetters is a number of twelve bits made of the first four letters.
func fourLetters(lower string) uint32 {
	letters := uint32(lower[0]) | uint32(lower[1])<<8 | uint32(lower[2])<<16 | uint32(lower[3])<<24
	return letters * 0x9e3779b1 >> 20
}

// beforeIse is how many bytes before the end of a word one of [izeEndings] begins, by
// the last letter, the s of a plural aside; any number serves for other letters.
var beforeIse = func() (table [256]uint8) {
	for c := range table {
		table[c] = 2
	}
	table['e'], table['d'], table['r'], table['g'], table['n'] = 3, 4, 4, 5, 7
	return table
}()

// pluralS is how long the s of a plural is that ends with a byte.
var pluralS = [256]uint8{'s': 1}

// iseLetter is the s or the z of the one of [izeEndings] that may be the end of a word
// of five letters or more; another letter, or 0, where none may be. It is asked of every
// word: tables, and no branches that a word in three takes.
func iseLetter(lower string) byte {
	n := len(lower) - int(pluralS[lower[len(lower)-1]])
	at := n - int(beforeIse[lower[n-1]])
	if at < 2 || lower[at] != 'i' && lower[at] != 'y' {
		return 0
	}
	return lower[at+1]
}
