// Package document is the text under review: what a reader of a file format
// hands on, and the one place that turns byte offsets into lines and columns.
//
// Every position in rectify is a byte offset into [Document.Text], half-open
// and on rune boundaries, from the first read to the last print: nothing is
// ever searched for again.
package document

import (
	"sort"
	"unicode/utf8"
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
type Kind int

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
	Kind Kind
	Runs []Run
	// Name is what the format calls the segment, for a person who looks for it
	// there: "unit 12", "table 2, row 3, column 1"; "" where the line says
	// enough.
	Name string
}

// Pair is a stretch of the text and the Chinese that it renders, as a bilingual
// file has them or as they were aligned.
type Pair struct {
	// Span is the rendering in the text; an empty span stands where the rendering
	// of a source that was lost should be.
	Span
	// Source is the Chinese, "" for a rendering of nothing.
	Source string
	// Name is where the source stands, for a person: "line 12", "unit 3".
	Name string
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

	lines []int
	// runes is how many characters stand before every block of the text.
	runes []int
}

// New makes a document and indexes its lines.
func New(path, text string, segments []Segment) *Document {
	d := &Document{Path: path, Text: text, Segments: segments, lines: []int{0}}
	runes := 0
	for i := 0; i < len(text); i++ {
		if i%block == 0 {
			d.runes = append(d.runes, runes)
		}
		if utf8.RuneStart(text[i]) {
			runes++
		}
		if text[i] == '\n' {
			d.lines = append(d.lines, i+1)
		}
	}
	d.runes = append(d.runes, runes)
	return d
}

// block is how many bytes are counted at most to tell a column, however long
// the line is.
const block = 1 << 10

// before is how many characters stand before an offset.
func (d *Document) before(offset int) int {
	at := offset / block
	n := d.runes[min(at, len(d.runes)-1)]
	for i := at * block; i < offset; i++ {
		if utf8.RuneStart(d.Text[i]) {
			n++
		}
	}
	return n
}

// Position turns a byte offset into line and column. An offset outside the
// text is taken as its nearest end.
func (d *Document) Position(offset int) Position {
	offset = min(max(offset, 0), len(d.Text))
	line := sort.SearchInts(d.lines, offset+1)
	start := d.lines[line-1]
	if start == 0 && len(d.Text) >= len(bom) && d.Text[:len(bom)] == bom && offset >= len(bom) {
		start = len(bom) // the mark is no character that an editor would count
	}
	return Position{Offset: offset, Line: line, Column: 1 + d.before(offset) - d.before(start)}
}

const bom = "\ufeff"

// Slice is the text of a span.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Line is the span of a line, counted from 1, without its line end.
func (d *Document) Line(n int) Span {
	start, end := d.lines[n-1], len(d.Text)
	if n < len(d.lines) {
		end = d.lines[n] - 1
	}
	if end > start && d.Text[end-1] == '\r' {
		end--
	}
	return Span{start, end}
}

// Lines is the number of lines; a final line end opens no further line.
func (d *Document) Lines() int {
	if n := len(d.lines); n > 1 && d.lines[n-1] == len(d.Text) {
		return n - 1
	}
	return len(d.lines)
}
