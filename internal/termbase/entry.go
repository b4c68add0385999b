// Package termbase holds the glossary: entries and their terms as they are
// loaded, the index made of them, and the recogniser that finds every right
// and wrong rendering in a document in one pass.
package termbase

import (
	"fmt"
	"strings"
)

// Status is the administrative status of a term, as in ISO 30042 (TBX).
type Status int

const (
	// Preferred is the rendering to use; one an entry, house and date.
	Preferred Status = iota
	// Admitted is another rendering that is right.
	Admitted
	// Superseded was right until a date.
	Superseded
	// Deprecated is a rendering to flag.
	Deprecated
)

// Statuses lists every status by name.
var Statuses = []string{"preferred", "admitted", "superseded", "deprecated"}

// String is the standard's name of the status.
func (s Status) String() string { return Statuses[s] }

// TermType says how a form relates to the full name, as in ISO 30042. Forms
// of different types may stand side by side in one document.
type TermType string

// The types of term; an ordinary variant has none.
const (
	Variant TermType = ""
	Full    TermType = "full"
	Short   TermType = "short"
	Acronym TermType = "acronym"
)

// Kind is what an entry names: the name of the file that holds it.
type Kind string

// The kinds of entry that checks tell apart; a glossary may have others.
const (
	Organs   Kind = "organs"
	Titles   Kind = "titles"
	Meetings Kind = "meetings"
	Laws     Kind = "laws"
	Places   Kind = "places"
)

// Term is one rendering of an entry: a row of the glossary.
type Term struct {
	Entry  *Entry
	Lang   string
	Status Status
	// Text is the rendering as it is to be printed, its marks (see the
	// glossary's README) included.
	Text string
	Type TermType
	// Scope holds the houses and registers that the term belongs to; empty
	// means all.
	Scope []string
	// Since and Until bound the days on which the term was right, half-open;
	// zero means no bound.
	Since, Until Date
	// Certainty of a deprecated term: "", "likely" or "advice".
	Certainty string
	// Unless holds longer phrases in which a deprecated term is right.
	Unless []string
	// Sources are keys of the glossary's sources.
	Sources []string
	Note    string
	// File and Line are where the row stands.
	File string
	Line int
}

// Place is where the row stands, as file:line.
func (t *Term) Place() string { return fmt.Sprintf("%s:%d", t.File, t.Line) }

// Right reports whether the term is a rendering to use, on the given day and
// for the given house ("" and "any" stand for all).
func (t *Term) Right(house string, day Date) bool {
	return t.Status != Deprecated && t.Within(day) && t.For(house)
}

// Within reports whether the day lies in the bounds of the term.
func (t *Term) Within(day Date) bool {
	return (t.Since.IsZero() || !day.Before(t.Since)) && (t.Until.IsZero() || day.Before(t.Until))
}

// For reports whether the term is in use with a house.
func (t *Term) For(house string) bool {
	if house == "" || house == "any" || len(t.Scope) == 0 {
		return true
	}
	named := false
	for _, s := range t.Scope {
		if s == house {
			return true
		}
		named = named || isHouse(s)
	}
	return !named // a register alone binds no house
}

// Houses are the publishers whose usage the glossary tells apart; Registers
// are the kinds of text.
var (
	Houses    = []string{"xinhua", "qiushi", "mfa", "chinadaily", "npc", "court"}
	Registers = []string{"news", "document", "list"}
)

func isHouse(scope string) bool {
	for _, h := range Houses {
		if h == scope {
			return true
		}
	}
	return false
}

// Entry is one concept with its terms, as TBX's conceptEntry.
type Entry struct {
	ID   string
	Kind Kind
	// Terms stand in the order of the file.
	Terms []*Term
}

// Chinese is the preferred Chinese term, or "".
func (e *Entry) Chinese() string {
	for _, t := range e.Terms {
		if t.Lang == "zh" && t.Status == Preferred {
			return t.Text
		}
	}
	return ""
}

// Preferred is the English term to use for the house on the day: the
// preferred one of the house, else the general one, else nil.
func (e *Entry) Preferred(house string, day Date) *Term {
	var general *Term
	for _, t := range e.Terms {
		if t.Lang != "en" || t.Status != Preferred || !t.Right(house, day) {
			continue
		}
		if len(t.Scope) > 0 && house != "" && house != "any" {
			return t
		}
		if general == nil || len(general.Scope) > 0 && len(t.Scope) == 0 {
			general = t
		}
	}
	return general
}

// Plain is the text of a term as a person reads it: without the marks.
func Plain(text string) string {
	return strings.NewReplacer("~", "", "{nth}", "nth", "{place}", "…").Replace(text)
}

// Source is where a rendering was seen.
type Source struct {
	ID, Title, Publisher, Date, Address, Standing string
}

// String cites the source in one line.
func (s Source) String() string {
	parts := []string{s.Title}
	for _, p := range []string{s.Publisher, s.Date} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ", ")
}
