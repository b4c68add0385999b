package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkThousandFiles is a folder of 1,000 files of 10 KB from the command
// line to the last byte of the report, by one worker and by two: of good English,
// and of machine translations with a fault in every hundred bytes or so.
func BenchmarkThousandFiles(b *testing.B) {
	const files, size = 1000, 10 << 10
	for _, kind := range []struct{ name, samples string }{{"good", "*.corrected.*"}, {"faulty", "*[a-z].txt"}} {
		folder := b.TempDir()
		text := sampleText(b, kind.samples)
		for i := range files {
			// Each begins elsewhere, at a paragraph, so that no two are the same.
			at := i * 997 % len(text)
			at += strings.Index(text[at:]+"\n\n", "\n\n")
			content := strings.ToValidUTF8(strings.Repeat(text[at:]+text[:at], 1+size/len(text))[:size], "")
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.txt", i)), []byte(content), 0o644); err != nil {
				b.Fatal(err)
			}
		}
		var reports [3][]byte
		for _, jobs := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/%d_jobs", kind.name, jobs), func(b *testing.B) {
				b.SetBytes(files * size)
				for b.Loop() {
					var out bytes.Buffer
					if status := run([]string{"check", "--format", "jsonl", "--fail-on", "never", "--jobs", fmt.Sprint(jobs), folder}, nil, &out, io.Discard); status != exitClean {
						b.Fatalf("exit status %d", status)
					}
					reports[jobs] = out.Bytes()
				}
			})
		}
		if reports[1] != nil && reports[2] != nil && !bytes.Equal(reports[1], reports[2]) {
			b.Errorf("%s: two workers report other bytes than one", kind.name)
		}
	}
}

// sampleText is the samples that a pattern names and that are good or not, as
// the pattern says, one after the other.
func sampleText(b *testing.B, pattern string) string {
	b.Helper()
	names, err := filepath.Glob(filepath.Join(top, "testdata", "samples", pattern))
	if err != nil || len(names) == 0 {
		b.Fatalf("%d samples: %v", len(names), err)
	}
	var out strings.Builder
	for _, name := range names {
		if strings.Contains(name, ".corrected.") != strings.Contains(pattern, "corrected") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		out.Write(data)
		out.WriteString("\n\n")
	}
	return out.String()
}

// BenchmarkOneLine is a file whose whole text stands on one line, in one string or
// cell, with a fault in every sentence: nothing may be done to all of it for each.
func BenchmarkOneLine(b *testing.B) {
	line := strings.Repeat("The President of the State came to the quay and went home early. ", 1<<20/65)
	for name, text := range map[string]string{"line.json": `{"en": "` + line + `"}`, "line.csv": "en\n" + line + "\n"} {
		path := filepath.Join(b.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if status := run([]string{"check", "--format", "patch", path}, nil, io.Discard, io.Discard); status != exitIssues {
					b.Fatalf("exit status %d", status)
				}
			}
		})
	}
}
