package checks

import (
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
	"rectify/internal/wording"
)

// StyleAwkward reports the wording of machines that no editor would leave.
var StyleAwkward = &check.Check{
	ID: "style/awkward",
	Doc: check.Doc{
		Title: "wording that follows the Chinese word by word",
		Text: `Chinese officials' prose, put into English word by word, has words that English
does without: verbs that do nothing (carry out the reform of), nouns that say only
what sort of thing follows (inspection work), twins (help and assist), adverbs made
long (in a down-to-earth manner), things said twice (such as … and so on), and set
phrases that no one says. The glossary lists such wording in awkward.tsv, as
patterns, with what to write instead where one wording fits everywhere.

It is advice, for a reader understands it all the same; what is no English at all
is likely. The terms of the glossary go first: a pattern that would cut through one
is no fault.`,
		Before: `It is necessary to carry out the reform of hospitals and help and assist patients.`,
		After:  `We must reform hospitals and help patients.`,
	},
	Category:  mqm.Awkward,
	Severity:  mqm.Neutral,
	Certainty: check.Advice,
	Run: func(p *check.Pass) {
		for _, m := range p.Awkward {
			before, ok := goesBefore(p, m)
			if !ok {
				continue
			}
			issue := awkward(p, m)
			if before.Len() > 0 {
				issue.Related = []check.Related{{Span: before, Message: "what it goes with"}}
			}
			p.Report(issue)
		}
	},
}

// awkward is the issue of a pattern, with the wordings to use.
func awkward(p *check.Pass, m termbase.Match) check.Issue {
	issue := check.Issue{Span: m.Span, Message: strings.TrimSuffix(m.Term.Note, ".")}
	if m.Term.Certainty == "likely" {
		issue.Severity, issue.Certainty = check.Grade(mqm.Minor, check.Likely)
	}
	if m.Term.Entry.Pattern.Cut {
		if s, ok := wording.Cut(p.Document, p.Text, m); ok {
			issue.Suggestions = append(issue.Suggestions, s)
		}
	}
	for _, better := range m.Term.Entry.Terms[1:] {
		if s, ok := wording.Fit(p.Document, p.Text, m, better); ok {
			s.Safe = false
			issue.Suggestions = append(issue.Suggestions, s)
		}
	}
	return issue
}

// mostBefore is how many words back a phrase is looked for that must stand
// before a pattern.
const mostBefore = 60

// fullStops end a sentence.
var fullStops = []string{".", "!", "?", "。", "！", "？"}

// goesBefore finds the phrase that a pattern follows in its sentence. It is ok
// if there is one, or none is asked for.
func goesBefore(p *check.Pass, m termbase.Match) (at document.Span, ok bool) {
	if len(m.Term.Entry.Pattern.After) == 0 {
		return at, true
	}
	begin := max(int(p.Segments[m.Segment]), m.First-mostBefore)
	for i := m.First - 1; i >= begin; i-- {
		if p.Words[i].Mark() && slices.Contains(fullStops, word(p, i)) {
			return at, false
		}
		for _, phrase := range m.Term.Entry.Pattern.After {
			if last := phraseAt(p, phrase, i); last >= i && last < m.First {
				return document.Span{Start: p.Words[i].Span().Start, End: p.Words[last].Span().End}, true
			}
		}
	}
	return at, false
}

// phraseAt is the last word of the phrase that begins with word i, -1 if none does.
func phraseAt(p *check.Pass, phrase string, i int) (last int) {
	if phrase == "" || isLetter(phrase[0]) && phrase[0]|0x20 != p.Document.Text[p.Words[i].Start]|0x20 {
		return -1
	}
	last = i - 1
	for want := range strings.FieldsSeq(phrase) {
		last++
		if last == len(p.Words) || !strings.EqualFold(want, word(p, last)) {
			return -1
		}
	}
	return last
}
