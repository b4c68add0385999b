package document

import (
	"sort"
	"strings"
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
	l := lines{starts: make([]int, 1, 1+strings.Count(text, "\n")), runes: make([]int, 0, 2+len(text)/block)}
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
		l.starts = append(l.starts, at)
	}
	runes := 0
	for at := 0; at < len(text); at += block {
		l.runes = append(l.runes, runes)
		runes += runeStarts(text[at:min(at+block, len(text))])
	}
	l.runes = append(l.runes, runes)
	return l
}

// runeStarts counts the bytes that begin a character, whatever else they are.
func runeStarts(text string) int {
	n := len(text)
	for i := range len(text) {
		n -= int(goesOn[text[i]])
	}
	return n
}

// goesOn is 1 for the bytes that go on a character.
var goesOn = func() (table [256]uint8) {
	for c := range table {
		if !utf8.RuneStart(byte(c)) {
			table[c] = 1
		}
	}
	return table
}()

// number is that of the line, from 1, that an offset lies in.
func (l lines) number(offset int) int { return sort.SearchInts(l.starts, offset+1) }

// position turns an offset that lies in the text into line and column.
func (l lines) position(text string, offset int) Position {
	line := l.number(offset)
	start := l.starts[line-1]
	if start == 0 && len(text) >= len(bom) && text[:len(bom)] == bom && offset >= len(bom) {
		start = len(bom) // the mark is no character that an editor would count
	}
	if offset-start < block {
		return Position{Offset: offset, Line: line, Column: 1 + runeStarts(text[start:offset])}
	}
	return Position{Offset: offset, Line: line, Column: 1 + l.before(text, offset) - l.before(text, start)}
}

// before is how many characters stand before an offset.
func (l lines) before(text string, offset int) int {
	at := offset / block
	at = min(at, len(l.runes)-1)
	return l.runes[at] + runeStarts(text[min(at*block, offset):offset])
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
