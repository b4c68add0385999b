package document

import (
	"strings"
	"unicode/utf8"
)

// OneLine is a text with one space for all white space between its words, and none
// around them. Of most texts that is the text itself.
func OneLine(text string) string {
	before := byte(' ')
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && before == ' ' {
			return strings.Join(strings.Fields(text), " ")
		}
		before = c
	}
	return strings.TrimSuffix(text, " ")
}
