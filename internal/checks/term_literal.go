package checks

import (
	"fmt"
	"strings"

	"rectify/internal/check"
	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
	"rectify/internal/wording"
)

// TermLiteral reports word-for-word renderings that no list has.
var TermLiteral = &check.Check{
	ID: "term/literal",
	Doc: check.Doc{
		Title: "a term rendered word for word",
		Text: `A machine that doesn't know a term goes word for word. The glossary knows what
becomes of each Chinese word, and recognises a stretch of text in which every word
of a term has one of its renderings, in any order and with nothing else between
them. It says which Chinese is behind it, and what official English writes.

A stretch all of whose words are words of the official rendering is another way to
say the same and is left alone; so is any that holds, or lies in, a term that the
glossary knows. With two words to go by the check is advice, with three or more it
is likely.`,
		Before: `They toil at the comprehensive construction of a socialist modern nation.`,
		After:  `They build a modern socialist country in all respects.`,
	},
	Category:  mqm.WrongTerm,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		next := 0
		for _, l := range p.Glossary.Literals(p.Document.Text, p.Recognition) {
			for next < len(p.Matches) && p.Matches[next].End <= l.Start {
				next++
			}
			if next < len(p.Matches) && p.Matches[next].Start < l.End {
				continue
			}
			p.Report(literalIssue(p, l))
		}
	},
}

func literalIssue(p *check.Pass, l termbase.Literal) check.Issue {
	issue := check.Issue{
		Span: l.Span, Entry: l.Entry,
		Message: fmt.Sprintf("word for word from %s, it seems", l.Chinese),
	}
	if l.Words < 3 {
		severity, certainty := mqm.Neutral, check.Advice
		issue.Severity, issue.Certainty = &severity, &certainty
	}
	own := l.Entry.Preferred(p.Usage.House, p.Usage.Day)
	if own == nil {
		return issue
	}
	m := termbase.Match{Span: l.Span, Term: own, Segment: l.Segment, First: l.First, Last: l.Last}
	if strings.Contains(own.Text, "~") {
		form, ok := formAt(p, m)
		if !ok {
			return issue
		}
		m.Form = form
	}
	if s, ok := wording.Fit(p.Document, p.Text, m, own); ok {
		s.Safe = false
		issue.Suggestions = []check.Suggestion{s}
	}
	return issue
}

// formAt is the form that a verb must take in the place of a rendering that may be
// a noun phrase; it is not ok where a noun stands that a verb can't replace.
func formAt(p *check.Pass, m termbase.Match) (form english.Form, ok bool) {
	first := strings.ToLower(word(p, m.First))
	if m.First > int(p.Segments[m.Segment]) {
		if before := strings.ToLower(word(p, m.First-1)); before != "to" && english.FunctionWords[before] && before != "and" {
			return english.Ing, true
		}
	}
	if strings.HasSuffix(first, "ing") {
		return english.Ing, true
	}
	return english.Base, noun(first) != sureNoun
}
