package termbase

import (
	"cmp"
	"slices"
	"strings"
	"sync"

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
	// firstSeed leads from a word to the groups that it seeds, seeded from a group
	// to the literals of which it is the rarest word: 0 for none.
	firstSeed []int32
	seedLinks []nameLink
	seeded    []stretch
	seedOf    []int32
	// pairs says which words may stand side by side in a literal: see
	// literal_pairs.go.
	pairs pairSet
	// stem leads from a form of a gloss to the gloss; ordinary are the keys of the
	// windows that good English has, sorted.
	stem     []int32
	ordinary []uint64
	// passed marks the words that are passed over: those without content, and
	// those without color.
	passed []bool
	// signsOf are the signs of the groups that have each word, seeding and seedGroups
	// what each word seeds, seeds and bySeed what each group does. They are made of the
	// others when those are read: see literal_signs.go.
	signsOf    []signs
	seeding    []seedingWord
	seedGroups []int32
	seeds      []literalSeed
	bySeed     []seededLiteral
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
	// matches are the terms from the word on that is looked at.
	matches []Match
	// at are the content words of the stretch that is looked at; literals are looked
	// for in a run of them, each of which may stand beside the next.
	at  []literalPlace
	run stretch
	// around are the signs of the content word that is looked at and of those up to
	// so many places from it, as far as they are known.
	around [mostOfLiteral + 1]signs
	known  int
	used   []bool
	// candidates are those of the stretch.
	candidates []literalCandidate
	found      []Literal
}

var literalFinders = sync.Pool{New: func() any { return new(literalFinder) }}

// literalPlace is a content word of the text: its index, its number without a
// possessive ending, and whether it may seed literals.
type literalPlace struct {
	word, id int32
	seeding  bool
}

// literalCandidate is a literal, by number, that may stand at some content words.
type literalCandidate struct {
	number int32
	stretch
}

// Literals finds the literal renderings in what was recognised in a document's
// letters, outside its matches, in its order; where several entries may be behind
// the same words, the longest, and of those the first entry of the glossary.
func (g *Glossary) Literals(letters string, r Recognition) []Literal {
	ix := &g.index.literal
	if len(ix.literals) == 0 {
		return nil
	}
	f := literalFinders.Get().(*literalFinder)
	defer literalFinders.Put(f)
	f.index, f.Glossary, f.text, f.letters, f.found, f.matches = g.index, g, r.Text, letters, nil, r.Matches
	for segment := range len(r.Segments) - 1 {
		f.segment(segment)
	}
	f.text, f.matches = Text{}, nil
	return f.found
}

// segment looks at the unbroken stretches of a segment: those between its terms, for
// no literal goes over a part of one.
func (f *literalFinder) segment(number int) {
	from, to := f.text.Segments[number], f.text.Segments[number+1]
	for from < to {
		for len(f.matches) > 0 && int32(f.matches[0].Last) < from {
			f.matches = f.matches[1:]
		}
		end, next := to, to
		if len(f.matches) > 0 && int32(f.matches[0].First) < to {
			end, next = int32(f.matches[0].First), int32(f.matches[0].Last)+1
		}
		f.between(number, from, end)
		from = next
	}
}

// between looks at the stretches between two places that no term stands in. A word
// that is in no literal parts two of them, and so does much that has no content.
func (f *literalFinder) between(segment int, from, to int32) {
	f.at = f.at[:0]
	gap := 0
	for i := from; i < to; i++ {
		w := &f.text.Words[i]
		if w.flags&first != 0 || gap > mostGap {
			f.stretch(segment)
			gap = 0
		}
		switch {
		case w.flags&passing != 0:
			gap++
			continue
		case w.flags&glossing == 0:
			f.stretch(segment)
		case w.flags&owning != 0:
			f.at = append(f.at, literalPlace{i, f.text.owners.of(i), w.flags&seeding != 0})
		default:
			f.at = append(f.at, literalPlace{i, w.id, w.flags&seeding != 0})
		}
		gap = 0
	}
	f.stretch(segment)
}

// stretch looks for literals among the content words at hand, and lets go of
// them.
func (f *literalFinder) stretch(segment int) {
	if len(f.at) >= leastGroups {
		f.literals(segment)
	}
	f.at = f.at[:0]
}

// literals notes the literals among the content words at hand.
func (f *literalFinder) literals(segment int) {
	ix := &f.index.literal
	f.candidates = f.candidates[:0]
	for from := 0; from < len(f.at)-1; {
		to := from + 1
		for to < len(f.at) && ix.pairs.has(ix.stem[f.at[to-1].id], ix.stem[f.at[to].id]) {
			to++
		}
		f.run = stretch{int32(from), int32(to)}
		for at := from; at < to && to-from >= leastGroups; at++ {
			if f.at[at].seeding && ix.seeding[f.at[at].id].least <= int32(to-from) {
				f.seed(at)
			}
		}
		from = to
	}
	f.settle(segment)
}

// signsOf are the signs of the content word at a place, none if it isn't in the
// run.
func (f *literalFinder) signsOf(at int) (none signs) {
	if at >= int(f.run.from) && at < int(f.run.to) {
		return f.index.literal.signsOf[f.at[at].id]
	}
	return none
}

// within reports whether the content words as far from one as a literal of so many
// groups may reach have all the signs.
func (f *literalFinder) within(at int, groups int32, all signs) bool {
	for ; f.known < int(groups); f.known++ {
		n := f.known + 1
		f.around[n] = f.around[n-1].and(f.signsOf(at - n)).and(f.signsOf(at + n))
	}
	return f.around[groups].contain(all)
}

// seed notes every literal that the content word at a place seeds.
func (f *literalFinder) seed(at int) {
	ix := &f.index.literal
	length := f.run.to - f.run.from
	f.around[0], f.known = f.signsOf(at), 0
	for _, group := range ix.seeding[f.at[at].id].groups.of(ix.seedGroups) {
		seed := &ix.seeds[group]
		if seed.least > length || !f.within(at, seed.groups, seed.all) {
			continue
		}
		for k := seed.literals.from; k < seed.literals.to; k++ {
			l := &ix.bySeed[k]
			if l.groups > length || !f.within(at, l.groups, l.all) {
				continue
			}
			if window, ok := f.window(&ix.literals[l.number], at); ok {
				f.candidates = append(f.candidates, literalCandidate{l.number, window})
			}
		}
	}
}

// settle notes those of the candidates that are literals: of several that overlap
// the one with the most words, and of those the first in the text and in the
// glossary.
func (f *literalFinder) settle(segment int) {
	if len(f.candidates) == 0 {
		return
	}
	slices.SortFunc(f.candidates, func(a, b literalCandidate) int {
		return cmp.Or(cmp.Compare(b.to-b.from, a.to-a.from), cmp.Compare(a.from, b.from), cmp.Compare(a.number, b.number))
	})
	begin := len(f.found)
	taken := f.candidates[:0]
	for _, c := range f.candidates {
		if !slices.ContainsFunc(taken, func(t literalCandidate) bool { return t.from < c.to && c.from < t.to }) {
			taken = append(taken, c)
			f.note(c.number, c.stretch, segment)
		}
	}
	slices.SortFunc(f.found[begin:], func(a, b Literal) int { return a.Start - b.Start })
}

func (f *literalFinder) note(number int32, w stretch, segment int) {
	l := &f.index.literal.literals[number]
	first, last := f.at[w.from].word, f.at[w.to-1].word
	e := f.entry(int(l.entry))
	var content []string
	for i := w.from; i < w.to; i++ {
		word := &f.text.Words[f.at[i].word]
		content = append(content, strings.ToLower(f.letters[word.Start:word.Stem()]))
	}
	f.found = append(f.found, Literal{
		Span:  document.Span{Start: int(f.text.Words[first].Start), End: int(f.text.Words[last].Stem())},
		Entry: e, Chinese: e.Terms[l.place].Text, Words: int(l.groups.to - l.groups.from), Content: content,
		First: int(first), Last: int(last), Segment: segment,
	})
}
