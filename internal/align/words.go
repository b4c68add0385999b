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
func englishWords(d *document.Document) []anchor {
	var all []anchor
	start := -1
	for i, r := range d.Text + " " {
		letter := r < unicode.MaxASCII && unicode.IsLetter(r)
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			if s := stem(d.Text[start:i]); s != "" {
				all = append(all, anchor{start, hashOf("word", s)})
			}
			start = -1
		}
	}
	return all
}

// chineseWords are the words that those of a Chinese text may become.
func chineseWords(d *document.Document, g *termbase.Glossary) []anchor {
	var all []anchor
	for _, w := range g.SourceWords(d.Text) {
		seen := map[string]bool{}
		for _, gloss := range w.Gloss.English {
			for word := range strings.FieldsSeq(gloss) {
				if s := stem(word); s != "" && !seen[s] {
					seen[s] = true
					all = append(all, anchor{w.Start, hashOf("word", s)})
				}
			}
		}
	}
	return all
}

const (
	// expected is which part of the words of a rendering come from its source, at
	// least: what other sentences share by chance is less.
	expected = 0.25
	// mostWords bounds what the words of a bead tell.
	mostWords = 20
)

// strange is what the words say against a bead: how far it has fewer in common than
// a rendering and its source have.
func (a *aligner) strange(chinese, english stretch) float64 {
	here, there := a.chinese.words.of(chinese), a.english.words.of(english)
	common, all := 0.0, 0.0
	i := 0
	for n, w := range there {
		if n > 0 && there[n-1] == w {
			continue
		}
		weight := a.wordWeight[w]
		all += weight
		for i < len(here) && here[i] < w {
			i++
		}
		if i < len(here) && here[i] == w {
			common += weight
		}
	}
	return expected*min(all, mostWords/expected) - min(common, mostWords)
}
