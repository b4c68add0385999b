package english

// Side is a side of the Atlantic, as the spelling of a word shows it.
type Side int

// The sides; most words are spelled alike on both.
const (
	BothSides Side = iota
	AmericanSide
	BritishSide
)

// SideOf is the side on which a word in small letters is spelled so; [American] or
// [British] give the spelling of the other one. It is quick to say so of most words.
func SideOf(lower string) Side {
	if len(lower) < 5 {
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
var beforeIse = [256]uint8{'e': 3, 'd': 4, 'r': 4, 'g': 5, 'n': 7}

// iseLetter is the s or the z of the one of [izeEndings] that may be the end of a word
// of five letters or more; another letter, or 0, where none may be.
func iseLetter(lower string) byte {
	n := len(lower)
	if lower[n-1] == 's' {
		n--
	}
	at := n - max(2, int(beforeIse[lower[n-1]]))
	if at < 2 || lower[at] != 'i' && lower[at] != 'y' {
		return 0
	}
	return lower[at+1]
}
