package termbase

// WordTable is a list of words that a check looks for, each with its place in the
// list. To ask whether a word of a text is one of them costs no look at its letters:
// the text's words were hashed when they were recognised.
type WordTable struct {
	// listed has a bit for each of the low bits of a hash, set if a word has them: most
	// words of a text are found to be none of the list in little memory, which stays at
	// hand while one check after another asks.
	listed []uint64
	slots  []tableSlot // open addressing, a power of two, at most half full
}

type tableSlot struct {
	hash  uint32
	place int32 // in the list, plus one; 0 for none
}

// bitsPerWord is how many bits of [WordTable] a word has at least.
const bitsPerWord = 16

// NewWordTable makes a table of words, each in lower case and without white space
// and hyphens. Of a word that is listed twice the first place counts.
func NewWordTable(words ...string) *WordTable {
	size := 4
	for size < 2*len(words) {
		size *= 2
	}
	t := &WordTable{slots: make([]tableSlot, size), listed: make([]uint64, max(1, size*bitsPerWord/2/64))}
	for place, word := range words {
		hash := HashOf(word)
		t.listed[t.bits(hash)] |= 1 << (hash & 63)
		if i := t.slot(hash); t.slots[i].place == 0 {
			t.slots[i] = tableSlot{hash, int32(place + 1)}
		}
	}
	return t
}

// Place is the place in the list of a word of a text, in whatever letter case, or -1.
// Another word is taken for one of the list once in billions: where that does harm,
// look at its letters.
func (t *WordTable) Place(w *Word) int {
	if t.listed[t.bits(w.hash)]>>(w.hash&63)&1 == 0 {
		return -1 // as nearly always
	}
	return int(t.slots[t.slot(w.hash)].place) - 1
}

// Has reports whether a word of a text is listed.
func (t *WordTable) Has(w *Word) bool { return t.Place(w) >= 0 }

// Hash is a number of the word in lower case, by which it can be told from others;
// marks have none, and share 0. Two words share one once in billions.
func (w *Word) Hash() uint32 { return w.hash }

// HashOf is the [Word.Hash] of a word in lower case.
func HashOf(lower string) uint32 { return shortHash(hashString(lower)) }

// bits is where in listed the bit of a hash lies.
func (t *WordTable) bits(hash uint32) uint32 { return hash >> 6 & uint32(len(t.listed)-1) }

// slot is where the hash stands, or would.
func (t *WordTable) slot(hash uint32) uint32 {
	mask := uint32(len(t.slots) - 1)
	i := hash & mask
	for t.slots[i].place != 0 && t.slots[i].hash != hash {
		i = (i + 1) & mask
	}
	return i
}

// shortHash is what a word keeps of its hash.
func shortHash(hash uint64) uint32 { return uint32(hash >> 32) }
