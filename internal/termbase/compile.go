package termbase

import (
	"math/bits"
	"slices"
	"unicode"
)

// compiler makes the index of a glossary.
type compiler struct {
	*index
	lexicon lexicon
	// terms are the terms of the records.
	terms []*Term
	// nodes and next are scratch: the nodes that a term's path has reached.
	nodes, next []int32
}

// compile makes the index of the English terms of the entries, and of patterns,
// whose numbers follow those of the entries.
func compile(entries, patterns []*Entry) *index {
	terms, nodes := sizeOf(slices.Concat(entries, patterns))
	c := &compiler{lexicon: *newLexicon(), terms: make([]*Term, 0, terms)}
	c.index = &index{
		records: make([]record, 0, terms), parts: make([]part, 0, 2*nodes),
		outs: make([]out, 1, 2*terms+1), firstOut: make([]int32, 1, nodes+1),
		edges: edgeTable{edges: make([]edge, max(leastEdges, 1<<bits.Len(uint(2*nodes))))},
	}
	for i, e := range entries {
		for j, t := range e.Terms {
			if t.Lang != "en" {
				continue
			}
			c.addAll(t, record{entry: int32(i), place: int32(j)})
		}
	}
	for i, e := range patterns {
		c.addAll(e.Terms[0], record{entry: int32(len(entries) + i), flags: pattern})
	}
	c.compileNear()
	c.markPlaces()
	c.seal()
	return c.index
}

// addAll compiles a term and the phrases that shield it.
func (c *compiler) addAll(t *Term, r record) {
	c.add(t, t.Text, r)
	r.flags |= shield
	for _, phrase := range t.Unless {
		c.add(t, phrase, r)
	}
}

// leastEdges is the least room for edges; the filter takes an eighth of it.
const leastEdges = 1 << 10

// sizeOf guesses how many terms and nodes an index of the entries has.
func sizeOf(entries []*Entry) (terms, nodes int) {
	const bytesPerNode = 8
	for _, e := range entries {
		for _, t := range e.Terms {
			if t.Lang == "en" {
				terms += 1 + len(t.Unless)
				nodes += len(t.Text) / bytesPerNode
			}
		}
	}
	return terms, nodes
}

// split appends the words of a term to the parts, as the scanner splits a
// document, and reads the term's marks.
func (c *compiler) split(text string) {
	s := scanner{vocabulary: &c.lexicon.vocabulary, text: text, words: c.lexicon.scratch[:0], flags: first}
	s.run(0, len(text))
	words := s.words
	c.lexicon.scratch = words
	begin := len(c.parts)
	for i := 0; i < len(words); i++ {
		w := words[i]
		piece := text[w.Start:w.End]
		p := part{hyphen: w.flags&hyphened != 0, capital: w.flags&capital != 0, content: w.flags&mark == 0}
		switch {
		case piece == "~" && len(c.parts) > begin:
			c.parts[len(c.parts)-1].kind = verb
			continue
		case piece == "{" && i+2 < len(words) && text[words[i+2].Start:words[i+2].End] == "}":
			piece = text[w.Start:words[i+2].End]
			p.content, i = true, i+2
		}
		c.lexicon.number(&p, piece, w)
		c.parts = append(c.parts, p)
	}
}

// number gives a part its kind and its number in the vocabulary.
func (v *lexicon) number(p *part, text string, w Word) {
	switch {
	case text == "{nth}":
		p.kind, p.id = nth, ordinalID
	case text == "{place}":
		p.kind, p.id = place, placeNameID
	case text == VerbSlot:
		p.kind, p.id = verbSlot, verbID
	case !p.content:
		p.kind, p.id = sign, w.id
	case ordinal(text):
		p.id = ordinalID
	case w.id != 0 && w.bare == 0:
		p.id = w.id
		p.content = !v.function[p.id]
	default:
		p.id = v.add(fold(text))
		p.content = !v.function[p.id]
	}
}

// fold is a word as the scanner hashes it.
func fold(word string) string {
	plain := make([]rune, 0, len(word))
	for _, r := range word {
		if !invisible(r) {
			plain = append(plain, unicode.ToLower(foldRune(r)))
		}
	}
	return string(plain)
}

// add compiles a term, or a phrase that shields one, and lays its path.
func (c *compiler) add(t *Term, text string, r record) {
	r.first = int32(len(c.parts))
	c.split(text)
	parts := c.parts[r.first:]
	if len(parts) == 0 || len(parts) > mostParts {
		c.parts = c.parts[:r.first]
		return
	}
	r.count, r.status = uint8(len(parts)), t.Status
	r.head = uint8(c.headOf(parts))
	r.flags |= c.flagsOf(t, parts)
	for i := range parts {
		c.vary(t, r, parts, i)
	}
	c.lay(t, r)
}

// mostParts bounds the words of a term.
const mostParts = 255

// flagsOf says what the words of a term make of it.
func (c *compiler) flagsOf(t *Term, parts []part) (flags recordFlags) {
	flags = proper
	for _, p := range parts {
		if p.content && !p.capital && p.kind != nth && p.kind != place {
			flags &^= proper
		}
		if p.kind == plain && p.id == ordinalID {
			flags |= numbered
		}
	}
	if t.Type == Acronym {
		flags |= acronymic
	}
	switch t.Entry.Kind {
	case Titles:
		flags |= title | keepsCapitals
	case Organs, Meetings, Laws:
		flags |= keepsCapitals
	default:
		// A slogan of a few words is lower case in running prose.
		if flags&proper != 0 && len(parts) > 5 {
			flags |= keepsCapitals
		}
	}
	return flags
}

// mostWays bounds what the optional articles of one term multiply to; a term
// of a glossary has a few.
const mostWays = 1 << 8

// lay makes the path of a term, and beside it the words that may stand for one
// of its own: they lead to the same nodes. So may, then, the words of another
// term that begins alike; what is found on the way is held against the term
// itself, see align.
func (c *compiler) lay(t *Term, r record) {
	number := int32(len(c.records))
	c.records, c.terms = append(c.records, r), append(c.terms, t)
	nodes, next := append(c.nodes[:0], 0), c.next
	for _, p := range c.partsOf(&r) {
		next = next[:0]
		for _, node := range nodes {
			own := c.grow(node, p.id, 0)
			next = appendNew(next, own)
			for _, other := range c.othersOf(&p) {
				next = appendNew(next, c.grow(node, other, own))
			}
			if p.optional && len(nodes) < mostWays {
				next = appendNew(next, node)
			}
		}
		nodes, next = next, nodes
	}
	always := t.Since.IsZero() && t.Until.IsZero() && len(t.Scope) == 0 && r.flags&(acronymic|numbered) == 0
	for _, node := range nodes {
		c.addOut(node, out{term: number, always: always})
	}
	c.nodes, c.next = nodes, next
}

func appendNew(nodes []int32, node int32) []int32 {
	if slices.Contains(nodes, node) {
		return nodes
	}
	return append(nodes, node)
}

// markPlaces lets unknown words stand in a {place}, and those of the names of
// places. A word that other terms have too is one only if it is all of a name:
// Guangdong is, the Area of a New Area is not.
func (c *compiler) markPlaces() {
	c.placeable = make([]bool, len(c.lexicon.words))
	elsewhere := make([]bool, len(c.lexicon.words))
	whole := make([]bool, len(c.lexicon.words))
	for i := range c.records {
		parts := c.partsOf(&c.records[i])
		for _, p := range parts {
			if c.terms[i].Entry.Kind == Places {
				c.placeable[p.id] = true
				whole[p.id] = whole[p.id] || len(parts) == 1
			} else {
				elsewhere[p.id] = true
			}
		}
	}
	for id := range c.placeable {
		c.placeable[id] = c.placeable[id] && (whole[id] || !elsewhere[id]) && !c.lexicon.function[id]
	}
	c.placeable[0] = true
}

// addOut notes that a term ends at a node, behind what ends there already.
func (c *compiler) addOut(node int32, o out) {
	at := &c.firstOut[node]
	for *at != 0 {
		at = &c.outs[*at].next
	}
	*at = int32(len(c.outs))
	c.outs = append(c.outs, o)
}

// grow is the node that a word leads to from a node; where there is none, it is
// the given one, or a new one if that is 0. Node 0 is the beginning.
func (c *compiler) grow(node, word, next int32) int32 {
	for int(word) >= len(c.root) {
		c.root = append(c.root, 0)
	}
	known := c.root[word]
	if node != 0 {
		known = c.edges.get(node, word)
	}
	if known != 0 {
		return known
	}
	if next == 0 {
		next = int32(len(c.firstOut))
		c.firstOut = append(c.firstOut, 0)
	}
	if node == 0 {
		c.root[word] = next
	} else {
		c.edges.set(node, word, next)
	}
	return next
}

// seal finishes the index when every term is in.
func (c *compiler) seal() {
	for len(c.root) < len(c.lexicon.words) {
		c.root = append(c.root, 0)
	}
	t := &c.edges
	t.filter = make([]uint64, len(t.edges)/8)
	for _, k := range t.all {
		t.filter[k.hash>>6&uint64(len(t.filter)-1)] |= 1 << (k.hash & 63)
	}
	t.all = nil
	c.vocabulary = c.lexicon.vocabulary
	c.vocabulary.nameSmallWords()
}
