package checks

import (
	"slices"
	"sort"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
)

// word is word i of the document as it is written.
func word(p *check.Pass, i int) string { return p.Document.Slice(p.Words[i].Span()) }

// oneLine is text as it stands in a message: white space made single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// words are the words of a list.
func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// isLetter reports whether a byte is a letter of ASCII.
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// unbroken reports whether a span lies in one run: no markup and no end of a
// line stands in it.
func unbroken(p *check.Pass, at document.Span) bool {
	segments := p.Document.Segments
	n := sort.Search(len(segments), func(i int) bool { return segments[i].Span().End >= at.End })
	return n < len(segments) && slices.ContainsFunc(segments[n].RunsIn(at), func(r document.Run) bool { return r.Contains(at) })
}
