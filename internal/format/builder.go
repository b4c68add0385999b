package format

import (
	"strings"
	"unicode"

	"rectify/internal/document"
)

// builder makes the document of a file that is text, segment by segment, of
// stretches of the file.
type builder struct {
	document.Extraction
	segments []document.Segment
	pairs    []document.Pair
	// runs are those of the segment being built, pending what stands between the
	// last and the next one, and mark what is shown there.
	runs    []document.Run
	pending document.Join
	mark    string
}

// object stands in the extracted text for what can't be read, such as an image.
const object = "\ufffc"

// add takes text that reads on, with its place in the file. A line end in it
// parts two runs.
func (b *builder) add(text string, at document.Span, escape func(string) string) {
	if text == "" {
		return
	}
	if b.pending != document.Glued && len(b.runs) > 0 {
		b.Gap(b.mark)
	}
	if n := at.Len(); n != len(text) || !strings.ContainsAny(text, "\r\n") {
		s := b.Add(text, 0, at, escape)
		if strings.Trim(text, "\r\n") == "" { // a line end written as an escape
			b.pending = max(b.pending, document.Spaced)
			return
		}
		b.run(s)
		return
	}
	for len(text) > 0 {
		n := strings.IndexAny(text, "\r\n")
		if n < 0 {
			n = len(text)
		}
		line := n + len(text[n:]) - len(strings.TrimLeft(text[n:], "\r\n"))
		s := b.Add(text[:line], 0, document.Span{Start: at.Start, End: at.Start + line}, escape)
		if n > 0 {
			b.run(document.Span{Start: s.Start, End: s.Start + n})
		}
		if line > n {
			b.gap(document.Spaced, "")
		}
		text, at.Start = text[line:], at.Start+line
	}
}

// run adds a stretch of the extracted text to the runs.
func (b *builder) run(s document.Span) {
	if n := len(b.runs); n > 0 && b.pending == document.Glued && b.runs[n-1].End == s.Start {
		b.runs[n-1].End = s.End
		return
	}
	b.runs = append(b.runs, document.Run{Span: s, Before: b.pending})
	b.pending, b.mark = document.Glued, ""
}

// gap widens what stands between the text before and the text behind it; mark is
// what is read there.
func (b *builder) gap(join document.Join, mark string) {
	if join > b.pending {
		b.pending, b.mark = join, mark
	}
}

// end ends the segment, and gives its place; an empty one if nothing is in it.
func (b *builder) end(kind func(text string, runs []document.Run) document.Kind, name string) document.Span {
	runs := document.TrimRuns(b.Text(), b.runs)
	var at document.Span
	if len(runs) > 0 {
		b.segments = append(b.segments, document.Segment{Kind: kind(b.Text(), runs), Runs: runs, Name: name})
		at = b.segments[len(b.segments)-1].Span()
	}
	b.Gap("\n")
	b.runs, b.pending, b.mark = b.runs[:0], document.Glued, ""
	return at
}

// pair adds the source of the segments that were added at a span, or, if it is
// empty, of a translation that is missing at a place of the file.
func (b *builder) pair(at document.Span, source, name string, missing int) {
	if at.Len() == 0 {
		b.Mark(0, missing)
		at = document.Span{Start: b.Len(), End: b.Len()}
		b.Gap("\n")
	}
	b.pairs = append(b.pairs, document.Pair{Span: at, Source: source, Name: name})
}

// document is that of all that was added, from the text of its file.
func (b *builder) document(path, text string) *document.Document {
	d := b.Document(path, b.segments, []document.Part{{Text: text}}, false)
	d.Pairs = b.pairs
	return d
}

// proseKind tells a sentence from a label by its length and its end.
func proseKind(text string, runs []document.Run) document.Kind {
	words := 0
	for _, run := range runs {
		for range strings.FieldsSeq(text[run.Start:run.End]) {
			words++
		}
	}
	if last := runs[len(runs)-1]; words > cellWords || terminal(text[last.Start:last.End]) {
		return document.Paragraph
	}
	return document.Cell
}

// hanText reports whether a text holds Chinese.
func hanText(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
