package checks

import (
	"slices"
	"sort"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

// pairText is a pair with the words and the matches of its rendering.
type pairText struct {
	*document.Pair
	number int
	// from and to bound its words, half-open.
	from, to int
	matches  []termbase.Match
	// content are its words with content in lower case, made when first asked for.
	content []string
}

// pairTexts are the pairs of the document, in their order.
func pairTexts(p *check.Pass) []pairText {
	out := make([]pairText, len(p.Document.Pairs))
	for i := range out {
		pair := &p.Document.Pairs[i]
		wordAt := func(offset int) int {
			return sort.Search(len(p.Words), func(n int) bool { return int(p.Words[n].Start) >= offset })
		}
		matchAt := func(offset int) int {
			return sort.Search(len(p.Matches), func(n int) bool { return p.Matches[n].Start >= offset })
		}
		out[i] = pairText{
			Pair: pair, number: i, from: wordAt(pair.Start), to: wordAt(pair.End),
			matches: p.Matches[matchAt(pair.Start):matchAt(pair.End)],
		}
	}
	return out
}

// words are the words with content of the rendering, in lower case, without
// possessive endings.
func (t *pairText) words(p *check.Pass) []string {
	if t.content == nil {
		t.content = []string{}
		for _, w := range p.Words[t.from:t.to] {
			lower := strings.ToLower(p.Document.Text[w.Start:w.Stem()])
			if isLetter(lower[0]) && !english.FunctionWords[lower] {
				t.content = append(t.content, lower)
			}
		}
	}
	return t.content
}

// neighbors are the pairs beside one that stand in the same segment: what a
// sentence says may be rendered in the next.
func neighbors(p *check.Pass, all []pairText, i int) []*pairText {
	out := []*pairText{&all[i]}
	for _, n := range []int{i - 1, i + 1} {
		if n >= 0 && n < len(all) && sameSegment(p.Document, all[i].Span, all[n].Span) {
			out = append(out, &all[n])
		}
	}
	return out
}

// sameSegment reports whether two spans stand in one segment.
func sameSegment(d *document.Document, a, b document.Span) bool {
	n := segmentOf(d, a)
	return n < len(d.Segments) && d.Segments[n].Span().Contains(a) && d.Segments[n].Span().Contains(b)
}

// segmentOf is the index of the first segment that doesn't end before a span does.
func segmentOf(d *document.Document, at document.Span) int {
	return sort.Search(len(d.Segments), func(i int) bool { return d.Segments[i].Span().End >= at.End })
}

// contentOf are the words with content of a term, in lower case, the marks of the
// glossary and what fills its slots left out.
func contentOf(term string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(term), func(r rune) bool { return strings.ContainsRune(" -/,()“”\"", r) }) {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "~"), "'s"), "’s")
		if w != "" && isLetter(w[0]) && !english.FunctionWords[w] {
			words = append(words, w)
		}
	}
	return words
}

// leastStem is how many letters two forms of a word share at least.
const leastStem = 5

// kindred reports whether two words may be forms of one: socialism and socialist.
func kindred(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	ending := max(len(a), len(b)) - n
	if len(a) < len(b) {
		a, b = b, a
	}
	if strings.HasSuffix(a, "ing") {
		ending-- // keep, keeping
		if n > 0 && n < len(a) && a[n] == a[n-1] {
			ending-- // plan, planning
		}
	}
	return n >= leastStem || n >= 3 && n >= len(b)-1 && ending <= 2
}

// coverage is how many words of a Chinese text the glossary knows something of, and
// how many of those have a counterpart among the words of an English one.
func coverage(p *check.Pass, source string, words []string) (covered, known int) {
	for _, w := range p.Glossary.SourceWords(source) {
		known++
		if slices.ContainsFunc(w.Gloss.English, func(gloss string) bool {
			return slices.ContainsFunc(contentOf(gloss), func(g string) bool {
				return slices.ContainsFunc(words, func(o string) bool { return kindred(g, o) })
			})
		}) {
			covered++
		}
	}
	return covered, known
}

// around are the words of the pairs next to one, itself left out, and their sources.
func around(p *check.Pass, all []pairText, i int) (words []string, source string) {
	for _, n := range []int{i - 1, i + 1} {
		if n >= 0 && n < len(all) {
			words = append(words, all[n].words(p)...)
			source += all[n].Source + "\n"
		}
	}
	return words, source
}

// sourceHas reports whether the source of a place holds a term of an entry.
func sourceHas(p *check.Pass, at document.Span, e *termbase.Entry) bool {
	n := pairAt(p.Document, at)
	return n >= 0 && slices.ContainsFunc(p.Glossary.SourceTerms(p.Document.Pairs[n].Source), func(t termbase.SourceTerm) bool { return slices.Contains(t.Entries, e) })
}

// pairAt is the number of the pair that a span lies in, -1 for none.
func pairAt(d *document.Document, at document.Span) int {
	n := sort.Search(len(d.Pairs), func(i int) bool { return d.Pairs[i].End >= at.End })
	for ; n < len(d.Pairs) && d.Pairs[n].Start <= at.Start; n++ {
		if d.Pairs[n].Contains(at) {
			return n
		}
	}
	return -1
}
