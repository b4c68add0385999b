package review

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/nearest"
)

// The directives that a comment can hold.
const (
	ignoreNext  = document.Directive
	ignoreStart = document.Directive + "-start"
	ignoreEnd   = document.Directive + "-end"
	ignoreFile  = document.Directive + "-file"
)

var directives = []string{ignoreNext, ignoreStart, ignoreEnd, ignoreFile}

// mostSuppressions bounds the work of a document that is made of comments.
const mostSuppressions = 1000

// readSuppressions makes suppressions of the comments of a document; known are
// the IDs of all checks.
func readSuppressions(d *document.Document, known []string) []check.Suppression {
	var all []check.Suppression
	var open []int // the starts that no end has closed, by their index
	for _, comment := range d.Comments {
		one := newSuppression(comment, known)
		switch one.Directive {
		case ignoreNext:
			one.Reach = comment.About
		case ignoreFile:
			one.Reach = document.Span{Start: 0, End: len(d.Text)}
		case ignoreStart:
			one.Reach = document.Span{Start: comment.End, End: len(d.Text)}
			if len(all) < mostSuppressions {
				open = append(open, len(all))
			}
		case ignoreEnd:
			if n := lastOf(open, all, one.Checks); n >= 0 {
				all[open[n]].Reach.End = comment.Start
				open = slices.Delete(open, n, n+1)
				continue
			}
			if one.Fault == "" {
				one.Fault = fmt.Sprintf("there is no %s of the same above it to end", ignoreStart)
			}
		}
		if len(all) >= mostSuppressions {
			one.Fault = fmt.Sprintf("it is one of more than %d: a range or %s speaks for many places", mostSuppressions, ignoreFile)
		}
		all = append(all, one)
	}
	for _, i := range open {
		if all[i].Fault == "" {
			all[i].Fault = fmt.Sprintf("it has no end: write %s with the same where it ends", ignoreEnd)
		}
	}
	return all
}

// lastOf is the place in open of the last start for the same checks, -1 for none.
func lastOf(open []int, all []check.Suppression, checks []string) int {
	for n := len(open) - 1; n >= 0; n-- {
		if slices.Equal(all[open[n]].Checks, checks) {
			return n
		}
	}
	return -1
}

// newSuppression takes a comment apart: the directive, checks with commas between,
// and behind a colon the reason, which only an end needs not have.
func newSuppression(comment document.Comment, known []string) check.Suppression {
	head, reason, _ := strings.Cut(comment.Text, ":")
	word, list, _ := strings.Cut(document.OneLine(head), " ")
	one := check.Suppression{Span: comment.Span, Directive: word, Reason: strings.TrimSpace(reason)}
	for name := range strings.SplitSeq(list, ",") {
		if name = strings.TrimSpace(name); name != "" {
			one.Checks = append(one.Checks, name)
		}
	}
	switch {
	case !slices.Contains(directives, word):
		one.Fault = unknownWord("directive", word, directives)
	case len(one.Checks) == 0:
		one.Fault = fmt.Sprintf("it names no check: write %s CHECK: reason", word)
	case one.Reason == "" && word != ignoreEnd:
		one.Fault = fmt.Sprintf("it gives no reason: write %s: reason", one)
	}
	for _, name := range one.Checks {
		if one.Fault == "" && !slices.ContainsFunc(known, func(id string) bool { return check.Matches(name, id) }) {
			one.Fault = unknownWord("check", name, known)
		}
	}
	return one
}

func unknownWord(what, word string, known []string) string {
	if near := nearest.Nearest(word, known); near != "" {
		return fmt.Sprintf("unknown %s %q: did you mean %q?", what, word, near)
	}
	return fmt.Sprintf("unknown %s %q", what, word)
}
