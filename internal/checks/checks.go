// Package checks holds everything that rectify looks for: one check a file,
// named as its ID, and the list of all of them. Checks don't know each other.
package checks

import "rectify/internal/check"

// All lists every check, sorted by ID.
var All = []*check.Check{
	AccuracyAddition,
	AccuracyName,
	AccuracyNumber,
	AccuracyOmission,
	PageResidue,
	AccuracyRepeats,
	Untranslated,
	DoubledWord,
	Punctuation,
	VariantSpelling,
	Suppression,
	StyleAwkward,
	LongSentence,
	MissingSubject,
	NounStack,
	Viewpoint,
	TermAcronym,
	TermCapitalization,
	TermDeprecated,
	DisagreeingRepeats,
	TermFirstMention,
	TermHouse,
	TermInconsistent,
	TermLiteral,
	TermMissing,
	TermName,
	TermNearMiss,
	TermTitle,
}

// Find is the check of an ID, or nil.
func Find(id string) *check.Check {
	for _, c := range All {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// IDs lists the IDs of all checks, sorted.
func IDs() []string {
	var ids []string
	for _, c := range All {
		ids = append(ids, c.ID)
	}
	return ids
}
