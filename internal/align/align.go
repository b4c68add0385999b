// Package align holds an English text against the Chinese that it renders, where
// the two come as separate files: by paragraph, then by sentence, after W. A. Gale
// and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993),
// with numbers, names and the terms of the glossary as anchors.
package align

import (
	"fmt"
	"slices"

	"rectify/internal/chinese"
	"rectify/internal/document"
	"rectify/internal/termbase"
)

// Pairs are the stretches of the document with the Chinese that they render, in
// the order of the document. A sentence without a counterpart has a pair of its
// own: with no source, or with an empty span where its rendering should be. Where
// both texts have as many paragraphs, each renders its like unless all else speaks
// against it.
func Pairs(d, source *document.Document, g *termbase.Glossary) []document.Pair {
	t := newTexts(d, source, g)
	var pairs []document.Pair
	for _, b := range t.paragraphs() {
		pairs = append(pairs, t.sentences(b)...)
	}
	return t.placed(pairs)
}

// texts are the two texts as units.
type texts struct {
	english, chinese text
}

// text is one side: the document, and its paragraphs with their sentences.
type text struct {
	document   *document.Document
	paragraphs []unit
	sentences  [][]unit
}

var (
	// asMany trusts the borders of paragraphs where both texts have as many,
	// sameParagraph that a paragraph loses and gains no sentence.
	asMany        = trust{uneven: 4}
	sameParagraph = trust{alone: 12}
)

func newTexts(d, source *document.Document, g *termbase.Glossary) *texts {
	t := &texts{english: text{document: d}, chinese: text{document: source}}
	t.english.read(englishAnchors(d, g), englishWords(d))
	t.chinese.read(chineseAnchors(source, g), chineseWords(source, g))
	return t
}

// read makes units of the segments that hold text, the anchors and words put to
// those they stand in.
func (t *text) read(anchors, words []anchor) {
	for _, segment := range t.document.Segments {
		spans := t.document.Sentences(segment)
		if len(spans) == 0 {
			continue
		}
		paragraph := unit{Span: document.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}}
		var sentences []unit
		for _, span := range spans {
			u := unit{Span: span, length: chinese.Length(t.document.Slice(span))}
			u.anchors, anchors = in(span, anchors)
			u.words, words = in(span, words)
			sentences = append(sentences, u)
			paragraph.length += u.length
			paragraph.anchors = append(paragraph.anchors, u.anchors...)
			paragraph.words = append(paragraph.words, u.words...)
		}
		slices.Sort(paragraph.anchors)
		slices.Sort(paragraph.words)
		t.paragraphs = append(t.paragraphs, paragraph)
		t.sentences = append(t.sentences, sentences)
	}
}

// in takes what stands in a span from the beginning of a list; it is sorted by its
// hash.
func in(span document.Span, all []anchor) (here []uint64, rest []anchor) {
	for len(all) > 0 && all[0].at < span.End {
		if all[0].at >= span.Start {
			here = append(here, all[0].hash)
		}
		all = all[1:]
	}
	slices.Sort(here)
	return here, all
}

// paragraphs aligns the paragraphs.
func (t *texts) paragraphs() []bead {
	if len(t.chinese.paragraphs) == len(t.english.paragraphs) {
		return alignUnits(t.chinese.paragraphs, t.english.paragraphs, asMany)
	}
	return alignUnits(t.chinese.paragraphs, t.english.paragraphs, trust{})
}

// sentences aligns the sentences of paragraphs that belong together.
func (t *texts) sentences(b bead) []document.Pair {
	source := slices.Concat(t.chinese.sentences[b.chinese.from:b.chinese.to]...)
	target := slices.Concat(t.english.sentences[b.english.from:b.english.to]...)
	var pairs []document.Pair
	for _, s := range alignUnits(source, target, sameParagraph) {
		p := t.pair(source[s.chinese.from:s.chinese.to], target[s.english.from:s.english.to])
		if s.english.to > s.english.from && t.crosses(b, p.Span) {
			// A pair over the border of a segment has to hold all of it.
			return []document.Pair{t.pair(source, target)}
		}
		pairs = append(pairs, p)
	}
	return pairs
}

// pair is the pair of some units that stand one after the other.
func (t *texts) pair(source, target []unit) document.Pair {
	p := document.Pair{Span: document.Span{Start: unplaced, End: unplaced}}
	if len(target) > 0 {
		p.Span = document.Span{Start: target[0].Start, End: target[len(target)-1].End}
	}
	if len(source) > 0 {
		at := document.Span{Start: source[0].Start, End: source[len(source)-1].End}
		p.Source = t.chinese.document.Slice(at)
		p.Name = fmt.Sprintf("line %d", t.chinese.document.Position(at.Start).Line)
	}
	return p
}

// crosses reports whether a span reaches over the border of a paragraph.
func (t *texts) crosses(b bead, at document.Span) bool {
	for _, p := range t.english.paragraphs[b.english.from:b.english.to] {
		if p.Overlaps(at) && !p.Contains(at) {
			return true
		}
	}
	return false
}

// unplaced is the offset of a rendering that isn't there, until it is known where
// it should be.
const unplaced = -1

// placed puts the sources without a rendering behind the pair before them, or to
// the beginning of the text.
func (t *texts) placed(pairs []document.Pair) []document.Pair {
	at := 0
	if len(t.english.paragraphs) > 0 {
		at = t.english.paragraphs[0].Start
	}
	for i, p := range pairs {
		if p.Start == unplaced {
			pairs[i].Span = document.Span{Start: at, End: at}
		}
		at = pairs[i].End
	}
	return pairs
}
