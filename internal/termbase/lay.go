package termbase

import "slices"

// mostWays bounds what the optional articles of one term multiply to; a term
// of a glossary has a few.
const mostWays = 1 << 8

// draft is a trie that grows: nodes that words lead to. Node 0 is the beginning.
type draft struct {
	// known is the node that a word leads to from a node; ways lists all of them.
	known map[way]int32
	ways  []way
	// firstOut is the first of what ends at each node, 0 for nothing.
	firstOut []int32
	// nodes and next are scratch: the nodes that a term's path has reached.
	nodes, next []int32
}

type way struct{ from, word int32 }

func newDraft(nodes int) draft {
	return draft{known: make(map[way]int32, nodes), firstOut: make([]int32, 1, nodes+1)}
}

// lay makes the path of a term, and beside it the words that may stand for one
// of its own: they lead to the same nodes. So may, then, the words of another
// term that begins alike; what is found on the way is held against the term
// itself, see align.
func (c *compiler) lay(t *Term, r record) {
	number := int32(len(c.records))
	c.records, c.terms = append(c.records, r), append(c.terms, t)
	nodes, next := append(c.draft.nodes[:0], 0), c.draft.next
	for _, p := range c.partsOf(&r) {
		next = next[:0]
		for _, node := range nodes {
			own := c.draft.grow(node, p.id, 0)
			next = appendNew(next, own)
			for _, other := range c.othersOf(&p) {
				next = appendNew(next, c.draft.grow(node, other, own))
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
	c.draft.nodes, c.draft.next = nodes, next
}

func appendNew(nodes []int32, node int32) []int32 {
	if slices.Contains(nodes, node) {
		return nodes
	}
	return append(nodes, node)
}

// addOut notes that a term ends at a node, before what ends there already.
func (c *compiler) addOut(node int32, o out) {
	o.next = c.draft.firstOut[node]
	c.draft.firstOut[node] = int32(len(c.outs))
	c.outs = append(c.outs, o)
}

// grow is the node that a word leads to from a node; where there is none, it is
// the given one, or a new one if that is 0.
func (d *draft) grow(node, word, next int32) int32 {
	w := way{node, word}
	if known := d.known[w]; known != 0 {
		return known
	}
	if next == 0 {
		next = int32(len(d.firstOut))
		d.firstOut = append(d.firstOut, 0)
	}
	d.known[w] = next
	d.ways = append(d.ways, w)
	return next
}

// seal finishes the index when every term is in.
func (c *compiler) seal() {
	for len(c.near.words) < len(c.lexicon.words) {
		c.near.words = append(c.near.words, nearWord{})
	}
	c.root, c.following = make([]int32, len(c.lexicon.words)), make([]uint64, len(c.lexicon.words))
	c.layOut()
	c.vocabulary = c.lexicon.vocabulary
	c.prepare()
}

// layOut makes the trie of the draft: each first word with all that comes after it,
// then the next.
func (c *compiler) layOut() {
	l := layout{draft: &c.draft, after: c.draft.byNode(), placed: make([]block, len(c.draft.firstOut))}
	l.steps = make([]step, 1, 2*len(c.draft.ways)+1)
	for _, w := range l.after[0] {
		at := int32(len(l.steps))
		node := l.known[w]
		l.steps = append(l.steps, step{word: w.word, out: l.firstOut[node]})
		l.steps[at].next = l.place(node)
		c.root[w.word] = at
		for _, next := range l.after[node] {
			c.following[w.word] |= signOfWord(next.word)
		}
	}
	c.trie.steps = l.steps
}

// byNode are the ways that lead on from each node, as they were found.
func (d *draft) byNode() [][]way {
	count := make([]int, len(d.firstOut))
	for _, w := range d.ways {
		count[w.from]++
	}
	all, room := make([][]way, len(d.firstOut)), make([]way, len(d.ways))
	for node, n := range count {
		all[node], room = room[:0:n], room[n:]
	}
	for _, w := range d.ways {
		all[w.from] = append(all[w.from], w)
	}
	return all
}

// layout is a trie as it is laid out.
type layout struct {
	*draft
	after [][]way
	// placed is where the steps after a node stand: several words may lead to one.
	placed []block
	steps  []step
}

// place lays out the steps after a node, and behind them what comes after each.
func (l *layout) place(node int32) block {
	ways := l.after[node]
	if len(ways) == 0 || l.placed[node].size > 0 {
		return l.placed[node]
	}
	b := block{int32(len(l.steps)), int32(len(ways))}
	if b.size > mostInRow {
		for b.size = 2 * mostInRow; int(b.size)*3 < len(ways)*4; {
			b.size *= 2
		}
	}
	l.placed[node] = b
	l.steps = append(l.steps, make([]step, b.size)...)
	for i, w := range ways {
		at := b.at + int32(i)
		if b.size > mostInRow {
			at = l.free(b, w.word)
		}
		l.steps[at] = step{word: w.word, out: l.firstOut[l.known[w]]}
	}
	for at := b.at; at < b.at+b.size; at++ {
		if word := l.steps[at].word; word != 0 {
			next := l.place(l.known[way{node, word}])
			l.steps[at].next = next
		}
	}
	return b
}

// free is the place for a word in a table.
func (l *layout) free(b block, word int32) int32 {
	for i := blockHash(word); ; i++ {
		if at := b.at + i&(b.size-1); l.steps[at].word == 0 {
			return at
		}
	}
}
