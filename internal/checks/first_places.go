package checks

import "slices"

// firstPlaces are the first places of two words that stand side by side, a hash table:
// at most half full, so that it is as small as what a text says but once.
type firstPlaces struct {
	slots []twoWords // a power of two
	taken int
}

// twoWords is a place at which a token and the next one stand, plus one, and their
// hash; no place, 0, ends what was found in the table.
type twoWords struct {
	hash  uint32
	place int32
}

const (
	// mostPlaces is how many earlier places of two words are looked at.
	mostPlaces = 4
	// mostLooked is how many places of any words are looked at for them.
	mostLooked = 16
	// firstSlots are enough for most texts.
	firstSlots = 1 << 16
)

// empty makes the table ready for so many tokens; it keeps its memory. A table for
// most texts is large enough at once, one for a long text grows with what is in it.
func (f *firstPlaces) empty(tokens int) {
	size := 1
	for size < min(tokens, firstSlots) {
		size *= 2
	}
	f.slots = slices.Grow(f.slots[:0], size)[:size]
	clear(f.slots)
	f.taken = 0
}

// look finds the places of two words by their hash, the first ones first, and the
// slot that is free for one more, or -1.
func (f *firstPlaces) look(hash uint32) (places [mostPlaces]int32, n, free int) {
	mask := uint32(len(f.slots) - 1)
	for looked := uint32(0); looked < mostLooked && n < mostPlaces; looked++ {
		slot := (hash + looked) & mask
		at := &f.slots[slot]
		if at.place == 0 {
			return places, n, int(slot)
		}
		if at.hash == hash {
			places[n] = at.place - 1
			n++
		}
	}
	return places, n, -1
}

// add puts a place into the slot that was free when its hash was looked for.
func (f *firstPlaces) add(slot int, hash uint32, place int32) {
	f.slots[slot] = twoWords{hash, place + 1}
	if f.taken++; f.taken > len(f.slots)/2 {
		f.double()
	}
}

// double makes the table twice as large. The places of a hash stay in their order,
// since no run of slots is gone through from its middle.
func (f *firstPlaces) double() {
	old := f.slots
	start := 0
	for old[start].place != 0 {
		start++
	}
	f.slots = make([]twoWords, 2*len(old))
	mask := uint32(len(f.slots) - 1)
	for i := range old {
		moved := old[(start+i)&(len(old)-1)]
		if moved.place == 0 {
			continue
		}
		slot := moved.hash & mask
		for f.slots[slot].place != 0 {
			slot = (slot + 1) & mask
		}
		f.slots[slot] = moved
	}
}
