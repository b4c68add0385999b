package checks

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
	"rectify/internal/wording"
)

// TermNearMiss reports names that are almost right.
var TermNearMiss = &check.Check{
	ID: "term/near-miss",
	Doc: check.Doc{
		Title: "a name that is almost the official one",
		Text: `The words are those of an official name, but a hyphen is missing, a small word
is too many or too few, a noun stands in another number, the words have changed
places, or the name has lost its capitals. It is found from the right name alone;
no wrong form is listed.

Plurals and possessives of a post, British and American spelling, line breaks and
headlines in capitals are no near misses. A missing hyphen is minor, a name with
other words between its words is major. Capitals and articles, in which houses and
headlines differ, are advice; so is a hyphen in a post, or in what is no name.`,
		Before: `The All China Federation of Trade Unions met in Beijing.`,
		After:  `The All-China Federation of Trade Unions met in Beijing.`,
	},
	Category:  mqm.AgainstResource,
	Severity:  mqm.Major,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		for i := range p.Matches {
			m := &p.Matches[i]
			if m.Deviation&termbase.Faults != 0 && m.Term.Right(p.Usage.Day) && !m.Term.Wrong(p.Usage.House, p.Usage.Day) {
				p.Report(nearMiss(p, *m))
			}
		}
	},
}

// departures says each fault in words.
var departures = []struct {
	deviation termbase.Deviation
	words     string
}{
	{termbase.Hyphen, "the hyphen"},
	{termbase.Case, "the capitals"},
	{termbase.Article, "an article"},
	{termbase.Preposition, "a small word"},
	{termbase.Number, "the number of a noun"},
	{termbase.Order, "the order of the words"},
}

// isStyle reports whether a name departs only in what edited newspapers vary.
func isStyle(m termbase.Match) bool {
	loose := termbase.Case | termbase.Article
	if m.Term.Entry.Kind == termbase.Titles || !isName(m.Term.Text) {
		loose |= termbase.Hyphen
	}
	return m.Deviation&termbase.Faults&^loose == 0
}

// isName reports whether every word of a term with content has a capital.
func isName(term string) bool {
	for word := range strings.FieldsFuncSeq(term, func(r rune) bool { return r == ' ' || r == '-' }) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) && !english.FunctionWords[word] {
			return false
		}
	}
	return true
}

func nearMiss(p *check.Pass, m termbase.Match) check.Issue {
	var differ []string
	for _, d := range departures {
		if m.Deviation&d.deviation != 0 {
			differ = append(differ, d.words)
		}
	}
	severity := mqm.Major
	if m.Deviation&termbase.Faults&^(termbase.Hyphen|termbase.Case) == 0 {
		severity = mqm.Minor
	}
	issue := check.Issue{
		Span: m.Span, Entry: m.Term.Entry, Severity: &severity,
		Message: fmt.Sprintf("the name is %q; here it differs in %s", termbase.Plain(m.Term.Text), strings.Join(differ, " and ")),
	}
	if isStyle(m) {
		issue.Severity, issue.Certainty = check.Grade(mqm.Neutral, check.Advice)
	}
	if s, ok := wording.Fit(p.Document, p.Text, m, m.Term); ok {
		// Words that changed places may have changed their meaning too.
		s.Safe = s.Safe && m.Deviation&termbase.Order == 0 && issue.Certainty == nil
		issue.Suggestions = []check.Suggestion{s}
	}
	return issue
}
