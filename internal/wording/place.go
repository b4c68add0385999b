package wording

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/growing"
	"rectify/internal/termbase"
)

// place is where a term is to go, with the memory that it takes to put it there.
type place struct {
	document *document.Document
	text     termbase.Text
	match    termbase.Match
	// torn: an edit had to go around markup.
	torn bool
	// words are those of the new text and what parts them; changed tells that they
	// are no longer those of the term.
	words   []string
	changed bool
	// own is scratch: those of the term that stands there.
	own []string
	// unmarked: the match, and all of it that is asked for, lies in one run.
	unmarked bool
	// edits are those to make, room is for their copies; the others are scratch of
	// [place.smallest].
	edits      []edit.Edit
	room       growing.Room[edit.Edit]
	old, fresh []token
	kept       [][2]int
	lengths    []int
}

// spare keeps the memory of one place for the next.
var spare = sync.Pool{New: func() any { return new(place) }}

// at is the place of a match.
func at(d *document.Document, text termbase.Text, m termbase.Match) *place {
	p := spare.Get().(*place)
	p.document, p.text, p.match, p.torn, p.changed, p.unmarked = d, text, m, false, false, false
	return p
}

// release gives the memory back; the place is of no use after it.
func (p *place) release() {
	p.document, p.text, p.match = nil, termbase.Text{}, termbase.Match{}
	spare.Put(p)
}

// runsIn are the runs of the match's segment in a span.
func (p *place) runsIn(at document.Span) []document.Run {
	return p.document.Segments[p.match.Segment].RunsIn(at)
}

// before is the word that stands n words before the match in its segment, "".
func (p *place) before(n int) string {
	i := p.match.First - n
	if i < int(p.text.Segments[p.match.Segment]) {
		return ""
	}
	return p.document.Slice(p.text.Words[i].Span())
}

// beside is the word right before the match, "" if there is none or a code span
// or an image stands between.
func (p *place) beside() string {
	word := p.before(1)
	if word != "" && p.broken(int(p.text.Words[p.match.First-1].End()), p.match.Start) {
		return ""
	}
	return word
}

// broken reports whether the text between two offsets doesn't read on.
func (p *place) broken(from, to int) bool {
	if len(p.document.Segments[p.match.Segment].Runs) == 1 {
		return false
	}
	return slices.ContainsFunc(p.runsIn(document.Span{Start: from, End: to}), func(r document.Run) bool {
		return r.Before == document.Broken && from <= r.Start && r.Start <= to
	})
}

// after is the word that stands n words after the match in its segment, ""
// if the text doesn't read on to it.
func (p *place) after(n int) string {
	i := p.match.Last + n
	if i >= int(p.text.Segments[p.match.Segment+1]) || p.broken(p.match.End, int(p.text.Words[i].Start)) {
		return ""
	}
	return p.document.Slice(p.text.Words[i].Span())
}

// isLoud reports whether the match stands in a line of capitals; one word in
// capitals is an acronym.
func (p *place) isLoud() bool {
	text := p.document.Slice(p.match.Span)
	if p.match.Last == p.match.First || strings.ContainsFunc(text, isSmallLetter) {
		return false
	}
	return strings.ToUpper(text) == text && strings.ToLower(text) != text
}

// isSmallLetter reports whether a character is a small letter of ASCII.
func isSmallLetter(r rune) bool { return r >= 'a' && r <= 'z' }

// startsSentence reports whether the match is the first of a sentence: of its
// segment, or after a mark that ends one.
func (p *place) startsSentence() bool {
	for n := 1; ; n++ {
		word := p.before(n)
		switch word {
		case "":
			return true
		case `"`, "'", "“", "‘", "(", "”", "’", ")":
			continue
		}
		return len(word) <= utf8.UTFMax && strings.Contains(".!?。！？", word)
	}
}
