package office

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// odtInline are the elements of a paragraph that text reads on across.
var odtInline = strings.Fields("span a meta meta-field ruby ruby-base")

// odtSilent are those that show nothing where they stand.
var odtSilent = strings.Fields(`annotation annotation-end bookmark bookmark-start bookmark-end reference-mark
	reference-mark-start reference-mark-end change change-start change-end soft-page-break ruby-text
	toc-mark toc-mark-start toc-mark-end user-index-mark user-index-mark-start user-index-mark-end
	alphabetical-index-mark alphabetical-index-mark-start alphabetical-index-mark-end`)

// inline reads what stands in the element of a paragraph whose start tag was read
// last.
func (o *odtReader) inline(d *document.Draft) error {
	return o.Inside(func(t markup.Token) error {
		if t.Kind == markup.Start {
			return o.mark(d, t)
		}
		return o.characters(t, func(text string, at document.Span, escape func(string) string) { o.collapsed(d, text, at, escape) })
	})
}

// mark reads an element of a paragraph.
func (o *odtReader) mark(d *document.Draft, t markup.Token) error {
	switch {
	case slices.Contains(odtSilent, t.Name):
		return nil
	case t.Space == odfDraw:
		if t.In(odfText, "anchor-type") == "as-char" {
			d.Break(document.Broken)
		}
		return o.drawing(d.Hold)
	case t.Space != odfText:
		d.Break(document.Broken)
		return nil
	case slices.Contains(odtInline, t.Name):
		return o.inline(d)
	}
	switch t.Name {
	case "s":
		start := t.Start
		end, err := o.skip()
		d.Add(" ", o.index, document.Span{Start: start, End: end}, markup.EscapeText)
		return err
	case "tab", "line-break":
		d.Break(document.Spaced)
		return nil
	case "note":
		return o.note(d, t.In(odfText, "note-class"))
	}
	// A field shows what is found anew whenever the document is opened.
	var shown document.Draft
	err := o.inline(&shown)
	d.Fixed(shown.Text())
	return err
}

// note reads a footnote or an endnote, which follows the paragraph.
func (o *odtReader) note(d *document.Draft, class string) error {
	if class != "endnote" {
		class = "footnote"
	}
	o.notes[class]++
	place := fmt.Sprintf("%s %d", class, o.notes[class])
	return o.elements(func(t markup.Token) error {
		if t.Name != "note-body" {
			return nil
		}
		return o.blocks(&scope{emit: d.Hold, place: place})
	})
}

// odtSpaces are white space of OpenDocument, which counts as one space; not the
// one space between words that is what it looks like.
var odtSpaces = regexp.MustCompile(`^[ \t\r\n]+|[ \t\r\n]+$|[ \t\r\n]{2,}|[\t\r\n]`)

// collapsed adds text in which white space, however long, is one space.
func (o *odtReader) collapsed(d *document.Draft, text string, at document.Span, escape func(string) string) {
	if len(text) != at.Len() { // an escape
		if odtSpaces.MatchString(text) {
			d.Space(o.index, at, escape)
		} else {
			d.Add(text, o.index, at, escape)
		}
		return
	}
	from := 0
	for _, m := range odtSpaces.FindAllStringIndex(text, -1) {
		d.Add(text[from:m[0]], o.index, document.Span{Start: at.Start + from, End: at.Start + m[0]}, escape)
		d.Space(o.index, document.Span{Start: at.Start + m[0], End: at.Start + m[1]}, escape)
		from = m[1]
	}
	d.Add(text[from:], o.index, document.Span{Start: at.Start + from, End: at.End}, escape)
}
