package checks

import (
	"unicode/utf8"

	"rectify/internal/check"
)

// quotes tells what stands between quotation marks that open in its segment. It
// reads on from the place it was asked for last.
type quotes struct {
	segment, next int
	open          bool
}

// around reports whether word i of a segment stands in quotation marks.
func (q *quotes) around(p *check.Pass, segment, i int) bool {
	if begin := int(p.Text.Segments[segment]); segment != q.segment || q.next < begin {
		*q = quotes{segment: segment, next: begin}
	}
	for ; q.next < i; q.next++ {
		if !p.Words[q.next].Mark() {
			continue
		}
		text := p.Document.Text[p.Words[q.next].Start:]
		switch text[0] {
		case '"':
			q.open = !q.open
		case 0xe2, 0xe3:
			switch r, _ := utf8.DecodeRuneInString(text); r {
			case '“', '「', '『', '《':
				q.open = true
			case '”', '」', '』', '》':
				q.open = false
			}
		}
	}
	return q.open
}
