package format

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkRepeated reads files of one construct over and over, of two sizes: the
// bytes a second of both have to be alike, or a file could be made that keeps the
// reader busy for hours.
func BenchmarkRepeated(b *testing.B) {
	for _, c := range []struct{ name, path, head, unit, tail string }{
		{"references", "a.html", "<p>", "&amp;", "</p>"},
		{"open elements", "a.html", "", "<div>", ""},
		{"open headings", "a.html", "", "<h1>x", ""},
		{"unmatched ends", "a.html", strings.Repeat("<i>", 500), "</b>", ""},
		{"a list of strings", "a.json", `{"en":[`, `"x",`, `"x"]}`},
		{"marks of emphasis", "a.md", "", "a*b_", ""},
		{"inline marks", "a.adoc", "", "*x* ", ""},
		{"roles", "a.rst", "", ":a:`b` ", ""},
		{"cues", "a.srt", "", "1\n00:00:01,000 --> 00:00:02,000\nx\n\n", ""},
		{"strings of an entry", "a.po", "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"中\"\nmsgstr \"\"\n", "\"x\"\n", ""},
		{"records", "a.csv", "en,zh\n", "x,中\n", ""},
	} {
		for _, size := range []int{1 << 18, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%d", c.name, size), func(b *testing.B) {
				data := []byte(c.head + strings.Repeat(c.unit, size/len(c.unit)) + c.tail)
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					if _, err := Read(c.path, data); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
