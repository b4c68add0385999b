package checks

import (
	"fmt"
	"strings"

	"rectify/internal/check"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// TermAcronym reports an abbreviation that is introduced too late.
var TermAcronym = &check.Check{
	ID: "term/acronym",
	Doc: check.Doc{
		Title: "an abbreviation introduced after the full name has stood there before",
		Text: `An abbreviation in brackets belongs to the first mention of the full name in the
running text. Here the full name has already stood without it. Headlines and
captions don't count as a first mention. Edited newspapers do this too, now and
then: it is advice.

Names of the glossary count, whose initials spell the abbreviation.`,
		Before: `The National People's Congress met in Beijing. The National People's Congress (NPC) adopted a law.`,
		After:  `The National People's Congress (NPC) met in Beijing. The National People's Congress adopted a law.`,
	},
	Category:  mqm.HouseStyle,
	Severity:  mqm.Neutral,
	Certainty: check.Advice,
	Run: func(p *check.Pass) {
		seen := map[string]bool{}
		for _, opening := range landmarksOf.Of(p).openings {
			name, ok := introduction(p, int(opening)+1)
			if !ok {
				continue
			}
			key := nameKey(p, name.first, name.last)
			if seen[key] {
				continue
			}
			seen[key] = true
			if entryOf(p, name) == nil {
				continue
			}
			if earlier, ok := mentionedBefore(p, name, key); ok {
				p.Report(lateAcronym(p, name, earlier))
			}
		}
	},
}

// mentionedBefore finds the first mention of the name in running text before
// its introduction; not one with the abbreviation.
func mentionedBefore(p *check.Pass, name introduced, key string) (at int, ok bool) {
	n := name.last - name.first
	start := strings.ToLower(word(p, name.first))
	for s, seg := range p.Document.Segments {
		if int(p.Segments[s]) >= name.first {
			break
		}
		if !isSentence(p, s, seg) {
			continue
		}
		for i := int(p.Segments[s]); i+n < int(p.Segments[s+1]) && i+n < name.first; i++ {
			if strings.EqualFold(word(p, i), start) && nameKey(p, i, i+n) == key && !goesOn(p, i, i+n) {
				return i + n, true
			}
		}
	}
	return 0, false
}

// goesOn reports whether the words are part of a longer name, which is another
// thing, or have an abbreviation of their own.
func goesOn(p *check.Pass, first, last int) bool {
	if last+1 < len(p.Words) && word(p, last+1) == "(" {
		return true
	}
	m := matchAround(p, first, last)
	return m != nil && m.Last-m.First > last-first && m.Term.Status != termbase.Deprecated
}

func lateAcronym(p *check.Pass, name introduced, earlier int) check.Issue {
	letters := p.Document.Slice(name.acronym)
	before := p.Words[earlier].Span()
	cut := name.bracketed
	if cut.Start > 0 && p.Document.Text[cut.Start-1] == ' ' {
		cut.Start--
	}
	issue := check.Issue{
		Span:    name.bracketed,
		Message: fmt.Sprintf("the full name stands before this without %s: introduce the abbreviation there", letters),
		Related: []check.Related{{Span: before, Message: "the first mention"}},
		Suggestions: []check.Suggestion{{
			Message: "move the abbreviation to the first mention",
			Edits:   []edit.Edit{{Start: before.End, End: before.End, New: " (" + letters + ")"}, {Start: cut.Start, End: cut.End}},
		}},
	}
	issue.Entry = entryOf(p, name)
	return issue
}

// entryOf is the entry of the name, or nil.
func entryOf(p *check.Pass, name introduced) *termbase.Entry {
	if m := matchAround(p, name.first, name.last); m != nil {
		return m.Term.Entry
	}
	return nil
}
