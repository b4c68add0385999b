package termbase

import (
	"fmt"
	"strings"
	"testing"

	"rectify/internal/document"
	"rectify/internal/synthetic"
)

var benchSizes = []int{1_000, 10_000, 100_000}

// lines is a document with a segment a line.
func lines(text string) *document.Document {
	var segments []document.Segment
	at := 0
	for line := range strings.Lines(text) {
		end := at + len(strings.TrimSuffix(line, "\n"))
		segments = append(segments, document.Segment{Runs: []document.Run{{Span: document.Span{Start: at, End: end}}}})
		at += len(line)
	}
	return document.New("bench.txt", text, segments)
}

func BenchmarkFind(b *testing.B) {
	for _, n := range benchSizes {
		terms := synthetic.Terms(n)
		g, err := Load([]File{{Name: "organs.tsv", Text: synthetic.Glossary(terms)}})
		if err != nil {
			b.Fatal(err)
		}
		var documents []*document.Document
		size := 0
		for _, text := range synthetic.Articles(64, terms) {
			documents = append(documents, lines(text))
			size += len(text)
		}
		b.Run(fmt.Sprintf("%d_terms", n), func(b *testing.B) {
			b.SetBytes(int64(size))
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

// BenchmarkSplit is what splitting the same texts at white space takes: how
// fast this machine is just now.
func BenchmarkSplit(b *testing.B) {
	texts := synthetic.Articles(64, synthetic.Terms(benchSizes[0]))
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, text := range texts {
			strings.Fields(text)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, n := range benchSizes {
		data := synthetic.Glossary(synthetic.Terms(n))
		b.Run(fmt.Sprintf("%d_terms", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Load([]File{{Name: "organs.tsv", Text: data}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLoadEntries loads entries with a Chinese and an English term each.
func BenchmarkLoadEntries(b *testing.B) {
	for _, n := range benchSizes {
		var text strings.Builder
		text.WriteString("id\tlang\tstatus\tterm\n")
		for i, term := range synthetic.Terms(n) {
			fmt.Fprintf(&text, "e%d\tzh\tpreferred\t术语%d\ne%d\ten\tpreferred\t%s\n", i, i, i, term)
		}
		b.Run(fmt.Sprintf("%d_entries", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Load([]File{{Name: "organs.tsv", Text: text.String()}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
