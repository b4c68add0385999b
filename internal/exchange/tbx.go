package exchange

import (
	"slices"
	"strings"

	"rectify/internal/termbase"
)

// The data categories of TBX (ISO 30042, ISOcat) that a glossary has a place
// for, as the two directions share them.
const (
	statusCategory = "administrativeStatus"
	typeCategory   = "termType"
	kindCategory   = "subjectField"
	scopeCategory  = "customerSubset"
	sourceCategory = "source"
)

// statuses are the values of administrativeStatus, ours first; the others are
// those of older versions and of normativeAuthorization.
var statuses = map[termbase.Status][]string{
	termbase.Preferred:  {"preferredTerm-admn-sts", "preferredTerm", "preferred", "standardizedTerm", "regulatedTerm", "legalTerm"},
	termbase.Admitted:   {"admittedTerm-admn-sts", "admittedTerm", "admitted"},
	termbase.Deprecated: {"deprecatedTerm-admn-sts", "deprecatedTerm", "deprecated", "notRecommended", "forbidden", "obsolete"},
	termbase.Superseded: {"supersededTerm-admn-sts", "supersededTerm", "superseded"},
}

// statusOf is the status that a value of TBX stands for.
func statusOf(value string) (termbase.Status, bool) {
	for status, values := range statuses {
		if slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(v, value) }) {
			return status, true
		}
	}
	return 0, false
}

// termTypes are the values of termType, ours first. An ordinary variant has no
// type in a glossary.
var termTypes = map[termbase.TermType][]string{
	termbase.Full:    {"fullForm"},
	termbase.Short:   {"shortForm", "abbreviation", "clippedTerm"},
	termbase.Acronym: {"acronym", "initialism"},
	termbase.Variant: {"variant", "entryTerm", "synonym", "phrase"},
}

func termTypeOf(value string) (termbase.TermType, bool) {
	for t, values := range termTypes {
		if slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(v, value) }) {
			return t, true
		}
	}
	return "", false
}

// ownMark begins a note that holds what TBX has no category for. A note that
// begins so by itself is written as a marked one, so that it comes back.
const ownMark = "rectify "

// marked are the columns that are kept as marked notes of a term.
var marked = []string{"term", "since", "until", "certainty", "unless", "note"}

// markedNote writes a cell as a note; unmarkedNote reads it.
func markedNote(column, cell string) string { return ownMark + column + ": " + cell }

func unmarkedNote(note string) (column, cell string, ok bool) {
	rest, ok := strings.CutPrefix(note, ownMark)
	if !ok {
		return "", "", false
	}
	column, cell, ok = strings.Cut(rest, ": ")
	return column, cell, ok && (column == "id" || slices.Contains(marked, column))
}

// langOf is the language of a glossary that a tag of BCP 47 stands for, or "".
func langOf(tag string) string {
	primary, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	switch primary {
	case "zh", "zho", "chi", "cmn":
		return "zh"
	case "en", "eng":
		return "en"
	}
	return ""
}
