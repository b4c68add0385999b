package termbase

// index finds terms in numbered words: a trie whose nodes are numbers and
// whose edges are one hash table, so that a step costs one probe however many
// terms there are.
type index struct {
	vocabulary *vocabulary
	terms      []compiled
	// root is where each first word leads to.
	root []arc
	// edges leads from a node by a word to a node.
	edges edgeTable
	// outs lists what ends at the nodes; firstOut is where the list of a node
	// begins, 0 where nothing ends.
	outs     []out
	firstOut []int32
	near     nearIndex
	// scratch holds nodes for the compiler.
	scratch [2][]int32
	// placeable marks the words that may stand in a {place}.
	placeable []bool
}

// arc leads to a node, 0 for none. It holds the node's first out too, so that
// a step of the recogniser looks into the memory once.
type arc struct{ node, out int32 }

// out says that a term may end at a node; next is the next one of the node, or
// 0.
type out struct {
	term, next int32
	// always: the term counts on every day, for every house, in any letters.
	always bool
}

// edgeTable is an open-addressing hash table from (node, word) to node; a key
// is never 0, for a word is never 0. Most steps of a recogniser lead nowhere:
// a bit in the filter, small enough to stay in the processor's cache, spares
// them the way to the table.
type edgeTable struct {
	edges  []edge
	filter []uint64
	used   int
}

type edge struct {
	key uint64
	arc
}

func edgeKey(node, word int32) uint64 { return uint64(node)<<32 | uint64(uint32(word)) }

func edgeSlot(key uint64) uint64 {
	key *= 0x9e3779b97f4a7c15
	return key ^ key>>32
}

// get is where the word leads to from a node.
func (t *edgeTable) get(node, word int32) arc {
	key, mask := edgeKey(node, word), uint64(len(t.edges)-1)
	slot := edgeSlot(key)
	if t.filter != nil && t.filter[slot>>6&uint64(len(t.filter)-1)]&(1<<(slot&63)) == 0 {
		return arc{}
	}
	for i := slot & mask; ; i = (i + 1) & mask {
		switch e := &t.edges[i]; e.key {
		case key:
			return e.arc
		case 0:
			return arc{}
		}
	}
}

func (t *edgeTable) set(node, word, next int32) {
	if t.used*4 >= len(t.edges)*3 {
		old := t.edges
		t.edges = make([]edge, 2*len(old))
		t.used = 0
		for _, e := range old {
			if e.key != 0 {
				t.place(e)
			}
		}
	}
	t.place(edge{edgeKey(node, word), arc{node: next}})
}

func (t *edgeTable) place(e edge) {
	mask := uint64(len(t.edges) - 1)
	i := edgeSlot(e.key) & mask
	for t.edges[i].key != 0 {
		i = (i + 1) & mask
	}
	t.edges[i] = e
	t.used++
}

// seal copies the first outs into the arcs and makes the filter, when every
// term is in.
func (ix *index) seal() {
	for len(ix.root) < len(ix.vocabulary.words) {
		ix.root = append(ix.root, arc{})
	}
	for i := range ix.root {
		ix.root[i].out = ix.firstOut[ix.root[i].node]
	}
	t := &ix.edges
	t.filter = make([]uint64, len(t.edges)/8)
	for i := range t.edges {
		if e := &t.edges[i]; e.key != 0 {
			e.out = ix.firstOut[e.node]
			slot := edgeSlot(e.key)
			t.filter[slot>>6&uint64(len(t.filter)-1)] |= 1 << (slot & 63)
		}
	}
}

// addOut notes that a term ends at a node, behind what ends there already.
func (ix *index) addOut(node int32, o out) {
	at := &ix.firstOut[node]
	for *at != 0 {
		at = &ix.outs[*at].next
	}
	*at = int32(len(ix.outs))
	ix.outs = append(ix.outs, o)
}

// grow is the node that a word leads to from a node; where there is none, it is
// the given one, or a new one if that is 0. Node 0 is the beginning.
func (ix *index) grow(node, word, next int32) int32 {
	for int(word) >= len(ix.root) {
		ix.root = append(ix.root, arc{})
	}
	known := ix.root[word]
	if node != 0 {
		known = ix.edges.get(node, word)
	}
	if known.node != 0 {
		return known.node
	}
	if next == 0 {
		next = int32(len(ix.firstOut))
		ix.firstOut = append(ix.firstOut, 0)
	}
	if node == 0 {
		ix.root[word].node = next
	} else {
		ix.edges.set(node, word, next)
	}
	return next
}
