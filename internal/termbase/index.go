package termbase

// index finds terms in numbered words. It holds numbers alone, so that it can be
// written down and read again as it is: see image.go.
type index struct {
	vocabulary vocabulary
	// records are the terms, parts the words of all of them.
	records []record
	parts   []part
	// variants lists the words that may stand for parts.
	variants []int32
	// root is the step for each first word, 0 for none, following the signs of the
	// words that may come next: see [signOfWord].
	root      []int32
	following []uint64
	trie      trie
	// outs lists what ends at the steps; the first stands for nothing.
	outs []out
	near nearIndex
	// placeable marks the words that may stand in a {place}.
	placeable []bool
	literal   literalIndex
	// ofWord is made of root, following and of what is known of near misses and
	// of literals.
	ofWord []wordStart
}

// wordStart is what is asked of every word of a text, in one place: the step
// that it is as the first of a term, what it is to near misses and to literals.
type wordStart struct {
	following uint64
	root      int32
	near      nearWord
	literal   wordFlags
	// ends: something ends with the word alone.
	ends bool
}

// prepare makes of an index what isn't written down with it.
func (ix *index) prepare() {
	ix.vocabulary.nameSmallWords()
	ix.literal.sign()
	ix.ofWord = make([]wordStart, len(ix.root))
	for id := range ix.ofWord {
		ix.ofWord[id] = wordStart{ix.following[id], ix.root[id], ix.near.words[id], ix.literal.flags(id), ix.trie.steps[ix.root[id]].out != 0}
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
