// Package review runs the checks over documents: it recognises once, checks,
// settles overlaps and sorts. Its [Result] is what every report prints.
package review

import (
	"rectify/internal/check"
	"rectify/internal/document"
)

// Result is the outcome of a review, in the order of the paths.
type Result struct {
	Files []File
	// Sources resolves the source keys of entries for whoever cites them.
	Sources func(key string) string
}

// File is one document with its issues, sorted by start, end and check.
type File struct {
	Document *document.Document
	// Words is how many words were reviewed.
	Words  int
	Issues []check.Issue
}
