package termbase

import (
	"math/bits"
	"slices"
)

// The words of a literal rendering stand side by side, but for words without
// content, and each is in one of its groups. So where two words are in the groups of
// no one literal, none goes over them: that parts nearly every text into runs too
// short for a literal.

// pairSet is a set of pairs of stems: a bit for each pair, a power of two of them,
// which some pairs share.
type pairSet []uint64

// has reports whether the stems of two neighbors, in either order, may be in the
// set.
func (s pairSet) has(a, b int32) bool {
	at, bit := s.place(a, b)
	return s[at]&bit != 0
}

func (s pairSet) place(a, b int32) (at int, bit uint64) {
	hash := (uint64(min(a, b))<<32 | uint64(uint32(max(a, b)))) * hashStart
	hash ^= hash >> 32
	return int(hash >> 6 & uint64(len(s)-1)), 1 << (hash & 63)
}

// bitsPerPair is how large the set is made: one in so many other pairs is taken for
// one of the set.
const bitsPerPair = 8

// pairUp makes the set of pairs.
func (l *literalIndex) pairUp() {
	known := map[[2]int32]bool{}
	var stems []int32
	for i := range l.literals {
		stems = stems[:0]
		for _, group := range l.literals[i].groups.of(l.literalGroups) {
			for _, id := range l.groups[group].of(l.words) {
				stems = append(stems, l.stem[id])
			}
		}
		slices.Sort(stems)
		stems = slices.Compact(stems)
		for k, a := range stems {
			for _, b := range stems[k:] {
				known[[2]int32{a, b}] = true
			}
		}
	}
	l.pairs = make(pairSet, max(1, 1<<bits.Len(uint(len(known)*bitsPerPair))/64))
	for pair := range known {
		at, bit := l.pairs.place(pair[0], pair[1])
		l.pairs[at] |= bit
	}
}
