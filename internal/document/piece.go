package document

import (
	"iter"
	"slices"
	"sort"

	"rectify/internal/edit"
)

// Piece is a stretch of the extracted text and where it stands.
type Piece struct {
	// Span is the stretch of the extracted text.
	Span
	// At is its place in the part.
	At Span
	*Writing

	// verbatim says that it stands there byte for byte. A piece that doesn't is one
	// escape, and is never divided.
	verbatim bool
}

// Writing is how text is written in the place where a piece stands.
type Writing struct {
	// Part is the index of the part that it stands in.
	Part int
	// Escape writes new text as the part must hold it; nil for as it is.
	Escape func(string) string
	// Frame is what has to be written anew when something in it changes; nil for
	// nothing.
	Frame *Frame
	// Copies are offsets in the part where the very bytes of the piece stand once
	// more, and are to change with them: a file may hold a text twice, for programs
	// old and new.
	Copies []int
}

// behind is how the text is written that follows so many bytes further on.
func (w *Writing) behind(bytes int) *Writing {
	if len(w.Copies) == 0 {
		return w
	}
	next := *w
	next.Copies = slices.Clone(w.Copies)
	for i := range next.Copies {
		next.Copies[i] += bytes
	}
	return &next
}

// piece is a Piece as it is kept: a large file has millions. No file is so large that
// an offset in it would not fit; see mostInput of the command line.
type piece struct {
	start, length, at, atLength uint32
	how                         *Writing
}

// verbatim is the bit of a length that says so.
const verbatim = 1 << 31

func newPiece(s, at Span, how *Writing) piece {
	return piece{uint32(s.Start), uint32(s.Len()), uint32(at.Start), uint32(at.Len()), how}
}

// end is where the piece ends in the extracted text.
func (p *piece) end() int { return int(p.start) + int(p.length&^verbatim) }

// compare finds out whether the piece stands in its part as it is.
func (p *piece) compare(text string, parts []Part) {
	if p.length != p.atLength {
		return
	}
	part := parts[p.how.Part].Text
	if text[p.start:p.start+p.length] == part[p.at:p.at+p.atLength] {
		p.length |= verbatim
	}
}

// piece is the piece of an index.
func (o *Origin) piece(i int) Piece {
	p := &o.pieces[i]
	at := int(p.at)
	return Piece{Span{int(p.start), p.end()}, Span{at, at + int(p.atLength)}, p.how, p.length&verbatim != 0}
}

// after is the index of the first piece that ends behind an offset.
func (o *Origin) after(offset int) int {
	return sort.Search(len(o.pieces), func(i int) bool { return o.pieces[i].end() > offset })
}

// Pieces are all that lead to the parts, sorted and without overlap.
func (o *Origin) Pieces() []Piece {
	all := make([]Piece, len(o.pieces))
	for i := range all {
		all[i] = o.piece(i)
	}
	return all
}

// In are the pieces that share a byte with a span of the extracted text.
func (o *Origin) In(s Span) iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		for i := o.after(s.Start); i < len(o.pieces) && int(o.pieces[i].start) < s.End; i++ {
			if !yield(o.piece(i)) {
				return
			}
		}
	}
}

// inner is an edit that lies inside a piece, as an edit of its part.
func (p Piece) inner(text string, e edit.Edit) edit.Edit {
	switch {
	case p.verbatim:
		return edit.Edit{Start: p.At.Start + e.Start - p.Start, End: p.At.Start + e.End - p.Start, New: p.escape(e.New)}
	case e.Start == e.End && e.Start == p.Start:
		return edit.Edit{Start: p.At.Start, End: p.At.Start, New: p.escape(e.New)}
	case e.Start == e.End && e.Start == p.End:
		return edit.Edit{Start: p.At.End, End: p.At.End, New: p.escape(e.New)}
	}
	return edit.Edit{Start: p.At.Start, End: p.At.End, New: p.escape(text[p.Start:e.Start] + e.New + text[e.End:p.End])}
}

func (p Piece) escape(text string) string {
	if p.Escape == nil || text == "" {
		return text
	}
	return p.Escape(text)
}
