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
		ws.read(p)
		var pairs [][2]slot
		places := map[uint64]int{}
		seen := map[int32]bool{}
		for _, r := range ws.repeats(func(r repeat) bool {
			here, there := ws.slots(p, r)
			return disagree(p, here, there)
		}) {
			here, there := ws.slots(p, r)
			pairs = append(pairs, [2]slot{there, here})
			for _, s := range []slot{here, there} {
				if !seen[s.from] {
					seen[s.from] = true
					places[s.hash()]++
				}
			}
		}
		reported := map[int32]bool{}
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
	kept := document.OneLine(p.Document.Slice(there))
	issue := check.Issue{
		Span: here,
		Message: fmt.Sprintf("%q here, %q in line %d, where the rest is the same: one thing, one name",
			document.OneLine(p.Document.Slice(here)), kept, p.Document.Position(there.Start).Line),
		Related: []check.Related{{Span: there, Message: "the same sentence in other words"}},
	}
	if unbroken(p, here) && !keep.wrong(p) && change.fits(p, keep) {
		issue.Suggestions = check.Suggest(kept, edit.Edit{Start: here.Start, End: here.End, New: kept})
	}
	return issue
}

// slot is a stretch of words that stands where a repeat has another one; from
// is its place among all tokens.
type slot struct {
	tokens []token
	from   int32
}

// slots are the two stretches of a repeat, without what they share.
func (ws *workspace) slots(p *check.Pass, r repeat) (here, there slot) {
	here = slot{tokens: ws.tokens[r.here:r.hereEnd], from: r.here}
	there = slot{tokens: ws.tokens[r.there:r.thereEnd], from: r.there}
	trim(p, &here, &there)
	return here, there
}

// word is a word of the slot in lower case, without its possessive ending.
func (s slot) word(p *check.Pass, i int) string {
	w := &p.Words[s.tokens[i].word]
	return strings.ToLower(p.Document.Text[w.Start:w.Stem()])
}

// trim takes off the words that both slots begin or end with, and those that
// tie them to what is before.
func trim(p *check.Pass, a, b *slot) {
	for _, s := range []*slot{a, b} {
		for len(s.tokens) > 0 && ties.Has(&p.Words[s.tokens[0].word]) {
			s.cut(1, len(s.tokens))
		}
	}
	for len(a.tokens) > 0 && len(b.tokens) > 0 && a.tokens[0].hash == b.tokens[0].hash {
		a.cut(1, len(a.tokens))
		b.cut(1, len(b.tokens))
	}
	for len(a.tokens) > 0 && len(b.tokens) > 0 && a.tokens[len(a.tokens)-1].hash == b.tokens[len(b.tokens)-1].hash {
		a.cut(0, len(a.tokens)-1)
		b.cut(0, len(b.tokens)-1)
	}
}

// ties are the words that tie a phrase to the one before.
var ties = termbase.NewWordTable("and", "or", "but", "also", "to", "then", "thus", "so")

func (s *slot) cut(from, to int) {
	s.from += int32(from)
	s.tokens = s.tokens[from:to]
}

func (s slot) span(p *check.Pass) document.Span {
	last := p.Words[s.tokens[len(s.tokens)-1].word]
	return document.Span{Start: int(p.Words[s.tokens[0].word].Start), End: int(last.End())}
}

// hash is the same for slots of the same words.
func (s slot) hash() uint64 {
	hash := uint64(0)
	for _, t := range s.tokens {
		hash = followedBy(hash, t.hash)
	}
	return hash
}

// fits reports whether the words of another slot go into the place of this one: an
// article, and the ending of a possessive, is in both or in neither.
func (s slot) fits(p *check.Pass, other slot) bool {
	return english.Articles[s.word(p, 0)] == english.Articles[other.word(p, 0)] && s.isPossessive(p) == other.isPossessive(p)
}

func (s slot) isPossessive(p *check.Pass) bool {
	last := p.Words[s.tokens[len(s.tokens)-1].word]
	return last.Possessive()
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
	return a.rendering(p) && b.rendering(p) && !sameStems(p, a, b) && !a.within(b) && !b.within(a) && !(a.known(p) && b.known(p))
}

// mostContent is how many words with content a slot has: more are no term.
const mostContent = 3

// clauses are the words that make a clause, which isn't a term's rendering.
var clauses = wordSet(`is are was were be been has have had do does did will would can could should shall may might must
	that which who what there`)

// rendering reports whether the words may render a term: they stand together,
// the last one is a noun, and none is a number or a name.
func (s slot) rendering(p *check.Pass) bool {
	n := 0
	for i, t := range s.tokens {
		if i > 0 && t.word != s.tokens[i-1].word+1 {
			return false
		}
		if t.content() {
			n++
		}
	}
	last := len(s.tokens) - 1
	if last < 0 || n > mostContent || !s.tokens[last].content() {
		return false
	}
	for i, t := range s.tokens {
		w := s.word(p, i)
		mustBeNoun := t.name() || i == last
		if clauses[w] || mustBeNoun && !ownCountry[w] && noun(w) == noNoun {
			return false
		}
	}
	return true
}

// ownCountry are names that change with the wording: the story of China, the
// Chinese story.
var ownCountry = wordSet("china chinese party state people's republic")

// sameStems reports whether the words with content are the same in other forms.
func sameStems(p *check.Pass, a, b slot) bool {
	x, y := a.contents(p), b.contents(p)
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

// stemLetters is how many letters at their beginning the forms of a word share.
const stemLetters = 4

func (s slot) contents(p *check.Pass) (out []string) {
	for i, t := range s.tokens {
		if t.content() {
			out = append(out, s.word(p, i))
		}
	}
	return out
}

// within reports whether all words with content are words of the other slot,
// which only says more.
func (s slot) within(other slot) bool {
	return !slices.ContainsFunc(s.tokens, func(t token) bool {
		return t.content() && !slices.ContainsFunc(other.tokens, func(o token) bool { return o.hash == t.hash })
	})
}
