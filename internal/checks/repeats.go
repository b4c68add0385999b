package checks

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/english"
)

// token is a word of a document without its marks.
type token struct {
	// hash is that of the letters, capitals and possessive endings aside.
	hash uint32
	// word is the index in the pass; sentence numbers the sentences.
	word, sentence int32
	// long: it is longer than most function words; name: it has a capital or a
	// digit.
	long, name bool
}

// repeat is a point at which a sentence says what an earlier one says in other
// words: tokens from here to hereEnd against those from there to thereEnd.
type repeat struct{ here, hereEnd, there, thereEnd int }

const (
	// mostPlaces is how many earlier places of two words are looked at.
	mostPlaces = 4
	// widestSlot is how many words may differ at one point.
	widestSlot = 8
	// adjacent is how many words with content must agree on either side of it,
	// agreeing how many in all along the two sentences.
	adjacent, agreeing = 2, 6
	// longestAgreement is how many words two sentences are followed.
	longestAgreement = 80
	// longWord is how many letters a word has that is seldom a function word.
	longWord = 5
)

// workspace is the memory that one search takes, kept for the next: as much as
// the words of the document.
type workspace struct {
	tokens []token
	// places has the first places of two words, each plus one; 0 for none.
	places [][mostPlaces]int32
	found  []repeat
	// readings are the sentences, by their number.
	readings []reading
	// here and there are the words of the two sides of a point.
	here, there []string
}

// reading is a sentence as it reads: two with the same hash say the same.
type reading struct {
	first int32 // its first token
	hash  uint64
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// read gives the words of the sentences, in their order.
func (ws *workspace) read(p *check.Pass) []token {
	out := slices.Grow(ws.tokens[:0], len(p.Words))
	ws.readings = ws.readings[:0]
	for n, s := range p.Sentences() {
		ws.readings = append(ws.readings, reading{first: int32(len(out))})
		here := &ws.readings[n]
		for i := s.From; i < s.To; i++ {
			text := p.Document.Text[p.Words[i].Start:p.Words[i].Stem]
			if wordly(text) {
				t := token{hashFolded(text), int32(i), int32(n), len(text) >= longWord, text[0] < 'a'}
				out = append(out, t)
				here.hash = (here.hash + uint64(t.hash) + 1) * 0x9e3779b97f4a7c15
			}
		}
	}
	ws.tokens = out
	return out
}

// wordly reports whether a word of the pass is no mark.
func wordly(text string) bool {
	switch c := text[0]; {
	case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9':
		return true
	case c < utf8.RuneSelf:
		return false
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// hashFolded is the FNV hash of a word in lower case.
func hashFolded(text string) uint32 {
	h := uint32(2166136261)
	for i := range len(text) {
		c := text[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// smallWords holds the hashes of the words without content of their own, each at
// the place that its low bits say or, where that is taken, at the next free one.
var smallWords = func() (table [1 << 11]uint32) {
	for _, words := range []map[string]bool{english.FunctionWords, wordSet(`he she it they we you i him her them us
		his its their our my your this that these those who which what
		is are was were be been being has have had do does did will would can could shall should may might must
		not no nor or but so if then than more most very also too well just only both all any each such there here
		up out off down about`)} {
		for w := range words {
			h := hashFolded(w)
			i := h % uint32(len(table))
			for table[i] != 0 && table[i] != h {
				i = (i + 1) % uint32(len(table))
			}
			table[i] = h
		}
	}
	return table
}()

// content reports whether the token is no function word.
func (t token) content() bool {
	for i := t.hash % uint32(len(smallWords)); smallWords[i] != 0; i = (i + 1) % uint32(len(smallWords)) {
		if smallWords[i] == t.hash {
			return false
		}
	}
	return true
}

// repeats finds the points where two sentences that agree differ. Each place is
// held against the first few that have the same two words, and from there as far
// as the sentences agree, so that the work grows with the text alone.
func (ws *workspace) repeats() []repeat {
	found := ws.found[:0]
	all := ws.tokens
	size := 1
	for size < len(all)/2 {
		size *= 2
	}
	places := slices.Grow(ws.places[:0], size)[:size]
	clear(places)
	ws.places = places
	for i := 0; i+1 < len(all); i++ {
		if !all[i].long || all[i].sentence != all[i+1].sentence {
			continue
		}
		bucket := &places[int(all[i].hash*31+all[i+1].hash)&(size-1)]
		for n, place := range bucket {
			if place == 0 {
				bucket[n] = int32(i + 1)
				break
			}
			if there := int(place - 1); !ws.saysTheSame(i, there) && begins(all, i, there) {
				found = align(all, i, there, found)
			}
		}
	}
	ws.found = found
	return found
}

// saysTheSame reports whether two tokens stand at one place of two sentences that
// are the same all through.
func (ws *workspace) saysTheSame(i, k int) bool {
	here, there := &ws.readings[ws.tokens[i].sentence], &ws.readings[ws.tokens[k].sentence]
	return here.hash == there.hash && i-int(here.first) == k-int(there.first)
}

// begins reports whether two places have the same two words, and no place before
// them in the same stretch is looked up.
func begins(all []token, here, there int) bool {
	if !same(all, here, there) || !same(all, here+1, there+1) || all[here].sentence == all[there].sentence {
		return false
	}
	for there > 0 && inSentence(all, here) && inSentence(all, there) && same(all, here-1, there-1) {
		if here, there = here-1, there-1; all[here].long {
			return false
		}
	}
	return true
}

// align follows two sentences as far as they agree, and adds the points where
// they differ between words that agree.
func align(all []token, here, there int, found []repeat) []repeat {
	for there > 0 && inSentence(all, here) && inSentence(all, there) && same(all, here-1, there-1) {
		here, there = here-1, there-1
	}
	before := len(found)
	total, plain, end := 0, 0, here+longestAgreement
	for {
		run := 0
		for ok := true; ok && same(all, here, there); ok = inSentence(all, here) && inSentence(all, there) {
			if all[here].content() {
				run++
				if !all[here].name {
					plain++
				}
			}
			here, there = here+1, there+1
		}
		total += run
		if run < adjacent {
			found = found[:max(before, len(found)-1)]
			break
		}
		if here >= end || !inSentence(all, here) || !inSentence(all, there) {
			break
		}
		slot, ok := resume(all, here, there)
		if !ok {
			break
		}
		found = append(found, slot)
		here, there = slot.hereEnd, slot.thereEnd
	}
	if total < agreeing || plain < agreeing/2 {
		return found[:before]
	}
	return found
}

func same(all []token, here, there int) bool { return all[here].hash == all[there].hash }

// inSentence reports whether token i goes on the sentence of the one before.
func inSentence(all []token, i int) bool {
	return i < len(all) && all[i].sentence == all[i-1].sentence
}

// resume is the nearest point behind a difference where two words agree again.
func resume(all []token, here, there int) (r repeat, ok bool) {
	room := func(i int) int { // how far on two words may begin in the sentence
		n := -1
		for n < widestSlot && i+n+2 < len(all) && all[i+n+2].sentence == all[i].sentence {
			n++
		}
		return n
	}
	mostHere, mostThere := room(here), room(there)
	if mostHere < 0 || mostThere < 0 {
		return r, false
	}
	for d := 1; d <= mostHere+mostThere; d++ {
		for x := max(0, d-mostThere); x <= min(d, mostHere); x++ {
			h, t := here+x, there+d-x
			if same(all, h, t) && same(all, h+1, t+1) && (all[h].content() || all[h+1].content()) {
				return repeat{here, h, there, t}, true
			}
		}
	}
	return r, false
}
