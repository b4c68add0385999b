package checks

import (
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

const (
	// leastWords and leastShare are how many words of a name, and which part of them,
	// have to stand together to be a rendering of it.
	leastWords, leastShare = 2, 0.4
	// reach is how many words may part two of them.
	reach = 5
)

// distorted is the stretch of a pair that has the most words of a name, if it has
// words besides: one that only leaves some out is a short form.
func (c *missing) distorted(i int, words []string) (m termbase.Match, ok bool) {
	t := &c.pairs[i]
	var best stretchOfName
	for from := t.from; from < t.to; from++ {
		if w := c.of(from, words); w >= 0 {
			if s := c.stretch(from, t.to, words); s.score() > best.score() {
				best = s
			}
		}
	}
	enough := best.found >= leastWords && float64(best.found) >= leastShare*float64(len(words))
	if !enough || best.others == 0 {
		return m, false
	}
	// The name goes on to its head: the Board of the Nature Conservation Board.
	for best.last+1 < t.to && startsUpper(word(c.Pass, best.last+1)) && noun(strings.ToLower(word(c.Pass, best.last+1))) != noNoun {
		best.last++
	}
	m = termbase.Match{First: best.first, Last: best.last, Segment: segmentOf(c.Document, t.Span)}
	m.Span = document.Span{Start: int(c.Words[best.first].Start), End: int(c.Words[best.last].Stem())}
	return m, int(c.Segments[m.Segment+1]) > best.last
}

// stretchOfName are some words of a text, inclusive, with how many different ones of
// a name they have, and how many others with content.
type stretchOfName struct{ first, last, found, others int }

// score prefers more words of the name, and fewer between them.
func (s stretchOfName) score() int { return 3*s.found - s.others }

// stretch is the best stretch that begins with a word.
func (c *missing) stretch(from, to int, words []string) stretchOfName {
	var best stretchOfName
	s := stretchOfName{first: from, last: from}
	seen := make([]bool, len(words))
	for i := from; i < to && i-s.last <= reach; i++ {
		lower := strings.ToLower(c.Document.Text[c.Words[i].Start:c.Words[i].Stem()])
		w := c.of(i, words)
		switch {
		case strings.Contains(".;:!?", lower):
			return best
		case w >= 0:
			if !seen[w] {
				seen[w] = true
				s.found++
			}
			s.last = i
			if s.score() > best.score() {
				best = s
			}
		case lower == ",", isLetter(lower[0]) && !english.FunctionWords[lower]:
			s.others++
		}
	}
	return best
}

// of is which of some words word i is a form of, -1 for none.
func (c *missing) of(i int, words []string) int {
	lower := strings.ToLower(c.Document.Text[c.Words[i].Start:c.Words[i].Stem()])
	return slices.IndexFunc(words, func(w string) bool { return kindred(w, lower) })
}
