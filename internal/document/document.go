// Package document is the text under review: what a reader of a file format
// hands on, and the one place that turns byte offsets into lines and columns.
//
// Every position in rectify is a byte offset into [Document.Text], half-open
// and on rune boundaries, from the first read to the last print: nothing is
// ever searched for again.
package document

import (
	"slices"
	"sort"
)

// Span is a half-open range of byte offsets into the text of a document.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains reports whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Position is a place as people count: Line and Column from 1, columns in
// characters; Offset in bytes from 0.
type Position struct {
	Offset int `json:"offset"`
	Line   int `json:"line"`
	Column int `json:"column"`
}

// Join says what stands between a run of text and the run before it.
type Join int

const (
	// Glued runs touch: only markup without width stands between them, such
	// as the asterisks of an emphasis or the target of a link.
	Glued Join = iota
	// Spaced runs are separate words of one sentence: a line break with the
	// markup around it, such as the mark of a quotation.
	Spaced
	// Broken runs don't read on: a code span or an image stands between them.
	Broken
)

// Run is a stretch of reviewable text without markup inside.
type Run struct {
	Span
	// Before says how the run joins the one before it in its segment; it
	// means nothing in the first run.
	Before Join
}

// Kind says what a segment is to its reader.
type Kind uint8

const (
	// Paragraph is running text.
	Paragraph Kind = iota
	// Heading is a title; its capitals are not the sentence's.
	Heading
	// Cell is a table cell, a label or another fragment that is no sentence.
	Cell
)

// Segment is a unit of text that reads on, as in XLIFF: a paragraph, a
// heading, a table cell. No term and no sentence crosses its border.
type Segment struct {
	Runs []Run
	// Name is what the format calls the segment, for a person who looks for it
	// there: "unit 12", "table 2, row 3, column 1"; "" where the line says
	// enough.
	Name string
	Kind Kind
	// Aside says that the segment stands beside the text and is read by itself: in a
	// header, a text box, an attribute. What is introduced there is not introduced
	// in the text.
	Aside bool
}

// Pair is a stretch of the text and the Chinese that it renders, as a bilingual
// file has them or as they were aligned.
type Pair struct {
	// Span is the rendering in the text; an empty span stands where the rendering
	// of a source that was lost should be.
	Span
	// Source is the Chinese, "" for a rendering of nothing.
	Source string
	// Missing says that the file has a place for the rendering, and nothing in it: it
	// isn't only that none was found.
	Missing bool
	// Name is where the source stands, for a person: "line 12", "unit 3".
	Name string
}

// Directive begins a comment that speaks to rectify. Other comments are no concern
// of a review.
const Directive = "rectify-ignore"

// Comment is a comment in the file, which no reader of the text sees.
type Comment struct {
	// Span is where it stands, with its marks; where the text has nothing of it,
	// an empty span.
	Span
	// Text is what it says, without its marks.
	Text string
	// About is the segment that it stands in or, where it stands in none, the next
	// one; an empty span at the end where there is none.
	About Span
}

// Span is the range from the first to the last byte of the segment, markup
// between its runs included; empty for a segment without runs.
func (s Segment) Span() Span {
	if len(s.Runs) == 0 {
		return Span{}
	}
	return Span{s.Runs[0].Start, s.Runs[len(s.Runs)-1].End}
}

// RunsIn are the runs that share a byte with a span or touch it.
func (s Segment) RunsIn(at Span) []Run {
	begin := sort.Search(len(s.Runs), func(i int) bool { return s.Runs[i].End >= at.Start })
	end := begin
	for end < len(s.Runs) && s.Runs[end].Start <= at.End {
		end++
	}
	return s.Runs[begin:end]
}

// Document is one text as it was read.
type Document struct {
	// Path names the document to its user.
	Path string
	// Text is the whole content as UTF-8, byte order mark and line ends
	// included. For UTF-8 files it is the file's bytes.
	Text string
	// Segments are the reviewable parts, in the order of the text.
	Segments []Segment
	// Pairs holds the text against its Chinese source, sorted by Start and not
	// overlapping; none where the source is not at hand. No pair crosses the
	// border of a segment unless it holds all of it.
	Pairs []Pair
	// Page says that it is a page of the web, which has labels such as "Share" of
	// its own.
	Page bool
	// Note tells the user what of the file isn't reviewed, "" if all is.
	Note string

	// Comments are those that hold a [Directive], in the order of the text.
	Comments []Comment

	// Origin leads from the text to the file that it was extracted from; nil
	// where the text is the file's own.
	Origin *Origin

	lines lines
}

// New makes a document of a file's own text and indexes its lines. A text that
// is extracted from a file is made by an [Extraction].
func New(path, text string, segments []Segment) *Document {
	return &Document{Path: path, Text: text, Segments: segments, lines: indexLines(text)}
}

// Range is where a span of the text stands in the file: in line and column of
// the file if it is text, or of the extracted text if it is not. Offsets outside
// the text are taken as its nearest end.
func (d *Document) Range(s Span) (start, end Position) {
	start = d.Position(s.Start)
	if s.Len() == 0 {
		return start, start
	}
	return start, d.positionAfter(s.End)
}

// Position is where an offset of the text stands, as [Document.Range] says it.
func (d *Document) Position(offset int) Position {
	offset = min(max(offset, 0), len(d.Text))
	if d.Origin == nil || d.Origin.Foreign {
		return d.lines.position(d.Text, offset)
	}
	part, at := d.Locate(offset)
	return d.Origin.Parts[part].position(at)
}

// positionAfter is where the text before an offset ends: not behind a mark that
// follows it.
func (d *Document) positionAfter(offset int) Position {
	offset = min(max(offset, 0), len(d.Text))
	if d.Origin == nil || d.Origin.Foreign {
		return d.lines.position(d.Text, offset)
	}
	part, at := d.locateAfter(offset)
	return d.Origin.Parts[part].position(at)
}

// Slice is the text of a span.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Line is the span of a line of the text, counted from 1, without its line end.
func (d *Document) Line(n int) Span { return d.lines.line(d.Text, n) }

// LineAt is the span of the line of the text that an offset lies in.
func (d *Document) LineAt(offset int) Span { return d.lines.line(d.Text, d.lines.number(offset)) }

// Lines is the number of lines of the text; a final line end opens no further
// line.
func (d *Document) Lines() int {
	if n := len(d.lines.starts); n > 1 && d.lines.starts[n-1] == len(d.Text) {
		return n - 1
	}
	return len(d.lines.starts)
}

// Name is what the format calls the place of an offset: the name of its segment, or
// of the rendering that is missing there; "" where that has none.
func (d *Document) Name(offset int) string {
	if i, found := slices.BinarySearchFunc(d.Pairs, offset, func(p Pair, at int) int { return p.Start - at }); found && d.Pairs[i].Missing {
		return d.Pairs[i].Name
	}
	i := sort.Search(len(d.Segments), func(i int) bool { return d.Segments[i].Span().Start > offset })
	if i == 0 {
		return ""
	}
	return d.Segments[i-1].Name
}
