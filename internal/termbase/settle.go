package termbase

import (
	"cmp"
	"slices"

	"rectify/internal/document"
)

// settle chooses among the candidates of a segment, the longest first, and
// appends what is chosen to the matches.
func (f *finder) settle(matches []Match, segment int, from, to int32) []Match {
	for i := range f.candidates {
		if c := &f.candidates[i]; !c.near && (c.strict || f.hyphened(*c)) {
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
		if !f.terms[c.term].shield {
			matches = append(matches, f.match(c, segment))
		}
	}
	slices.SortFunc(matches[begin:], func(a, b Match) int { return a.Start - b.Start })
	return matches
}

// rank orders candidates: more words first, then by their weight, their place
// and the order of the glossary.
func (f *finder) rank(a, b candidate) int {
	return cmp.Or(
		cmp.Compare(b.last-b.first, a.last-a.first), cmp.Compare(f.weight(a), f.weight(b)),
		cmp.Compare(a.first, b.first), cmp.Compare(a.term, b.term))
}

// weight tells candidates of the same words apart, the lightest wins: a right
// term, a phrase that shields, a wrong term; each as the glossary writes it
// before one in another number, and that before one with faults.
func (f *finder) weight(c candidate) int {
	t := &f.terms[c.term]
	weight := int(t.term.Status)
	switch {
	case t.shield:
		weight = int(Superseded) + 1
	case t.term.Status == Deprecated:
		weight = int(Superseded) + 2
	}
	if c.deviation&Plural != 0 {
		weight += 10
	}
	if c.deviation&Faults != 0 || c.near {
		weight += 20
	}
	return weight
}

func (f *finder) match(c candidate, segment int) Match {
	f.balance(&c)
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

// balance takes the other one of a pair of quotation marks into a candidate
// that holds one of them, so that no suggestion leaves it alone.
func (f *finder) balance(c *candidate) {
	marks := 0
	for _, w := range f.words[c.first : c.last+1] {
		if w.id == quoteMark {
			marks++
		}
	}
	isQuote := func(at int32) bool {
		return at >= 0 && int(at) < len(f.words) && f.words[at].id == quoteMark
	}
	switch {
	case marks%2 == 0:
	case isQuote(c.first-1) && f.words[c.first].flags&first == 0:
		c.first--
	case isQuote(c.last+1) && f.words[c.last+1].flags&first == 0 && c.deviation&Possessive == 0:
		c.last++
	}
}

// hyphened reports whether a hyphen stands inside the candidate.
func (f *finder) hyphened(c candidate) bool {
	for _, w := range f.words[c.first+1 : c.last+1] {
		if w.flags&hyphened != 0 {
			return true
		}
	}
	return false
}

// compare finds how the words of a candidate are written otherwise than the
// words of its term.
func (f *finder) compare(c candidate) Deviation {
	t := &f.terms[c.term]
	if int(c.last-c.first)+1 != len(t.parts) {
		return 0 // a slot took two words, or an article is left out
	}
	var d Deviation
	lost, kept := false, false
	for i, p := range t.parts {
		w := f.words[int(c.first)+i]
		if i > 0 && p.hyphen != (w.flags&hyphened != 0) && p.kind != sign {
			d |= hyphenFault(t, i, p.hyphen)
		}
		if p.capital && p.kind == plain && (t.term.Entry.Kind != Titles || i > t.head) {
			has := w.flags&(capital|digit) != 0
			lost = lost || !has
			kept = kept || has && i > 0
		}
	}
	if lost && (kept || t.keepsCapitals()) {
		d |= Case
	}
	return d
}

// hyphenFault judges a hyphen that the term has and the text hasn't, or the
// other way round. A compound alone is written either way, by its place in
// the sentence; and a hyphen more is a fault only inside a name.
func hyphenFault(t *compiled, i int, missing bool) Deviation {
	switch {
	case missing && len(t.parts) > 2:
		return Hyphen
	case !missing && t.proper && t.term.Entry.Kind != Titles:
		return Hyphen
	}
	return 0
}
