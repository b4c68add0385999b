package checks

import (
	"fmt"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// staleTitles reports titles beside the names of people who had left the office
// on the day of the document, or were in the one above it.
func staleTitles(p *check.Pass) {
	if p.Usage.Day.IsZero() {
		return
	}
	for _, n := range personNames.Of(p) {
		held := p.Glossary.OfficesOf(n.letters)
		if len(held) == 0 {
			continue
		}
		for _, m := range titlesBeside(p, n) {
			if left, ok := leftOffice(held, m.Term.Entry.ID, p.Usage.Day); ok && !ofThePast(p, n) {
				issue := likely(m.Span, fmt.Sprintf("%s left this office on %s: former, or then?", left.Person, left.Until))
				issue.Entry, issue.Suggestions = m.Term.Entry, former(p, m)
				p.Report(issue)
			}
		}
		lowered(p, n, held)
	}
}

// former suggests the word before the title, in a capital where a paragraph
// begins with it.
func former(p *check.Pass, m termbase.Match) []check.Suggestion {
	word := "former "
	if m.First == int(p.Segments[m.Segment]) {
		word = "Former "
	}
	return check.Suggest(word+document.OneLine(p.Document.Slice(m.Span)), edit.Edit{Start: m.Start, End: m.Start, New: word})
}

// likely is a minor issue that most likely is one.
func likely(span document.Span, message string) check.Issue {
	severity, certainty := check.Grade(mqm.Minor, check.Likely)
	return check.Issue{Span: span, Severity: severity, Certainty: certainty, Message: message}
}

// leftOffice is the last term of a person in an office, if it had ended on the
// day. A term whose end isn't known says nothing, and neither does an office
// that several places have.
func leftOffice(held []termbase.Holder, office string, day termbase.Date) (last termbase.Holder, ok bool) {
	for _, h := range held {
		if h.Office != office {
			continue
		}
		if h.Until.IsZero() || day.Before(h.Until.Sure()) || h.Place != "" {
			return h, false
		}
		if !ok || last.Until.Before(h.Until) {
			last, ok = h, true
		}
	}
	return last, ok
}

// lowered reports a "vice" right before the title and name of somebody who is
// that officer. Where the end of the term isn't known it is advice.
func lowered(p *check.Pass, n *personName, held []termbase.Holder) {
	title, vice := n.first-1, n.first-2
	if vice < int(p.Segments[n.segment]) || !strings.EqualFold(word(p, vice), "vice") && !strings.EqualFold(word(p, vice), "deputy") {
		return
	}
	for _, h := range held {
		if h.Office != bareTitles[strings.ToLower(word(p, title))] || h.Since.IsZero() || p.Usage.Day.Before(h.Since.Sure()) || !h.Until.IsZero() && !p.Usage.Day.Before(h.Until) {
			continue
		}
		if ofThePast(p, n) {
			return
		}
		span := document.Span{Start: int(p.Words[vice].Start), End: int(p.Words[title].End())}
		issue := likely(span, fmt.Sprintf("%s became %s on %s", h.Person, strings.ToLower(word(p, title)), h.Since))
		if h.Until.IsZero() {
			issue.Severity, issue.Certainty = check.Grade(mqm.Neutral, check.Advice)
		}
		issue.Suggestions = check.Suggest(word(p, title), edit.Edit{Start: span.Start, End: int(p.Words[title].Start)})
		p.Report(issue)
	}
}

// past are the words that put a title into the past.
var past = map[string]bool{
	"former": true, "then": true, "late": true, "ex": true, "outgoing": true, "retired": true, "predecessor": true,
	"previous": true, "was": true, "were": true, "as": true, "when": true, "deceased": true, "ousted": true,
}

// pastWords is how far before a name such a word stands.
const pastWords = 12

// ofThePast reports whether the text says that it speaks of another time: by a
// word before the name, or by a year in the paragraph.
func ofThePast(p *check.Pass, n *personName) bool {
	for i := int(p.Segments[n.segment]); i < int(p.Segments[n.segment+1]); i++ {
		w := word(p, i)
		if len(w) == len("2018") && (w[:2] == "19" || w[:2] == "20") && w[2] >= '0' && w[2] <= '9' {
			return true
		}
		if i >= n.first-pastWords && i < n.first && past[strings.ToLower(w)] {
			return true
		}
	}
	return false
}
