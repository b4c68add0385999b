package checks

import "rectify/internal/termbase"

// wordKinds tells what some words are by their hashes alone, in little memory: of a
// hash it keeps thirty bits and puts the kind, 1 to 3, behind them, each at the place
// that its low bits say or, where that is taken, at the next free one.
type wordKinds []uint32

// kindBits are those of the kind.
const kindBits = 3

// newWordKinds makes the table of the kinds of words in lower case.
func newWordKinds[K ~uint8](kinds map[string]K) wordKinds {
	size := 1
	for size < 3*len(kinds) {
		size *= 2
	}
	table := make(wordKinds, size)
	for word, kind := range kinds {
		hash := termbase.HashOf(word)
		i := hash & uint32(size-1)
		for table[i] != 0 {
			i = (i + 1) & uint32(size-1)
		}
		table[i] = hash&^kindBits | uint32(kind)
	}
	return table
}

// of is the kind of the word with a hash, 0 if it has none here.
func (table wordKinds) of(hash uint32) uint8 {
	mask := uint32(len(table) - 1)
	for i := hash & mask; table[i] != 0; i = (i + 1) & mask {
		if (table[i]^hash)&^kindBits == 0 {
			return uint8(table[i] & kindBits)
		}
	}
	return 0
}
