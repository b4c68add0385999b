package termbase

import (
	"slices"
	"unicode"
)

// compiler makes the index of a glossary.
type compiler struct {
	*index
	lexicon lexicon
	// terms are the terms of the records.
	terms []*Term
	// stems ties forms of glosses to them, stemOf leads from each to one; seeded
	// lists the literals of which a group is the rarest.
	stems  [][2]int32
	stemOf map[int32]int32
	seeded map[int32][]int32
	// draft is the trie as far as terms are laid into it.
	draft draft
}

// compile makes the index of the English terms, of patterns, whose numbers
// follow those of the entries, and of what the glosses make of the Chinese terms.
func compile(all *contents) *index {
	entries, patterns := all.entries, all.patterns
	terms, nodes := sizeOf(slices.Concat(entries, patterns))
	c := &compiler{lexicon: *newLexicon(), terms: make([]*Term, 0, terms)}
	c.index = &index{
		records: make([]record, 0, terms), parts: make([]part, 0, 2*nodes),
		outs: make([]out, 1, 2*terms+1),
	}
	c.draft = newDraft(nodes)
	c.lexicon.addByFrequency(entries)
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
	ofTerms := len(c.lexicon.words)
	c.compileLiterals(entries, all.glosses, all.ordinary)
	c.markPlaces(ofTerms)
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
		piece := text[w.Start:w.End()]
		p := part{hyphen: w.flags&hyphened != 0, capital: w.flags&capital != 0, content: w.flags&mark == 0}
		switch {
		case piece == "~" && len(c.parts) > begin:
			c.parts[len(c.parts)-1].kind = verb
			continue
		case piece == "{" && i+2 < len(words) && text[words[i+2].Start:words[i+2].End()] == "}":
			piece = text[w.Start:words[i+2].End()]
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
	case w.id != 0 && w.flags&owning == 0:
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

// markPlaces lets unknown words stand in a {place}, and those of the names of
// places. A word that other terms have too is one only if it is all of a name:
// Guangdong is, the Area of a New Area is not. Words from ofTerms on are in no
// term.
func (c *compiler) markPlaces(ofTerms int) {
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
		c.placeable[id] = id >= ofTerms || c.placeable[id] && (whole[id] || !elsewhere[id]) && !c.lexicon.function[id]
	}
	c.placeable[0] = true
}
