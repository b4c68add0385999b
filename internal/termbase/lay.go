package termbase

import "slices"

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

// addOut notes that a term ends at a node, before what ends there already.
func (c *compiler) addOut(node int32, o out) {
	o.next = c.firstOut[node]
	c.firstOut[node] = int32(len(c.outs))
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
		c.after = append(c.after, 0)
	}
	if node == 0 {
		c.root[word] = next
	} else {
		c.edges.set(node, word, next)
		c.after[node] |= signOfWord(word)
	}
	return next
}

// seal finishes the index when every term is in.
func (c *compiler) seal() {
	for len(c.root) < len(c.lexicon.words) {
		c.root = append(c.root, 0)
		c.near.words = append(c.near.words, nearWord{})
	}
	c.near.words = c.near.words[:len(c.lexicon.words)]
	t := &c.edges
	t.filter = make([]uint64, len(t.edges)/8)
	for _, k := range t.all {
		t.filter[k.hash>>6&uint64(len(t.filter)-1)] |= 1 << (k.hash & 63)
	}
	t.all = nil
	c.markFinal()
	c.vocabulary = c.lexicon.vocabulary
	c.prepare()
}

// markFinal marks the nodes where terms end wherever a word leads to them, and
// notes what may follow each first word.
func (c *compiler) markFinal() {
	marked := func(node int32) int32 {
		if c.firstOut[node] != 0 {
			return node | final
		}
		return node
	}
	c.following = make([]uint64, len(c.root))
	for word, node := range c.root {
		c.following[word], c.root[word] = c.after[node], marked(node)
	}
	for i, e := range c.edges.edges {
		c.edges.edges[i].node = marked(e.node)
	}
}
