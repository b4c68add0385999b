package termbase

// index finds terms in numbered words: a trie whose nodes are numbers and
// whose edges are one hash table, so that a step costs one probe however many
// terms there are. It holds numbers alone, so that it can be written down and
// read again as it is: see image.go.
type index struct {
	vocabulary vocabulary
	// records are the terms, parts the words of all of them.
	records []record
	parts   []part
	// variants lists the words that may stand for parts.
	variants []int32
	// root is the node that each first word leads to, 0 for none, following the
	// signs of the words that may come next: see [signOfWord].
	root      []int32
	following []uint64
	// edges leads from a node by a word to a node.
	edges edgeTable
	// outs lists what ends at the nodes; firstOut is where the list of a node
	// begins, 0 where nothing ends. The number of a node where something ends has
	// the mark [final] wherever a word leads to it.
	outs     []out
	firstOut []int32
	near     nearIndex
	// placeable marks the words that may stand in a {place}.
	placeable []bool
	literal   literalIndex
	// ofWord is made of root, following and of what is known of near misses and
	// of literals.
	ofWord []wordStart
}

// wordStart is what is asked of every word of a text, in one place: the node that
// it leads to as the first of a term, what it is to near misses and to literals.
type wordStart struct {
	following uint64
	root      int32
	near      nearWord
	literal   wordFlags
}

// final marks the number of a node where a term ends.
const final = 1 << 30

// signOfWord is one of 64 bits: where a word's isn't among those of the words that
// may follow, it doesn't follow.
func signOfWord(id int32) uint64 { return 1 << (uint32(id) * 0x9e3779b1 >> 26) }

// prepare makes of an index what isn't written down with it.
func (ix *index) prepare() {
	ix.vocabulary.nameSmallWords()
	ix.literal.sign()
	ix.ofWord = make([]wordStart, len(ix.root))
	for id := range ix.ofWord {
		ix.ofWord[id] = wordStart{ix.following[id], ix.root[id], ix.near.words[id], ix.literal.flags(id)}
	}
}

// record is a term, or a phrase in which one is right, ready to be recognised.
type record struct {
	// The term is the one at a place among those of an entry, by number.
	entry, place int32
	// Its words are count parts from first; slots and inflected verbs are marked.
	first int32
	count uint8
	// head is the place of the head noun, after it no capital is free.
	head   uint8
	status Status
	flags  recordFlags
}

type recordFlags uint8

const (
	proper        recordFlags = 1 << iota // every content word has a capital, so the term is a name
	shield                                // a longer phrase in which a deprecated term is right
	numbered                              // names a certain ordinal (18th), no slot for one
	acronymic                             // an acronym
	title                                 // of a post: capitals are free before its head
	keepsCapitals                         // has its capitals wherever it stands, as a name has
	pattern                               // of wording that is awkward, no term
)

func (r *record) is(flag recordFlags) bool { return r.flags&flag != 0 }

// part is one word of a term.
type part struct {
	id   int32
	kind partKind
	// hyphen: a hyphen joins the word to the one before; optional: an article
	// that a rendering to flag may lack.
	hyphen, capital, content, optional bool
	// others are the words that may stand for it: the other forms of a verb, in
	// the order of [inflected], or the other number of the head noun.
	others variants
}

type partKind uint8

const (
	plain    partKind = iota
	verb              // inflects
	nth               // slot for an ordinal
	place             // slot for a place name
	verbSlot          // slot for one of [Verbs], in any form
	sign              // punctuation mark
)

// variants are some words of an index's list of variants.
type variants struct {
	first int32
	n     uint8
}

func (ix *index) partsOf(r *record) []part {
	return ix.parts[r.first : r.first+int32(r.count)]
}

func (ix *index) othersOf(p *part) []int32 {
	return ix.variants[p.others.first : p.others.first+int32(p.others.n)]
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
	// all is what the table was filled with; nil when it is full.
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
	hash := edgeHash(node, word)
	if t.filter != nil && t.filter[hash>>6&uint64(len(t.filter)-1)]&(1<<(hash&63)) == 0 {
		return 0
	}
	return t.find(hash)
}

func (t *edgeTable) find(hash uint64) int32 {
	mask := uint64(len(t.edges) - 1)
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
