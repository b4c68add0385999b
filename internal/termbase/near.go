package termbase

import (
	"math/bits"
	"slices"
)

// A near miss holds the very content words of a name, and departs from it in
// what stands between them, in their number or in their order: "the 18th
// National Congress of the Chinese Trade Union". It is found from the right
// form alone: the sum of the hashes of a name's content words is the same in
// whatever order they stand, and a running sum over the text is looked up for
// every length that a name with the last word has.

// nearIndex finds names by the sum of their content words.
type nearIndex struct {
	names nameTable
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

// lemmas appends the content words of a term.
func (ix *index) lemmas(r *record, out []int32) []int32 {
	for _, p := range ix.partsOf(r) {
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

// stepNear notes the near misses that end with the word at, of which this is
// known. A word of no name, and a punctuation mark, break the stretch in which
// one may stand.
func (f *finder) stepNear(at int32, isFirst bool, known nearWord) {
	if known.lengths == 0 && !known.small || isFirst {
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
		names := &f.near.names
		for at := names.slot(nearKey(f.sums[end]-f.sums[begin], k)).link; at != 0; at = names.links[at].next {
			f.noteNear(names.links[at].term, f.content[begin:end])
		}
	}
}

// noteNear makes a candidate of a name's words, unless it is the name itself,
// or no name at all: most of its words must have their capitals.
func (f *finder) noteNear(number int32, words []contentWord) {
	capitals := 0
	for _, w := range words {
		if f.words[w.at].flags&(capital|digit) != 0 {
			capitals++
		}
	}
	if capitals*2 <= len(words) || !f.term(number).Right(f.usage.Day) {
		return
	}
	r := &f.records[number]
	f.lemmasThere = f.lemmas(r, f.lemmasThere[:0])
	f.lemmasHere = f.lemmasHere[:0]
	for _, w := range words {
		f.lemmasHere = append(f.lemmasHere, w.lemma)
	}
	lemmas, got := f.lemmasThere, f.lemmasHere
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
	between, ok := f.between(r, near)
	near.deviation |= between
	if !ok || near.deviation&Faults == 0 {
		return
	}
	if f.words[near.last].flags&owning != 0 {
		near.deviation |= Possessive
	}
	for _, w := range words {
		if w.lemma == ordinalID {
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

// ending stands among small words for a possessive ending.
const ending = -1

// between compares the small words and the numbers of a near miss with those
// of the name. It is not ok if an "and" parts the words: they are two names.
func (f *finder) between(r *record, near candidate) (d Deviation, ok bool) {
	// A possessive may stand first, as in China's Ministry of X, or last, where
	// it is no part of the name: only inside it counts.
	want, got, wantNouns, gotNouns := f.small[0][:0], f.small[1][:0], f.nouns[0][:0], f.nouns[1][:0]
	parts := f.partsOf(r)
	for i, p := range parts {
		if !p.content {
			want = append(want, p.id)
			continue
		}
		wantNouns = append(wantNouns, f.vocabulary.noun[p.id])
		if f.vocabulary.noun[p.id] != p.id && i > 0 && i < len(parts)-1 {
			want = append(want, ending)
		}
	}
	for at := near.first; at <= near.last; at++ {
		w := f.words[at]
		id := f.vocabulary.noun[w.id]
		if w.flags&owning != 0 {
			id = f.owners.of(at)
			if at != near.last && at != near.first {
				got = append(got, ending)
			}
		}
		if f.vocabulary.function[id] {
			got = append(got, id)
		} else {
			gotNouns = append(gotNouns, id)
		}
	}
	f.small, f.nouns = [2][]int32{want, got}, [2][]int32{wantNouns, gotNouns}
	if count(got, f.vocabulary.conjunction) != count(want, f.vocabulary.conjunction) {
		return 0, false
	}
	if !slices.Equal(want, got) {
		wantArticles, wantOthers := f.partArticles(want)
		gotArticles, gotOthers := f.partArticles(got)
		if !slices.Equal(wantArticles, gotArticles) {
			d |= Article
		}
		if !slices.Equal(wantOthers, gotOthers) {
			d |= Preposition
		}
	}
	slices.Sort(wantNouns)
	slices.Sort(gotNouns)
	if !slices.Equal(wantNouns, gotNouns) {
		d |= Number
	}
	return d, true
}

// partArticles parts the articles from the other small words.
func (f *finder) partArticles(words []int32) (articles, others []int32) {
	for _, w := range words {
		if slices.Contains(f.vocabulary.articles[:], w) {
			articles = append(articles, w)
		} else {
			others = append(others, w)
		}
	}
	return articles, others
}

func count(words []int32, word int32) int {
	n := 0
	for _, w := range words {
		if w == word {
			n++
		}
	}
	return n
}
