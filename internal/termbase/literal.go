package termbase

import (
	"slices"
	"strings"

	"rectify/internal/document"
)

// A literal rendering is what a machine makes of a Chinese term when it goes
// word for word: 理论武装, "theoretical armed forces". It is recognised without
// being listed: each word of the Chinese has glosses, and a stretch of text that
// has a gloss for every one of them, and no other content, is a rendering of
// the term. Where all its words are words of official renderings too, it is
// another way to say the same, and no fault.

// Literal is a word-for-word rendering of an entry, found in a text.
type Literal struct {
	document.Span
	Entry *Entry
	// Chinese is the term behind it, and how many words of it have content.
	Chinese string
	Words   int
	// Content are the words of the text with content, in lower case.
	Content []string
	// First and Last are the indexes of its words in [Text.Words], inclusive;
	// Segment is that of the document's segment.
	First, Last, Segment int
}

// literalIndex finds literal renderings. A group is what one Chinese word may
// become: word numbers, sorted.
type literalIndex struct {
	literals []literal
	// groups lists the groups of all literals; words the words of all groups.
	literalGroups []int32
	groups        []stretch
	words         []int32
	// right lists the words of the right renderings of all literals, sorted for
	// each.
	right []int32
	// seeds leads from a word to the groups that it seeds, seeded from a group to
	// the literals of which it is the rarest word: 0 for none.
	seeds     []int32
	seedLinks []nameLink
	seeded    []stretch
	seedOf    []int32
	// stem leads from a form of a gloss to the gloss; ordinary are the keys of the
	// windows that good English has, sorted.
	stem     []int32
	ordinary []uint64
	// passed marks the words that are passed over.
	passed []bool
	// beside has a bit, by hash, for each word that may stand beside a seed: in
	// some literal of its group, and in each one. It spares most words the search.
	beside []uint64
}

// besideBits is how many bits the filter has; a power of two, some ten times
// as many as it has words beside seeds.
const besideBits = 1 << 22

// ofLiteral is the seed that stands for one literal in the filter, where a
// group stands for all of its own.
func ofLiteral(number int32) int32 { return -1 - number }

// mayStandBeside reports whether a word may stand beside a seed: false for
// certain, true but for some.
func (ix *literalIndex) mayStandBeside(seed, id int32) bool {
	h := edgeHash(seed, id) & (besideBits - 1)
	return ix.beside[h>>6]&(1<<(h&63)) != 0
}

func (ix *literalIndex) standBeside(seed, id int32) {
	h := edgeHash(seed, id) & (besideBits - 1)
	ix.beside[h>>6] |= 1 << (h & 63)
}

// literal is a Chinese term of an entry.
type literal struct {
	entry, place  int32
	groups, right stretch
	// name: the words of a rendering have capitals.
	name bool
}

// stretch is a part of a list, half-open.
type stretch struct{ from, to int32 }

func (s stretch) of(list []int32) []int32 { return list[s.from:s.to] }

// mostGap is how many words without content may stand between two with.
const mostGap = 3

// literalFinder looks for literals in one text.
type literalFinder struct {
	*index
	*Glossary
	letters string
	text    Text
	// at are the content words of the stretch that is looked at.
	at    []int32
	used  []bool
	found []Literal
}

// Literals finds the literal renderings in what was recognised in a document's
// letters, in its order; where several
// entries may be behind the same words, the longest, and of those the first
// entry of the glossary.
func (g *Glossary) Literals(letters string, r Recognition) []Literal {
	ix := &g.index.literal
	if len(ix.literals) == 0 {
		return nil
	}
	f := literalFinder{index: g.index, Glossary: g, text: r.Text, letters: letters}
	for segment := range len(r.Segments) - 1 {
		f.segment(segment)
	}
	return f.found
}

// segment looks at the unbroken stretches of a segment.
func (f *literalFinder) segment(number int) {
	f.at = f.at[:0]
	gap := 0
	for i := f.text.Segments[number]; i < f.text.Segments[number+1]; i++ {
		w := &f.text.Words[i]
		switch {
		case w.flags&(mark|first) != 0 || w.id == 0 || gap > mostGap:
			f.stretch(number)
			gap = 0
			if w.flags&mark != 0 || w.id == 0 {
				continue
			}
		}
		if f.vocabulary.function[w.id] || f.index.literal.passed[w.id] {
			gap++
			continue
		}
		gap = 0
		f.at = append(f.at, i)
	}
	f.stretch(number)
}

// id is the number of a content word, without a possessive ending.
func (f *literalFinder) id(i int) int32 {
	w := &f.text.Words[f.at[i]]
	if w.bare != 0 {
		return w.bare
	}
	return w.id
}

// stretch looks for literals among the content words at hand, and lets go of
// them.
func (f *literalFinder) stretch(segment int) {
	ix := &f.index.literal
	last := -1 // content words up to here are taken
	for i := range f.at {
		best, window := int32(-1), stretch{}
		for link := ix.seeds[f.id(i)]; link != 0; link = ix.seedLinks[link].next {
			group := ix.seedLinks[link].term
			if !f.besideFits(group, i) {
				continue
			}
			for n := ix.seeded[group]; n.from < n.to; n.from++ {
				number := ix.seedOf[n.from]
				if !f.besideFits(ofLiteral(number), i) {
					continue
				}
				w, ok := f.window(&ix.literals[number], i)
				if ok && int(w.from) > last && (best < 0 || w.to-w.from > window.to-window.from) {
					best, window = number, w
				}
			}
		}
		if best >= 0 {
			last = int(window.to) - 1
			f.note(best, window, segment)
		}
	}
	f.at = f.at[:0]
}

// besideFits reports whether one of the content words beside one may stand
// beside a seed.
func (f *literalFinder) besideFits(seed int32, at int) bool {
	ix := &f.index.literal
	return at > 0 && ix.mayStandBeside(seed, f.id(at-1)) || at+1 < len(f.at) && ix.mayStandBeside(seed, f.id(at+1))
}

func (f *literalFinder) note(number int32, w stretch, segment int) {
	l := &f.index.literal.literals[number]
	first, last := f.at[w.from], f.at[w.to-1]
	e := f.entry(int(l.entry))
	var content []string
	for i := w.from; i < w.to; i++ {
		word := &f.text.Words[f.at[i]]
		content = append(content, strings.ToLower(f.letters[word.Start:word.Stem]))
	}
	f.found = append(f.found, Literal{
		Span:  document.Span{Start: int(f.text.Words[first].Start), End: int(f.text.Words[last].Stem)},
		Entry: e, Chinese: e.Terms[l.place].Text, Words: int(l.groups.to - l.groups.from), Content: content,
		First: int(first), Last: int(last), Segment: segment,
	})
}

// window is the shortest run of content words around one that has a word for
// every group, and no other.
func (f *literalFinder) window(l *literal, at int) (w stretch, ok bool) {
	groups := l.groups.of(f.index.literal.literalGroups)
	lo, hi := at, at
	for lo > 0 && at-lo < len(groups) && f.inAny(groups, lo-1) {
		lo--
	}
	for hi < len(f.at)-1 && hi-at < len(groups) && f.inAny(groups, hi+1) {
		hi++
	}
	if hi-lo+1 < len(groups) {
		return w, false
	}
	for size := len(groups); size <= min(len(groups)+1, hi-lo+1); size++ {
		for from := max(lo, at-size+1); from <= at && from+size-1 <= hi; from++ {
			if f.covers(groups, from, size) && f.departs(l, from, size) && f.looksLike(l, from, size) && !f.isOrdinary(from, size) {
				return stretch{int32(from), int32(from + size)}, true
			}
		}
	}
	return w, false
}

func (f *literalFinder) inAny(groups []int32, at int) bool {
	id := f.id(at)
	for _, g := range groups {
		if f.in(g, id) {
			return true
		}
	}
	return false
}

func (f *literalFinder) in(group, id int32) bool {
	ix := &f.index.literal
	_, found := slices.BinarySearch(ix.groups[group].of(ix.words), id)
	return found
}

// covers reports whether each group can have a word of its own among size
// content words.
func (f *literalFinder) covers(groups []int32, from, size int) bool {
	f.used = append(f.used[:0], make([]bool, size)...)
	return f.match(groups, from)
}

func (f *literalFinder) match(groups []int32, from int) bool {
	if len(groups) == 0 {
		return true
	}
	for i := range f.used {
		if !f.used[i] && f.in(groups[0], f.id(from+i)) {
			f.used[i] = true
			if f.match(groups[1:], from) {
				return true
			}
			f.used[i] = false
		}
	}
	return false
}

// departs reports whether one of the words is in no right rendering.
func (f *literalFinder) departs(l *literal, from, size int) bool {
	right := l.right.of(f.index.literal.right)
	for i := from; i < from+size; i++ {
		if _, is := slices.BinarySearch(right, f.index.literal.stem[f.id(i)]); !is {
			return true
		}
	}
	return false
}

// isOrdinary reports whether good English has these content words together.
func (f *literalFinder) isOrdinary(from, size int) bool {
	ix := &f.index.literal
	var sum uint64
	for i := from; i < from+size; i++ {
		sum += lemmaHash(ix.stem[f.id(i)])
	}
	_, is := slices.BinarySearch(ix.ordinary, nearKey(sum, size))
	return is
}

// looksLike reports whether the window is as tight as a term, and has the
// capitals of a name if it is to be one.
func (f *literalFinder) looksLike(l *literal, from, size int) bool {
	first, last := f.at[from], f.at[from+size-1]
	if int(last-first) > 2*size {
		return false
	}
	for i := from; i < from+size && l.name; i++ {
		if f.text.Words[f.at[i]].flags&capital == 0 {
			return false
		}
	}
	return true
}
