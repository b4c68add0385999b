package report

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// BenchmarkFormats is every report of one file of 1,500 issues, and of 100 files of
// 16: nothing may be done to all of a file for each issue, and little for each file.
func BenchmarkFormats(b *testing.B) {
	news := strings.Split(visitText, "\n\n")[1]
	text := func(paragraphs int) string {
		var out strings.Builder
		for i := range paragraphs {
			fmt.Fprintf(&out, "%s Number %d.\n\n", news, i)
		}
		return out.String()
	}
	faults := []fault{
		{deprecated, "President of the State", president, "the glossary lists this rendering as wrong", []string{"Chinese President"}, true},
		{variant, "All China", federation, "the official name has a hyphen", []string{"All-China"}, true},
		{acronym, "on Friday", nil, "no month is named", nil, false},
	}
	one, many := newResult(newFile("one.txt", text(375), faults...)), newResult()
	for i := range 100 {
		many.Files = append(many.Files, newFile(fmt.Sprintf("%03d.txt", i), text(4), faults...))
	}
	for _, format := range Formats {
		b.Run(format.Name+"/one", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := format.Write(io.Discard, one, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(format.Name+"/many", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := format.Write(io.Discard, many, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
