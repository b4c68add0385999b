package format

import (
	"strings"

	"rectify/internal/document"
)

// proseKind is the kind of a text that marks set apart: a label, unless it is long or
// ends as a sentence does.
func proseKind(text string, runs []document.Run) document.Kind {
	words := 0
	for _, run := range runs {
		for range strings.FieldsSeq(text[run.Start:run.End]) {
			if words++; words > cellWords {
				return document.Paragraph
			}
		}
	}
	if last := runs[len(runs)-1]; terminal(text[last.Start:last.End]) {
		return document.Paragraph
	}
	return document.Cell
}

// headingKind is the kind of a title.
func headingKind(string, []document.Run) document.Kind { return document.Heading }

// cellKind is the kind of a cell of a table, which no mark makes a sentence.
func cellKind(string, []document.Run) document.Kind { return document.Cell }

// labels gives the segments of a document that are no headings their kinds.
func labels(d *document.Document) {
	for i := range d.Segments {
		if s := &d.Segments[i]; s.Kind != document.Heading {
			s.Kind = proseKind(d.Text, s.Runs)
		}
	}
}
