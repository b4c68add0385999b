package align

import (
	"cmp"
	"hash/fnv"
	"regexp"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/termbase"
)

// anchor is something that a rendering keeps: a number, a name in Latin letters, a
// term of the glossary.
type anchor struct {
	at   int
	hash uint64
}

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
func literals(text string) []anchor {
	var all []anchor
	for _, at := range literal.FindAllStringIndex(text, -1) {
		word := strings.ReplaceAll(strings.ToLower(text[at[0]:at[1]]), ",", "")
		all = append(all, anchor{at[0], hashOf("", word)})
	}
	return all
}

func englishAnchors(d *document.Document, g *termbase.Glossary) []anchor {
	all := literals(d.Text)
	found := g.Find(d, termbase.Usage{})
	defer found.Release()
	for _, m := range found.Matches {
		all = append(all, anchor{m.Start, hashOf("entry", m.Term.Entry.ID)})
	}
	slices.SortStableFunc(all, byPlace)
	return all
}

func chineseAnchors(d *document.Document, g *termbase.Glossary) []anchor {
	all := literals(d.Text)
	for _, t := range g.SourceTerms(d.Text) {
		for _, e := range t.Entries {
			all = append(all, anchor{t.Start, hashOf("entry", e.ID)})
		}
	}
	slices.SortStableFunc(all, byPlace)
	return all
}

func byPlace(a, b anchor) int { return cmp.Compare(a.at, b.at) }

const (
	// mostShared bounds what all anchors of a bead tell.
	mostShared = 12
	// missing is what an anchor costs that only one side of a bead has, as part of its
	// weight.
	missing = 0.5
)

// apart is what the anchors say against a bead: negative where they speak for it.
func (a *aligner) apart(chinese, english stretch) float64 {
	here, there := a.chinese.anchors.of(chinese), a.english.anchors.of(english)
	common, alone := 0.0, 0.0
	i, j := 0, 0
	for i < len(here) || j < len(there) {
		switch {
		case j == len(there) || i < len(here) && here[i] < there[j]:
			alone += a.weight[here[i]]
			i++
		case i == len(here) || there[j] < here[i]:
			alone += a.weight[there[j]]
			j++
		default:
			common += a.weight[here[i]]
			i, j = i+1, j+1
		}
	}
	return missing*min(alone, mostShared) - min(common, mostShared)
}
