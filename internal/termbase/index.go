package termbase

// index finds terms in numbered words: a trie whose nodes are numbers and
// whose edges are one hash table, so that a step costs one probe however many
// terms there are.
type index struct {
	vocabulary *vocabulary
	terms      []compiled
	// root is the node that each first word leads to, 0 for none.
	root []int32
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

// out says that a term may end at a node; next is the next one of the node, or
// 0.
type out struct {
	term, next int32
	// always: the term counts on every day, for every house, in any letters.
	always bool
}

// edgeTable is an open-addressing hash table from (node, word) to node, a
// power of two in size. It is made to be small, for a step costs what it costs
// to fetch a piece of it: of a key it keeps half the hash. A false step is one
// in billions, and is found out when a term is held against the text.
type edgeTable struct {
	edges []edge
	// filter has a bit for every edge. Most steps of a recogniser lead nowhere,
	// and it spares them the way to the table.
	filter []uint64
	// all is what the table was filled with.
	all []keyed
}

type edge struct {
	check uint32
	node  int32 // 0 for no edge
}

// keyed is a node with the hash of what leads to it.
type keyed struct {
	hash uint64
	node int32
}

func edgeHash(node, word int32) uint64 {
	h := (uint64(node)<<32 | uint64(uint32(word))) * 0x9e3779b97f4a7c15
	return h ^ h>>32
}

// get is the node that the word leads to from a node, or 0.
func (t *edgeTable) get(node, word int32) int32 {
	hash, mask := edgeHash(node, word), uint64(len(t.edges)-1)
	if t.filter != nil && t.filter[hash>>6&uint64(len(t.filter)-1)]&(1<<(hash&63)) == 0 {
		return 0
	}
	for i := hash & mask; ; i = (i + 1) & mask {
		if e := t.edges[i]; e.check == uint32(hash>>32) || e.node == 0 {
			return e.node
		}
	}
}

func (t *edgeTable) set(node, word, next int32) {
	t.all = append(t.all, keyed{edgeHash(node, word), next})
	if len(t.all)*4 < len(t.edges)*3 {
		t.place(t.all[len(t.all)-1])
		return
	}
	t.edges = make([]edge, 2*len(t.edges))
	for _, k := range t.all {
		t.place(k)
	}
}

func (t *edgeTable) place(k keyed) {
	mask := uint64(len(t.edges) - 1)
	i := k.hash & mask
	for t.edges[i].node != 0 {
		i = (i + 1) & mask
	}
	t.edges[i] = edge{uint32(k.hash >> 32), k.node}
}

// seal makes the filter when every term is in.
func (ix *index) seal() {
	for len(ix.root) < len(ix.vocabulary.words) {
		ix.root = append(ix.root, 0)
	}
	t := &ix.edges
	t.filter = make([]uint64, len(t.edges)/8)
	for _, k := range t.all {
		t.filter[k.hash>>6&uint64(len(t.filter)-1)] |= 1 << (k.hash & 63)
	}
	t.all = nil
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
		ix.root = append(ix.root, 0)
	}
	known := ix.root[word]
	if node != 0 {
		known = ix.edges.get(node, word)
	}
	if known != 0 {
		return known
	}
	if next == 0 {
		next = int32(len(ix.firstOut))
		ix.firstOut = append(ix.firstOut, 0)
	}
	if node == 0 {
		ix.root[word] = next
	} else {
		ix.edges.set(node, word, next)
	}
	return next
}
