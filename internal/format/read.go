// Package format reads files into documents and writes changed text back: a
// reader a file format, and what they share, the encodings. What a reader
// hands on are offsets into the text as it is; nothing is normalized.
package format

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"rectify/internal/document"
)

// formats lists every format that rectify reads. The first one also takes
// files of other extensions, if their owner names them.
var formats = []struct {
	extensions []string
	// limits says what keeps a text from being read in bounded time; nil for
	// none.
	limits   func(text string) error
	segments func(text string) []document.Segment
}{
	{[]string{".txt", ".text"}, nil, textSegments},
	{[]string{".md", ".markdown"}, markdownLimits, markdownSegments},
}

// File is a text as it was read from a file.
type File struct {
	Document *document.Document
	// Encoding is what the text is to be written back in.
	Encoding Encoding
}

// Read makes a document of the bytes of a file. The extension of the path, in
// any case, tells the format; any other file is plain text. It fails, naming
// the path, on bytes that are no text, and on marks nested so deep that reading
// them would take no end.
func Read(path string, data []byte) (*File, error) {
	text, enc, err := Decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	format := formats[max(0, formatOf(path))]
	if format.limits != nil {
		if err := format.limits(text); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return &File{document.New(path, text, format.segments(text)), enc}, nil
}

// Extensions lists the extensions of the formats, each with its dot.
func Extensions() []string {
	var all []string
	for _, f := range formats {
		all = append(all, f.extensions...)
	}
	return all
}

// formatOf is the index of the format of a path, -1 if none has its extension.
func formatOf(path string) int {
	extension := strings.ToLower(filepath.Ext(path))
	for i, f := range formats {
		if slices.Contains(f.extensions, extension) {
			return i
		}
	}
	return -1
}
