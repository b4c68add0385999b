package checks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
)

// sentence is a sentence as words of the pass, half-open; the mark that ends it
// and the quotes that close after it are words of it.
type sentence struct{ segment, from, to int }

// sentences divides the words of a document. It looks at the marks alone, and
// so costs little where a check asks only for long ones or for their first
// words.
func sentences(p *check.Pass) []sentence {
	out := make([]sentence, 0, len(p.Words)/20+len(p.Document.Segments))
	for segment := range p.Document.Segments {
		from, to := int(p.Text.Segments[segment]), int(p.Text.Segments[segment+1])
		for i := from; i < to; i++ {
			if !mayEnd[p.Document.Text[p.Words[i].Start]] {
				continue
			}
			if end := sentenceEnd(p, i, to); end > 0 {
				out = append(out, sentence{segment, from, end})
				from, i = end, end-1
			}
		}
		if from < to {
			out = append(out, sentence{segment, from, to})
		}
	}
	return out
}

// mayEnd tables the first bytes of the marks that end a sentence: of . ! ? and
// of … 。 ！ ？, among others.
var mayEnd = [256]bool{'.': true, '!': true, '?': true, 0xe2: true, 0xe3: true, 0xef: true}

// sentenceEnd is where the next sentence begins if word i ends one, else 0.
func sentenceEnd(p *check.Pass, i, to int) int {
	text := p.Document.Text
	if r, _ := utf8.DecodeRuneInString(text[p.Words[i].Start:]); !strings.ContainsRune(".!?…。！？", r) {
		return 0
	}
	end := i + 1
	for end < to && p.Words[end].Start == p.Words[end-1].End && closes(text[p.Words[end].Start:]) {
		end++
	}
	if end == to {
		return end
	}
	next, _ := utf8.DecodeRuneInString(text[p.Words[end].Start:])
	if p.Words[end].Start == p.Words[end-1].End || unicode.IsLower(next) || i > 0 && unended[word(p, i-1)] || initial(p, i-1) {
		return 0
	}
	return end
}

// closes reports whether the text begins with a mark that belongs to the
// sentence before it.
func closes(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(".!?…\"'’”)]»」』）】》", r)
}

// initial reports whether word i is a letter alone, as in J. Smith and U.S.
func initial(p *check.Pass, i int) bool {
	return i >= 0 && p.Words[i].End-p.Words[i].Start == 1 && unicode.IsUpper(rune(p.Document.Text[p.Words[i].Start]))
}

// unended are the words whose full stop ends no sentence.
var unended = wordSet(`Mr Mrs Ms Dr Prof Gen Col Maj Lt Sgt Capt Sen Rep Gov St vs No Nos Vol Art
	Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Co Jr Sr`)

// ended reports whether the sentence ends with its mark, as prose does and a
// headline doesn't.
func (s sentence) ended(p *check.Pass) bool {
	for i := s.to - 1; i >= s.from && p.Words[i].End-p.Words[i].Start <= 3; i-- {
		switch p.Document.Text[p.Words[i].Start] {
		case '.', '!', '?':
			return true
		}
	}
	return false
}

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
