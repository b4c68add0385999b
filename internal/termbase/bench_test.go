package termbase

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rectify/internal/document"
)

// The benchmark's language: common words that no term begins with, and words
// that terms are made of, drawn so that a few are frequent and most are rare,
// as in a real text.
const commonWords = `the of and to in a is that for on with as by at from it its we be has will should are
	said more this development people work national new work economic social reform government system
	construction strengthen promote improve quality high level international cooperation market`

// manyTerms makes n different terms of two to six words.
func manyTerms(n int, r *rand.Rand) []string {
	syllables := strings.Fields("ba con de fi go hu in ja ke lo mi nu or pa qui re si tu ve wo xi yo zen tra pro sta")
	word := func() string {
		return syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))] + syllables[r.IntN(8)]
	}
	seen := map[string]bool{}
	var terms []string
	for len(terms) < n {
		words := []string{word()}
		for range 1 + r.IntN(5) {
			words = append(words, word())
		}
		if len(words) > 3 {
			words[2] = "of"
		}
		if t := strings.Join(words, " "); !seen[t] {
			seen[t] = true
			terms = append(terms, t)
		}
	}
	return terms
}

// manyWords is a text of some size, one word in forty the beginning of a term.
func manyWords(size int, terms []string, r *rand.Rand) string {
	common := strings.Fields(commonWords)
	var b strings.Builder
	for b.Len() < size {
		if r.IntN(40) == 0 {
			b.WriteString(terms[r.IntN(len(terms))])
		} else {
			b.WriteString(common[r.IntN(len(common))])
		}
		switch r.IntN(20) {
		case 0:
			b.WriteString(". ")
		case 1:
			b.WriteString(", ")
		case 2:
			b.WriteString("\n")
		default:
			b.WriteString(" ")
		}
	}
	return b.String()
}

// benchGlossary has n terms, one in five deprecated, one in ten a name.
func benchGlossary(b testing.TB, n int) (*Glossary, []string) {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	terms := manyTerms(n, r)
	var text strings.Builder
	text.WriteString("id\tlang\tstatus\tterm\n")
	for i, t := range terms {
		status := "preferred"
		if i%5 == 4 {
			status = "deprecated"
		} else if i%5 != 0 {
			status = "admitted"
		}
		if i%10 == 0 {
			t = strings.ReplaceAll(titleCase(t), " Of ", " of ")
		}
		fmt.Fprintf(&text, "e%d\ten\t%s\t%s\n", i/5, status, t)
	}
	g, err := Load([]File{{Name: "organs.tsv", Data: []byte(text.String())}})
	if err != nil {
		b.Fatal(err)
	}
	return g, terms
}

func titleCase(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// articles cuts a text into documents of some 16 KB, a segment a line.
func articles(text string) []*document.Document {
	const size = 16 << 10
	var out []*document.Document
	for text != "" {
		cut := len(text)
		if cut > size {
			cut = size + strings.IndexByte(text[size:], '\n') + 1
		}
		var segments []document.Segment
		at := 0
		for line := range strings.Lines(text[:cut]) {
			end := at + len(strings.TrimSuffix(line, "\n"))
			segments = append(segments, document.Segment{Runs: []document.Run{{Span: document.Span{Start: at, End: end}}}})
			at += len(line)
		}
		out = append(out, document.New("bench.txt", text[:cut], segments))
		text = text[cut:]
	}
	return out
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		g, terms := benchGlossary(b, n)
		text := manyWords(1<<20, terms, rand.New(rand.NewPCG(2, 2))) + "\n"
		documents := articles(text)
		b.Run(fmt.Sprintf("%d_terms", n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range documents {
					r := g.Find(d, Usage{})
					r.Release()
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("%d_terms", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				benchGlossary(b, n)
			}
		})
	}
}
