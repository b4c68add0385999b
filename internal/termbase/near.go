package termbase

import (
	"math/bits"
	"slices"
	"strings"
)

// A near miss holds the very content words of a name, and departs from it in
// what stands between them, in their number or in their order: "the 18th
// National Congress of the Chinese Trade Union". It is found from the right
// form alone: the sum of the hashes of a name's content words is the same in
// whatever order they stand, and a running sum over the text is looked up for
// every length that a name with the last word has.

// nearIndex finds names by the sum of their content words.
type nearIndex struct {
	// names lists terms by key.
	names map[uint64][]int32
	// words says of each word what counts here.
	words []nearWord
}

// nearWord is a word's lemma; lengths has bit k set where the lemma stands in a
// name of k content words. A small word has no content and breaks nothing.
type nearWord struct {
	lemma   int32
	lengths uint32
	small   bool
}

const (
	leastContent = 3  // names of fewer words meet by chance
	mostContent  = 16 // names of more words don't exist
)

// contentWord is a word with content in the text of a segment.
type contentWord struct {
	at    int32 // index of the word
	lemma int32
	start int32 // where the unbroken stretch of words begins, as index of content words
}

func lemmaHash(lemma int32) uint64 {
	h := uint64(lemma+1) * 0x9e3779b97f4a7c15
	h ^= h >> 31
	return h * 0xbf58476d1ce4e5b9
}

func nearKey(sum uint64, k int) uint64 { return sum ^ uint64(k)<<56 }

// compileNear indexes the names among the right terms.
func (ix *index) compileNear() {
	for _, c := range ix.terms {
		if nameable(c) {
			for _, p := range c.parts {
				if p.kind == plain {
					ix.vocabulary.addNumbers(p.id)
				}
			}
		}
	}
	ix.vocabulary.tieOwners()
	ix.near = nearIndex{names: map[uint64][]int32{}, words: make([]nearWord, len(ix.vocabulary.words))}
	lengths := make([]uint32, len(ix.vocabulary.words))
	for number, c := range ix.terms {
		if !nameable(c) {
			continue
		}
		lemmas := ix.lemmas(c)
		var sum uint64
		for _, l := range lemmas {
			sum += lemmaHash(l)
			lengths[l] |= 1 << len(lemmas)
		}
		key := nearKey(sum, len(lemmas))
		ix.near.names[key] = append(ix.near.names[key], int32(number))
	}
	for id, lemma := range ix.vocabulary.lemma {
		if ix.vocabulary.function[id] {
			ix.near.words[id].small = true
		} else {
			ix.near.words[id] = nearWord{lemma: lemma, lengths: lengths[lemma]}
		}
	}
}

// nameable reports whether near misses of a term are faults: a proper name of
// some length, without marks inside.
func nameable(c compiled) bool {
	if c.shield || c.numbered || !c.proper || c.term.Status > Admitted || c.term.Entry.Kind == Titles {
		return false
	}
	n := 0
	for _, p := range c.parts {
		if p.kind != plain && p.kind != nth {
			return false
		}
		if p.content {
			n++
		}
	}
	return n >= leastContent && n <= mostContent
}

func (ix *index) lemmas(c compiled) []int32 {
	var out []int32
	for _, p := range c.parts {
		if p.content {
			out = append(out, ix.vocabulary.lemma[p.id])
		}
	}
	return out
}

// beginNear forgets the content words of the segment before.
func (f *finder) beginNear() {
	f.content, f.sums, f.stretch = f.content[:0], append(f.sums[:0], 0), 0
}

// stepNear notes the near misses that end with the word at. A word of no name,
// and a punctuation mark, break the stretch in which one may stand.
func (f *finder) stepNear(at int32, w *Word) {
	id := w.id
	if w.bare != 0 {
		id = w.bare
	}
	known := f.near.words[id]
	if known.lengths == 0 && !known.small || w.flags&first != 0 {
		f.stretch = int32(len(f.content))
	}
	if known.lengths == 0 {
		return
	}
	f.content = append(f.content, contentWord{at, known.lemma, f.stretch})
	f.sums = append(f.sums, f.sums[len(f.sums)-1]+lemmaHash(known.lemma))
	f.lookUp(known.lengths)
}

// lookUp tries the names of the given lengths that end at the last content
// word.
func (f *finder) lookUp(lengths uint32) {
	end := len(f.content)
	for ; lengths != 0; lengths &= lengths - 1 {
		k := bits.TrailingZeros32(lengths)
		begin := end - k
		if begin < int(f.content[end-1].start) {
			return
		}
		for _, number := range f.near.names[nearKey(f.sums[end]-f.sums[begin], k)] {
			f.noteNear(number, f.content[begin:end])
		}
	}
}

// noteNear makes a candidate of a name's words, unless it is the name itself,
// or no name at all: most of its words must have their capitals.
func (f *finder) noteNear(number int32, words []contentWord) {
	c := f.terms[number]
	if !c.term.Right(f.usage.Day) {
		return
	}
	capitals := 0
	for _, w := range words {
		if f.words[w.at].flags&(capital|digit) != 0 {
			capitals++
		}
	}
	if capitals*2 <= len(words) {
		return
	}
	lemmas := f.lemmas(c)
	got := make([]int32, len(words))
	for i, w := range words {
		got[i] = w.lemma
	}
	near := candidate{first: words[0].at, last: words[len(words)-1].at, term: number, near: true}
	if !slices.Equal(lemmas, got) {
		slices.Sort(lemmas)
		slices.Sort(got)
		if !slices.Equal(lemmas, got) {
			return // only the sums are the same
		}
		if f.continues(near) {
			return
		}
		near.deviation |= Order
	}
	between, ok := f.between(c, near)
	near.deviation |= between
	if !ok || near.deviation&Faults == 0 {
		return
	}
	if w := f.words[near.last]; w.bare != 0 {
		near.deviation |= Possessive
	}
	for _, w := range words {
		if w.lemma == f.vocabulary.ordinal {
			near.fill(w.at, w.at)
		}
	}
	f.candidates = append(f.candidates, near)
}

// continues reports whether capitalised words go on before or after the words
// of a near miss, over "of" and "the" too: then they are parts of other names.
func (f *finder) continues(near candidate) bool {
	name := func(at, step int32) bool {
		for ; at >= 0 && int(at) < len(f.words); at += step {
			w := f.words[at]
			if step > 0 && w.flags&first != 0 || w.flags&mark != 0 {
				return false
			}
			if !f.vocabulary.function[w.id] {
				return w.flags&capital != 0
			}
			if step < 0 && w.flags&first != 0 {
				return false
			}
		}
		return false
	}
	begins := f.words[near.first].flags&first != 0
	return name(near.last+1, 1) || !begins && name(near.first-1, -1)
}

// between compares the small words and the numbers of a near miss with those
// of the name. It is not ok if an "and" parts the words: they are two names.
func (f *finder) between(c compiled, near candidate) (d Deviation, ok bool) {
	small := func(words []string) (articles, others string) {
		var a, o []string
		for _, w := range words {
			switch w {
			case "the", "a", "an":
				a = append(a, w)
			default:
				o = append(o, w)
			}
		}
		return strings.Join(a, " "), strings.Join(o, " ")
	}
	// A possessive may stand first, as in China's Ministry of X, or last, where
	// it is no part of the name: only inside it counts.
	var want, got []string
	numbers := map[int32]int{}
	for i, p := range c.parts {
		if !p.content {
			want = append(want, fold(p.text))
			continue
		}
		numbers[f.vocabulary.noun[p.id]]++
		if f.vocabulary.noun[p.id] != p.id && i > 0 && i < len(c.parts)-1 {
			want = append(want, "'s")
		}
	}
	for at := near.first; at <= near.last; at++ {
		w := f.words[at]
		id := f.vocabulary.noun[w.id]
		if w.bare != 0 {
			id = w.bare
			if at != near.last && at != near.first {
				got = append(got, "'s")
			}
		}
		if f.vocabulary.function[id] {
			got = append(got, f.vocabulary.words[id])
		} else {
			numbers[id]--
		}
	}
	if count(got, "and") != count(want, "and") {
		return 0, false
	}
	wantArticles, wantOthers := small(want)
	gotArticles, gotOthers := small(got)
	if wantArticles != gotArticles {
		d |= Article
	}
	if wantOthers != gotOthers {
		d |= Preposition
	}
	for _, n := range numbers {
		if n != 0 {
			d |= Number
		}
	}
	return d, true
}

func count(words []string, word string) int {
	n := 0
	for _, w := range words {
		if w == word {
			n++
		}
	}
	return n
}
