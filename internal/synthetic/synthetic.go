// Package synthetic makes glossaries and texts of any size for benchmarks, the
// same ones every time.
package synthetic

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// commonWords are words that no term begins with.
var commonWords = strings.Fields(`the of and to in a is that for on with as by at from it its we be has will should are
	said more this development people work national new work economic social reform government system
	construction strengthen promote improve quality high level international cooperation market`)

var syllables = strings.Fields("ba con de fi go hu in ja ke lo mi nu or pa qui re si tu ve wo xi yo zen tra pro sta")

// Terms makes n different terms of two to six words, which some thousand words
// make up.
func Terms(n int) []string {
	r := rand.New(rand.NewPCG(1, uint64(n)))
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

// Glossary is a file of the terms, five to an entry: one preferred, three
// admitted, one deprecated. One term in ten is a name with capitals.
func Glossary(terms []string) string {
	var b strings.Builder
	b.WriteString("id\tlang\tstatus\ttype\tterm\n")
	for i, t := range terms {
		status := "preferred\t"
		switch i % 5 {
		case 1, 2, 3:
			status = "admitted\tshort"
		case 4:
			status = "deprecated\t"
		}
		if i%10 == 0 {
			t = capitals(t)
		}
		fmt.Fprintf(&b, "e%d\ten\t%s\t%s\n", i/5, status, t)
	}
	return b.String()
}

func capitals(term string) string {
	words := strings.Fields(term)
	for i, w := range words {
		if w != "of" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// Articles makes n texts of some 16 KB each, in lines of some 20 words. Where
// a word may begin, one time in forty a term stands.
func Articles(n int, terms []string) []string {
	const size = 16 << 10
	r := rand.New(rand.NewPCG(2, 2))
	var out []string
	for range n {
		var b strings.Builder
		for b.Len() < size {
			word := commonWords[r.IntN(len(commonWords))]
			if r.IntN(40) == 0 {
				word = terms[r.IntN(len(terms))]
			}
			b.WriteString(word)
			switch r.IntN(20) {
			case 0:
				b.WriteString(". ")
			case 1:
				b.WriteString(", ")
			case 2:
				b.WriteString(".\n")
			default:
				b.WriteString(" ")
			}
		}
		out = append(out, b.String()+"\n")
	}
	return out
}
