package checks

import (
	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// TermTitle reports posts that are named wrongly.
var TermTitle = &check.Check{
	ID: "term/title",
	Doc: check.Doc{
		Title: "a post under a wrong title",
		Text: `The title is not the one that official English gives the post: a rank word that
the organ's posts don't take (a minister of a department, a secretary of the
Secretariat), a literal rendering, or an old name.

Official English doesn't list the three offices of the head of Party, state and
military flat, as Chinese does: it says "general secretary of the CPC Central
Committee, also Chinese president and chairman of the Central Military
Commission". That is likely, and minor; and so is a minister of a department that
the glossary doesn't know: a department has a head.

A title beside the name of somebody who had left the office on the day of the
document is likely: "former", "then" or another title is missing. It needs the
date, the text's own or that of --as-of, and an end of the term that the glossary
knows, a month ago or more; a paragraph that names a year, or puts the title into
the past, is left alone. A "vice" before the title of one who had become premier
or president is likely too, and advice where the glossary doesn't know how long he
was.`,
		Before: `He met the President of the State.`,
		After:  `He met the President of the People's Republic of China.`,
	},
	Category:  mqm.WrongTerm,
	Severity:  mqm.Major,
	Certainty: check.Proven,
	Run: func(p *check.Pass) {
		for i := range p.Matches {
			if t := p.Matches[i].Term; t.Wrong(p.Usage.House, p.Usage.Day) && t.Entry.Kind == termbase.Titles {
				p.Report(wrongTerm(p, p.Matches[i]))
			}
			if flatList(p, i) {
				p.Report(flatTitles(p, p.Matches[i+1], p.Matches[i+2]))
			}
		}
		staleTitles(p)
		departmentPosts(p)
	},
}

// flatOffices are the entries that follow each other in the flat list.
var flatOffices = [...]string{"general-secretary-cpc-central-committee", "president-prc", "chairman-cmc"}

// flatList reports whether match i begins the flat list of three offices: one
// after another, with nothing but commas and an "and" between them.
func flatList(p *check.Pass, i int) bool {
	if i+len(flatOffices) > len(p.Matches) {
		return false
	}
	for k, id := range flatOffices {
		m := &p.Matches[i+k]
		if m.Term.Entry.ID != id || k > 0 && !onlyJoins(p, &p.Matches[i+k-1], m) {
			return false
		}
	}
	return true
}

// onlyJoins reports whether nothing but commas and "and" parts two matches.
func onlyJoins(p *check.Pass, a, b *termbase.Match) bool {
	if a.Segment != b.Segment {
		return false
	}
	for _, w := range p.Words[a.Last+1 : b.First] {
		switch p.Document.Slice(w.Span()) {
		case ",", "and":
		default:
			return false
		}
	}
	return true
}

func flatTitles(p *check.Pass, second, third termbase.Match) check.Issue {
	span := document.Span{Start: second.Start, End: third.End}
	edits := []edit.Edit{{Start: span.Start, End: span.Start, New: "also "}}
	for _, m := range []termbase.Match{second, third} {
		if !m.Term.Wrong(p.Usage.House, p.Usage.Day) {
			continue
		}
		if better := suggestions(p, m); len(better) > 0 {
			edits = append(edits, better[0].Edits...)
		}
	}
	severity, certainty := check.Grade(mqm.Minor, check.Likely)
	issue := check.Issue{
		Span: span, Entry: second.Term.Entry, Severity: severity, Certainty: certainty,
		Message: `official English sets the state and military offices apart: "…, also Chinese president and chairman of the Central Military Commission"`,
	}
	if text, ok := editedText(p, span, edits); ok {
		issue.Suggestions = []check.Suggestion{{Text: document.OneLine(text), Edits: edits}}
	}
	return issue
}

// editedText is what edits make of a span; one of them may begin before it, at
// an article. It is not ok if they contradict each other.
func editedText(p *check.Pass, span document.Span, edits []edit.Edit) (text string, ok bool) {
	from := span.Start
	for _, e := range edits {
		from = min(from, e.Start)
	}
	near := make([]edit.Edit, len(edits))
	for i, e := range edits {
		near[i] = edit.Edit{Start: e.Start - from, End: e.End - from, New: e.New}
	}
	text, err := edit.Apply(p.Document.Text[from:span.End], near)
	return text, err == nil
}
