package checks

import (
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/chinese"
	"rectify/internal/document"
)

const (
	// averageLength is how long renderings are, as part of their sources, where a document
	// is too short to tell.
	averageLength = 1.1
	// mostOfPart is the part of its words that a text may have of a sentence that it has
	// lost, leastOfOthers that of the other sentences, and leastKnown how many words of
	// either the glossary knows at least.
	mostOfPart, leastOfOthers, leastKnown = 0.45, 0.45, 4
	// mostOfWhole is how long a rendering is at most that has lost a sentence, as part of
	// the usual length; leastOfRest and mostOfRest how long as part of what is usual for
	// the other sentences.
	mostOfWhole, leastOfRest, mostOfRest = 0.8, 0.7, 1.3
)

// lostPart reports a sentence of the source that the rendering of a pair of several has
// lost: it has fewer sentences, is as long as the others make it, and has the words of
// those, but few of its own.
func lostPart(p *check.Pass, pairs []pairText, i int, usual float64) bool {
	t := &pairs[i]
	if usual == 0 {
		usual = averageLength
	}
	length, whole := chinese.Length(p.Document.Slice(t.Span)), usual*sourceLength(t.Source)
	if length > mostOfWhole*whole {
		return false
	}
	sentences := sentencesOf(t.Source)
	if len(sentences) < 2 || len(sentencesOf(p.Document.Slice(t.Span))) >= len(sentences) {
		return false
	}
	var words []string
	for _, n := range neighbors(p, pairs, i) {
		words = append(words, n.words(p)...)
	}
	covered, known := coverage(p, t.Source, words)
	for _, sentence := range sentences {
		rest := whole - usual*sourceLength(sentence)
		if utf8.RuneCountInString(sentence) < leastLost || isLabel(sentence) || length < leastOfRest*rest || length > mostOfRest*rest {
			continue
		}
		c, k := coverage(p, sentence, words)
		if k >= leastKnown && known-k >= leastKnown && float64(c) <= mostOfPart*float64(k) && float64(covered-c) >= leastOfOthers*float64(known-k) {
			p.Report(check.Issue{Span: before(p, t.End), Message: "the source also says, and the text doesn't: " + sentence})
			return true
		}
	}
	return false
}

// sentencesOf divides a text.
func sentencesOf(text string) []string {
	segment := document.Segment{Runs: []document.Run{{Span: document.Span{End: len(text)}}}}
	d := document.New("", text, []document.Segment{segment})
	var all []string
	for _, span := range d.Sentences(segment) {
		all = append(all, d.Slice(span))
	}
	return all
}
