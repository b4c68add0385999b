package checks

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// TermFirstMention reports an abbreviation that is never introduced, or twice.
var TermFirstMention = &check.Check{
	ID: "term/first-mention",
	Doc: check.Doc{
		Title: "an abbreviation that is never introduced, or twice",
		Text: `At its first mention an organ has its full name, with the abbreviation in brackets if
that is used later on. Here an abbreviation that the glossary knows stands in the text,
and the full name nowhere; or a name is given its abbreviation a second time.

What every reader knows (CPC, UN, GDP, BRI) needs no introduction. An abbreviation
that only a headline has is left alone, and so is one that may stand for something
that the glossary doesn't know (NSC).`,
		Before: `The ACFTU held a meeting in Beijing.`,
		After:  `The All-China Federation of Trade Unions (ACFTU) held a meeting in Beijing.`,
	},
	Category:  mqm.HouseStyle,
	Severity:  mqm.Neutral,
	Certainty: check.Advice,
	Run: func(p *check.Pass) {
		for _, m := range unintroduced(p) {
			p.Report(neverIntroduced(p, m))
		}
		introducedTwice(p)
	},
}

// wellKnown are abbreviations that a reader of news knows.
var wellKnown = wordSet(`CPC PRC UN EU US UK USA GDP NATO WTO WHO IMF APEC ASEAN BRICS G20 OPEC UNESCO UNICEF
	AI IT TV BRI PLA CCTV SAR`)

// ambiguous are abbreviations that other things have too.
var ambiguous = wordSet("ACA CIS CMC CNS COC DOC ETC GDI GOP LMC MAC NCS NDA NEA NIA NRA NSC NTC PAP PBC SEF SPB SPC STA STC TCC")

// unintroduced are the first places in running text of the abbreviations whose
// full name the document doesn't have.
func unintroduced(p *check.Pass) []termbase.Match {
	var first []termbase.Match
	for i := range p.Matches {
		m := &p.Matches[i]
		if needsName(p, m.Term) && !bracketed(p, m) && isSentence(p, m.Segment, p.Document.Segments[m.Segment]) && !has(first, m.Term.Entry) {
			first = append(first, *m)
		}
	}
	if len(first) == 0 {
		return nil
	}
	full := map[*termbase.Entry]bool{}
	for i := range p.Matches {
		m := &p.Matches[i]
		if m.Term.Type != termbase.Acronym || needsName(p, m.Term) && bracketed(p, m) {
			full[m.Term.Entry] = true
		}
	}
	return slices.DeleteFunc(first, func(m termbase.Match) bool { return full[m.Term.Entry] || inFull(p, m.Term.Entry) })
}

// needsName reports whether a term is an abbreviation that stands for its entry
// alone, and not every reader knows it.
func needsName(p *check.Pass, t *termbase.Term) bool {
	return t.Type == termbase.Acronym && !wellKnown[t.Text] && !ambiguous[t.Text] && t.Right(p.Usage.Day)
}

func has(matches []termbase.Match, e *termbase.Entry) bool {
	for _, m := range matches {
		if m.Term.Entry == e {
			return true
		}
	}
	return false
}

// bracketed reports whether the abbreviation stands in brackets, as it is
// introduced.
func bracketed(p *check.Pass, m *termbase.Match) bool {
	return m.First > 0 && word(p, m.First-1) == "(" && m.Last+1 < len(p.Words) && word(p, m.Last+1) == ")"
}

// inFull reports whether a full name of the entry lies in the text, as part of
// a longer name.
func inFull(p *check.Pass, e *termbase.Entry) bool {
	for _, t := range e.Terms {
		if t.Lang == "en" && t.Type != termbase.Acronym && strings.Contains(p.Document.Text, termbase.Plain(t.Text)) {
			return true
		}
	}
	return false
}

func neverIntroduced(p *check.Pass, m termbase.Match) check.Issue {
	letters := m.Term.Text
	issue := check.Issue{
		Span: m.Span, Entry: m.Term.Entry,
		Message: fmt.Sprintf("the full name of %s stands nowhere in the document: give it at the first mention", letters),
	}
	name := m.Term.Entry.Preferred(p.Usage.House, p.Usage.Day)
	if name == nil || name.Type == termbase.Acronym || m.Deviation&(termbase.Plural|termbase.Possessive) != 0 {
		return issue
	}
	new := termbase.Plain(name.Text) + " (" + letters + ")"
	issue.Suggestions = check.Suggest(new, edit.Edit{Start: m.Start, End: m.Start + len(letters), New: new})
	return issue
}

// introducedTwice reports every introduction of a name in the text but the first.
func introducedTwice(p *check.Pass) {
	first := map[string]document.Span{}
	segment := 0
	for _, opening := range landmarksOf.Of(p).openings {
		segment = segmentFrom(p, segment, opening)
		if p.Document.Segments[segment].Aside {
			continue
		}
		name, ok := introduction(p, int(opening)+1)
		if !ok {
			continue
		}
		key := nameKey(p, name.first, name.last)
		at := document.Span{Start: int(p.Words[name.first].Start), End: name.bracketed.End}
		before, again := first[key]
		if !again {
			first[key] = at
			continue
		}
		letters := p.Document.Slice(name.acronym)
		p.Report(check.Issue{
			Span:        at,
			Message:     fmt.Sprintf("%s is introduced a second time: once is enough", letters),
			Related:     []check.Related{{Span: before, Message: "the first time"}},
			Suggestions: check.Suggest(letters, edit.Edit{Start: at.Start, End: at.End, New: letters}),
		})
	}
}
