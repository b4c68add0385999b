package format

import (
	"fmt"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"
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

// BenchmarkXLIFF reads a file of 8 MB: at least 30 MB a second are promised.
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

// BenchmarkXLIFFMemory reads a file of 32 MB, and tells what the heap holds for each
// byte of the file, the file included: while it is read at most, and when it is done.
// At most three bytes are promised.
func BenchmarkXLIFFMemory(b *testing.B) {
	for _, g := range generations {
		b.Run(g.version, func(b *testing.B) {
			var peak, kept uint64
			data := g.large(32 << 20)
			var before uint64
			for b.Loop() {
				runtime.GC()
				before = heap() - uint64(len(data))
				stop := make(chan bool)
				highest := make(chan uint64)
				go sample(stop, highest)
				f, err := Read("a.xlf", data)
				stop <- true
				if err != nil {
					b.Fatal(err)
				}
				peak = max(peak, <-highest-before)
				runtime.GC()
				kept = heap() - before
				runtime.KeepAlive(f)
			}
			b.ReportMetric(float64(peak)/float64(len(data)), "peak-B/file-B")
			b.ReportMetric(float64(kept)/float64(len(data)), "kept-B/file-B")
			runtime.KeepAlive(data)
		})
	}
}

// sample tells the highest state of the heap until it is stopped.
func sample(stop <-chan bool, highest chan<- uint64) {
	var high uint64
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for {
		high = max(high, heap())
		select {
		case <-stop:
			highest <- max(high, heap())
			return
		case <-tick.C:
		}
	}
}

// heap is how many bytes its objects take, those that nothing holds any more included.
func heap() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
