package format

import (
	"rectify/internal/document"
)

// builder makes the document of a file that is text, of stretches of the file.
type builder struct{ document.Extraction }

// add takes text that reads on, with its place in the file.
func (b *builder) add(text string, at document.Span, escape func(string) string) {
	b.Add(text, 0, at, escape)
}

// end ends the segment, and gives its place; an empty one if nothing is in it.
func (b *builder) end(kind func(text string, runs []document.Run) document.Kind, name string) document.Span {
	segment := b.End()
	if segment == nil {
		return document.Span{}
	}
	segment.Kind, segment.Name = kind(b.Text(), segment.Runs), name
	return segment.Span()
}

// pair adds the source of the segments that were added at a span, or, if it is
// empty, of a translation that is missing at a place of the file.
func (b *builder) pair(at document.Span, source, name string, missing int) {
	b.Pair(document.Pair{Span: at, Source: source, Name: name, Missing: at.Len() == 0}, 0, missing)
}

// document is that of all that was added, from the text of its file.
func (b *builder) document(path, text string) *document.Document {
	return b.Document(path, []document.Part{{Text: text}}, false)
}
