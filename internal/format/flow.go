package format

import (
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// item is a piece of the content of a translation, in the order of the file.
type item struct {
	kind itemKind
	// at is the place of character data.
	at document.Span
	// join is what a gap puts between the text on both sides.
	join document.Join
	// name is that of the segment which begins here, or of the mark.
	name string
}

type itemKind uint8

const (
	itemText itemKind = iota
	itemCDATA
	itemGap
	itemSegment    // a segment of the unit begins
	itemSegmentEnd // and ends
	itemSub        // a text of its own begins, such as that of a footnote
	itemSubEnd     // and ends
	itemTranslate  // text begins that is to be translated
	itemKeep       // text begins that isn't
	itemSaid       // and ends
)

// page is the file that translations stand in, and how they are written there.
type page struct {
	text         string
	plain, cdata *document.Writing
	// room holds the sources of many units, one behind the other.
	room strings.Builder
}

func newPage(text string, escape func(string) string) *page {
	return &page{text: text, plain: &document.Writing{Escape: escape}, cdata: &document.Writing{Escape: markup.EscapeCDATA}}
}

// flow is the content of a translation in its file.
type flow struct {
	*page
	items []item
}

func (f *flow) reset(in *page) { f.page, f.items = in, f.items[:0] }

// reads reports whether there is text to read in it.
func (f *flow) reads() bool {
	return slices.ContainsFunc(f.items, func(i item) bool { return i.kind == itemText || i.kind == itemCDATA })
}

// mostRoom is how many bytes of sources are kept in one piece.
const mostRoom = 1 << 16

// source is the plain text of items: without codes, and in one line.
func (f *flow) source(items []item) string {
	plain, whole := f.only(items)
	if !whole {
		length := 0
		for _, i := range items {
			length += i.at.Len() + 1
		}
		if f.room.Cap()-f.room.Len() < length {
			f.room = strings.Builder{}
			f.room.Grow(max(length, min(mostRoom, len(f.text)/8)))
		}
		start := f.room.Len()
		f.writePlain(items)
		plain = f.room.String()[start:]
	}
	if strings.ContainsAny(plain, "\r\n\t") || plain != strings.TrimSpace(plain) {
		plain = document.OneLine(plain)
	}
	return plain
}

// only is the text of items that are one text, which stands in the file as it is.
func (f *flow) only(items []item) (text string, whole bool) {
	if len(items) != 1 || items[0].kind != itemText {
		return "", len(items) == 0
	}
	text = f.text[items[0].at.Start:items[0].at.End]
	return text, strings.IndexByte(text, '&') < 0
}

// writePlain appends the plain text of items to the room.
func (f *flow) writePlain(items []item) {
	sub := 0
	for _, i := range items {
		raw := f.text[i.at.Start:i.at.End]
		switch {
		case i.kind == itemSub:
			sub++
		case i.kind == itemSubEnd:
			sub--
		case sub > 0:
		case i.kind == itemText && strings.IndexByte(raw, '&') >= 0:
			for text := range markup.Stretches(raw, 0) {
				f.room.WriteString(text)
			}
		case i.kind == itemText, i.kind == itemCDATA:
			f.room.WriteString(raw)
		case i.kind == itemGap && i.join == document.Spaced:
			f.room.WriteByte(' ')
		}
	}
}

// write adds the items to a document as a segment, and behind it one for each
// sub-flow. It gives the place of the first.
func (f *flow) write(b *builder, items []item, name string) document.Span {
	var subs [][]item
	for n := 0; n < len(items); n++ {
		switch i := items[n]; i.kind {
		case itemText:
			for text, at := range markup.Stretches(f.text[i.at.Start:i.at.End], i.at.Start) {
				b.Put(text, at, f.plain)
			}
		case itemCDATA:
			b.Put(f.text[i.at.Start:i.at.End], i.at, f.cdata)
		case itemGap:
			b.Break(i.join)
		case itemSub:
			end := endOf(items, n, itemSub, itemSubEnd)
			subs = append(subs, items[n+1:end])
			n = end
		}
	}
	at := b.end(proseKind, name)
	for _, sub := range subs {
		f.write(b, sub, name)
	}
	return at
}

// endOf is the index of the item that ends what the item at an index begins.
func endOf(items []item, at int, begins, ends itemKind) int {
	open := 0
	for n := at; n < len(items); n++ {
		switch items[n].kind {
		case begins:
			open++
		case ends:
			if open--; open == 0 {
				return n
			}
		}
	}
	return len(items)
}
