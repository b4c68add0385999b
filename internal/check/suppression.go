package check

import (
	"slices"
	"strings"

	"rectify/internal/document"
)

// Suppression is a comment in a document by which its author leaves issues out.
type Suppression struct {
	// Span is where the comment stands, Reach what it speaks of.
	document.Span
	Reach document.Span
	// Directive is its first word; Checks are IDs or patterns; Reason is for whoever
	// reads it later.
	Directive string
	Checks    []string
	Reason    string
	// Fault is what is wrong with it, "" for nothing. One with a fault leaves
	// nothing out.
	Fault string
	// Unused says that there was nothing to leave out, though every check that it
	// names ran.
	Unused bool
}

// String is the suppression as its author wrote it, without the reason.
func (s Suppression) String() string {
	return strings.TrimSpace(s.Directive + " " + strings.Join(s.Checks, ", "))
}

// Names reports whether it speaks of a check.
func (s Suppression) Names(id string) bool {
	return slices.ContainsFunc(s.Checks, func(pattern string) bool { return Matches(pattern, id) })
}

// Covers reports whether it leaves an issue out: one of a check that it names,
// which begins in its reach.
func (s Suppression) Covers(i Issue) bool {
	begins := s.Reach.Start <= i.Start && (i.Start < s.Reach.End || i.Start == s.Reach.End && i.Len() == 0)
	return s.Fault == "" && begins && s.Names(i.Check.ID)
}
