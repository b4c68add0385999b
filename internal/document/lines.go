package document

import (
	"sort"
	"unicode/utf8"
)

// lines finds line and column of an offset in a text.
type lines struct {
	// starts are the offsets at which the lines begin.
	starts []int
	// runes is how many characters stand before every block of the text.
	runes []int
}

// block is how many bytes are counted at most to tell a column, however long
// the line is.
const block = 1 << 10

const bom = "\ufeff"

func indexLines(text string) lines {
	l := lines{starts: []int{0}}
	runes := 0
	for i := 0; i < len(text); i++ {
		if i%block == 0 {
			l.runes = append(l.runes, runes)
		}
		if utf8.RuneStart(text[i]) {
			runes++
		}
		if text[i] == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	l.runes = append(l.runes, runes)
	return l
}

// number is that of the line, from 1, that an offset lies in.
func (l lines) number(offset int) int { return sort.SearchInts(l.starts, offset+1) }

// position turns an offset that lies in the text into line and column.
func (l lines) position(text string, offset int) Position {
	line := l.number(offset)
	start := l.starts[line-1]
	if start == 0 && len(text) >= len(bom) && text[:len(bom)] == bom && offset >= len(bom) {
		start = len(bom) // the mark is no character that an editor would count
	}
	return Position{Offset: offset, Line: line, Column: 1 + l.before(text, offset) - l.before(text, start)}
}

// before is how many characters stand before an offset.
func (l lines) before(text string, offset int) int {
	at := offset / block
	n := l.runes[min(at, len(l.runes)-1)]
	for i := at * block; i < offset; i++ {
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return n
}

// line is the span of a line, counted from 1, without its line end.
func (l lines) line(text string, n int) Span {
	start, end := l.starts[n-1], len(text)
	if n < len(l.starts) {
		end = l.starts[n] - 1
	}
	if end > start && text[end-1] == '\r' {
		end--
	}
	return Span{start, end}
}
