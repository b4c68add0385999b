package chinese

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Index finds the terms of a list in Chinese texts. It may be used by several
// goroutines at once.
type Index struct {
	next map[edge]int32
	// ends is the number of the term that ends at a node, one more; 0 for none.
	ends []int32
	// words is how many of the terms are words alone: see [NewIndex].
	words int
}

// edge leads from a node by a character.
type edge struct {
	node int32
	r    rune
}

// Found is a term in a text: its place, half-open in bytes, and its number in the
// list.
type Found struct{ Start, End, Term int }

// NewIndex indexes the terms. Traditional and simplified characters, full and half
// width are one; quotation marks count for nothing. Words are Chinese that is no
// term: one that crosses the border of a short term shows that it is none there, as
// 人民 does with 民进 in 人民进入.
func NewIndex(terms, words []string) *Index {
	x := &Index{next: make(map[edge]int32, 8*(len(terms)+len(words))), ends: []int32{0}, words: len(terms)}
	for i, list := range [][]string{terms, words} {
		for n, term := range list {
			if at := x.add(term); at != 0 && x.ends[at] == 0 {
				x.ends[at] = int32(i*len(terms) + n + 1)
			}
		}
	}
	return x
}

func (x *Index) add(term string) (node int32) {
	for _, r := range term {
		if passed(r) {
			continue
		}
		e := edge{node, fold(r)}
		if x.next[e] == 0 {
			x.ends = append(x.ends, 0)
			x.next[e] = int32(len(x.ends) - 1)
		}
		node = x.next[e]
	}
	return node
}

// candidate is a term or a word that may stand somewhere.
type candidate struct {
	Found
	length int // in characters
}

// longestShort is how many characters a term may have that a word over its border
// unmakes: a longer one is no chance.
const longestShort = 3

// Find finds the terms of the list in a text, in its order. Where they overlap the
// longest holds, and of two as long the first.
func (x *Index) Find(text string) []Found {
	var all []candidate
	for start, r := range text {
		if !passed(r) {
			all = x.from(text, start, all)
		}
	}
	byLength := slices.Clone(all)
	slices.SortStableFunc(byLength, func(a, b candidate) int { return cmp.Compare(b.length, a.length) })
	taken := make([]bool, len(text))
	var kept []Found
	for _, c := range byLength {
		if c.Term >= x.words || taken[c.Start] || taken[c.End-1] || c.length <= longestShort && crossed(c, all) {
			continue
		}
		for i := c.Start; i < c.End; i++ {
			taken[i] = true
		}
		kept = append(kept, c.Found)
	}
	slices.SortFunc(kept, func(a, b Found) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}

// from adds all that begins at an offset.
func (x *Index) from(text string, start int, all []candidate) []candidate {
	node, length := int32(0), 0
	for at, r := range text[start:] {
		if passed(r) {
			continue
		}
		if node = x.next[edge{node, fold(r)}]; node == 0 {
			break
		}
		length++
		if term := x.ends[node]; term != 0 {
			end := start + at + utf8.RuneLen(r)
			all = append(all, candidate{Found{start, end, int(term) - 1}, length})
		}
	}
	return all
}

// crossed reports whether one of all, which stand in the order of their starts,
// crosses a border of a term.
func crossed(c candidate, all []candidate) bool {
	const reach = 8 * utf8.UTFMax // of the words that begin before it
	from, _ := slices.BinarySearchFunc(all, c.Start-reach, func(o candidate, start int) int { return cmp.Compare(o.Start, start) })
	for _, o := range all[from:] {
		if o.Start >= c.End {
			return false
		}
		begins := o.Start < c.Start && c.Start < o.End && o.End < c.End
		ends := c.Start < o.Start && c.End < o.End
		if o.length > 1 && (begins || ends) {
			return true
		}
	}
	return false
}
