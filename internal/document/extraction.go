package document

import (
	"slices"
	"strings"
)

// Extraction builds the document of a file from its parts: segment by segment, and
// each of them stretch by stretch. A segment that can't be written before all of
// it is read is a [Draft].
type Extraction struct {
	text     strings.Builder
	pieces   []Piece
	segments []Segment
	pairs    []Pair
	frame    *Frame
	// comments are those so far; settled is how many of them have their segment.
	comments []Comment
	settled  int

	// begin is where the segment that is being built starts, runs are those of it,
	// pending is what stands between the last and the next one, and mark what is
	// read there.
	begin   int
	runs    []Run
	pending Join
	mark    string
}

// Object stands in the extracted text for what can't be read, such as an image.
const Object = "\ufffc"

// joinMarks are what is read between two runs.
var joinMarks = [...]string{Glued: "", Spaced: " ", Broken: Object}

// Within sets the frame that what is added from now on stands in, nil for none.
func (x *Extraction) Within(frame *Frame) { x.frame = frame }

// Grow makes room for so many bytes of text in so many pieces.
func (x *Extraction) Grow(text, pieces int) {
	x.text.Grow(text)
	x.pieces = slices.Grow(x.pieces, pieces)
}

// Len is the length of the text so far.
func (x *Extraction) Len() int { return x.text.Len() }

// Text is the text so far.
func (x *Extraction) Text() string { return x.text.String() }

// Add appends text that reads on, and that stands in a part at a place. An escape
// is added by itself, with the text that it stands for. A line end parts two runs,
// as Break(Spaced) does.
func (x *Extraction) Add(text string, part int, at Span, escape func(string) string) {
	if text != "" {
		x.add(text, Piece{Part: part, At: at, Escape: escape})
	}
}

func (x *Extraction) add(text string, p Piece) {
	x.open()
	switch {
	case !strings.ContainsAny(text, lineEnds):
		x.run(x.write(text, p))
	case p.At.Len() == len(text):
		x.addLines(text, p)
	default:
		s := x.write(text, p)
		if strings.Trim(text, lineEnds) != "" {
			x.run(s)
		} else {
			x.gap(Spaced, "")
		}
	}
}

const lineEnds = "\r\n"

// addLines appends text with line ends that stands as it is.
func (x *Extraction) addLines(text string, p Piece) {
	for len(text) > 0 {
		n := strings.IndexAny(text, lineEnds)
		if n < 0 {
			n = len(text)
		}
		line := len(text) - len(strings.TrimLeft(text[n:], lineEnds))
		s := x.write(text[:line], p.cut(0, line))
		if n > 0 {
			x.run(Span{s.Start, s.Start + n})
		}
		if line > n {
			x.gap(Spaced, "")
		}
		text, p = text[line:], p.cut(line, len(text))
	}
}

// cut is a part of a piece that stands as it is.
func (p Piece) cut(start, end int) Piece {
	p.Copies = slices.Clone(p.Copies)
	for i := range p.Copies {
		p.Copies[i] += start
	}
	p.At = Span{p.At.Start + start, p.At.Start + end}
	return p
}

// Fixed appends text that is read but can't be changed: it stands nowhere in the
// file.
func (x *Extraction) Fixed(text string) {
	x.open()
	start := x.Len()
	x.text.WriteString(text)
	x.run(Span{start, x.Len()})
}

// Break says that something stands before the next text, and how that joins; of
// several the one counts that parts the most.
func (x *Extraction) Break(join Join) { x.gap(join, joinMarks[join]) }

func (x *Extraction) gap(join Join, mark string) {
	if join > x.pending {
		x.pending, x.mark = join, mark
	}
}

// open writes what is read between the run before and the next text.
func (x *Extraction) open() {
	if x.pending != Glued && len(x.runs) > 0 {
		x.text.WriteString(x.mark)
	}
}

// write appends a text and the piece that leads to it.
func (x *Extraction) write(text string, p Piece) Span {
	p.Span = Span{x.Len(), x.Len() + len(text)}
	p.Frame = x.frame
	x.text.WriteString(text)
	x.pieces = append(x.pieces, p)
	return p.Span
}

// run adds a stretch of the text to the runs.
func (x *Extraction) run(s Span) {
	if n := len(x.runs); n > 0 && x.pending == Glued && x.runs[n-1].End == s.Start {
		x.runs[n-1].End = s.End
		return
	}
	x.runs = append(x.runs, Run{Span: s, Before: x.pending})
	x.pending, x.mark = Glued, ""
}

// End ends the segment, whose kind and name its caller sets. It is nil if there is
// nothing to read in it.
func (x *Extraction) End() *Segment {
	runs := TrimRuns(x.Text(), x.runs)
	x.runs, x.pending, x.mark = x.runs[:0], Glued, ""
	if x.Len() > x.begin {
		x.text.WriteByte('\n')
	}
	x.begin = x.Len()
	if len(runs) == 0 {
		return nil
	}
	x.segments = append(x.segments, Segment{Runs: runs})
	segment := &x.segments[len(x.segments)-1]
	for ; x.settled < len(x.comments); x.settled++ {
		x.comments[x.settled].About = segment.Span()
	}
	return segment
}

// Empty reports whether there is nothing to review so far: no segment, and no
// rendering that is missing.
func (x *Extraction) Empty() bool { return len(x.segments)+len(x.pairs) == 0 }

// Pair adds a pair behind those so far, between two segments. One with an empty
// span is a rendering that is missing at an offset of a part: its place is the end
// of the text so far.
func (x *Extraction) Pair(p Pair, part, missing int) {
	if p.Len() == 0 {
		p.Span = Span{x.Len(), x.Len()}
		at := Span{missing, missing}
		x.pieces = append(x.pieces, Piece{Span: p.Span, Part: part, At: at, Frame: Fixed})
		x.text.WriteByte('\n')
		x.begin = x.Len()
	}
	x.pairs = append(x.pairs, p)
}

// comment notes a comment that stands at the end of the text so far.
func (x *Extraction) comment(text string) {
	x.comments = append(x.comments, Comment{Span: Span{x.Len(), x.Len()}, Text: text})
}

// Document is the document of all that was added. A foreign one is that of a file
// that isn't text.
func (x *Extraction) Document(path string, parts []Part, foreign bool) *Document {
	for i := range parts {
		parts[i].lines = indexLines(parts[i].Text)
	}
	d := New(path, x.Text(), x.segments)
	for i := range x.pieces {
		p := &x.pieces[i]
		p.verbatim = p.Len() == p.At.Len() && d.Slice(p.Span) == parts[p.Part].Text[p.At.Start:p.At.End]
	}
	d.Pairs = x.pairs
	d.Origin = &Origin{Parts: parts, Pieces: x.pieces, Foreign: foreign}
	for i := x.settled; i < len(x.comments); i++ {
		x.comments[i].About = Span{x.Len(), x.Len()}
	}
	d.Comments = x.comments
	return d
}
