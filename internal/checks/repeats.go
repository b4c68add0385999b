package checks

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

// token is a word of a document without its marks.
type token struct {
	// hash is that of the word in lower case, without a possessive ending.
	hash uint32
	word int32 // its index in the pass
	in   inSentence
}

// inSentence is the number of a token's sentence, and what there is to know of the
// token beside, in one: a long document has millions of tokens.
type inSentence uint32

const (
	longToken    inSentence = 1 << iota // it is longer than most function words
	namedToken                          // it has a capital or a digit
	sentenceUnit                        // the numbers are multiples of this
)

func (t token) sentence() int32 { return int32(t.in / sentenceUnit) }
func (t token) long() bool      { return t.in&longToken != 0 }
func (t token) name() bool      { return t.in&namedToken != 0 }

// repeat is a point at which a sentence says what an earlier one says in other
// words: tokens from here to hereEnd against those from there to thereEnd.
type repeat struct{ here, hereEnd, there, thereEnd int32 }

const (
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
	places firstPlaces
	found  []repeat
	// readings are the sentences, by their number, and one more that begins behind
	// the last token.
	readings []reading
}

// reading is a sentence as it reads: two with the same hash say the same.
type reading struct {
	hash  uint64
	first int32 // its first token
	// again is the first sentence that says the same once more, 0 if none does yet;
	// it was held against all that was said before, its own words left out, and
	// what was found lies in the workspace from found to foundEnd.
	again, found, foundEnd int32
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// read reads the words of the sentences, in their order.
func (ws *workspace) read(p *check.Pass) {
	if cap(ws.tokens) < len(p.Words) {
		ws.tokens = make([]token, len(p.Words)) // which clears nothing, as growing would
	}
	out := ws.tokens[:len(p.Words)]
	count := 0
	sentences := p.Sentences()
	ws.readings = slices.Grow(ws.readings[:0], len(sentences)+1)
	for n, s := range sentences {
		here := reading{first: int32(count)}
		for i := s.From; i < s.To; i++ {
			w := &p.Words[i]
			if w.Mark() && !wordly(p.Document.Text[w.Start:]) {
				continue
			}
			hash := w.Hash()
			if hash == 0 || w.Possessive() {
				hash = termbase.HashOf(strings.ToLower(p.Document.Text[w.Start:w.Stem()]))
			}
			t := &out[count]
			t.hash, t.word, t.in = hash, int32(i), inSentence(n)*sentenceUnit
			if w.Stem()-w.Start >= longWord {
				t.in |= longToken
			}
			if w.Capital() || w.Digit() {
				t.in |= namedToken
			}
			count++
			here.hash = followedBy(here.hash, hash)
		}
		ws.readings = append(ws.readings, here)
	}
	ws.readings = append(ws.readings, reading{first: int32(count)})
	ws.tokens = out[:count]
}

// followedBy is the hash of some words and one more.
func followedBy(hash uint64, word uint32) uint64 {
	return (hash + uint64(word) + 1) * 0x9e3779b97f4a7c15
}

// wordly reports whether a mark is a letter, as Chinese is.
func wordly(text string) bool {
	if text[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// smallWords are the words without content of their own, all of one kind.
var smallWords = func() wordKinds {
	small := map[string]uint8{}
	for _, words := range []map[string]bool{english.FunctionWords, wordSet(`he she it they we you i him her them us
		his its their our my your this that these those who which what
		is are was were be been being has have had do does did will would can could shall should may might must
		not no nor or but so if then than more most very also too well just only both all any each such there here
		up out off down about`)} {
		for word := range words {
			small[word] = 1
		}
	}
	return newWordKinds(small)
}()

// content reports whether the token is no function word.
func (t token) content() bool { return smallWords.of(t.hash) == 0 }

// repeats finds the points where two sentences that agree differ, those that are wanted.
// Each place is held against the first few that have the same two words, and from there
// as far as the sentences agree, so that the work grows with the text alone.
func (ws *workspace) repeats(wanted func(repeat) bool) []repeat {
	ws.found = ws.found[:0]
	ws.places.empty(len(ws.tokens))
	for n := range len(ws.readings) - 1 {
		here := &ws.readings[n]
		here.found = int32(len(ws.found))
		if same := ws.sentence(int32(n)); same >= 0 {
			ws.foundAgain(here, &ws.readings[same])
		} else {
			ws.keep(here.found, wanted)
		}
		here.foundEnd = int32(len(ws.found))
	}
	return ws.found
}

// sentence holds a sentence against those before. It breaks off at one that says the
// same for the third time or more, and returns the one that did for the second, or -1.
func (ws *workspace) sentence(number int32) (same int32) {
	all := ws.tokens
	for i, end := int(ws.readings[number].first), int(ws.readings[number+1].first); i+1 < end; i++ {
		if !all[i].long() {
			continue
		}
		hash := all[i].hash*31 + all[i+1].hash
		places, n, free := ws.places.look(hash)
		for _, place := range places[:n] {
			switch there := int(place); {
			case ws.saysTheSame(i, there):
				first := &ws.readings[all[there].sentence()]
				if first.again != 0 && first.again != number {
					return first.again
				}
				first.again = number
			case begins(all, i, there):
				ws.align(i, there)
			}
		}
		if free >= 0 {
			ws.places.add(free, hash, int32(i))
		}
	}
	return -1
}

// keep leaves of what was found last, from a place on, what is wanted.
func (ws *workspace) keep(from int32, wanted func(repeat) bool) {
	kept := ws.found[:from]
	for _, r := range ws.found[from:] {
		if wanted(r) {
			kept = append(kept, r)
		}
	}
	ws.found = kept
}

// foundAgain adds what was found at a sentence, for one that says the same.
func (ws *workspace) foundAgain(here, same *reading) {
	ws.found = ws.found[:here.found]
	onward := here.first - same.first
	for _, r := range ws.found[same.found:same.foundEnd] {
		r.here, r.hereEnd = r.here+onward, r.hereEnd+onward
		ws.found = append(ws.found, r)
	}
}

// saysTheSame reports whether two tokens stand at one place of two sentences that
// are the same all through.
func (ws *workspace) saysTheSame(i, k int) bool {
	here, there := &ws.readings[ws.tokens[i].sentence()], &ws.readings[ws.tokens[k].sentence()]
	return here.hash == there.hash && i-int(here.first) == k-int(there.first)
}

// begins reports whether two places have the same two words, and no place before
// them in the same stretch is looked up.
func begins(all []token, here, there int) bool {
	if !same(all, here, there) || !same(all, here+1, there+1) || all[here].sentence() == all[there].sentence() {
		return false
	}
	for there > 0 && continued(all, here) && continued(all, there) && same(all, here-1, there-1) {
		if here, there = here-1, there-1; all[here].long() {
			return false
		}
	}
	return true
}

// sentenceEnd is the token behind the sentence of a token.
func (ws *workspace) sentenceEnd(i int) int { return int(ws.readings[ws.tokens[i].sentence()+1].first) }

// align follows two sentences as far as they agree, and adds the points where
// they differ between words that agree.
func (ws *workspace) align(here, there int) {
	all := ws.tokens
	for there > 0 && continued(all, here) && continued(all, there) && same(all, here-1, there-1) {
		here, there = here-1, there-1
	}
	hereEnd, thereEnd := ws.sentenceEnd(here), ws.sentenceEnd(there)
	before := len(ws.found)
	total, plain, farthest := 0, 0, here+longestAgreement
	for {
		run := 0
		for ; here < hereEnd && there < thereEnd && same(all, here, there); here, there = here+1, there+1 {
			if all[here].content() {
				run++
				if !all[here].name() {
					plain++
				}
			}
		}
		total += run
		if run < adjacent {
			ws.found = ws.found[:max(before, len(ws.found)-1)]
			break
		}
		if here >= farthest || here >= hereEnd || there >= thereEnd {
			break
		}
		slot, ok := resume(all, here, there, hereEnd, thereEnd)
		if !ok {
			break
		}
		ws.found = append(ws.found, slot)
		here, there = int(slot.hereEnd), int(slot.thereEnd)
	}
	if total < agreeing || plain < agreeing/2 {
		ws.found = ws.found[:before]
	}
}

func same(all []token, here, there int) bool { return all[here].hash == all[there].hash }

// continued reports whether token i is in the sentence of the one before.
func continued(all []token, i int) bool { return all[i].sentence() == all[i-1].sentence() }

// resume is the nearest point behind a difference where two words agree again,
// before the ends of the sentences.
func resume(all []token, here, there, hereEnd, thereEnd int) (r repeat, ok bool) {
	// How far on two words may begin.
	mostHere, mostThere := min(widestSlot, hereEnd-here-2), min(widestSlot, thereEnd-there-2)
	if mostHere < 0 || mostThere < 0 || !meet(all[here:here+mostHere+2], all[there:there+mostThere+2]) {
		return r, false
	}
	for d := 1; d <= mostHere+mostThere; d++ {
		for x := max(0, d-mostThere); x <= min(d, mostHere); x++ {
			h, t := here+x, there+d-x
			if same(all, h, t) && same(all, h+1, t+1) && (all[h].content() || all[h+1].content()) {
				return repeat{int32(here), int32(h), int32(there), int32(t)}, true
			}
		}
	}
	return r, false
}

// meet reports whether two stretches may have two words in a row in common; of few
// that have none it says so, too.
func meet(a, b []token) bool {
	var has [8]uint64
	for i := range len(a) - 1 {
		bit := (a[i].hash*31 + a[i+1].hash) >> 23
		has[bit>>6] |= 1 << (bit & 63)
	}
	for i := range len(b) - 1 {
		bit := (b[i].hash*31 + b[i+1].hash) >> 23
		if has[bit>>6]>>(bit&63)&1 != 0 {
			return true
		}
	}
	return false
}
