// Package review runs the checks over documents: it recognises once, checks,
// settles overlaps and sorts. Its [Result] is what every report prints.
package review

import (
	"time"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/termbase"
)

// Result is the outcome of a review, in the order of the paths.
type Result struct {
	Files []File
	// Source resolves a source key of a term for whoever cites it.
	Source func(key string) termbase.Source
}

// File is one document with its issues, sorted by start, end and check.
type File struct {
	Document *document.Document
	// Words is how many words were reviewed.
	Words  int
	Issues []check.Issue
	// Suppressed is how many more there were, left out by comments in the document
	// or as phrases that are to be ignored.
	Suppressed int
	// Took is how long the review took, on the worker's clock: of documents that were
	// reviewed together, each one's share by its length. No report holds it.
	Took time.Duration
	// whole are all issues where Issues are only some, and kept their indexes in it.
	whole []check.Issue
	kept  []int
}

// Only is the file with some of its issues: those that keep, given their indexes in
// turn, says to keep. Their [Fingerprints] stay what they were among all.
func (f File) Only(keep func(i int) bool) File {
	some := f
	some.Issues, some.kept = nil, nil
	if f.whole == nil {
		some.whole = f.Issues
	}
	for i, issue := range f.Issues {
		if !keep(i) {
			continue
		}
		some.Issues = append(some.Issues, issue)
		if f.whole != nil {
			i = f.kept[i]
		}
		some.kept = append(some.kept, i)
	}
	return some
}
