package mining

import (
	"slices"
	"strings"
	"unicode"

	"rectify/internal/chinese"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

// word is an English word: as it stands there, and in lower case without a possessive
// ending. A mark before it parts it from the word before.
type word struct {
	text, lower string
	parted      bool
}

// words are the words of an English text.
func words(text string) []word {
	var all []word
	start, parted := -1, true
	flush := func(end int) {
		if start < 0 {
			return
		}
		all = append(all, word{text[start:end], strings.ToLower(bare(text[start:end])), parted})
		start, parted = -1, false
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-'’&", r):
			if start < 0 {
				start = i
			}
		default:
			flush(i)
			parted = parted || !unicode.IsSpace(r)
		}
	}
	flush(len(text))
	return all
}

func bare(word string) string { return strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s") }

// empty are words of sentences, no more than function words a part of terms.
var empty = strings.Fields("we our they their he his she it its i my you your this these those have has had is are was were be been being will would can could may must shall should do does did not also more most said says according there here which who that")

// hollow reports whether a word can't begin or end a term.
func hollow(w word) bool {
	return english.FunctionWords[w.lower] || slices.Contains(empty, w.lower) || strings.Trim(w.lower, "0123456789-'’&") == ""
}

// runs are the words of a Chinese text, in stretches that no mark and no term that
// is known parts. What the glossary has no gloss for are words of one character.
func runs(g *termbase.Glossary, text string, known []termbase.SourceTerm) [][]string {
	borders := map[int]int{} // where a word begins, and ends
	for _, w := range g.SourceWords(text) {
		borders[w.Start] = w.End
	}
	var all [][]string
	var run []string
	flush := func() {
		if len(run) > 0 {
			all = append(all, run)
		}
		run = nil
	}
	end := 0
	for i, r := range text {
		if i < end {
			continue
		}
		if len(known) > 0 && i >= known[0].Start {
			flush()
			end, known = known[0].End, known[1:]
			continue
		}
		switch {
		case !chinese.IsHan(r):
			flush()
		case borders[i] > i:
			end = borders[i]
			if len(known) > 0 {
				end = min(end, known[0].Start)
			}
			run = append(run, text[i:end])
		default:
			run = append(run, string(r))
		}
	}
	flush()
	return all
}

// index tells in which pairs an English word stands.
type index map[string][]int

func newIndex(pairs []pair) index {
	x := index{}
	for n, p := range pairs {
		for _, w := range p.english {
			if all := x[w.lower]; len(all) == 0 || all[len(all)-1] != n {
				x[w.lower] = append(all, n)
			}
		}
	}
	return x
}

// count is in how many pairs some words stand one after the other.
func (c *corpus) count(phrase []string) int {
	rarest := phrase[0]
	for _, w := range phrase {
		if len(c.words[w]) < len(c.words[rarest]) {
			rarest = w
		}
	}
	n := 0
	for _, number := range c.words[rarest] {
		if contains(c.pairs[number].english, phrase) {
			n++
		}
	}
	return n
}

func contains(all []word, phrase []string) bool {
	for i := 0; i+len(phrase) <= len(all); i++ {
		if slices.EqualFunc(all[i:i+len(phrase)], phrase, func(w word, s string) bool { return w.lower == s }) {
			return true
		}
	}
	return false
}
