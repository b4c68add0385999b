package wording

import (
	"sort"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/termbase"
)

// Put is the suggestion to put a wording, as somebody gives it, in the place of a
// span: half-open bytes of the document, inside one of its segments. Words that
// stand there already stay, and so do markup and line breaks.
func Put(d *document.Document, text termbase.Text, span document.Span, new string) check.Suggestion {
	new = document.OneLine(new)
	m, ok := wordsIn(text, span)
	if !ok || hasDash(new) {
		return check.Suggestion{Text: new, Edits: []edit.Edit{{Start: span.Start, End: span.End, New: new}}}
	}
	p := at(d, text, m)
	defer p.release()
	p.unmarked = p.inOneRun()
	p.edits = p.edits[:0]
	p.smallest(new)
	return check.Suggestion{Text: new, Edits: p.room.Copy(p.edits)}
}

// hasDash reports whether a hyphen of the text joins no two words.
func hasDash(text string) bool {
	framed := " " + text + " "
	return strings.Contains(framed, " -") || strings.Contains(framed, "- ") || strings.Contains(text, "--")
}

// wordsIn are the words of a span, as a match of no term; not ok if there are none.
func wordsIn(text termbase.Text, span document.Span) (m termbase.Match, ok bool) {
	m.Span = span
	m.First = sort.Search(len(text.Words), func(i int) bool { return int(text.Words[i].End()) > span.Start })
	m.Last = sort.Search(len(text.Words), func(i int) bool { return int(text.Words[i].Start) >= span.End }) - 1
	m.Segment = sort.Search(len(text.Segments), func(i int) bool { return int(text.Segments[i]) > m.First }) - 1
	return m, m.First <= m.Last && int(text.Words[m.First].Start) >= span.Start && int(text.Words[m.Last].End()) <= span.End
}
