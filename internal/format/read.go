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
	"rectify/internal/edit"
	"rectify/internal/office"
)

// fileFormat is one that rectify reads.
type fileFormat struct {
	extensions []string
	// read makes a document of the bytes of a file. Its errors don't name the
	// path.
	read reader
	// named says that files of the format are only read when they are named: most
	// of them hold no texts.
	named bool
}

// formats lists every format. The first one also takes files of other extensions,
// if their owner names them.
var formats = append([]fileFormat{
	{[]string{".txt", ".text"}, commented(textComments, own(nil, textSegments)), false},
	{[]string{".md", ".markdown"}, commented(markdownComments, own(markdownLimits, markdownSegments)), false},
	{[]string{".html", ".htm", ".xhtml"}, extracted(readHTML), false},
	{xliffExtensions, commented(xmlComments, extractedXML(readXLIFF)), false},
	{[]string{".tmx"}, commented(xmlComments, extractedXML(tmx)), false},
	{[]string{".po"}, commented(lineComments("# "), decoded(po)), false},
	{[]string{".srt"}, extracted(srt), false},
	{[]string{".vtt"}, commented(lineComments("NOTE "), extracted(vtt)), false},
	{[]string{".adoc", ".asciidoc"}, commented(lineComments("// "), extracted(asciidoc)), false},
	{[]string{".rst"}, commented(lineComments(".. "), extracted(restructured)), false},
	{[]string{".csv"}, decoded(csv), true},
	{[]string{".tsv", ".tab"}, decoded(tsv), true},
	{[]string{".json"}, decoded(jsonText), true},
	{[]string{".jsonl", ".ndjson"}, decoded(jsonLines), true},
}, officeFormats()...)

// reader reads the bytes of a file.
type reader func(path string, data []byte, o Options) (*File, error)

// own reads files whose text is reviewed as it is. limits says what keeps a text
// from being read in bounded time; nil for nothing.
func own(limits func(text string) error, segments func(text string) []document.Segment) reader {
	return extracted(func(path, text string) (*document.Document, error) {
		if limits != nil {
			if err := limits(text); err != nil {
				return nil, err
			}
		}
		return document.New(path, text, segments(text)), nil
	})
}

// extracted reads files that are text, whose document is made by extract.
func extracted(extract func(path, text string) (*document.Document, error)) reader {
	return decoded(func(path, text string, _ Encoding, _ Options) (*document.Document, error) { return extract(path, text) })
}

// decoded reads files that are text, and tells extract in which encoding.
func decoded(extract func(path, text string, enc Encoding, o Options) (*document.Document, error)) reader {
	return func(path string, data []byte, o Options) (*File, error) {
		if what := office.Tell(data); what.Name != "" {
			return nil, fmt.Errorf("it is %s, whatever its name says: %s", what.Name, what.Advice)
		}
		text, enc, err := Decode(data)
		if err != nil {
			return nil, err
		}
		d, err := extract(path, text, enc, o)
		if err != nil {
			return nil, err
		}
		return &File{Document: d, Encoding: enc, Data: data}, nil
	}
}

// File is a text as it was read from a file.
type File struct {
	Document *document.Document
	// Encoding is what the text is to be written back in.
	Encoding Encoding
	// Data are the bytes of the file, which nobody may change: the text is made of
	// them.
	Data []byte

	// Office is the document of an office program that it is; nil for another file.
	Office *office.File

	// pack makes a file again of the texts of its parts, by their index, those
	// that changed; nil for a file that is itself text.
	pack func(changed map[int]string) ([]byte, error)
	// options are those it was read with.
	options Options
}

// Apply gives the bytes of the file with the edits made to its document, given
// in any order; without edits they are Data. Every byte that no edit names stays. It
// fails on edits that touch each other or lie where nothing can be changed, and on a
// file that doesn't survive being read and written, for places that nobody changed
// would differ.
func (f *File) Apply(edits []edit.Edit) ([]byte, error) {
	if len(edits) == 0 {
		return f.Data, nil
	}
	if f.pack != nil {
		return f.applyParts(edits)
	}
	if err := f.Changeable(); err != nil {
		return nil, err
	}
	text, edits, err := f.Document.FileText(slices.SortedFunc(slices.Values(edits), edit.Compare))
	if err != nil {
		return nil, err
	}
	if text, err = edit.Apply(text, edits); err != nil {
		return nil, err
	}
	data, err := f.Encoding.Encode(text)
	if err != nil {
		return nil, err
	}
	if back, _, err := Decode(data); err != nil || back != text {
		return nil, fmt.Errorf("the new text can't be told as %s any more: convert the file to UTF-8 first", f.Encoding)
	}
	return data, nil
}

// Changeable fails if a change would alter more of the file than it names.
func (f *File) Changeable() error {
	if f.pack == nil && !RoundTrips(f.Data) {
		return fmt.Errorf("it doesn't survive being read and written as %s, places that nobody changed would differ: convert it to UTF-8 first", f.Encoding)
	}
	return nil
}

func (f *File) applyParts(edits []edit.Edit) ([]byte, error) {
	parts, err := f.Document.FileEdits(slices.SortedFunc(slices.Values(edits), edit.Compare))
	if err != nil {
		return nil, err
	}
	changed := map[int]string{}
	for _, p := range parts {
		if changed[p.Part], err = edit.Apply(f.Document.Origin.Parts[p.Part].Text, p.Edits); err != nil {
			return nil, err
		}
	}
	return f.pack(changed)
}

// Options say what a file can't say itself.
type Options struct {
	// Columns are the columns of a table, or the keys of JSON, that are reviewed
	// and that they are held against.
	Columns []Column
}

// Read makes a document of the bytes of a file. The extension of the path, in
// any case, tells the format; any other file is plain text. The caller gives the bytes
// away, and must not change them any more: see [Decode]. It fails, naming the path, on
// bytes that are no text, and on marks nested so deep that reading them would take no
// end.
func (o Options) Read(path string, data []byte) (*File, error) {
	file, err := formats[max(0, formatOf(path))].read(path, data, o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	file.options = o
	if d := file.Document; d.Note == "" && isChinese(d) {
		d.Note = "nothing to review: it is Chinese; name its English, and this file with --source"
	}
	return file, nil
}

// Read reads a file without options. The bytes are given away as to [Options.Read].
func Read(path string, data []byte) (*File, error) { return Options{}.Read(path, data) }

// Again reads other bytes, which are given away, as the file was read.
func (f *File) Again(data []byte) (*File, error) { return f.options.Read(f.Document.Path, data) }

// Extensions lists the extensions that are looked for in folders, each with its
// dot.
func Extensions() []string {
	var all []string
	for _, f := range formats {
		if !f.named {
			all = append(all, f.extensions...)
		}
	}
	return all
}

// formatOf is the index of the format of a path, -1 if none has its extension.
func formatOf(path string) int {
	extension := extensionOf(path)
	for i, f := range formats {
		if slices.Contains(f.extensions, extension) {
			return i
		}
	}
	return -1
}

func extensionOf(path string) string { return strings.ToLower(filepath.Ext(path)) }
