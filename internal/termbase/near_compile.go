package termbase

import "math/bits"

// nameTable is an open-addressing hash table from a key to the terms that have
// it, a power of two in size and at most half full.
type nameTable struct {
	slots []nameSlot
	// links lists the terms; the first stands for none.
	links []nameLink
}

type nameSlot struct {
	key  uint64
	link int32 // 0 for a free slot
}

// nameLink is a term and the link of the next one with its key, or 0.
type nameLink struct{ term, next int32 }

func newNameTable(names int) nameTable {
	return nameTable{slots: make([]nameSlot, 2<<bits.Len(uint(names))), links: make([]nameLink, 1, names+1)}
}

// slot is where a key stands, or would stand.
func (t *nameTable) slot(key uint64) *nameSlot {
	mask := uint64(len(t.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.link == 0 || s.key == key {
			return s
		}
	}
}

// add notes a term before those with its key.
func (t *nameTable) add(key uint64, term int32) {
	s := t.slot(key)
	t.links = append(t.links, nameLink{term, s.link})
	s.key, s.link = key, int32(len(t.links)-1)
}

// compileNear indexes the names among the right terms.
func (c *compiler) compileNear() {
	var names []int32
	for number := range c.records {
		if !c.nameable(number) {
			continue
		}
		names = append(names, int32(number))
		for _, p := range c.partsOf(&c.records[number]) {
			if p.kind == plain {
				c.lexicon.addNumbers(p.id)
			}
		}
	}
	c.lexicon.tieOwners()
	c.vocabulary = c.lexicon.vocabulary
	c.near = nearIndex{names: newNameTable(len(names)), words: make([]nearWord, len(c.lexicon.words))}
	lengths := make([]uint32, len(c.lexicon.words))
	for _, number := range names {
		lemmas := c.lemmas(&c.records[number], nil)
		var sum uint64
		for _, l := range lemmas {
			sum += lemmaHash(l)
			lengths[l] |= 1 << len(lemmas)
		}
		c.near.names.add(nearKey(sum, len(lemmas)), number)
	}
	for id, lemma := range c.lexicon.lemma {
		if c.lexicon.function[id] {
			c.near.words[id].small = true
		} else {
			c.near.words[id] = nearWord{lemma: lemma, lengths: lengths[lemma]}
		}
	}
}

// nameable reports whether near misses of a term are faults: a proper name of
// some length, without marks inside.
func (c *compiler) nameable(number int) bool {
	r := &c.records[number]
	if r.is(shield|numbered|title) || !r.is(proper) || r.status > Admitted {
		return false
	}
	n := 0
	for _, p := range c.partsOf(r) {
		if p.kind != plain && p.kind != nth {
			return false
		}
		if p.content {
			n++
		}
	}
	return n >= leastContent && n <= mostContent
}
