package termbase

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// validate settles what the rows say against each other: it notes
// duplicates and contradictions inside a layer, drops the rows of a lower
// layer that a higher one contradicts, and wants a rendering to suggest
// wherever one is flagged.
func (c *contents) validate() {
	dropped := map[*Term]bool{}
	byText := make(map[uint64]*Term, c.terms())
	several := map[*Term]*namesakes{} // of the first term of a text
	for _, e := range c.entries {
		for _, t := range e.Terms {
			k := textKey(t)
			first := byText[k]
			if first == nil {
				byText[k] = t
				continue
			}
			if several[first] == nil {
				several[first] = &namesakes{}
				several[first].add(first)
			}
			for other := range several[first].against(t) {
				c.note(settle(other, t, dropped))
			}
			several[first].add(t)
		}
	}
	c.note(patternsOnce(c.patterns))
	for _, e := range c.entries {
		c.note(onePreferred(e, dropped))
		before := len(e.Terms)
		e.Terms = slices.DeleteFunc(e.Terms, func(t *Term) bool { return dropped[t] })
		if len(e.Terms) < before {
			mend(e)
		}
		c.note(suggestsSomething(e))
	}
}

// textKey is a hash of a term's language and text; letter case counts for
// nothing in English.
func textKey(t *Term) uint64 {
	if t.Lang != "en" {
		return hashChunk(hashString(t.Text), uint64(len(t.Lang)))
	}
	h := uint64(hashStart)
	for i := range len(t.Text) {
		c := t.Text[i]
		if c >= utf8.RuneSelf {
			return hashString(strings.ToLower(t.Text))
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * hashPrime
		h ^= h >> 32
	}
	return h
}

// namesakes are the terms of one text, met so far.
type namesakes struct {
	right, wrong []*Term
	// entry is the one whose terms came last, own are those.
	entry *Entry
	own   []*Term
}

func (n *namesakes) add(t *Term) {
	if n.entry != t.Entry {
		n.entry, n.own = t.Entry, nil
	}
	n.own = append(n.own, t)
	if t.Status == Deprecated {
		n.wrong = append(n.wrong, t)
	} else {
		n.right = append(n.right, t)
	}
}

// mostContradictions is how many rows one is held against: what contradicts
// more of them has been found out by then.
const mostContradictions = 100

// against are the terms that a further one may contradict or repeat: those on
// the other side, and those of its entry. Entries agree on a text freely.
func (n *namesakes) against(t *Term) iter.Seq[*Term] {
	return func(yield func(*Term) bool) {
		others := n.right
		if t.Status != Deprecated {
			others = n.wrong
		}
		for _, o := range others[:min(len(others), mostContradictions)] {
			if !yield(o) {
				return
			}
		}
		if n.entry != t.Entry {
			return
		}
		for _, o := range n.own[:min(len(n.own), mostContradictions)] {
			sameSide := (o.Status == Deprecated) == (t.Status == Deprecated)
			if sameSide && !yield(o) {
				return
			}
		}
	}
}

// settle looks at two rows of one text; b stands after a.
func settle(a, b *Term, dropped map[*Term]bool) error {
	if !meet(a, b) {
		return nil
	}
	contradicts := a.Lang == "en" && (a.Status == Deprecated) != (b.Status == Deprecated)
	// Right renderings of one entry may differ in their capitals alone.
	twice := a.Entry == b.Entry && (a.Text == b.Text || a.Status == Deprecated)
	switch {
	case !contradicts && !twice:
		return nil
	case a.Layer != b.Layer:
		if a.Layer > b.Layer {
			a, b = b, a
		}
		dropped[a] = true
		return nil
	case contradicts:
		return b.Fault("contradiction", "%q is %s for %s, but %s for %s (%s); keep one of the rows, or part them by scope or date",
			b.Text, b.Status, b.Entry.ID, a.Status, a.Entry.ID, a.Place())
	}
	f := b.Fault("duplicate", "%q stands twice in %s (%s); delete one of the rows", b.Text, b.Entry.ID, a.Place())
	if x, y := rowOf(a), rowOf(b); x.text() == y.text() {
		f.Fixed = new(string)
	}
	return f
}

// onePreferred makes sure that an entry has one preferred term a language,
// house and date.
func onePreferred(e *Entry, dropped map[*Term]bool) error {
	var seen []*Term
	for _, t := range e.Terms {
		if t.Status != Preferred || dropped[t] {
			continue
		}
		for _, s := range seen {
			switch {
			case dropped[s] || s.Lang != t.Lang || s.Text == t.Text || !meet(s, t) || (len(s.Scope) == 0) != (len(t.Scope) == 0):
			case s.Layer < t.Layer:
				s.Status = Admitted
			case s.Layer > t.Layer:
				t.Status = Admitted
			default:
				return t.Fault("two-preferred", "%s prefers both %q and %q (%s); make one of them admitted, or part them by scope or date",
					e.ID, t.Text, s.Text, s.Place())
			}
		}
		seen = append(seen, t)
	}
	return nil
}

// mend makes sense of an entry that a higher layer took terms from: another
// right term takes the place of the preferred one, and where none is left there
// is nothing to flag for either.
func mend(e *Entry) {
	right := func(status Status) int {
		return slices.IndexFunc(e.Terms, func(t *Term) bool { return t.Lang == "en" && t.Status == status })
	}
	if right(Preferred) >= 0 {
		return
	}
	if i := right(Admitted); i >= 0 {
		e.Terms[i].Status = Preferred
		return
	}
	e.Terms = slices.DeleteFunc(e.Terms, func(t *Term) bool { return t.Lang == "en" })
}

func suggestsSomething(e *Entry) error {
	for _, t := range e.Terms {
		if t.Status != Deprecated && t.Status != Superseded {
			continue
		}
		if !slices.ContainsFunc(e.Terms, func(p *Term) bool { return p.Lang == t.Lang && p.Status == Preferred }) {
			return t.Fault("no-preferred", "%s flags %q but prefers nothing; add a preferred term", e.ID, t.Text)
		}
	}
	return nil
}

// meet reports whether two terms can hold on one day for one house.
func meet(a, b *Term) bool {
	before := func(x, y Date) bool { return !x.IsZero() && !y.IsZero() && !y.Before(x) }
	if before(a.Until, b.Since) || before(b.Until, a.Since) {
		return false
	}
	return len(a.Scope) == 0 || len(b.Scope) == 0 ||
		slices.ContainsFunc(a.Scope, func(s string) bool { return slices.Contains(b.Scope, s) })
}

// terms is the number of terms.
func (c *contents) terms() int {
	n := 0
	for _, e := range c.entries {
		n += len(e.Terms)
	}
	return n
}
