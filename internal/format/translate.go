package format

import "rectify/internal/document"

// translating follows what marks say of the text in them, through the sources or the
// targets of a unit in their order: a mark may reach from one segment into another.
type translating struct {
	// unit is what holds where no mark says anything.
	unit bool
	// open are the marks that say something, the innermost last; ended are those of
	// them that ended before one inside them.
	open  []saying
	ended map[mark]bool
}

// mark is one by its id or, where it is an element around its text, by its place.
type mark struct {
	id string
	at int
}

type saying struct {
	mark
	translate bool
}

// begin starts with a unit.
func (s *translating) begin(unit bool) {
	s.unit, s.open = unit, s.open[:0]
	clear(s.ended)
}

// now reports whether the text here is to be translated.
func (s *translating) now() bool {
	for n := len(s.open) - 1; n >= 0; n-- {
		if last := s.open[n]; !s.ended[last.mark] {
			return last.translate
		}
		s.open = s.open[:n]
	}
	return s.unit
}

// end takes the end of a mark.
func (s *translating) end(m mark) {
	switch n := len(s.open); {
	case n == 0:
	case s.open[n-1].mark == m:
		s.open = s.open[:n-1]
	case s.ended == nil:
		s.ended = map[mark]bool{m: true}
	default:
		s.ended[m] = true
	}
}

// only leaves of items what is to be translated; the text doesn't read on over the
// rest.
func (s *translating) only(items []item) []item {
	out := items[:0]
	for _, i := range items {
		switch i.kind {
		case itemTranslate, itemKeep:
			s.open = append(s.open, saying{i.mark(), i.kind == itemTranslate})
			continue
		case itemSaid:
			s.end(i.mark())
			continue
		case itemText, itemCDATA:
			if !s.now() {
				i = item{kind: itemGap, join: document.Broken}
			}
		}
		out = append(out, i)
	}
	return out
}

func (i item) mark() mark { return mark{i.name, i.at.Start} }
