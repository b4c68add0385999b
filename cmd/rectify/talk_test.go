package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rectify/internal/document"
	"rectify/internal/review"
)

// The line of progress goes to a terminal alone, is late, and is taken away.
func TestProgress(t *testing.T) {
	var screen bytes.Buffer
	file := review.File{Document: document.New("docs/港务.txt", "", nil)}
	if piped := (&talkFlags{}).open(streams{err: &screen}, 3); piped.screen != nil {
		t.Error("a pipe gets a line of progress")
	}
	line := &talk{notes: &screen, screen: &screen, width: 60, files: 3, next: time.Now().Add(time.Hour)}
	line.file(file, file)
	if line.close(); screen.Len() > 0 {
		t.Errorf("a short review shows %q", &screen)
	}
	line.next = time.Now().Add(-time.Second)
	line.file(file, file)
	line.file(file, file)
	line.close()
	line.close()
	if want := "\r\x1b[Kreviewed 2 of 3: docs/港务.txt\r\x1b[K"; screen.String() != want {
		t.Errorf("%q, want %q", &screen, want)
	}
}

func TestProgressLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		path, width := rapid.String().Draw(t, "path"), rapid.IntRange(0, 80).Draw(t, "width")
		line := progressLine(rapid.IntRange(0, 1e6).Draw(t, "done"), 1e6, path, width)
		if utf8.RuneCountInString(line) > max(width-1, 0) || strings.ContainsAny(line, "\r\n\x1b") {
			t.Fatalf("%q in %d cells", line, width)
		}
	})
}
