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
	// name is that of the segment which begins here.
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
)

// flow is the content of a translation, and the file that it stands in.
type flow struct {
	items  []item
	text   string
	escape func(string) string
}

func (f *flow) reset(text string, escape func(string) string) {
	f.items, f.text, f.escape = f.items[:0], text, escape
}

// reads reports whether there is text to read in it.
func (f *flow) reads() bool {
	return slices.ContainsFunc(f.items, func(i item) bool { return i.kind == itemText || i.kind == itemCDATA })
}

// source is the plain text of items: without codes, and in one line.
func (f flow) source(items []item) string {
	var out strings.Builder
	sub := 0
	for _, i := range items {
		switch i.kind {
		case itemText, itemCDATA:
			if sub > 0 {
				continue
			}
			raw := f.text[i.at.Start:i.at.End]
			if i.kind == itemText {
				raw = markup.Plain(raw)
			}
			out.WriteString(raw)
		case itemSub:
			sub++
		case itemSubEnd:
			sub--
		case itemGap:
			if i.join == document.Spaced {
				out.WriteByte(' ')
			}
		}
	}
	plain := out.String()
	if strings.ContainsAny(plain, "\r\n\t") || plain != strings.TrimSpace(plain) {
		plain = strings.Join(strings.Fields(plain), " ")
	}
	return plain
}

// write adds the items to a document as a segment, and behind it one for each
// sub-flow. It gives the place of the first.
func (f flow) write(b *builder, items []item, name string) document.Span {
	var subs [][]item
	for n := 0; n < len(items); n++ {
		switch i := items[n]; i.kind {
		case itemText:
			for text, at := range markup.Stretches(f.text[i.at.Start:i.at.End], i.at.Start) {
				b.add(text, at, f.escape)
			}
		case itemCDATA:
			b.add(f.text[i.at.Start:i.at.End], i.at, markup.EscapeCDATA)
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
