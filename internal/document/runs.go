package document

import (
	"strings"
	"unicode"
)

// Blank reports whether a run neither starts nor ends with the character where
// nothing reads on: white space or a byte order mark.
func Blank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' }

// TrimRuns takes white space off runs where it doesn't stand between words, and
// leaves empty runs out.
func TrimRuns(text string, runs []Run) []Run { return trimRuns(nil, text, runs) }

// trimRuns appends the runs to an empty list.
func trimRuns(out []Run, text string, runs []Run) []Run {
	before := Glued
	// dropBlank ends the last run before its white space.
	dropBlank := func() {
		for len(out) > 0 {
			last := &out[len(out)-1]
			last.End = last.Start + len(strings.TrimRightFunc(text[last.Start:last.End], Blank))
			if last.Len() > 0 {
				return
			}
			out = out[:len(out)-1]
		}
	}
	for _, run := range runs {
		before = max(before, run.Before)
		if before != Glued {
			dropBlank()
		}
		if len(out) == 0 || before != Glued {
			run.Start = run.End - len(strings.TrimLeftFunc(text[run.Start:run.End], Blank))
		}
		if run.Len() == 0 {
			continue
		}
		out = append(out, Run{Span: run.Span, Before: before})
		before = Glued
	}
	dropBlank()
	if len(out) > 0 {
		out[0].Before = Glued
	}
	return out
}
