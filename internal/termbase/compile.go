package termbase

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"rectify/internal/english"
)

// compiled is a term ready to be recognised.
type compiled struct {
	term *Term
	// parts are its words; slots and inflected verbs are marked.
	parts []part
	// head is the index of the head noun, after it no capital is free.
	head int
	// proper: every content word has a capital, so the term is a name.
	proper bool
	// shield: a longer phrase in which a deprecated term is right.
	shield bool
	// numbered: the term names a certain ordinal (18th), no slot for one.
	numbered bool
}

// part is one word of a term.
type part struct {
	text string // as written
	id   int32
	kind partKind
	// hyphen: a hyphen joins the word to the one before; optional: an article
	// that a rendering to flag may lack.
	hyphen, capital, content, optional bool
	// others are the words that may stand for it: the other forms of a verb, in
	// the order of [inflected], or the other number of the head noun.
	others variants
}

// variants are some words of a vocabulary's list of variants.
type variants struct {
	first int32
	n     uint8
}

// inflected are the forms of a verb beside its base.
var inflected = []english.Form{english.Third, english.Ing, english.Past, english.Participle}

// counted reports whether a right term begins with a number that makes its
// plural part of the name: Two Upholds.
func (c compiled) counted() bool {
	return c.term.Status != Deprecated && english.Numbers[strings.ToLower(c.parts[0].text)]
}

// keepsCapitals reports whether the term has its capitals wherever it stands:
// a name has. A slogan of a few words is lower case in running prose.
func (c compiled) keepsCapitals() bool {
	switch c.term.Entry.Kind {
	case Organs, Titles, Meetings, Laws:
		return true
	}
	return c.proper && len(c.parts) > 5
}

type partKind uint8

const (
	plain partKind = iota
	verb           // inflects
	nth            // slot for an ordinal
	place          // slot for a place name
	sign           // punctuation mark
)

// compile makes the index of a glossary's English terms.
func compile(g *Glossary) *index {
	terms, nodes := g.size()
	ix := &index{
		vocabulary: newVocabulary(), terms: make([]compiled, 0, terms),
		outs: make([]out, 1, 2*terms+1), firstOut: make([]int32, 1, nodes+1),
		edges: edgeTable{edges: make([]edge, max(leastEdges, 1<<bits.Len(uint(2*nodes))))},
	}
	ix.vocabulary.arena = make([]part, 0, 2*nodes)
	for _, e := range g.Entries {
		for _, t := range e.Terms {
			if t.Lang != "en" {
				continue
			}
			ix.add(ix.compileTerm(t, t.Text))
			for _, phrase := range t.Unless {
				c := ix.compileTerm(t, phrase)
				c.shield = true
				ix.add(c)
			}
		}
	}
	ix.compileNear()
	ix.markPlaces()
	ix.seal()
	return ix
}

// leastEdges is the least room for edges; the filter takes an eighth of it.
const leastEdges = 1 << 10

// size guesses how many terms and nodes an index of the glossary has.
func (g *Glossary) size() (terms, nodes int) {
	const bytesPerNode = 8
	for _, e := range g.Entries {
		for _, t := range e.Terms {
			if t.Lang == "en" {
				terms += 1 + len(t.Unless)
				nodes += len(t.Text) / bytesPerNode
			}
		}
	}
	return terms, nodes
}

// parts splits a term as the scanner splits a document, and reads its marks.
func (v *vocabulary) parts(text string) []part {
	s := scanner{vocabulary: v, text: text, words: v.scratch[:0], flags: first}
	s.run(0, len(text))
	words := s.words
	v.scratch = words
	begin := len(v.arena)
	parts := v.arena
	for i := 0; i < len(words); i++ {
		w := words[i]
		p := part{
			text: text[w.Start:w.End], hyphen: w.flags&hyphened != 0,
			capital: w.flags&capital != 0, content: w.flags&mark == 0,
		}
		switch {
		case p.text == "~" && len(parts) > begin:
			parts[len(parts)-1].kind = verb
			continue
		case p.text == "{" && i+2 < len(words) && text[words[i+2].Start:words[i+2].End] == "}":
			p.text = text[w.Start:words[i+2].End]
			p.content, i = true, i+2
		}
		v.number(&p, w)
		parts = append(parts, p)
	}
	v.arena = parts
	return parts[begin:len(parts):len(parts)]
}

// number gives a part its kind and its number in the vocabulary.
func (v *vocabulary) number(p *part, w Word) {
	switch {
	case p.text == "{nth}":
		p.kind, p.id = nth, v.ordinal
	case p.text == "{place}":
		p.kind, p.id = place, v.placeName
	case !p.content:
		p.kind, p.id = sign, w.id
	case ordinal(p.text):
		p.id = v.ordinal
	case w.id != 0 && w.bare == 0:
		p.id = w.id
		p.content = !v.function[p.id]
	default:
		p.id = v.add(fold(p.text))
		p.content = !v.function[p.id]
	}
}

// fold is a word as the scanner hashes it.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return unicode.ToLower(foldRune(r))
	}, word)
}

func (ix *index) compileTerm(t *Term, text string) compiled {
	c := compiled{term: t, parts: ix.vocabulary.parts(text), proper: true}
	for _, p := range c.parts {
		if p.content && !p.capital && p.kind != nth && p.kind != place {
			c.proper = false
		}
		c.numbered = c.numbered || p.kind == plain && p.id == ix.vocabulary.ordinal
	}
	c.head = c.headOf()
	for i := range c.parts {
		ix.vary(c, i)
	}
	return c
}

// vary notes what may stand for part i of a term, or be left out.
func (ix *index) vary(c compiled, i int) {
	p := &c.parts[i]
	switch {
	case p.kind == verb:
		for _, form := range inflected {
			ix.vocabulary.vary(&p.others, ix.vocabulary.add(english.Verb(fold(p.text), form)))
		}
	case i == c.head && p.kind == plain && p.content && !c.hasVerb() && c.term.Type != Acronym && !c.counted():
		if other := ix.vocabulary.otherNumber(p.id); other != p.id {
			ix.vocabulary.vary(&p.others, other)
		}
	case i > 0 && c.term.Status == Deprecated:
		p.optional = english.Articles[p.text]
	}
}

// headOf is the index of the head noun: the last word before the first
// preposition, else the last word.
func (c compiled) headOf() int {
	for i, p := range c.parts {
		if i > 0 && english.Prepositions[p.text] {
			return i - 1
		}
	}
	return len(c.parts) - 1
}

// mostWays bounds what the optional articles of one term multiply to; a term
// of a glossary has a few.
const mostWays = 1 << 8

// add lays the path of a term, and beside it the words that may stand for one
// of its own: they lead to the same nodes. So may, then, the words of another
// term that begins alike; what is found on the way is held against the term
// itself, see align.
func (ix *index) add(c compiled) {
	if len(c.parts) == 0 {
		return
	}
	number := int32(len(ix.terms))
	ix.terms = append(ix.terms, c)
	nodes, next := append(ix.scratch[0][:0], 0), ix.scratch[1]
	for _, p := range c.parts {
		next = next[:0]
		for _, node := range nodes {
			own := ix.grow(node, p.id, 0)
			next = appendNew(next, own)
			for _, other := range ix.vocabulary.of(p.others) {
				next = appendNew(next, ix.grow(node, other, own))
			}
			if p.optional && len(nodes) < mostWays {
				next = appendNew(next, node)
			}
		}
		nodes, next = next, nodes
	}
	t := c.term
	always := t.Since.IsZero() && t.Until.IsZero() && len(t.Scope) == 0 && t.Type != Acronym && !c.numbered
	for _, node := range nodes {
		ix.addOut(node, out{term: number, always: always})
	}
	ix.scratch = [2][]int32{nodes, next}
}

func appendNew(nodes []int32, node int32) []int32 {
	if slices.Contains(nodes, node) {
		return nodes
	}
	return append(nodes, node)
}

func (c compiled) hasVerb() bool {
	return slices.ContainsFunc(c.parts, func(p part) bool { return p.kind == verb })
}

// markPlaces lets unknown words stand in a {place}, and the words that only
// names of places have.
func (ix *index) markPlaces() {
	ix.placeable = make([]bool, len(ix.vocabulary.words))
	elsewhere := make([]bool, len(ix.vocabulary.words))
	for _, c := range ix.terms {
		for _, p := range c.parts {
			if c.term.Entry.Kind == Places {
				ix.placeable[p.id] = true
			} else {
				elsewhere[p.id] = true
			}
		}
	}
	for id := range ix.placeable {
		ix.placeable[id] = ix.placeable[id] && !elsewhere[id] && !ix.vocabulary.function[id]
	}
	ix.placeable[0] = true
}
