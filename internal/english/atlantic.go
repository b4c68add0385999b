package english

// Across is the other spelling of a word in small letters, on the other side
// of the Atlantic, and whether the word itself is the British one; "" if there
// is no other. It is quick to say so of most words.
func Across(lower string) (other string, british bool) {
	if len(lower) < 5 {
		return "", false
	}
	switch {
	case mayEndInIse(lower):
		if american := American(lower); american != lower {
			return american, true
		}
		other = British(lower)
	case respelled[fourLetters(lower)] != 0:
		if american := respell(lower, 1, 0); american != lower {
			return american, true
		}
		other = respell(lower, 0, 1)
	default:
		return "", false
	}
	if other == lower {
		return "", false
	}
	return other, false
}

// fourLetters is a number of twelve bits made of the first four letters.
func fourLetters(lower string) uint32 {
	letters := uint32(lower[0]) | uint32(lower[1])<<8 | uint32(lower[2])<<16 | uint32(lower[3])<<24
	return letters * 0x9e3779b1 >> 20
}

// beforeIse is how many bytes before the end of a word one of [izeEndings] begins, by
// the last letter, the s of a plural aside; any number serves for other letters.
var beforeIse = [256]uint8{'e': 3, 'd': 4, 'r': 4, 'g': 5, 'n': 7}

// mayEndInIse reports whether one of [izeEndings] may be the end of a word of five
// letters or more.
func mayEndInIse(lower string) bool {
	n := len(lower)
	if lower[n-1] == 's' {
		n--
	}
	at := n - max(2, int(beforeIse[lower[n-1]]))
	return at > 1 && (lower[at+1] == 's' || lower[at+1] == 'z') && (lower[at] == 'i' || lower[at] == 'y')
}
