package checks

import (
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

// The forms that are no text of their own; the first four stand in messages.
const (
	american, british = "American", "British"
	inIze, inIse      = "-ize", "-ise"
	inLetters         = "US"
	inPoints          = "U.S."
	asOne, asTwo      = "cooperate", "co-operate"
)

// compound notes the compound of word i and the next, if both are of small
// letters and stand by themselves, to be held against solid words later.
func (f *variantFinder) compound(i, end int, text string) {
	if f.joint(i+1) != '-' || i > 0 && f.joint(i) == '-' || i+2 < end && f.joint(i+2) == '-' {
		return
	}
	second := word(f.pass, i+1)
	if !isLower(text) || !isLower(second) {
		return
	}
	solid := text + second
	if variantKeys[solid] || unlike[solid] || !f.counts(&f.pass.Words[i]) {
		return
	}
	f.compounds = true
	hash := termbase.HashOf(solid)
	f.solid[hash>>6&0xff] |= 1 << (hash & 63)
	f.add(compoundKey(solid), false, spelled{
		Span: document.Span{Start: int(f.pass.Words[i].Start), End: int(f.pass.Words[i+1].End())},
		form: asTwo, as: otherAs, other: solid,
	})
}

// compoundKey is the key of a compound and its solid form, which may be a spelling of
// its own too (reorganize).
func compoundKey(solid string) string { return "-" + solid }

// otherAs is the text that was told of the place.
func otherAs(_ *variantFinder, s *spelled, _ string) string { return s.other }

// unlike are the solid words that mean another thing than the compound.
var unlike = wordSet("resign recreation reform recover represent resent resort release relay recount everyday")

// solids adds the solid words that the document also has with a hyphen.
func (f *variantFinder) solids() {
	if !f.compounds {
		return
	}
	for i := range f.pass.Words {
		w := &f.pass.Words[i]
		if hash := w.Hash(); f.solid[hash>>6&0xff]>>(hash&63)&1 == 0 {
			continue
		}
		text := f.pass.Document.Text[w.Start:w.End()]
		if _, known := f.byKey[compoundKey(text)]; known {
			f.add(compoundKey(text), false, spelled{Span: w.Span(), form: asOne, as: hyphenedAs})
		}
	}
}

// hyphenedAs is the first compound of a solid word as it is written.
func hyphenedAs(f *variantFinder, s *spelled, _ string) string {
	g := &f.groups[f.byKey[compoundKey(f.pass.Document.Slice(s.Span))]]
	return f.pass.Document.Slice(f.places.At(int(g.first)).Span)
}

// abbreviation adds word i if it is of capitals, with points or without.
func (f *variantFinder) abbreviation(i, end int, text string) {
	key := strings.ReplaceAll(text, ".", "")
	if !countries[key] || !f.counts(&f.pass.Words[i]) {
		return
	}
	s := spelled{Span: f.pass.Words[i].Span(), form: inLetters, as: abbreviationAs, first: int32(i), last: int32(end)}
	next := byteAt(f.pass, s.End)
	switch {
	case len(key) < len(text):
		s.form = inPoints
		if next == '.' {
			s.End++
		}
	case next == '$':
		return
	case key == "USA":
		if i == 0 || word(f.pass, i-1) != "the" {
			return
		}
		s.form, key = "USA", "US"
	}
	s.other = key
	f.add(key, false, s)
}

// abbreviationAs is an abbreviation in another form; last is the word behind its
// segment.
func abbreviationAs(f *variantFinder, s *spelled, form string) string {
	i, end, key := int(s.first), int(s.last), s.other
	next := byteAt(f.pass, int(f.pass.Words[i].End()))
	last := i+2 >= end || sentenceStarts[word(f.pass, i+2)]
	switch {
	case form == inPoints && next == '.', form == inLetters && last && s.form == inPoints:
		return "" // the point may be the sentence's
	case form == inPoints:
		return strings.Join(strings.Split(key, ""), ".") + "."
	case form == "USA":
		return form
	}
	return key
}

// byteAt is the byte at an offset of the text, 0 behind its end.
func byteAt(p *check.Pass, at int) byte {
	if at < len(p.Document.Text) {
		return p.Document.Text[at]
	}
	return 0
}

// sentenceStarts are words that show a point before them to be a full stop.
var sentenceStarts = wordSet(`A An And As At But By For From He How However I If In It Its Many Most No Now On One She Since
	So Some That The Then There These They This Those Though To Under We What When While Who With You`)

// countries are the abbreviations that are written with points or without.
var countries = wordSet("US USA UK UN EU UAE PRC DPRK ROK")

// american adds a word that has another spelling across the Atlantic: to the
// places of the word itself, and to those of all words that show whose English
// it is.
func (f *variantFinder) american(w *termbase.Word, side english.Side) {
	isBritish := side == english.BritishSide
	key := f.pass.Document.Slice(w.Span())
	s := spelled{Span: w.Span(), form: american, as: acrossAs}
	if isBritish {
		s.form, key = british, english.American(key)
	}
	f.add(key, false, s)
	switch {
	case bothSides[key]:
	case strings.Contains(key, "iz"):
		s.form = inIze
		if isBritish {
			s.form = inIse
		}
		f.add("-ize", true, s)
	default:
		f.add("English", true, s)
	}
}

// acrossAs is a word in the spelling of the other side.
func acrossAs(f *variantFinder, s *spelled, _ string) string {
	text := f.pass.Document.Slice(s.Span)
	if s.form == british || s.form == inIse {
		return english.American(text)
	}
	return english.British(text)
}

// bothSides are American spellings of words that don't show whose English a
// text is: one of their spellings is good on both sides, in one meaning or
// another.
var bothSides = wordSet(`practice practices practicing practiced license licenses licensed program programs judgment
	judgments meter meters counselor counselors councilor councilors canceled canceling theater theaters
	acknowledgment artifact artifacts catalog catalogs aging`)
