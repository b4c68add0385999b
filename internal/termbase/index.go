package termbase

import "rectify/internal/english"

// index finds terms in numbered words: a trie whose nodes are numbers and
// whose edges are one hash table, so that a step costs one probe however many
// terms there are.
type index struct {
	vocabulary *vocabulary
	terms      []compiled
	// root is the node that a first word leads to, 0 for none.
	root []int32
	// edges leads from a node by a word to a node.
	edges edgeTable
	// outs is what ends at each node; ends has a bit for every node where
	// something does, and is small enough to stay at hand.
	outs [][]out
	ends []uint64
	near nearIndex
	// placeable marks the words that may stand in a {place}.
	placeable []bool
}

// out says that a term ends at a node.
type out struct {
	term      int32
	deviation Deviation
	form      english.Form
}

// edgeTable is an open-addressing hash table from (node, word) to node; a key
// is never 0, for node 0 is no node.
type edgeTable struct {
	keys  []uint64
	nodes []int32
	used  int
}

func edgeKey(node, word int32) uint64 { return uint64(node)<<32 | uint64(uint32(word)) }

func edgeSlot(key uint64) uint64 {
	key *= 0x9e3779b97f4a7c15
	return key ^ key>>32
}

// get is the node that the word leads to, or 0.
func (t *edgeTable) get(node, word int32) int32 {
	if len(t.keys) == 0 {
		return 0
	}
	key, mask := edgeKey(node, word), uint64(len(t.keys)-1)
	for i := edgeSlot(key) & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return t.nodes[i]
		case 0:
			return 0
		}
	}
}

func (t *edgeTable) set(node, word, next int32) {
	if t.used*2 >= len(t.keys) {
		old := *t
		size := max(1<<10, 2*len(old.keys))
		*t = edgeTable{keys: make([]uint64, size), nodes: make([]int32, size)}
		for i, key := range old.keys {
			if key != 0 {
				t.place(key, old.nodes[i])
			}
		}
	}
	t.place(edgeKey(node, word), next)
}

func (t *edgeTable) place(key uint64, next int32) {
	mask := uint64(len(t.keys) - 1)
	i := edgeSlot(key) & mask
	for t.keys[i] != 0 {
		i = (i + 1) & mask
	}
	t.keys[i], t.nodes[i] = key, next
	t.used++
}

// step is the node that a word leads to from a node; node 0 is the beginning.
func (ix *index) step(node, word int32) int32 {
	switch {
	case word == 0:
		return 0
	case node == 0:
		return ix.root[word]
	}
	return ix.edges.get(node, word)
}

// isEnd reports whether a term ends at the node.
func (ix *index) isEnd(node int32) bool { return ix.ends[node>>6]&(1<<(node&63)) != 0 }

// markEnds makes the bits of the nodes where terms end.
func (ix *index) markEnds() {
	ix.ends = make([]uint64, len(ix.outs)/64+1)
	for node, outs := range ix.outs {
		if len(outs) > 0 {
			ix.ends[node>>6] |= 1 << (node & 63)
		}
	}
}

// grow is step for the compiler: it makes the node if there is none.
func (ix *index) grow(node, word int32) int32 {
	for int(word) >= len(ix.root) {
		ix.root = append(ix.root, 0)
	}
	if next := ix.step(node, word); next != 0 {
		return next
	}
	next := int32(len(ix.outs))
	ix.outs = append(ix.outs, nil)
	if node == 0 {
		ix.root[word] = next
	} else {
		ix.edges.set(node, word, next)
	}
	return next
}
