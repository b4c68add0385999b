package termbase

import (
	"cmp"
	"math/bits"
	"slices"

	"rectify/internal/document"
)

// settle chooses among the candidates of a segment and appends what is chosen to
// what was found: first the terms, as if there were no patterns, then the
// patterns that the terms leave room for.
func (f *finder) settle(r *Recognition, segment int, from, to int32) {
	terms, patterns := f.candidates[:0], f.patterns[:0]
	for _, c := range f.candidates {
		switch {
		case !c.near && !f.align(&c):
		case f.records[c.term].is(pattern):
			if c.deviation&Possessive == 0 { // whose it is, is another phrase
				patterns = append(patterns, c)
			}
		default:
			terms = append(terms, c)
		}
	}
	f.patterns = patterns
	begin := len(r.Matches)
	r.Matches = f.choose(r.Matches, terms, segment, from, to)
	found := r.Matches[begin:]
	patterns = slices.DeleteFunc(patterns, func(c candidate) bool { return f.inTheWay(found, c) })
	r.Awkward = f.choose(r.Awkward, patterns, segment, from, to)
}

// inTheWay reports whether a pattern has to give way to the terms of its
// segment: to one that it doesn't hold as a part, and to any in which a check may
// find a fault.
func (f *finder) inTheWay(found []Match, c candidate) bool {
	if f.records[c.term].is(shield) {
		return false
	}
	at, _ := slices.BinarySearchFunc(found, int(c.first), func(m Match, first int) int { return cmp.Compare(m.Last, first) })
	for ; at < len(found) && found[at].First <= int(c.last); at++ {
		m := &found[at]
		part := int(c.first) <= m.First && m.Last <= int(c.last) && m.Last-m.First < int(c.last-c.first)
		if !part || m.Deviation&Faults != 0 || m.Term.Wrong(f.usage.House, f.usage.Day) {
			return true
		}
	}
	return false
}

// choose settles candidates among each other, the longest first, and appends
// what is chosen to the matches.
func (f *finder) choose(matches []Match, candidates []candidate, segment int, from, to int32) []Match {
	if len(candidates) == 0 {
		return matches
	}
	f.order = f.order[:0]
	for i := range candidates {
		candidates[i].weight = f.weigh(&candidates[i])
		f.order = append(f.order, &candidates[i])
	}
	slices.SortStableFunc(f.order, rank)
	f.taken = slices.Grow(f.taken[:0], int(to-from))[:to-from]
	clear(f.taken)
	begin := len(matches)
	for _, c := range f.order {
		if slices.Contains(f.taken[c.first-from:c.last-from+1], true) {
			continue
		}
		for at := c.first; at <= c.last; at++ {
			f.taken[at-from] = true
		}
		if !f.records[c.term].is(shield) {
			f.balance(c, from)
			matches = append(matches, f.match(*c, segment))
		}
	}
	slices.SortFunc(matches[begin:], func(a, b Match) int { return a.Start - b.Start })
	return matches
}

// rank orders candidates: more words first, then by their weight, their place
// and the order of the glossary.
func rank(a, b *candidate) int {
	if words := (b.last - b.first) - (a.last - a.first); words != 0 {
		return int(words)
	}
	return cmp.Or(int(a.weight)-int(b.weight), int(a.first-b.first), int(a.term-b.term))
}

// weigh tells candidates of the same words apart, the lightest wins: a right
// term, a wrong one, a phrase that shields; each as the glossary writes it
// before one in another number, and that before one with faults, the fewest
// first. What shields from a pattern wins, for a pattern stands for several
// wordings.
func (f *finder) weigh(c *candidate) uint8 {
	r := &f.records[c.term]
	weight := int(r.status)
	switch {
	case r.is(shield) && r.is(pattern):
		weight = int(Admitted) // of a slot, it is the exception
	case r.is(shield):
		weight = int(Deprecated) + 1
	}
	if c.deviation&Plural != 0 {
		weight += 10
	}
	if c.deviation&Faults != 0 || c.near {
		weight += 20 + 10*bits.OnesCount16(uint16(c.deviation&Faults))
	}
	return uint8(weight)
}

func (f *finder) match(c candidate, segment int) Match {
	m := Match{
		Span: document.Span{Start: int(f.words[c.first].Start), End: int(f.words[c.last].End())},
		Term: f.term(c.term), Deviation: c.deviation, Form: c.form, Segment: segment,
		First: int(c.first), Last: int(c.last),
	}
	if c.deviation&Possessive != 0 {
		m.End = int(f.words[c.last].Stem())
	}
	for _, fill := range c.fills[:c.filled] {
		m.Fills = append(m.Fills, document.Span{Start: int(f.words[fill.first].Start), End: int(f.words[fill.last].Stem())})
	}
	return m
}

// balance takes the other one of a pair of quotation marks into a candidate
// that holds one of them, so that no suggestion leaves it alone. The segment
// begins at the word from.
func (f *finder) balance(c *candidate, from int32) {
	marks := 0
	for _, w := range f.words[c.first : c.last+1] {
		if isQuote(w.id) {
			marks++
		}
	}
	free := func(at int32) bool {
		i := int(at - from)
		return i >= 0 && i < len(f.taken) && !f.taken[i] && isQuote(f.words[at].id)
	}
	switch {
	case marks%2 == 0:
	case free(c.first-1) && f.words[c.first].flags&first == 0:
		c.first--
		f.taken[c.first-from] = true
	case free(c.last+1) && f.words[c.last+1].flags&first == 0 && c.deviation&Possessive == 0:
		c.last++
		f.taken[c.last-from] = true
	}
}

// align holds the words of a candidate against the words of its term, and
// finds in what they differ. It is not ok if they are no words of the term.
func (f *finder) align(c *candidate) (ok bool) {
	r := &f.records[c.term]
	var lost, kept bool
	at, slots := c.first, 0
	parts := f.partsOf(r)
	for i := range parts {
		p := &parts[i]
		if at <= c.last && isQuote(f.words[at].id) && p.id != f.words[at].id {
			at++
		}
		if at > c.last {
			if p.optional {
				continue
			}
			return false
		}
		w := f.words[at]
		if p.kind == place || p.id == ordinalID {
			slots++
		}
		if p.kind == place {
			if slots > int(c.filled) {
				return false // the words came by the way of another term
			}
			at = c.fills[slots-1].last + 1
			continue
		}
		if !f.fits(c, p, at, at == c.last) {
			if p.optional {
				continue
			}
			return false
		}
		if p.kind == verbSlot {
			c.fill(at, at)
		}
		if at > c.first && p.hyphen != (w.flags&hyphened != 0) && p.kind != sign {
			c.deviation |= hyphenFault(r, p.hyphen)
		}
		if p.capital && p.kind == plain && (!r.is(title) || i > int(r.head)) {
			has := w.flags&(capital|digit) != 0
			lost = lost || !has
			kept = kept || has && i > 0
		}
		at++
	}
	if lost && (kept || r.is(keepsCapitals)) {
		c.deviation |= Case
	}
	return at == c.last+1
}

// fits reports whether a word may stand for a part, and notes in what form.
func (f *finder) fits(c *candidate, p *part, at int32, last bool) bool {
	id := f.words[at].id
	if last && c.bareLast {
		id = f.owners.of(at)
		c.deviation |= Possessive
	}
	if id == p.id {
		return true
	}
	other := slices.Index(f.othersOf(p), id)
	switch {
	case other < 0:
		return false
	case p.kind == verbSlot:
	case p.kind == verb:
		c.form = inflected[other]
	default:
		c.deviation |= Plural
	}
	return true
}

// hyphenFault judges a hyphen that the term has and the text hasn't, or the
// other way round. A compound alone is written either way, by its place in
// the sentence; and a hyphen more is a fault only inside a name.
func hyphenFault(r *record, missing bool) Deviation {
	switch {
	case missing && r.count > 2:
		return Hyphen
	case !missing && r.is(proper) && !r.is(title):
		return Hyphen
	}
	return 0
}
