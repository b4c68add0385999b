package termbase

import (
	"slices"
	"strings"
	"sync"

	"rectify/internal/document"
	"rectify/internal/english"
)

// Usage is whose English, and of what day, a document is held against.
type Usage struct {
	// House is one of [Houses]; "" and "any" admit every house.
	House string
	// Day decides between terms of different times; zero if it is unknown.
	Day Date
}

// Recognition is a document as its words and the terms among them.
type Recognition struct {
	Text
	// Matches don't overlap, and stand in the order of the text.
	Matches []Match
}

// candidate is a term that may stand at words first to last, inclusive.
type candidate struct {
	first, last int32
	term        int32
	deviation   Deviation
	form        english.Form
	bareLast    bool // its last word has a possessive ending
	near        bool // not the words of the term: see near.go
	fills       [2]fill
	filled      int // how many of the fills count
}

// fill is what stands in a slot: words from first to last, inclusive.
type fill struct{ first, last int32 }

// fill puts words into the next slot, if there is room.
func (c *candidate) fill(first, last int32) {
	if c.filled < len(c.fills) {
		c.fills[c.filled] = fill{first, last}
		c.filled++
	}
}

// finder is the state of one recognition.
type finder struct {
	*index
	usage      Usage
	text       string
	words      []Word
	candidates []candidate
	taken      []bool
	content    []contentWord
	sums       []uint64
	anyPlace   int32 // the node after a place name that begins a term
}

var finders = sync.Pool{New: func() any { return new(finder) }}

// Find recognises every rendering of the glossary in the segments of the
// document. Where renderings overlap the longest one holds, right or wrong:
// a right rendering shields what lies inside it.
func (g *Glossary) Find(d *document.Document, usage Usage) Recognition {
	f := finders.Get().(*finder)
	defer finders.Put(f)
	f.index, f.usage, f.text = g.index, usage, d.Text
	f.anyPlace = f.root[f.vocabulary.placeName]
	r := Recognition{Text: scan(g.index.vocabulary, d, make([]Word, 0, len(d.Text)/5+8))}
	f.words = r.Words
	for i := range d.Segments {
		f.candidates = f.candidates[:0]
		from, to := r.Segments[i], r.Segments[i+1]
		for at := from; at < to; at++ {
			f.walk(at, to)
		}
		f.findNear(from, to)
		if len(f.candidates) > 0 {
			r.Matches = f.settle(r.Matches, i, from, to)
		}
	}
	f.words = nil
	return r
}

// walk follows the trie from the word at and notes every term that ends.
func (f *finder) walk(at, to int32) {
	w := &f.words[at]
	if w.flags&mark == 0 {
		if node := f.rootStep(w.id); node != 0 {
			c := candidate{first: at, last: at}
			if w.id == f.vocabulary.ordinal {
				c.fill(at, at)
			}
			f.follow(node, c, to)
		}
		if w.bare != 0 {
			if node := f.rootStep(w.bare); node != 0 {
				f.note(node, candidate{first: at, last: at, bareLast: true})
			}
		}
		if node := f.anyPlace; node != 0 && w.flags&capital != 0 {
			f.fillPlace(node, candidate{first: at, last: at - 1}, to)
		}
	} else if node := f.rootStep(w.id); node != 0 {
		f.follow(node, candidate{first: at, last: at}, to)
	}
}

func (f *finder) rootStep(word int32) int32 {
	if word == 0 {
		return 0
	}
	return f.root[word]
}

// follow notes what ends at the node and goes on with the next word.
func (f *finder) follow(node int32, c candidate, to int32) {
	for {
		f.note(node, c)
		next := c.last + 1
		if next >= to || f.words[next].flags&first != 0 {
			return
		}
		w := &f.words[next]
		if w.bare != 0 {
			if end := f.edges.get(node, w.bare); end != 0 {
				possessive := c
				possessive.last, possessive.bareLast = next, true
				f.note(end, possessive)
			}
		}
		if w.flags&capital != 0 && c.filled < len(c.fills) {
			if end := f.edges.get(node, f.vocabulary.placeName); end != 0 {
				f.fillPlace(end, c, to)
			}
		}
		if w.id == 0 {
			return
		}
		if w.id == f.vocabulary.ordinal {
			c.fill(next, next)
		}
		if node = f.edges.get(node, w.id); node == 0 {
			return
		}
		c.last = next
	}
}

// fillPlace puts the one or two capitalised words after c into a slot.
func (f *finder) fillPlace(node int32, c candidate, to int32) {
	begin := c.last + 1
	for last := begin; last < to && last < begin+2; last++ {
		w := &f.words[last]
		joined := last == begin || w.flags&(first|hyphened) == 0
		if w.flags&capital == 0 || !joined || !f.placeable[w.id] || w.Stem != w.End || acronym(f.text[w.Start:w.End]) {
			return
		}
		filled := c
		filled.fill(begin, last)
		filled.last = last
		f.follow(node, filled, to)
	}
}

func acronym(word string) bool { return len(word) > 1 && strings.ToUpper(word) == word }

// note makes candidates of the terms that end at a node.
func (f *finder) note(node int32, c candidate) {
	if !f.isEnd(node) {
		return
	}
	for _, o := range f.outs[node] {
		c.term, c.deviation, c.form = o.term, o.deviation, o.form
		if c.bareLast {
			c.deviation |= Possessive
		}
		t := f.terms[o.term].term
		if !t.Right(f.usage.Day) && !t.Wrong(f.usage.House, f.usage.Day) {
			continue
		}
		if (t.Type == Acronym || f.terms[o.term].numbered) && !f.sameLetters(c) {
			continue
		}
		f.candidates = append(f.candidates, c)
	}
}

// sameLetters reports whether an acronym stands in its own capitals, and a
// certain ordinal is the one that stands there.
func (f *finder) sameLetters(c candidate) bool {
	t := f.terms[c.term]
	if t.term.Type == Acronym {
		return f.text[f.words[c.first].Start:f.words[c.last].Stem] == t.term.Text
	}
	var want, got []string
	for _, p := range t.parts {
		if p.id == f.vocabulary.ordinal {
			want = append(want, fold(p.text))
		}
	}
	for _, w := range f.words[c.first : c.last+1] {
		if w.id == f.vocabulary.ordinal {
			got = append(got, fold(f.text[w.Start:w.Stem]))
		}
	}
	return slices.Equal(want, got)
}

// settle chooses among the candidates of a segment, the longest first, and
// appends what is chosen to the matches.
func (f *finder) settle(matches []Match, segment int, from, to int32) []Match {
	for i := range f.candidates {
		if c := &f.candidates[i]; !c.near {
			c.deviation |= f.compare(*c)
		}
	}
	slices.SortStableFunc(f.candidates, f.rank)
	f.taken = slices.Grow(f.taken[:0], int(to-from))[:to-from]
	clear(f.taken)
	begin := len(matches)
	for _, c := range f.candidates {
		if slices.Contains(f.taken[c.first-from:c.last-from+1], true) {
			continue
		}
		for at := c.first; at <= c.last; at++ {
			f.taken[at-from] = true
		}
		if compiled := f.terms[c.term]; !compiled.shield {
			matches = append(matches, f.match(c, segment))
		}
	}
	slices.SortFunc(matches[begin:], func(a, b Match) int { return a.Start - b.Start })
	return matches
}

// rank orders candidates: more words first, then the rendering as it is
// written before one that departs from it, right before wrong, and the order
// of the glossary.
func (f *finder) rank(a, b candidate) int {
	if n := (b.last - b.first) - (a.last - a.first); n != 0 {
		return int(n)
	}
	weight := func(c candidate) int {
		t := f.terms[c.term]
		n := int(t.term.Status)
		if t.shield {
			n = -1
		}
		if c.deviation&Faults != 0 {
			n += 10
		}
		if c.near {
			n += 10
		}
		return n
	}
	if n := weight(a) - weight(b); n != 0 {
		return n
	}
	if a.first != b.first {
		return int(a.first - b.first)
	}
	return int(a.term - b.term)
}

func (f *finder) match(c candidate, segment int) Match {
	m := Match{
		Span: document.Span{Start: int(f.words[c.first].Start), End: int(f.words[c.last].End)},
		Term: f.terms[c.term].term, Deviation: c.deviation, Form: c.form, Segment: segment,
		First: int(c.first), Last: int(c.last),
	}
	if c.deviation&Possessive != 0 {
		m.End = int(f.words[c.last].Stem)
	}
	for _, fill := range c.fills[:c.filled] {
		m.Fills = append(m.Fills, document.Span{Start: int(f.words[fill.first].Start), End: int(f.words[fill.last].Stem)})
	}
	return m
}

// compare finds how the words of a candidate are written otherwise than the
// words of its term.
func (f *finder) compare(c candidate) Deviation {
	t := f.terms[c.term]
	if int(c.last-c.first)+1 != len(t.parts) {
		return 0 // a slot took two words, or an article is left out
	}
	var d Deviation
	lost := false
	for i, p := range t.parts {
		w := f.words[int(c.first)+i]
		if i > 0 && p.hyphen != (w.flags&hyphened != 0) && p.kind != sign {
			d |= f.hyphenFault(t, i, p.hyphen)
		}
		if p.capital && w.flags&(capital|digit) == 0 && p.kind == plain && (t.term.Entry.Kind != Titles || i > t.head) {
			lost = true
		}
		if p.kind == plain && i != t.head && w.id == p.id && !f.written(w, p.text) {
			d |= Spelling
		}
	}
	if lost && t.keepsCapitals() {
		d |= Case
	}
	return d
}

// written reports whether a word has the letters of the text, with or without
// a possessive ending.
func (f *finder) written(w Word, text string) bool {
	whole, bare := f.text[w.Start:w.End], f.text[w.Start:w.Stem]
	if strings.EqualFold(whole, text) || strings.EqualFold(bare, text) {
		return true
	}
	text = fold(text)
	return fold(whole) == text || fold(bare) == text
}

// hyphenFault judges a hyphen that the term has and the text hasn't, or the
// other way round. A compound alone is written either way, by its place in
// the sentence; and a hyphen more is a fault only inside a name.
func (f *finder) hyphenFault(t compiled, i int, missing bool) Deviation {
	switch {
	case missing && len(t.parts) > 2:
		return Hyphen
	case !missing && t.proper && t.term.Entry.Kind != Titles:
		return Hyphen
	}
	return 0
}
