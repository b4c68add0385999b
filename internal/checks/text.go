package checks

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/termbase"
)

// word is word i of the document as it is written.
func word(p *check.Pass, i int) string { return p.Document.Slice(p.Words[i].Span()) }

// wordSet is the set of the words of a text.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// phraseEnds are the words after which a noun phrase has come to its end.
var phraseEnds = wordSet(`and or but that which who is are was were be been being has have had will would
	can could may must shall should as while when where because so if than not also`)

// isLower reports whether a word is of small ASCII letters, an apostrophe
// among them or not.
func isLower(text string) bool {
	for i := range len(text) {
		if (text[i] < 'a' || text[i] > 'z') && text[i] != '\'' {
			return false
		}
	}
	return text[0] != '\''
}

// startsUpper reports whether a word begins with a capital ASCII letter.
func startsUpper(text string) bool { return text[0] >= 'A' && text[0] <= 'Z' }

// hyphenBefore and hyphenAfter report whether a hyphen, a slash or the like joins word i to
// what stands beside it.
func hyphenBefore(p *check.Pass, i int) bool {
	at := p.Words[i].Start
	return at > 0 && strings.IndexByte("-/", p.Document.Text[at-1]) >= 0
}

func hyphenAfter(p *check.Pass, i int) bool {
	at := int(p.Words[i].End())
	return at < len(p.Document.Text) && strings.IndexByte("-/+", p.Document.Text[at]) >= 0
}

// isSentence reports whether a segment is running text: a headline or a caption
// ends in no full stop.
func isSentence(p *check.Pass, s int, seg document.Segment) bool {
	last := int(p.Segments[s+1]) - 1
	if seg.Kind != document.Paragraph || last < int(p.Segments[s]) {
		return false
	}
	text := word(p, last)
	if p.Words[last].Mark() && text[0] < utf8.RuneSelf {
		return strings.IndexByte(`.!?:;")`, text[0]) >= 0
	}
	return strings.ContainsAny(text, `.!?:;"”’)`)
}

// isLetter reports whether a byte is a letter of ASCII.
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isFigure reports whether a byte is a figure of ASCII.
func isFigure(c byte) bool { return c >= '0' && c <= '9' }

// unbroken reports whether a span lies in one run: no markup and no end of a
// line stands in it.
func unbroken(p *check.Pass, at document.Span) bool {
	segments := p.Document.Segments
	n := segmentOf(p.Document, at)
	return n < len(segments) && slices.ContainsFunc(segments[n].RunsIn(at), func(r document.Run) bool { return r.Contains(at) })
}

// matchFrom is the first match that reaches word i.
func matchFrom(p *check.Pass, i int) int {
	return sort.Search(len(p.Matches), func(n int) bool { return p.Matches[n].Last >= i })
}

// matchAround is the match that the words first to last, inclusive, lie in, or
// nil.
func matchAround(p *check.Pass, first, last int) *termbase.Match {
	i := matchFrom(p, last)
	if i < len(p.Matches) && p.Matches[i].First <= first {
		return &p.Matches[i]
	}
	return nil
}
