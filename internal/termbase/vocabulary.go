package termbase

// vocabulary gives every word of the glossary a number. Spellings of one word
// share a number; so that a text is compared by numbers alone.
type vocabulary struct {
	slots []slot // open addressing, a power of two, at most half full
	// lemma is the number of the singular of each word, noun that of the word
	// without a possessive ending; function marks the words without content.
	lemma, noun []int32
	function    []bool
	// articles and conjunction are the numbers of the, a, an and of "and".
	articles    [3]int32
	conjunction int32
}

// slot holds the upper half of a word's hash; the lower one chose the slot.
type slot struct {
	check uint32
	id    int32
}

// Behind the marks stand the number of every ordinal that is no word of a
// term, and those of the slots for a place name and a verb, which no text has.
const (
	ordinalID   = int32(len(marks) + 1)
	placeNameID = ordinalID + 1
	verbID      = ordinalID + 2
)

// nameSmallWords notes the numbers of what near misses ask for.
func (v *vocabulary) nameSmallWords() {
	for i, word := range []string{"the", "a", "an"} {
		v.articles[i] = v.lookup(hashString(word))
	}
	v.conjunction = v.lookup(hashString("and"))
}

// lookup is the number of the word with the hash, or 0.
func (v *vocabulary) lookup(hash uint64) int32 {
	mask := uint64(len(v.slots) - 1)
	check := uint32(hash >> 32)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := v.slots[i]
		if s.check == check || s.id == 0 {
			return s.id
		}
	}
}
