package format

import (
	"fmt"
	"strings"
	"testing"
)

// largeXLIFF is a file of about so many bytes, as a CAT tool exports it.
func largeXLIFF(bytes int) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh-CN" target-language="en" datatype="plaintext"><body>` + "\n")
	for i := 0; b.Len() < bytes; i++ {
		fmt.Fprintf(&b, `<trans-unit id="%d" approved="yes"><source>第%d号码头的<g id="1">船工</g>们会见了远道而来的代表团。</source><target state="translated">The boatmen of <g id="1">pier %d</g> met a delegation that had come a long way &amp; gave it bread.</target></trans-unit>`+"\n", i, i, i)
	}
	b.WriteString("</body></file></xliff>\n")
	return []byte(b.String())
}

// BenchmarkXLIFF reads a file of 8 MB: at least 20 MB a second are promised.
func BenchmarkXLIFF(b *testing.B) {
	data := largeXLIFF(8 << 20)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("a.xlf", data); err != nil {
			b.Fatal(err)
		}
	}
}
