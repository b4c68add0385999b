package termbase

import (
	"slices"
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

// Chosen reports whether it is one house's English, not any.
func (u Usage) Chosen() bool { return u.House != "" && u.House != "any" }

// Recognition is a document as its words and the terms among them.
type Recognition struct {
	Text
	// Matches don't overlap, and stand in the order of the text.
	Matches []Match
	// Awkward are the places of patterns, which don't overlap each other. One
	// may hold right terms; none lies inside a term.
	Awkward []Match

	memory *memory
}

// memory is what a recognition takes, kept for the next.
type memory struct {
	words            []Word
	segments, marks  []int32
	owners           owners
	matches, awkward []Match
}

// spare is the memory of the recognitions that were released.
var spare = sync.Pool{New: func() any { return new(memory) }}

// Release gives the memory back for the next document; the recognition is of no
// use after it, and its spans still are.
func (r *Recognition) Release() {
	if r.memory != nil {
		*r.memory = memory{r.Words, r.Segments, r.Marks, r.owners, r.Matches, r.Awkward}
		spare.Put(r.memory)
		*r = Recognition{}
	}
}

// candidate is a term that may stand at words first to last, inclusive.
type candidate struct {
	first, last int32
	term        int32
	deviation   Deviation
	form        english.Form
	bareLast    bool  // its last word has a possessive ending
	near        bool  // not the words of the term: see near.go
	weight      uint8 // among candidates of the same words: see [finder.weigh]
	filled      uint8 // how many of the fills count
	fills       [2]fill
}

// fill is what stands in a slot: words from first to last, inclusive.
type fill struct{ first, last int32 }

// fill puts words into the next slot, if there is room.
func (c *candidate) fill(first, last int32) {
	if int(c.filled) < len(c.fills) {
		c.fills[c.filled] = fill{first, last}
		c.filled++
	}
}

// finder is the state of one recognition.
type finder struct {
	*index
	glossary   *Glossary
	usage      Usage
	text       string
	words      []Word
	owners     owners
	candidates []candidate
	patterns   []candidate
	order      []*candidate // those to choose from, by their rank
	taken      []bool
	content    []contentWord
	sums       []uint64
	stretch    int32 // where the unbroken stretch of content words begins
	anyPlace   int32 // the step for a place name that begins a term
	// lemmasHere and lemmasThere are those of a text and of a name; small and nouns
	// the other words of the name and of the text, and the content words.
	lemmasHere, lemmasThere []int32
	small, nouns            [2][]int32
}

var finders = sync.Pool{New: func() any { return new(finder) }}

// Find recognises every rendering of the glossary in the segments of the
// document. Where renderings overlap the longest one holds, right or wrong:
// a right rendering shields what lies inside it.
func (g *Glossary) Find(d *document.Document, usage Usage) Recognition {
	f := finders.Get().(*finder)
	defer finders.Put(f)
	f.glossary, f.index, f.usage, f.text = g, g.index, usage, d.Text
	f.anyPlace = f.root[placeNameID]
	r := Recognition{memory: spare.Get().(*memory)}
	r.Segments = emptied(r.memory.segments, len(d.Segments)+1)
	r.Matches = emptied(r.memory.matches, len(d.Text)/bytesPerMatch)
	r.Awkward = emptied(r.memory.awkward, len(d.Text)/bytesPerMatch/2)
	s := scanner{
		vocabulary: &f.vocabulary, text: d.Text,
		words: emptied(r.memory.words, len(d.Text)/bytesPerWord+8), owners: r.memory.owners[:0],
		marks: emptied(r.memory.marks, len(d.Text)/bytesPerMark),
	}
	for i, seg := range d.Segments {
		// Words and terms in turn: the words of a segment are still at hand.
		from := int32(len(s.words))
		s.segment(seg)
		f.words, f.owners = s.words, s.owners
		r.Segments = append(r.Segments, from)
		f.segment(&r, i, from, int32(len(s.words)))
		r.Matches = withRoom(r.Matches, seg.Span().End, len(d.Text))
		r.Awkward = withRoom(r.Awkward, seg.Span().End, len(d.Text))
	}
	r.Words, r.Marks, r.owners, r.joined = s.words, s.marks, s.owners, s.joined
	r.Segments = append(r.Segments, int32(len(s.words)))
	f.words, f.owners = nil, nil
	return r
}

// segment finds the terms and patterns among the words of a segment.
func (f *finder) segment(r *Recognition, number int, from, to int32) {
	f.candidates = f.candidates[:0]
	f.beginNear()
	for at := from; at < to; at++ {
		w := &f.words[at]
		known := &f.ofWord[w.id]
		if known.root != 0 && (known.ends || f.goesOn(known, at+1, to)) {
			f.begin(at, to)
		}
		if w.flags&owning != 0 {
			f.note(f.trie.steps[f.ofWord[f.owners.of(at)].root].out, &candidate{first: at, last: at, bareLast: true})
		}
		if w.flags&capital != 0 && f.anyPlace != 0 {
			f.fillPlace(f.anyPlace, candidate{first: at, last: at - 1}, to)
		}
		w.flags |= known.literal
		if w.flags&owning != 0 {
			known = &f.ofWord[f.owners.of(at)]
			if w.id != 0 { // an unknown possessive is no word of a literal
				w.flags |= known.literal & (glossing | seeding)
			}
		}
		f.stepNear(at, w.flags&first != 0, known.near)
	}
	if len(f.candidates) > 0 {
		f.settle(r, number, from, to)
	}
}

// How much text goes by, about, from one term, word or mark to the next.
const bytesPerMatch, bytesPerWord, bytesPerMark = 256, 5, 32

// emptied is an empty list with room for n: the memory of one that is done with, if it
// is large enough. What is made anew isn't cleared, as [slices.Grow] would do: of a
// large text the words alone are five times its size.
func emptied[T any](list []T, n int) []T {
	if cap(list) >= n {
		return list[:0]
	}
	return make([]T, 0, n)
}

// withRoom gives a list that a text has nearly filled up to a place room for what the
// rest will have if it has as much, but no more than three times as much: a large list
// isn't moved again and again.
func withRoom[T any](list []T, at, end int) []T {
	if at == 0 || cap(list)-len(list) > len(list)/8 {
		return list
	}
	rest := float64(end-at) / float64(at) * 9 / 8
	return slices.Grow(list, int(float64(len(list))*min(rest, 3)))
}

// counts reports whether a term counts here: on this day, for this house, in
// these letters.
func (f *finder) counts(c *candidate) bool {
	r, t := &f.records[c.term], f.term(c.term)
	if !t.Right(f.usage.Day) && !t.Wrong(f.usage.House, f.usage.Day) {
		return false
	}
	return !r.is(acronymic|numbered) || f.sameLetters(c, t)
}

// term is the term of a record.
func (f *finder) term(number int32) *Term {
	r := &f.records[number]
	return f.glossary.entry(int(r.entry)).Terms[r.place]
}

// sameLetters reports whether an acronym stands in its own capitals, and a
// certain ordinal is the one that stands there.
func (f *finder) sameLetters(c *candidate, t *Term) bool {
	if t.Type == Acronym {
		return f.text[f.words[c.first].Start:f.words[c.last].Stem()] == t.Text
	}
	s := scanner{vocabulary: &f.vocabulary, text: t.Text}
	s.run(0, len(t.Text))
	return slices.Equal(ordinals(t.Text, s.words), ordinals(f.text, f.words[c.first:c.last+1]))
}

// ordinals are the certain ordinals among the words of a text.
func ordinals(text string, words []Word) []string {
	var out []string
	for _, w := range words {
		if w.id == ordinalID {
			out = append(out, fold(text[w.Start:w.Stem()]))
		}
	}
	return out
}
