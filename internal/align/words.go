package align

import (
	"strings"
	"unicode"

	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

// stemLength is how many letters of a word count: its forms share them.
const stemLength = 5

// stem stands for a word in all its forms, "" for one without content.
func stem(word string) string {
	lower := strings.ToLower(word)
	if english.FunctionWords[lower] || len(lower) < 3 {
		return ""
	}
	if one := english.Singular(lower); one != "" {
		lower = one
	}
	return lower[:min(stemLength, len(lower))]
}

// englishWords are the words with content of a text.
func englishWords(d *document.Document) []mark {
	var all []mark
	start := -1
	for i, r := range d.Text + " " {
		letter := r < unicode.MaxASCII && unicode.IsLetter(r)
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			if s := stem(d.Text[start:i]); s != "" {
				all = append(all, mark{start, hashOf("word", s), takesWord})
			}
			start = -1
		}
	}
	return all
}

// chineseWords are the words that those of a Chinese text may become.
func chineseWords(d *document.Document, g *termbase.Glossary) []mark {
	var all []mark
	for _, w := range g.SourceWords(d.Text) {
		seen := map[string]bool{}
		for _, gloss := range w.Gloss.English {
			for word := range strings.FieldsSeq(gloss) {
				if s := stem(word); s != "" && !seen[s] {
					seen[s] = true
					all = append(all, mark{w.Start, hashOf("word", s), takesWord})
				}
			}
		}
	}
	return all
}
