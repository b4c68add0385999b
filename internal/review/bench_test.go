package review_test

import (
	"fmt"
	"strings"
	"testing"

	"rectify/internal/checks"
	"rectify/internal/document"
	"rectify/internal/format"
	"rectify/internal/review"
	"rectify/internal/synthetic"
	"rectify/internal/termbase"
)

// benchmark reviews the documents over and over.
func benchmark(b *testing.B, r review.Review, documents []*document.Document) {
	size := 0
	for _, d := range documents {
		size += len(d.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		r.Run(documents)
	}
}

// BenchmarkReview is a whole review of documents in memory, every check on.
// The samples hold a fault in every hundred bytes or so; the others are as
// long as articles are, and hold one in some two hundred words.
func BenchmarkReview(b *testing.B) {
	b.Run("samples", func(b *testing.B) {
		benchmark(b, all(b), readAll(b, "../../testdata/samples/*.txt"))
	})
	// Every word is an issue that overlaps the next.
	file, err := format.Read("bench.txt", []byte(strings.Repeat("word ", 1<<17)))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("one word", func(b *testing.B) { benchmark(b, all(b), []*document.Document{file.Document}) })
	for _, n := range []int{1_000, 10_000, 100_000} {
		terms := synthetic.Terms(n)
		g, err := termbase.Load([]termbase.File{{Name: "organs.tsv", Text: synthetic.Glossary(terms)}})
		if err != nil {
			b.Fatal(err)
		}
		var documents []*document.Document
		for _, text := range synthetic.Articles(64, terms) {
			file, err := format.Read("bench.txt", []byte(text))
			if err != nil {
				b.Fatal(err)
			}
			documents = append(documents, file.Document)
		}
		b.Run(fmt.Sprintf("%d_terms", n), func(b *testing.B) {
			benchmark(b, review.Review{Glossary: g, Options: review.Options{Checks: checks.All}, Jobs: 1}, documents)
		})
	}
}

// BenchmarkCorpus is a whole review of machine-translated texts, which hold a
// fault in every line or two: each by itself, and all of them over and over in
// one file, as large as one may be.
func BenchmarkCorpus(b *testing.B) {
	articles := readAll(b, "../../../shared/corpora/mt/[0-9][0-9][0-9].txt")
	if len(articles) == 0 {
		b.Skip("no corpus here")
	}
	b.Run("articles", func(b *testing.B) { benchmark(b, all(b), articles) })
	var texts strings.Builder
	for _, d := range articles {
		texts.WriteString(d.Text + "\n\n")
	}
	const size = 50 << 20
	file, err := format.Read("bench.txt", []byte(strings.Repeat(texts.String(), size/texts.Len())))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("one_file", func(b *testing.B) { benchmark(b, all(b), []*document.Document{file.Document}) })
}

// BenchmarkBuiltin is what every run of the program begins with.
func BenchmarkBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		all(b)
	}
}
