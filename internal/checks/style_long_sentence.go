package checks

import (
	"fmt"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/mqm"
)

// LongSentence reports sentences that are too long to follow.
var LongSentence = &check.Check{
	ID: "style/long-sentence",
	Doc: check.Doc{
		Title: "a sentence too long to follow",
		Text: fmt.Sprintf(`A Chinese sentence runs on from comma to comma. Kept as one sentence in English,
it loses its reader: divide it. Reported are sentences of more than %d words; of
machine-translated official texts one sentence in four is longer than 50 words, of
edited ones one in sixteen.

Names, numbers and what stands in brackets don't count, nor do words on the other
side of a semicolon or a colon: a list may be as long as it has to be.`, mostWords),
		Before: `In the first half of the year, the county focused on the goal of increasing farmers' income, took the lead in exploring new ways of managing idle land, guided villages to set up cooperatives, helped households to open shops and guesthouses, encouraged young people who had left for the cities to come back and start businesses, and built roads, reservoirs and warehouses in places where they had been lacking for many years.`,
		After:  `In the first half of the year, the county focused on the goal of increasing farmers' income. It took the lead in exploring new ways of managing idle land, guided villages to set up cooperatives, and helped households to open shops and guesthouses. It encouraged young people who had left for the cities to come back and start businesses, and built roads, reservoirs and warehouses in places where they had been lacking for many years.`,
	},
	Category:  mqm.Awkward,
	Severity:  mqm.Neutral,
	Certainty: check.Advice,
	Run: func(p *check.Pass) {
		for _, s := range p.Sentences() {
			if s.To-s.From <= mostWords || p.Document.Segments[s.Segment].Kind != document.Paragraph {
				continue
			}
			if n := longestClause(p, s); n > mostWords {
				p.Report(check.Issue{
					Span:    opening(p, s),
					Message: fmt.Sprintf("a sentence of %d words, names not counted: divide it", n),
				})
			}
		}
	},
}

// mostWords is how many words a sentence may have.
const mostWords = 55

// shownWords is how many words of a long sentence are marked, so that other
// issues in it have room.
const shownWords = 3

func opening(p *check.Pass, s check.Sentence) document.Span {
	last := min(s.From+shownWords, s.To) - 1
	return document.Span{Start: int(p.Words[s.From].Start), End: int(p.Words[last].End())}
}

// longestClause counts the words between two semicolons or colons where a
// sentence has most of them.
func longestClause(p *check.Pass, s check.Sentence) int {
	most, n, brackets := 0, 0, 0
	for i := s.From; i < s.To; i++ {
		w := &p.Words[i]
		c := p.Document.Text[w.Start]
		if !w.Mark() {
			if brackets == 0 && c >= 'a' && c <= 'z' && !hyphened(p, i) {
				n++
				most = max(most, n)
			}
			continue
		}
		switch c {
		case ';', ':':
			n = 0
		case '(', '[':
			brackets++
		case ')', ']':
			brackets = max(0, brackets-1)
		}
	}
	return most
}

// hyphened reports whether a hyphen joins word i to the one before.
func hyphened(p *check.Pass, i int) bool {
	return p.Words[i].Start > 0 && p.Document.Text[p.Words[i].Start-1] == '-'
}
