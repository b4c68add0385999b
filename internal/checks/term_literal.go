package checks

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
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
glossary knows, and one whose grammar is another: a verb and its object where the term
is a name. With three words of a name to go by, or four of anything else, the check is
likely; with fewer it is advice, and so it is where the stretch begins or ends within
another phrase.`,
		Before: `They toil at the comprehensive construction of a socialist modern nation.`,
		After:  `They build a modern socialist country in all respects.`,
	},
	Category:  mqm.WrongTerm,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		for _, l := range p.Glossary.Literals(p.Document.Text, p.Recognition) {
			if !byChance(p, l) && !isElsewhere(p, l) {
				p.Report(literalIssue(p, l))
			}
		}
	},
}

// mostInTwoWords is how many characters a term has at most that two words render.
const mostInTwoWords = 5

// byChance reports whether the words meet in other grammar than the term has: an
// infinitive in the middle (villages to revitalize), a verb and its object where
// the term is a name (adjust the structure); or are too few for the Chinese.
func byChance(p *check.Pass, l termbase.Literal) bool {
	if l.Words == 2 && utf8.RuneCountInString(l.Chinese) > mostInTwoWords {
		return true
	}
	own := l.Entry.Preferred(p.Usage.House, p.Usage.Day)
	if own == nil {
		return false
	}
	if !strings.Contains(own.Text, "~") && english.Articles[strings.ToLower(word(p, l.First+1))] {
		return true
	}
	for i := l.First + 1; i <= l.Last; i++ {
		if strings.EqualFold(word(p, i), "to") {
			return !slices.Contains(strings.Fields(own.Text), "to")
		}
	}
	return false
}

// isElsewhere reports whether an organ's name belongs to another place than the
// country: the Hunan Department of …, the Department of … of Hunan. What a province
// has by that name isn't the ministry.
func isElsewhere(p *check.Pass, l termbase.Literal) bool {
	if l.Entry.Kind != termbase.Organs {
		return false
	}
	if i := l.First - 1; i >= int(p.Segments[l.Segment]) && joined(p, l.First) && namesPlace(p, i) {
		return true
	}
	end := int(p.Segments[l.Segment+1])
	for i := l.Last + 1; i+1 < end && !p.Words[i].Mark(); i++ {
		switch text := word(p, i); {
		case text == "of" || text == "in" || text == "at":
			return namesPlace(p, i+1)
		case text == "and":
			// The name goes on: the Department of Natural Resources and the Environment.
			return p.Words[i+1].Capital() || i+2 < end && word(p, i+1) == "the" && p.Words[i+2].Capital()
		case !p.Words[i].Capital():
			return false
		}
	}
	return false
}

// namesPlace reports whether word i, beside an organ's name, says whose it is, and
// not that it is the country's.
func namesPlace(p *check.Pass, i int) bool {
	lower := strings.ToLower(word(p, i))
	return locals[lower] || p.Words[i].Capital() && !english.FunctionWords[lower] && !ofCountry[lower]
}

var (
	locals    = wordSet("provincial municipal county city district prefectural township regional local")
	ofCountry = wordSet("china china's chinese national people's prc state central former new")
)

func literalIssue(p *check.Pass, l termbase.Literal) check.Issue {
	issue := check.Issue{
		Span: l.Span, Entry: l.Entry,
		Message: fmt.Sprintf("word for word from %s, it seems", l.Chinese),
	}
	issue.Severity, issue.Certainty = check.Grade(mqm.Neutral, check.Advice)
	own := l.Entry.Preferred(p.Usage.House, p.Usage.Day)
	if own == nil {
		return issue
	}
	m := termbase.Match{Span: l.Span, Term: own, Segment: l.Segment, First: l.First, Last: l.Last}
	form, ok := formAt(p, m)
	if !ok {
		return issue
	}
	m.Form = form
	if !isWhole(p, m, own) {
		return issue
	}
	issue.Suggestions = unread(p, m, own)
	if l.Words >= likelyFrom(l.Entry) {
		issue.Severity, issue.Certainty = nil, nil
	}
	return issue
}

// likelyFrom is how many words of Chinese a rendering must go over to be likely one.
// Official English of other years has said many a thing of three words as a machine
// would, a slogan more often than a name.
func likelyFrom(e *termbase.Entry) int {
	switch e.Kind {
	case termbase.Organs, termbase.Meetings, termbase.Laws:
		return 3
	}
	return 4
}

// isWhole reports whether a stretch of words found by their meaning begins and ends
// where the term would: no list in it that the term is none of, no infinitive, and no
// word of the term right behind it.
func isWhole(p *check.Pass, m termbase.Match, own *termbase.Term) bool {
	for i := m.First + 1; i <= m.Last; i++ {
		switch text := strings.ToLower(word(p, i)); text {
		case ",":
			if !strings.Contains(own.Text, ",") {
				return false
			}
		case "and", "to":
			if !strings.Contains(own.Text, " "+text+" ") && !strings.Contains(own.Text, ",") {
				return false
			}
		}
	}
	if m.Last+1 >= int(p.Segments[m.Segment+1]) {
		return true
	}
	content, next := contentOf(own.Text), strings.ToLower(word(p, m.Last+1))
	last := len(content) - 1
	return !slices.ContainsFunc(content[:max(last, 0)], func(w string) bool { return w == next || kindred(w, next) })
}

// formAt is the form that a verb must take in the place of a rendering; it is not
// ok where a noun would come into the place of a verb, or the other way round.
func formAt(p *check.Pass, m termbase.Match) (form english.Form, ok bool) {
	first, last := strings.ToLower(word(p, m.First)), strings.ToLower(word(p, m.Last))
	if !strings.Contains(m.Term.Text, "~") {
		return english.Base, !strings.HasSuffix(first, "ly") && !strings.HasSuffix(last, "ed")
	}
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
