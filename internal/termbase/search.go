package termbase

import (
	"slices"
	"strings"

	"rectify/internal/nearest"
	"rectify/internal/pinyin"
)

// likeness is how near a term is to what was searched for, the best last.
type likeness int

const (
	unlike     likeness = iota
	sounds              // a part of the Chinese sounds so
	soundsOut           // all of it
	hasWords            // every word begins a word of the term, in any order
	holdsWords          // the term holds the words as they stand
	same
)

// Search lists the entries with a term, in any language and status, that is
// like the words, the likest first, then in the order of the glossary: the
// term itself; one that holds the words; one that has every word; Chinese by
// its pinyin, by syllables or by first letters. Only where there is none of
// these does it list terms with every word but for slips of typing. Letter
// case doesn't matter.
func (g *Glossary) Search(words string) []*Entry {
	want := strings.ToLower(strings.TrimSpace(words))
	if want == "" {
		return nil
	}
	s := search{text: want, words: strings.Fields(want)}
	s.sound, s.spoken = pinyin.Parse(want)
	entries := g.Entries()
	found := rankedBy(entries, s.likeness)
	if len(found) == 0 {
		found = rankedBy(entries, s.slips)
	}
	return found
}

// rankedBy lists the entries by how like their likest term is.
func rankedBy(entries []*Entry, like func(text string) likeness) []*Entry {
	var ranks [same + 1][]*Entry
	for _, e := range entries {
		best := like(e.ID)
		for _, t := range e.Terms {
			best = max(best, like(strings.ToLower(Plain(t.Text))))
		}
		ranks[best] = append(ranks[best], e)
	}
	slices.Reverse(ranks[:])
	return slices.Concat(ranks[:same]...) // all but the unlike
}

type search struct {
	text   string
	words  []string
	sound  pinyin.Query
	spoken bool
}

func (s *search) likeness(text string) likeness {
	switch {
	case text == s.text:
		return same
	case strings.Contains(text, s.text):
		return holdsWords
	case len(s.words) > 1 && s.eachWord(text, strings.HasPrefix):
		return hasWords
	}
	if s.spoken {
		switch s.sound.Fits(text) {
		case pinyin.Whole:
			return soundsOut
		case pinyin.Start, pinyin.Inside:
			return sounds
		}
	}
	return unlike
}

// slips reports whether the text has every word, but for slips of typing.
func (s *search) slips(text string) likeness {
	if s.eachWord(text, slipped) {
		return hasWords
	}
	return unlike
}

// slipped reports whether a word may be what was meant by the one typed. Few slip
// on the first letter, and words of three letters are all near each other.
func slipped(word, typed string) bool {
	if len(typed) < 4 || word == "" || word[0] != typed[0] {
		return strings.HasPrefix(word, typed)
	}
	return nearest.Nearest(typed, []string{word}) != ""
}

// eachWord reports whether each word of the search is like one of the text.
func (s *search) eachWord(text string, like func(word, typed string) bool) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' })
	for _, typed := range s.words {
		if !slices.ContainsFunc(words, func(word string) bool { return like(word, typed) }) {
			return false
		}
	}
	return true
}

// Neighbors lists the other entries whose preferred Chinese holds that of the
// entry, or is a part of it of two characters or more: what it is easily taken
// for. Those that differ least come first.
func (g *Glossary) Neighbors(of *Entry) []*Entry {
	own := of.Chinese()
	if own == "" {
		return nil
	}
	const leastBytes = 2 * len("国")
	var near []*Entry
	for _, e := range g.Entries() {
		other := e.Chinese()
		if e != of && len(other) >= leastBytes && (strings.Contains(own, other) || strings.Contains(other, own)) {
			near = append(near, e)
		}
	}
	apart := func(e *Entry) int {
		n := len(e.Chinese()) - len(own)
		return max(n, -n)
	}
	slices.SortStableFunc(near, func(a, b *Entry) int { return apart(a) - apart(b) })
	return near
}
