package checks

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// DisagreeingRepeats reports what a document says twice in different words.
var DisagreeingRepeats = &check.Check{
	ID: "term/disagreeing-repeats",
	Doc: check.Doc{
		Title: "a sentence said again, with another word for the same thing",
		Text: `News says things twice: in the headline, under the picture and in the body. A
machine translates each time anew, and the two sentences, the same to the letter
elsewhere, call one thing by two names. The names are put side by side. The one to
keep is the one that the glossary knows, else the one that the document uses more
often in such places, else the first.

Two sentences must agree in six words or more that have content, and before and
behind the point where they differ. Names of persons and places, numbers and other
forms of one word are what such sentences are there to tell apart.`,
		Before: `The county has sent its third medical team to the villages in the hills to see the sick.

The team left on Friday. The county has sent its third group of doctors to the villages in the hills to see the sick.`,
		After: `The county has sent its third medical team to the villages in the hills to see the sick.

The team left on Friday. The county has sent its third medical team to the villages in the hills to see the sick.`,
	},
	Category:  mqm.InconsistentUse,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		ws := workspaces.Get().(*workspace)
		defer workspaces.Put(ws)
		all := ws.read(p)
		var pairs [][2]slot
		places := map[uint32]int{}
		seen := map[int]bool{}
		for _, r := range ws.repeats() {
			here := newSlot(p, all, r.here, r.hereEnd, &ws.here)
			there := newSlot(p, all, r.there, r.thereEnd, &ws.there)
			trim(&here, &there)
			if !disagree(p, here, there) {
				continue
			}
			here.words, there.words = slices.Clone(here.words), slices.Clone(there.words)
			pairs = append(pairs, [2]slot{there, here})
			for _, s := range []slot{here, there} {
				if !seen[s.from] {
					seen[s.from] = true
					places[s.hash()]++
				}
			}
		}
		reported := map[int]bool{}
		for _, pair := range pairs {
			keep, change := pair[0], pair[1]
			known := keep.known(p)
			if !known && (change.known(p) || places[change.hash()] > places[keep.hash()] || change.wrong(p)) {
				keep, change = change, keep
			}
			// What the glossary lists as wrong is reported with the right term.
			if !reported[change.from] && !change.wrong(p) {
				reported[change.from] = true
				p.Report(otherWords(p, change, keep))
			}
		}
	},
}

func otherWords(p *check.Pass, change, keep slot) check.Issue {
	here, there := change.span(p), keep.span(p)
	kept := oneLine(p.Document.Slice(there))
	issue := check.Issue{
		Span: here,
		Message: fmt.Sprintf("%q here, %q in line %d, where the rest is the same: one thing, one name",
			oneLine(p.Document.Slice(here)), kept, p.Document.Position(there.Start).Line),
		Related: []check.Related{{Span: there, Message: "the same sentence in other words"}},
	}
	if unbroken(p, here) && !keep.wrong(p) && change.fits(p, keep) {
		issue.Suggestions = []check.Suggestion{{
			Text:  kept,
			Edits: []edit.Edit{{Start: here.Start, End: here.End, New: kept}},
		}}
	}
	return issue
}

// slot is a stretch of words that stands where a repeat has another one; from
// is its place among all tokens.
type slot struct {
	tokens []token
	from   int
	words  []string
}

// newSlot is the slot of the tokens from and up to, but without, another; its
// words stand in the memory of words, until that is used again.
func newSlot(p *check.Pass, all []token, from, to int, words *[]string) slot {
	s := slot{tokens: all[from:to], from: from, words: (*words)[:0]}
	for _, t := range s.tokens {
		s.words = append(s.words, strings.ToLower(p.Document.Text[p.Words[t.word].Start:p.Words[t.word].Stem]))
	}
	*words = s.words
	return s
}

// trim takes off the words that both slots begin or end with, and those that
// tie them to what is before.
func trim(a, b *slot) {
	for _, s := range []*slot{a, b} {
		for len(s.words) > 0 && ties[s.words[0]] {
			s.cut(1, len(s.words))
		}
	}
	for len(a.words) > 0 && len(b.words) > 0 && a.words[0] == b.words[0] {
		a.cut(1, len(a.words))
		b.cut(1, len(b.words))
	}
	for len(a.words) > 0 && len(b.words) > 0 && a.words[len(a.words)-1] == b.words[len(b.words)-1] {
		a.cut(0, len(a.words)-1)
		b.cut(0, len(b.words)-1)
	}
}

// ties are the words that tie a phrase to the one before.
var ties = wordSet("and or but also to then thus so")

func (s *slot) cut(from, to int) {
	s.from += from
	s.tokens, s.words = s.tokens[from:to], s.words[from:to]
}

func (s slot) span(p *check.Pass) document.Span {
	last := p.Words[s.tokens[len(s.tokens)-1].word]
	return document.Span{Start: int(p.Words[s.tokens[0].word].Start), End: int(last.End)}
}

func (s slot) hash() uint32 { return termbase.HashOf(strings.Join(s.words, " ")) }

// fits reports whether the words of another slot go into the place of this one: an
// article, and the ending of a possessive, is in both or in neither.
func (s slot) fits(p *check.Pass, other slot) bool {
	return english.Articles[s.words[0]] == english.Articles[other.words[0]] && s.isPossessive(p) == other.isPossessive(p)
}

func (s slot) isPossessive(p *check.Pass) bool {
	last := p.Words[s.tokens[len(s.tokens)-1].word]
	return last.Stem < last.End
}

// known reports whether the slot lies in a right term of the glossary.
func (s slot) known(p *check.Pass) bool {
	first, last := int(s.tokens[0].word), int(s.tokens[len(s.tokens)-1].word)
	m := matchAround(p, first, last)
	return m != nil && m.Term.Right(p.Usage.Day)
}

// wrong reports whether a rendering that the glossary lists as wrong shares a
// word with the slot.
func (s slot) wrong(p *check.Pass) bool {
	first, last := int(s.tokens[0].word), int(s.tokens[len(s.tokens)-1].word)
	for n := matchFrom(p, first); n < len(p.Matches) && p.Matches[n].First <= last; n++ {
		if !p.Matches[n].Term.Right(p.Usage.Day) {
			return true
		}
	}
	return false
}

// disagree reports whether two slots are two renderings of one thing, as far as
// the words tell. Two terms that the glossary knows are two things.
func disagree(p *check.Pass, a, b slot) bool {
	return a.rendering() && b.rendering() && !sameStems(a, b) && !a.within(b) && !b.within(a) && !(a.known(p) && b.known(p))
}

// mostContent is how many words with content a slot has: more are no term.
const mostContent = 3

// clauses are the words that make a clause, which isn't a term's rendering.
var clauses = wordSet(`is are was were be been has have had do does did will would can could should shall may might must
	that which who what there`)

// rendering reports whether the words may render a term: they stand together,
// the last one is a noun, and none is a number or a name.
func (s slot) rendering() bool {
	head, n := noNoun, 0
	for i, t := range s.tokens {
		w := s.words[i]
		if i > 0 && t.word != s.tokens[i-1].word+1 || t.name && noun(w) == noNoun && !ownCountry[w] || clauses[w] {
			return false
		}
		if t.content() {
			n++
			head = noun(w)
			if ownCountry[w] {
				head = sureNoun
			}
		}
	}
	return head != noNoun && n <= mostContent && s.tokens[len(s.tokens)-1].content()
}

// ownCountry are names that change with the wording: the story of China, the
// Chinese story.
var ownCountry = wordSet("china chinese party state people's republic")

// sameStems reports whether the words with content are the same in other forms.
func sameStems(a, b slot) bool {
	x, y := a.contents(), b.contents()
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		n := min(len(x[i]), len(y[i]), stemLetters)
		if x[i][:n] != y[i][:n] {
			return false
		}
	}
	return true
}

// within reports whether all words with content are words of the other slot,
// which only says more.
func (s slot) within(other slot) bool {
	return !slices.ContainsFunc(s.contents(), func(w string) bool { return !slices.Contains(other.words, w) })
}

// stemLetters is how many letters at their beginning the forms of a word share.
const stemLetters = 4

func (s slot) contents() (out []string) {
	for i, t := range s.tokens {
		if t.content() {
			out = append(out, s.words[i])
		}
	}
	return out
}
