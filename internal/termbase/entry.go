// Package termbase holds the glossary: entries and their terms as they are
// loaded, the index made of them, and the recogniser that finds every right
// and wrong rendering in a document in one pass.
package termbase

import (
	"fmt"
	"slices"
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
	Phrases  Kind = "phrases"
	// Awkward entries are patterns, no terms: see pattern.go.
	Awkward Kind = "awkward"
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

	// Layer is that of the file: 0 for the built-in glossary.
	Layer int
}

// Place is where the row stands, as file:line.
func (t *Term) Place() string { return fmt.Sprintf("%s:%d", t.File, t.Line) }

// Fault is a fault of the row.
func (t *Term) Fault(check, format string, args ...any) Fault {
	return Fault{File: t.File, Line: t.Line, Check: check, Message: fmt.Sprintf(format, args...)}
}

// Derived reports whether no row lists the term: it is a post of an organ, made
// of the post's word and the organ's name.
func (t *Term) Derived() bool { return kindOf(t.File) == posts }

// Right reports whether the term is a rendering to use on the given day.
func (t *Term) Right(day Date) bool {
	return t.Status != Deprecated && t.Within(day)
}

// Wrong reports whether the term is a rendering to flag, on the given day and
// for the given house.
func (t *Term) Wrong(house string, day Date) bool {
	switch t.Status {
	case Deprecated:
		return t.Within(day) && (len(t.Scope) == 0 || slices.Contains(t.Scope, house))
	case Superseded:
		return !t.Within(day)
	}
	return false
}

// Within reports whether the day lies in the bounds of the term. An
// unknown day (zero) is held against no term.
func (t *Term) Within(day Date) bool {
	return day.IsZero() || (t.Since.IsZero() || !day.Before(t.Since)) && (t.Until.IsZero() || day.Before(t.Until))
}

// IsOf reports whether the term is of a house's own usage.
func (t *Term) IsOf(house string) bool { return slices.Contains(t.Scope, house) }

// Housed reports whether the term is of the usage of certain houses alone.
func (t *Term) Housed() bool {
	return slices.ContainsFunc(t.Scope, func(s string) bool { return slices.Contains(Houses, s) })
}

// Houses are the publishers whose usage the glossary tells apart; Registers
// are the kinds of text.
var (
	Houses    = []string{"xinhua", "qiushi", "mfa", "chinadaily", "npc", "court"}
	Registers = []string{"news", "document", "list"}
)

// Entry is one concept with its terms, as TBX's conceptEntry.
type Entry struct {
	ID   string
	Kind Kind
	// Terms stand in the order of the file.
	Terms []*Term
	// Pattern is what else is known of an entry of the kind [Awkward].
	Pattern *Pattern
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
// preferred one of the house, else the general one, else any other, else nil.
// For an unknown day it is the one without an end.
func (e *Entry) Preferred(house string, day Date) *Term {
	var best *Term
	rank := func(t *Term) int {
		switch {
		case slices.Contains(t.Scope, house):
			return 3
		case len(t.Scope) == 0:
			return 2
		}
		return 1
	}
	for _, t := range e.Terms {
		ended := day.IsZero() && !t.Until.IsZero()
		if t.Lang == "en" && t.Status == Preferred && t.Right(day) && !ended && (best == nil || rank(t) > rank(best)) {
			best = t
		}
	}
	return best
}

// Plain is the text of a term as a person reads it: without the marks.
func Plain(text string) string {
	return unmarked.Replace(text)
}

var unmarked = strings.NewReplacer("~", "", "{nth}", "nth", "{place}", "…", VerbSlot, "…")

// Example is a term as it may stand in a text: its slots filled, its verb in
// the base form.
func Example(text string) string { return example.Replace(text) }

var example = strings.NewReplacer("~", "", "{nth}", "18th", "{place}", "Hunan")

// Source is where a rendering was seen.
type Source struct {
	ID, Title, Publisher, Date, Address, Standing string
}

// String cites the source in one line.
func (s Source) String() string { return joined(s.Title, s.Publisher, s.Date) }

// Short says in a few words who the source is, and of what date.
func (s Source) Short() string {
	if s.Publisher == "" {
		return joined(s.Title, s.Date)
	}
	return joined(s.Publisher, s.Date)
}

func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}
