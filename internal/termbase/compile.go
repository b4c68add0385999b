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
	// hyphen: a hyphen joins the word to the one before.
	hyphen, capital, content bool
}

// strict reports whether the term has capitals or hyphens.
func (c compiled) strict() bool {
	return slices.ContainsFunc(c.parts, func(p part) bool { return p.capital || p.hyphen })
}

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

type partKind int

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
	const bytesPerNode = 3
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
	parts := make([]part, 0, len(words))
	for i := 0; i < len(words); i++ {
		w := words[i]
		p := part{
			text: text[w.Start:w.End], hyphen: w.flags&hyphened != 0,
			capital: w.flags&capital != 0, content: w.flags&mark == 0,
		}
		switch {
		case p.text == "~" && len(parts) > 0:
			parts[len(parts)-1].kind = verb
			continue
		case p.text == "{" && i+2 < len(words) && text[words[i+2].Start:words[i+2].End] == "}":
			p.text = text[w.Start:words[i+2].End]
			p.content, i = true, i+2
		}
		v.number(&p, w)
		parts = append(parts, p)
	}
	return parts
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
	default:
		p.id = v.write(p.text)
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
	return c
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

// way is a path through the trie while it is laid.
type way struct {
	node      int32
	deviation Deviation
	form      english.Form
}

// mostWays bounds what the verbs and articles of one term multiply to; a term
// of a glossary has a few dozen ways.
const mostWays = 1 << 10

// add lays the paths of a term: every form of its verb, both numbers of its
// head noun, and, for a rendering to flag, with and without its articles.
func (ix *index) add(c compiled) {
	if len(c.parts) == 0 {
		return
	}
	number := int32(len(ix.terms))
	ix.terms = append(ix.terms, c)
	ways, next := append(ix.ways[0][:0], way{}), ix.ways[1]
	for i, p := range c.parts {
		next = next[:0]
		for _, w := range ways {
			next = append(next, way{ix.grow(w.node, p.id), w.deviation, w.form})
			if len(ways) > mostWays {
				continue
			}
			next = ix.alternatives(next, w, c, i)
			if i > 0 && c.term.Status == Deprecated && english.Articles[p.text] {
				next = append(next, w)
			}
		}
		ways, next = next, ways
	}
	t := c.term
	always := t.Since.IsZero() && t.Until.IsZero() && len(t.Scope) == 0 && t.Type != Acronym && !c.numbered
	for _, w := range ways {
		ix.addOut(w.node, out{term: number, deviation: w.deviation, form: w.form, always: always, strict: c.strict()})
	}
	ix.ways = [2][]way{ways, next}
}

// alternatives adds the ways that lead on by another word in the place of
// part i: another form of a verb, another number of the head noun.
func (ix *index) alternatives(ways []way, w way, c compiled, i int) []way {
	p := c.parts[i]
	switch {
	case p.kind == verb:
		for _, form := range []english.Form{english.Third, english.Ing, english.Past, english.Participle} {
			id := ix.vocabulary.add(english.Verb(fold(p.text), form))
			ways = append(ways, way{ix.grow(w.node, id), w.deviation, form})
		}
	case i == c.head && p.kind == plain && p.content && !c.hasVerb() && c.term.Type != Acronym && !c.counted():
		if other := ix.vocabulary.otherNumber(p.id); other != p.id {
			ways = append(ways, way{ix.grow(w.node, other), w.deviation | Plural, w.form})
		}
	}
	return ways
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
