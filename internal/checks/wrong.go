package checks

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/english"
	"rectify/internal/growing"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
	"rectify/internal/wording"
)

// wrongTerm is the issue of a rendering to flag, with the terms to use.
func wrongTerm(p *check.Pass, m termbase.Match) check.Issue {
	severity, certainty := gravity(m.Term)
	issue := check.Issue{
		Span: m.Span, Entry: m.Term.Entry,
		Message:     wrongMessage(m.Term),
		Suggestions: suggestions(p, m),
	}
	issue.Severity, issue.Certainty = check.Grade(severity, certainty)
	// A name stands for itself wherever it is put; a phrase may need its
	// sentence changed with it. Users know what they list.
	named := names[m.Term.Entry.Kind] || m.Term.Layer > 0
	unread := certainty == check.Proven && named && m.Deviation&termbase.Plural == 0 && standsAlone(p, m)
	safest(issue.Suggestions, unread)
	return issue
}

// names are the kinds of entry whose terms are names.
var names = map[termbase.Kind]bool{
	termbase.Organs: true, termbase.Titles: true, termbase.Meetings: true, termbase.Laws: true,
}

// gravity is how bad a wrong term is and how sure the glossary is of it.
func gravity(t *termbase.Term) (mqm.Severity, check.Certainty) {
	switch {
	case t.Certainty == "advice":
		return mqm.Neutral, check.Advice
	case t.Certainty == "likely":
		return mqm.Minor, check.Likely
	case t.Entry.Kind == termbase.Phrases:
		return mqm.Minor, check.Proven
	}
	return mqm.Major, check.Proven
}

// wrongMessage says why the term is wrong, where the glossary knows. What it
// should be is for the suggestions to say.
func wrongMessage(t *termbase.Term) string {
	name := t.Entry.Chinese()
	if name == "" {
		name = "the term"
	}
	switch {
	case t.Status == termbase.Superseded:
		return fmt.Sprintf("the old name of %s, until %s", name, t.Until)
	case t.Note != "":
		return strings.TrimSuffix(t.Note, ".")
	}
	return "not official English for " + name
}

// suggestions offers the preferred term, then the admitted ones that say no
// more; for a short name that is wrong a short one first, since the rest of
// the long one may stand around it.
func suggestions(p *check.Pass, m termbase.Match) []check.Suggestion {
	preferred := m.Term.Entry.Preferred(p.Usage.House, p.Usage.Day)
	if preferred == nil {
		return nil
	}
	var few [8]*termbase.Term // most entries have no more
	terms := append(few[:0], preferred)
	for _, t := range m.Term.Entry.Terms {
		if t.Lang != "en" || t.Status != termbase.Admitted || !t.Right(p.Usage.Day) {
			continue
		}
		switch {
		case t.Type == termbase.Short && m.Term.Type == termbase.Short:
			terms = slices.Insert(terms, 0, t)
		case t.Type == termbase.Short, t.Type == termbase.Variant:
			terms = append(terms, t)
		}
	}
	var found [mostSuggestions]check.Suggestion
	out := found[:0]
	for i := 0; i < len(terms) && len(out) < mostSuggestions; i++ {
		s, ok := wording.Fit(p.Document, p.Text, m, terms[i])
		if ok && !slices.ContainsFunc(out, func(o check.Suggestion) bool { return o.Text == s.Text }) {
			out = append(out, s)
		}
	}
	room := suggestionRooms.Get().(*suggestionRoom)
	defer suggestionRooms.Put(room)
	return room.Copy(out)
}

// suggestionRoom is for the suggestions of many matches.
type suggestionRoom = growing.Room[check.Suggestion]

var suggestionRooms = sync.Pool{New: func() any { return new(suggestionRoom) }}

// mostSuggestions is how many a reader wants to choose from.
const mostSuggestions = 3

// standsAlone reports whether the words around a match are none of its name: no
// capital right before it, nobody's possessive, no "of" behind it. In a longer
// name the suggestion might say twice what the rest says.
func standsAlone(p *check.Pass, m termbase.Match) bool {
	if i := m.First - 1; i >= int(p.Segments[m.Segment]) {
		before := word(p, i)
		first, _ := utf8.DecodeRuneInString(before)
		name := unicode.IsUpper(first) && !english.IsFunctionWord(before)
		if name || strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "’s") {
			return false
		}
	}
	i := m.Last + 1
	return i >= int(p.Segments[m.Segment+1]) || !strings.EqualFold(word(p, i), "of")
}

// safest leaves at most the first suggestion safe, and that one only if it may
// be applied unread.
func safest(suggestions []check.Suggestion, unread bool) {
	for i := range suggestions {
		suggestions[i].Safe = suggestions[i].Safe && unread && i == 0
	}
}
