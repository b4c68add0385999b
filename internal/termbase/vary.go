package termbase

import (
	"slices"

	"rectify/internal/english"
)

// inflected are the forms of a verb beside its base.
var inflected = []english.Form{english.Third, english.Ing, english.Past, english.Participle}

// vary notes what may stand for part i of a term, or be left out.
func (c *compiler) vary(t *Term, r record, parts []part, i int) {
	p := &parts[i]
	word := c.lexicon.words[p.id]
	switch {
	case p.kind == verbSlot:
		for _, one := range Verbs {
			c.varyBy(p, c.lexicon.add(one))
			for _, form := range inflected {
				c.varyBy(p, c.lexicon.add(english.Verb(one, form)))
			}
		}
	case p.kind == verb:
		for _, form := range inflected {
			c.varyBy(p, c.lexicon.add(english.Verb(word, form)))
		}
	case r.flags&pattern == 0 && i == int(r.head) && p.kind == plain && p.content && !hasVerb(parts) && t.Type != Acronym && !c.counted(t, r, parts):
		if other := c.lexicon.otherNumber(p.id); other != p.id {
			c.varyBy(p, other)
		}
	case r.flags&pattern == 0 && i > 0 && t.Status == Deprecated:
		p.optional = english.Articles[word]
	}
}

// varyBy adds a word to those that may stand for a part, the last one varied.
func (c *compiler) varyBy(p *part, id int32) {
	if p.others.n == 0 {
		p.others.first = int32(len(c.variants))
	}
	c.variants = append(c.variants, id)
	p.others.n++
}

// counted reports whether a term begins with a number that makes its plural
// part of it: Two Upholds. A wrong one may stand in the singular in its row; of a
// plural none is made, for it would be found in other nouns: three rurals in
// three rural schools.
func (c *compiler) counted(t *Term, r record, parts []part) bool {
	if !english.Numbers[c.lexicon.words[parts[0].id]] {
		return false
	}
	head := c.lexicon.words[parts[r.head].id]
	return t.Status != Deprecated || r.head > 0 && !parts[1].hyphen && english.Singular(head) != ""
}

// headOf is the index of the head noun: the last word before the first
// preposition, else the last word.
func (c *compiler) headOf(parts []part) int {
	for i, p := range parts {
		if i > 0 && english.Prepositions[c.lexicon.words[p.id]] {
			return i - 1
		}
	}
	return len(parts) - 1
}

func hasVerb(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.kind == verb || p.kind == verbSlot })
}
