package format

import (
	"fmt"
	"strings"
	"testing"
)

// generation is a version of XLIFF: what a file of it begins and ends with, and a
// unit of it by its number.
type generation struct{ version, head, unit, tail string }

var generations = []generation{
	{
		"1.2",
		`<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh-CN" target-language="en" datatype="plaintext"><body>`,
		`<trans-unit id="%[1]d" approved="yes"><source>第%[1]d号码头的<g id="1">船工</g>们会见了远道而来的代表团。</source><target state="translated">The boatmen of <g id="1">pier %[1]d</g> met a delegation that had come a long way &amp; gave it bread.</target></trans-unit>`,
		"</body></file></xliff>",
	},
	{
		"2.0",
		`<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh-CN" trgLang="en"><file id="f">`,
		`<unit id="%[1]d"><segment id="s" state="translated"><source>第%[1]d号码头的<pc id="1">船工</pc>们会见了远道而来的代表团。</source><target>The boatmen of <pc id="1">pier %[1]d</pc> met a delegation that had come a long way &amp; gave it bread.</target></segment></unit>`,
		"</file></xliff>",
	},
}

// large is a file of about so many bytes, as a CAT tool exports it.
func (g generation) large(bytes int) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + g.head + "\n")
	for i := 0; b.Len() < bytes; i++ {
		fmt.Fprintf(&b, g.unit+"\n", i)
	}
	b.WriteString(g.tail + "\n")
	return []byte(b.String())
}

// BenchmarkXLIFF reads a file of 8 MB: at least 20 MB a second are promised.
func BenchmarkXLIFF(b *testing.B) {
	for _, g := range generations {
		b.Run(g.version, func(b *testing.B) {
			data := g.large(8 << 20)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read("a.xlf", data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
