package checks

import (
	"maps"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// MissingSubject reports sentences that begin with a bare verb.
var MissingSubject = &check.Check{
	ID: "style/missing-subject",
	Doc: check.Doc{
		Title: "a sentence without a subject",
		Text: `A Chinese sentence needs no subject: 坚持, 推进, 加强. In English a sentence that
begins with the bare verb is an order to the reader. Say who is to do it, or join
the sentence to the one before.

Headings, items of a list, slogans in quotation marks and questions are left alone.
Where the sentence before says "we should", the same is suggested.`,
		Before: `We should keep to the path that we have chosen. Strengthen the building of teams of grassroots officials and improve how they work.`,
		After:  `We should keep to the path that we have chosen. We should strengthen the building of teams of grassroots officials and improve how they work.`,
	},
	Category:  mqm.Awkward,
	Severity:  mqm.Neutral,
	Certainty: check.Advice,
	Run: func(p *check.Pass) {
		var q quotes
		all := p.Sentences()
		for n, s := range all {
			verb := bareVerb(p, s)
			if verb < 0 || p.Document.Segments[s.Segment].Kind != document.Paragraph || !s.Ended(p) {
				continue
			}
			if listed(p, s) || q.around(p, s.Segment, s.From) {
				continue
			}
			issue := check.Issue{
				Span:    document.Span{Start: int(p.Words[s.From].Start), End: int(p.Words[verb].End())},
				Message: "the sentence has no subject, and reads as an order: say who does it",
			}
			if n > 0 && all[n-1].Segment == s.Segment {
				issue.Suggestions = subject(p, all[n-1], issue.Span)
			}
			p.Report(issue)
		}
	},
}

// bareVerbs are what officials are told to do and readers aren't. None is a noun
// too that would begin a sentence, but for those that need the word after; a
// star stands for a verb of the list.
var bareVerbs = wordSet(`accelerate adhere advance-the build-a build-an build-high build-new build-strong build-the carry
	consolidate continue-to coordinate-the crack-down cultivate
	deepen develop do-a do-well encourage enhance enrich ensure establish expand explore-new
	focus-on formulate foster give-full give-play guide-the implement improve increase-efforts
	increase-support increase-the innovate insist integrate intensify launch-a lead-the maintain make-full
	make-great make-greater make-new make-positive optimize organize perfect-the persist play-the
	practice-the promote safeguard set-up speed-up stabilize standardize stimulate strengthen strive
	support-the take-effective take-solid unify uphold
	accurately-* actively-* comprehensively-* conscientiously-* constantly-* continuously-* deeply-*
	earnestly-* effectively-* firmly-* fully-* further-* promptly-* properly-* research-and-* resolutely-*
	scientifically-* severely-* solidly-* strictly-* study-and-* thoroughly-* unswervingly-* vigorously-*`)

// fewestWords is how many words a sentence has at least: slogans are shorter.
const fewestWords = 8

// bareFirst are the words that they begin with.
var bareFirst = func() *termbase.WordTable {
	firsts := map[string]bool{}
	for verb := range bareVerbs {
		first, _, _ := strings.Cut(verb, "-")
		firsts[first] = true
	}
	return termbase.NewWordTable(slices.Sorted(maps.Keys(firsts))...)
}()

// bareVerb is the word with the bare verb that a sentence begins with, or -1.
func bareVerb(p *check.Pass, s check.Sentence) int {
	if s.To-s.From < fewestWords || p.Document.Text[p.Words[s.From].Start]-'A' > 'Z'-'A' {
		return -1
	}
	if !bareFirst.Has(&p.Words[s.From]) || !joined(p, s.From+1) {
		return -1
	}
	var room [longestBare]byte
	opening, next := word(p, s.From), word(p, s.From+1)
	first := append(room[:0], opening...)
	for i, c := range first {
		if c >= 'A' && c <= 'Z' {
			first[i] = c | 0x20
		}
	}
	switch {
	case bareVerbs[string(first)]:
		if isLetter(next[0]) {
			return s.From
		}
	case bareVerbs[string(append(append(first, '-'), next...))]:
		return s.From + 1
	case bareVerbs[string(append(first, "-*"...))] && bareVerbs[next]:
		return s.From + 1
	case next == "and" && bareVerbs[string(append(first, "-and-*"...))] && bareVerbs[word(p, s.From+2)]:
		return s.From + 2
	}
	return -1
}

// longestBare is the room for the words that are looked up; few need more.
const longestBare = 64

// listed reports whether the sentence stands in a list: its line begins with a
// number, a letter or a mark.
func listed(p *check.Pass, s check.Sentence) bool {
	begin := int(p.Text.Segments[s.Segment])
	w := word(p, begin)
	if !isLetter(w[0]) || len(w) == 1 && begin+1 < len(p.Words) && word(p, begin+1) == "." {
		return true
	}
	start := int(p.Words[begin].Start)
	before := p.Document.Text[max(0, start-longestMark):start]
	return strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]) != ""
}

// longestMark bounds the markup of a list's item.
const longestMark = 16

// subject is the suggestion to begin as the sentence before does, if it says
// what we are to do.
func subject(p *check.Pass, before check.Sentence, at document.Span) []check.Suggestion {
	if before.To-before.From < 2 || word(p, before.From) != "We" {
		return nil
	}
	switch word(p, before.From+1) {
	case "should", "must", "will":
	default:
		return nil
	}
	we := "We " + word(p, before.From+1) + " "
	verb := p.Document.Slice(at)
	lower := strings.ToLower(verb[:1])
	return check.Suggest(we+lower+verb[1:], edit.Edit{Start: at.Start, End: at.Start + 1, New: we + lower})
}
