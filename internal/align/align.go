// Package align holds an English text against the Chinese that it renders, where
// the two come as separate files: sentence by sentence, after W. A. Gale and K. W.
// Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993), with numbers,
// names and the terms of the glossary as anchors, and the borders of paragraphs where both
// texts have them.
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
// own: with no source, or with an empty span where its rendering should be. Paragraphs
// may be divided otherwise in the two texts, but borders that both have hold them
// together.
func Pairs(d, source *document.Document, g *termbase.Glossary) []document.Pair {
	t := texts{english: d, chinese: source}
	t.here = units(source, slices.Concat(chineseAnchors(source, g), chineseWords(source, g)))
	t.there = units(d, slices.Concat(englishAnchors(d, g), englishWords(d)))
	var pairs []document.Pair
	for _, b := range align(t.here, t.there) {
		pairs = append(pairs, t.pair(b))
	}
	return t.placed(pairs)
}

// texts are the two texts with their sentences.
type texts struct {
	english, chinese *document.Document
	here, there      []unit // of the Chinese, and of the English
}

// units are the sentences of a document, the marks put to those they stand in.
func units(d *document.Document, marks []mark) []unit {
	slices.SortStableFunc(marks, byPlace)
	var all []unit
	for n, segment := range d.Segments {
		for _, span := range d.Sentences(segment) {
			u := unit{Span: span, paragraph: n, length: chinese.Length(d.Slice(span))}
			u.marks, marks = in(span, marks)
			all = append(all, u)
		}
	}
	return all
}

// in takes what stands in a span from the beginning of a list.
func in(span document.Span, all []mark) (here, rest []mark) {
	from, _ := slices.BinarySearchFunc(all, span.Start, func(m mark, at int) int { return m.at - at })
	to, _ := slices.BinarySearchFunc(all, span.End, func(m mark, at int) int { return m.at - at })
	return all[from:to], all[to:]
}

// pair is the pair of a bead.
func (t *texts) pair(b bead) document.Pair {
	p := document.Pair{Span: document.Span{Start: unplaced, End: unplaced}}
	if target := t.there[b.english.from:b.english.to]; len(target) > 0 {
		p.Span = document.Span{Start: target[0].Start, End: target[len(target)-1].End}
	}
	if source := t.here[b.chinese.from:b.chinese.to]; len(source) > 0 {
		at := document.Span{Start: source[0].Start, End: source[len(source)-1].End}
		p.Source = t.chinese.Slice(at)
		p.Name = fmt.Sprintf("line %d", t.chinese.Position(at.Start).Line)
	}
	return p
}

// unplaced is the offset of a rendering that isn't there, until it is known where
// it should be.
const unplaced = -1

// placed puts the sources without a rendering behind the pair before them, or to
// the beginning of the text.
func (t *texts) placed(pairs []document.Pair) []document.Pair {
	at := 0
	if len(t.there) > 0 {
		at = t.there[0].Start
	}
	for i, p := range pairs {
		if p.Start == unplaced {
			pairs[i].Span = document.Span{Start: at, End: at}
		}
		at = pairs[i].End
	}
	return pairs
}
