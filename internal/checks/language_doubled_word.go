package checks

import (
	"fmt"
	"strings"
	"unicode"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
)

// DoubledWord reports the same word twice.
var DoubledWord = &check.Check{
	ID: "language/doubled-word",
	Doc: check.Doc{
		Title: "the same word twice",
		Text: `Chinese likes pairs of near synonyms, and a machine may have one English word for
both: "benevolence and benevolence". One is enough, or each needs a word of its
own. Where the second begins a longer phrase ("relief and relief work") the pair may
be meant, and the check is advice.

A word repeated by a slip ("of of") is reported too, over a line break as well. Set
phrases (more and more, again and again), names and figures are left alone.`,
		Before: `The nurses are praised for their patience and patience.`,
		After:  `The nurses are praised for their patience.`,
	},
	Category:  mqm.Unidiomatic,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		for s := range p.Document.Segments {
			begin, end := int(p.Segments[s]), int(p.Segments[s+1])
			var last, lastButOne uint32 // the hashes of the words before, 0 for marks
			for i := begin; i < end; i++ {
				hash := p.Words[i].Hash()
				if hash == lastButOne && hash != 0 {
					pairedAt(p, i-2, end)
				}
				if hash == last && hash != 0 {
					repeatedAt(p, i-1)
				}
				lastButOne, last = last, hash
			}
		}
	},
}

var (
	// joins are the words that make a pair.
	joins = wordSet("and or")
	// maySucceed are the words that stand twice in good English, by grammar (he
	// had had) or for force (very very).
	maySucceed = wordSet(`had that her very so no ha bye many much long really far hear there tut
		knock blah sha la`)
	// pairs are the words of set phrases with "and" or "or": on and on, may or
	// may not; and verbs that say how long it went on: it grew and grew.
	// Comparatives (better and better) need no list.
	pairs = wordSet(`again more less fewer over on through round around along up down out by back time half neck
		side step such so worse farther one two three four ten dozens scores hundreds thousands millions
		billions miles hours days weeks months years ages generations pages lots tons many much only
		can could may might must shall should will would do does did has have had is are was were
		her his its their our my you your it that this to ha no yes very
		grow grew talk talked walk walked wait waited run ran go went cry cried laugh laughed try tried look
		looked stare stared read write fight fought kept keep`)
	// slips are the words that never follow themselves: one may go unread.
	slips = wordSet("the a an of and or")
)

// repeatedAt reports words i and i+1 if they are one word twice.
func repeatedAt(p *check.Pass, i int) {
	if sameWord(p, i, i+1) && !maySucceed[word(p, i+1)] && readsOn(p, i, i+1) {
		p.Report(repeatedWord(p, i))
	}
}

// pairedAt reports words i and i+2 if they are one word, joined to itself.
func pairedAt(p *check.Pass, i, end int) {
	if sameWord(p, i, i+2) && joins[word(p, i+1)] && !mayPair(word(p, i+2)) && readsOn(p, i, i+2) && !between(p, i) {
		p.Report(pairedWord(p, i, end))
	}
}

// sameWord reports whether words a and b are the same, in small letters: the
// first may have the capital of a sentence.
func sameWord(p *check.Pass, a, b int) bool {
	text, x, y := p.Document.Text, &p.Words[a], &p.Words[b]
	return x.End()-x.Start == y.End()-y.Start && text[x.Start]|0x20 == text[y.Start] && sameLetters(text[x.Start:x.End()], text[y.Start:y.End()])
}

func sameLetters(first, second string) bool { return first[1:] == second[1:] && isLower(second) }

// readsOn reports whether white space alone parts the words from first to last.
func readsOn(p *check.Pass, first, last int) bool {
	for i := first; i < last; i++ {
		gap := p.Document.Text[p.Words[i].End():p.Words[i+1].Start]
		if gap == "" || strings.TrimFunc(gap, unicode.IsSpace) != "" {
			return false
		}
	}
	return !hyphenBefore(p, first) && !hyphenAfter(p, last)
}

// between reports whether word i is one of two of a kind: between man and man.
func between(p *check.Pass, i int) bool { return i > 0 && word(p, i-1) == "between" }

// mayPair reports whether good English has the word on both sides of "and".
func mayPair(lower string) bool {
	return pairs[lower] || strings.HasSuffix(lower, "er") && len(lower) > 4 && !strings.HasSuffix(lower, "ower") && !agents[lower]
}

// agents are nouns in -er among those that could be taken for comparatives.
var agents = wordSet("worker leader member manager teacher farmer officer paper order matter number letter center chapter character danger")

// repeatedWord is the issue of word i standing twice in a row.
func repeatedWord(p *check.Pass, i int) check.Issue {
	first, second := p.Words[i], p.Words[i+1]
	return check.Issue{
		Span:    document.Span{Start: int(first.Start), End: int(second.End())},
		Message: "the same word twice",
		Suggestions: []check.Suggestion{{
			Text:  word(p, i),
			Edits: []edit.Edit{{Start: int(first.End()), End: int(second.End())}},
			Safe:  slips[word(p, i+1)],
		}},
	}
}

// pairedWord is the issue of word i standing on both sides of "and".
func pairedWord(p *check.Pass, i, end int) check.Issue {
	first, second := p.Words[i], p.Words[i+2]
	issue := check.Issue{
		Span: document.Span{Start: int(first.Start), End: int(second.End())},
		Message: fmt.Sprintf("%s %s %s: two Chinese words have become one, it seems; keep one, or say what the other means",
			strings.ToLower(word(p, i)), word(p, i+1), word(p, i+2)),
		Suggestions: check.Suggest(word(p, i), edit.Edit{Start: int(first.End()), End: int(second.End())}),
	}
	if !endsPair(p, i+3, end) {
		issue.Severity, issue.Certainty = check.Grade(mqm.Neutral, check.Advice)
	}
	return issue
}

// endsPair reports whether word i, if there is one, doesn't go on with the
// phrase before it.
func endsPair(p *check.Pass, i, end int) bool {
	if i >= end {
		return true
	}
	next := word(p, i)
	r := rune(next[0])
	return phraseEnds[next] || r < 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r) || strings.HasPrefix(next, "”")
}
