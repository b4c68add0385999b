package align

import (
	"cmp"
	"hash/fnv"
	"regexp"
	"strings"

	"rectify/internal/document"
	"rectify/internal/termbase"
)

func hashOf(kind, text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(kind))
	h.Write([]byte(text))
	return h.Sum64()
}

// literal are the numbers in digits and the words in Latin letters that a Chinese
// text has.
var literal = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*|[A-Za-z][A-Za-z0-9-]+`)

// literals are the anchors that are written with the same letters.
func literals(text string) []mark {
	var all []mark
	for _, at := range literal.FindAllStringIndex(text, -1) {
		word := strings.ReplaceAll(strings.ToLower(text[at[0]:at[1]]), ",", "")
		keeps := keepsLetters
		if word[0] <= '9' {
			keeps = keepsAnchor
		}
		all = append(all, mark{at[0], hashOf("", word), keeps})
	}
	return all
}

func englishAnchors(d *document.Document, g *termbase.Glossary) []mark {
	all := literals(d.Text)
	found := g.Find(d, termbase.Usage{})
	defer found.Release()
	for _, m := range found.Matches {
		all = append(all, mark{m.Start, hashOf("entry", m.Term.Entry.ID), keepsAnchor})
	}
	return all
}

func chineseAnchors(d *document.Document, g *termbase.Glossary) []mark {
	all := literals(d.Text)
	for _, t := range g.SourceTerms(d.Text) {
		for _, e := range t.Entries {
			all = append(all, mark{t.Start, hashOf("entry", e.ID), keepsAnchor})
		}
	}
	return all
}

func byPlace(a, b mark) int { return cmp.Compare(a.at, b.at) }
