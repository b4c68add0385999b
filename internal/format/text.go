package format

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rectify/internal/chinese"
	"rectify/internal/document"
	"rectify/internal/growing"
)

const (
	// widestWrap is the most characters a line of hard-wrapped text has.
	widestWrap = 120
	// paragraphLine is the number of bytes from which a line is a paragraph.
	paragraphLine = 200
	// headingWords and cellWords are the most words of a title and of a label.
	headingWords = 25
	cellWords    = 6
)

// line is a line of a plain text, without white space at its ends.
type line struct {
	document.Span
	text string
	// indent and width are the characters before it and up to its end.
	indent, width int
	// first is the width of its first word.
	first int
}

// textSegments makes paragraphs of plain text: a block of lines without a
// blank one between is one segment, unless its lines are paragraphs.
func textSegments(text string) []document.Segment {
	// Most paragraphs are a line and a blank one.
	segments := make([]document.Segment, 0, strings.Count(text, "\n")/2+1)
	var block []line
	var runs growing.Room[document.Run]
	flush := func() {
		for lines := range paragraphs(block) {
			segments = append(segments, textSegment(lines, len(segments) == 0, &runs))
		}
		block = block[:0]
	}
	feed := -1 // the next line feed, or the end
	for at := 0; at < len(text); {
		if feed < at {
			feed = len(text)
			if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
				feed = at + n
			}
		}
		end := feed
		if n := strings.IndexByte(text[at:feed], '\r'); n >= 0 {
			end = at + n
		}
		switch l := newLine(text, document.Span{Start: at, End: end}); {
		case l.text == "":
			flush()
		case !isDirective(l.text):
			if len(block) == cap(block) {
				block = slices.Grow(block, len(block)+1) // a block may be the whole of a large text
			}
			block = append(block, l)
		}
		at = end + 1
		if strings.HasPrefix(text[end:], "\r\n") {
			at++
		}
	}
	flush()
	return segments
}

func newLine(text string, s document.Span) line {
	whole := strings.TrimPrefix(text[s.Start:s.End], bom)
	s.Start = s.End - len(whole)
	s = trim(text, s)
	l := line{Span: s, text: text[s.Start:s.End]}
	l.indent = utf8.RuneCountInString(whole[:len(whole)-len(strings.TrimLeftFunc(whole, document.Blank))])
	l.width = l.indent + utf8.RuneCountInString(l.text)
	if r, _ := utf8.DecodeRuneInString(l.text); chinese.IsHan(r) {
		l.first = 1 // a line of Chinese may end after any character
	} else if end := strings.IndexFunc(l.text, unicode.IsSpace); end >= 0 {
		l.first = utf8.RuneCountInString(l.text[:end])
	} else {
		l.first = utf8.RuneCountInString(l.text)
	}
	return l
}

var listItem = regexp.MustCompile(`^(?:[-*•·–—]|\(?[0-9]{1,2}[.)])\s`)

// paragraphs divides a block of lines. A line that looks wrapped goes on in
// the next one, even if a sentence happens to end with it.
func paragraphs(block []line) iter.Seq[[]line] {
	if len(block) < 2 {
		return slices.Chunk(block, 1)
	}
	widest, longest, margin, full := 0, 0, block[0].indent, 0
	for _, l := range block {
		widest, longest, margin = max(widest, l.width), max(longest, l.Len()), min(margin, l.indent)
	}
	wrapped := make([]bool, len(block)-1)
	for i, next := range block[1:] {
		wrapped[i] = widest <= widestWrap && block[i].width+1+next.first > widest
		if wrapped[i] {
			full++
		}
	}
	// The widest line always looks wrapped: most lines must.
	hard := full*2 > len(wrapped)
	return func(yield func([]line) bool) {
		start := 0
		for i, next := range block[1:] {
			l := block[i]
			ends := terminal(l.text)
			newParagraph := ends && next.indent > margin
			if wrapped[i] && hard && !newParagraph {
				continue
			}
			if ends || longest > paragraphLine || listItem.MatchString(next.text) {
				if !yield(block[start : i+1]) {
					return
				}
				start = i + 1
			}
		}
		yield(block[start:])
	}
}

// textSegment is the segment of some lines, its runs copied into the room for them.
func textSegment(lines []line, first bool, room *growing.Room[document.Run]) document.Segment {
	var few [4]document.Run
	runs := few[:0]
	for i, l := range lines {
		run := document.Run{Span: l.Span}
		if i > 0 {
			run.Before = document.Spaced
		}
		runs = append(runs, run)
	}
	segment := document.Segment{Kind: document.Paragraph, Runs: room.Copy(runs)}
	last := lines[len(lines)-1]
	switch {
	case terminal(last.text):
	case first && fewWords(lines, headingWords):
		segment.Kind = document.Heading
	case len(lines) == 1 && fewWords(lines, cellWords):
		segment.Kind = document.Cell
	}
	return segment
}

// fewWords reports whether lines have so many words at most.
func fewWords(lines []line, most int) bool {
	words := 0
	for _, l := range lines {
		words += len(strings.Fields(l.text))
	}
	return words <= most
}

// terminal reports whether a line ends as a sentence, a lead-in or a clause of
// its own does.
func terminal(text string) bool {
	if text != "" && strings.IndexByte(".!?:;", text[len(text)-1]) >= 0 {
		return true // as most lines do
	}
	text = strings.TrimRight(text, "\"')]}”’»›」』）】》")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?:;…。！？：；", r)
}

// trim takes white space off both ends of a span.
func trim(text string, s document.Span) document.Span {
	inner := strings.TrimRightFunc(text[s.Start:s.End], document.Blank)
	s.End = s.Start + len(inner)
	s.Start = s.End - len(strings.TrimLeftFunc(inner, document.Blank))
	return s
}
