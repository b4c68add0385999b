package checks

import (
	"strings"

	"rectify/internal/check"
)

// word is word i of the document as it is written.
func word(p *check.Pass, i int) string { return p.Document.Slice(p.Words[i].Span()) }

// oneLine is text as it stands in a message: white space made single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// wordSet is the set of the words of a text.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
