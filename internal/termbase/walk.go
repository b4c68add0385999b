package termbase

import "strings"

// goesOn reports whether the word at may follow the first one of a term.
func (f *finder) goesOn(begin *wordStart, at, to int32) bool {
	if at >= to {
		return false
	}
	w := &f.words[at]
	switch {
	case w.flags&first != 0:
		return false
	case w.flags&mark != 0 && isQuote(w.id), w.flags&owning != 0:
		return true // it may be passed over, or stand for what it ends in
	case w.flags&capital != 0:
		return begin.following&(signOfWord(w.id)|signOfWord(placeNameID)) != 0
	}
	return begin.following&signOfWord(w.id) != 0
}

// begin follows the trie from the word at and notes every term that ends.
func (f *finder) begin(at, to int32) {
	id := f.words[at].id
	c := candidate{first: at, last: at}
	if id == ordinalID {
		c.fill(at, at)
	}
	f.follow(f.ofWord[id].root, c, to)
}

// follow notes what ends at the step and goes on with the next word.
func (f *finder) follow(here int32, c candidate, to int32) {
	for {
		f.note(f.trie.steps[here].out, &c)
		next := f.next(here, c.last, to)
		if next >= to || f.words[next].flags&first != 0 {
			return
		}
		w := &f.words[next]
		if w.flags&owning != 0 {
			possessive := c
			possessive.last, possessive.bareLast = next, true
			f.note(f.trie.steps[f.trie.get(here, f.owners.of(next))].out, &possessive)
		}
		if w.flags&capital != 0 && int(c.filled) < len(c.fills) {
			if end := f.trie.get(here, placeNameID); end != 0 {
				f.fillPlace(end, c, to)
			}
		}
		if w.id == 0 {
			return
		}
		if here = f.trie.get(here, w.id); here == 0 {
			return
		}
		if w.id == ordinalID {
			c.fill(next, next)
		}
		c.last = next
	}
}

// next is the word to go on with after the last one. A quotation mark that the
// terms here don't have is passed over: part of a term often stands in them.
func (f *finder) next(here int32, last, to int32) int32 {
	next := last + 1
	if next < to && f.words[next].flags&mark != 0 && isQuote(f.words[next].id) && f.trie.get(here, f.words[next].id) == 0 {
		next++
	}
	return next
}

// isQuote reports whether a word is a quotation mark.
func isQuote(id int32) bool { return id == markID['"'] || id == markID['\''] }

// fillPlace puts the one or two capitalised words after c into a slot.
func (f *finder) fillPlace(here int32, c candidate, to int32) {
	begin := c.last + 1
	for last := begin; last < to && last < begin+2; last++ {
		w := &f.words[last]
		joined := last == begin || w.flags&(first|hyphened) == 0
		if w.flags&capital == 0 || !joined || !f.placeable[w.id] || w.Possessive() || acronym(f.text[w.Start:w.End()]) {
			return
		}
		filled := c
		filled.fill(begin, last)
		filled.last = last
		f.follow(here, filled, to)
	}
}

// acronym reports whether a word is of capitals alone.
func acronym(word string) bool {
	if len(word) < 2 || wordByte[word[1]] && word[1] >= 'a' {
		return false
	}
	return strings.ToUpper(word) == word
}

// note makes candidates of the terms that end at a step, given the first of them.
func (f *finder) note(ending int32, c *candidate) {
	for at := ending; at != 0; at = f.outs[at].next {
		o := &f.outs[at]
		c.term = o.term
		if o.always || f.counts(c) {
			f.candidates = append(f.candidates, *c)
		}
	}
}
