package document

import "strings"

// Extraction builds the document of a file from its parts: segment by segment, and
// each of them stretch by stretch. A segment that can't be written before all of
// it is read is a [Draft].
type Extraction struct {
	text     strings.Builder
	pieces   []piece
	segments []Segment
	pairs    []Pair
	frame    *Frame
	// whole is how long the file is, read how far it is read; 0 where that isn't known.
	whole, read int
	// plain is how what stands as it is was written last.
	plain *Writing
	// room holds the runs of segments to come.
	room []Run
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

// Expect says how long the file is that is read from its beginning to its end, and
// about how much text is in it, so that little more room is made than it takes.
func (x *Extraction) Expect(file, text int) {
	x.whole = file
	x.text.Grow(text)
}

// added appends to a list. A full one gets the room that it will take if the file goes
// on as it began: all of it, once enough was read to tell.
func added[T any](x *Extraction, list []T, element T) []T {
	const enough = 64 // the part of the file that tells
	if n := len(list); n == cap(list) && x.read > 0 {
		rest := int(float64(n) * float64(x.whole-x.read) / float64(x.read))
		rest += (n + rest) / 16
		if x.read < x.whole/enough {
			rest = min(rest, 3*n)
		}
		list = append(make([]T, 0, n+rest+16), list...)
	}
	return append(list, element)
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
		x.Put(text, at, x.writing(part, escape, x.frame))
	}
}

// writing is how text of a part is written.
func (x *Extraction) writing(part int, escape func(string) string, frame *Frame) *Writing {
	if escape != nil {
		return &Writing{Part: part, Escape: escape, Frame: frame}
	}
	if x.plain == nil || x.plain.Part != part || x.plain.Frame != frame {
		x.plain = &Writing{Part: part, Frame: frame}
	}
	return x.plain
}

// Put appends text as [Extraction.Add] does, of which the caller says how it is
// written: once for all that is written alike, so that many pieces take little room.
func (x *Extraction) Put(text string, at Span, how *Writing) {
	x.open()
	switch {
	case indexLineEnd(text) < 0:
		x.run(x.write(text, at, how))
	case at.Len() == len(text):
		x.addLines(text, at, how)
	default:
		s := x.write(text, at, how)
		if strings.Trim(text, lineEnds) != "" {
			x.run(s)
		} else {
			x.gap(Spaced, "")
		}
	}
}

const lineEnds = "\r\n"

// indexLineEnd is where the first line end of a text is, -1 for nowhere.
func indexLineEnd(text string) int {
	feed := strings.IndexByte(text, '\n')
	if feed >= 0 {
		text = text[:feed]
	}
	if back := strings.IndexByte(text, '\r'); back >= 0 {
		return back
	}
	return feed
}

// addLines appends text with line ends that stands as it is.
func (x *Extraction) addLines(text string, at Span, how *Writing) {
	for len(text) > 0 {
		n := indexLineEnd(text)
		if n < 0 {
			n = len(text)
		}
		line := len(text) - len(strings.TrimLeft(text[n:], lineEnds))
		s := x.write(text[:line], Span{at.Start, at.Start + line}, how)
		if n > 0 {
			x.run(Span{s.Start, s.Start + n})
		}
		if line > n {
			x.gap(Spaced, "")
		}
		text, at.Start, how = text[line:], at.Start+line, how.behind(line)
	}
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
func (x *Extraction) write(text string, at Span, how *Writing) Span {
	s := Span{x.Len(), x.Len() + len(text)}
	if x.frame != nil && how.Frame != x.frame {
		framed := *how
		framed.Frame = x.frame
		how = &framed
	}
	x.text.WriteString(text)
	if x.whole > 0 {
		x.read = min(max(x.read, at.End), x.whole)
	}
	x.pieces = added(x, x.pieces, newPiece(s, at, how))
	return s
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
	runs := x.trimmed()
	x.runs, x.pending, x.mark = x.runs[:0], Glued, ""
	if x.Len() > x.begin {
		x.text.WriteByte('\n')
	}
	x.begin = x.Len()
	if len(runs) == 0 {
		return nil
	}
	x.segments = added(x, x.segments, Segment{Runs: runs})
	segment := &x.segments[len(x.segments)-1]
	for ; x.settled < len(x.comments); x.settled++ {
		x.comments[x.settled].About = segment.Span()
	}
	return segment
}

// trimmed are the runs of the segment without white space at their ends, in room that
// many segments share.
func (x *Extraction) trimmed() []Run {
	const room = 256
	if need := len(x.runs); cap(x.room)-len(x.room) < need {
		x.room = make([]Run, 0, max(need, min(room, 4*len(x.segments))))
	}
	runs := trimRuns(x.room[len(x.room):len(x.room):len(x.room)+len(x.runs)], x.Text(), x.runs)
	x.room = x.room[:len(x.room)+len(runs)]
	return runs
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
		x.pieces = added(x, x.pieces, newPiece(p.Span, Span{missing, missing}, x.writing(part, nil, Fixed)))
		x.text.WriteByte('\n')
		x.begin = x.Len()
	}
	x.pairs = added(x, x.pairs, p)
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
		x.pieces[i].compare(d.Text, parts)
	}
	d.Pairs = x.pairs
	d.Origin = &Origin{Parts: parts, pieces: x.pieces, Foreign: foreign}
	for i := x.settled; i < len(x.comments); i++ {
		x.comments[i].About = Span{x.Len(), x.Len()}
	}
	d.Comments = x.comments
	return d
}
