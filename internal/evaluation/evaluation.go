package evaluation

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/review"
)

// Share is a number of things out of all there are.
type Share struct{ Part, All int }

// Of is the share as a number up to 1, and 0 where there is nothing to share.
func (s Share) Of() float64 {
	if s.All == 0 {
		return 0
	}
	return float64(s.Part) / float64(s.All)
}

func (s *Share) count(part bool) {
	s.All++
	if part {
		s.Part++
	}
}

// Class is how many of the faults of a class that must be found were found.
type Class struct {
	Name string
	Share
}

// Mark is a fault of a text, with the places that it is about.
type Mark struct {
	Document *document.Document
	Fault
	Places []document.Span
}

// Issue is what the review says of a text.
type Issue struct {
	Document *document.Document
	check.Issue
}

// Result is what the texts add up to.
type Result struct {
	// Reviewed is the review that was held against the faults.
	Reviewed *review.Result
	// Must and May count the faults found, of those that have to be found and
	// of those that may be.
	Must, May Share
	// Classes are the parts of Must, by name.
	Classes []Class
	// Advice counts the right suggestions, of the faults that had to be found,
	// were found and have suggestions to accept.
	Advice Share
	// InGold counts the issues that touch a fault.
	InGold Share
	// Missed are the faults not found, with the places where they weren't; in
	// the order of the texts and their gold.
	Missed []Mark
	// Outside are the issues that touch no fault, in the order of the texts.
	Outside []Issue
	// Absent are the faults whose quote isn't in the text. They count nowhere.
	Absent []Mark
	// Unasked is how many faults need the Chinese to be found.
	Unasked int
}

// Evaluate holds the issues of each reviewed file against the faults in it,
// which gold has in the order of the files.
func Evaluate(reviewed *review.Result, gold [][]Fault) *Result {
	r := &Result{Reviewed: reviewed}
	for i, file := range reviewed.Files {
		r.add(file, gold[i])
	}
	slices.SortFunc(r.Classes, func(a, b Class) int { return cmp.Compare(a.Name, b.Name) })
	return r
}

func (r *Result) add(file review.File, gold []Fault) {
	var marked []document.Span
	for _, fault := range gold {
		mark := Mark{file.Document, fault, places(file.Document.Text, fault.Quote)}
		marked = append(marked, mark.Places...)
		switch {
		case len(mark.Places) == 0:
			r.Absent = append(r.Absent, mark)
		case fault.NeedsSource:
			r.Unasked++
		default:
			r.judge(mark, file.Issues)
		}
	}
	for _, i := range file.Issues {
		in := slices.ContainsFunc(marked, i.Overlaps)
		r.InGold.count(in)
		if !in {
			r.Outside = append(r.Outside, Issue{file.Document, i})
		}
	}
}

// judge counts a fault as found if it is found at each of its places.
func (r *Result) judge(m Mark, issues []check.Issue) {
	var hits []check.Issue
	var missed []document.Span
	for _, place := range m.Places {
		n := len(hits)
		for _, i := range issues {
			if m.foundBy(i, place) {
				hits = append(hits, i)
			}
		}
		if len(hits) == n {
			missed = append(missed, place)
		}
	}
	found := len(missed) == 0
	if !found {
		r.Missed = append(r.Missed, Mark{m.Document, m.Fault, missed})
	}
	if !m.Must {
		r.May.count(found)
		return
	}
	r.Must.count(found)
	r.class(m.Class).count(found)
	if accept := slices.DeleteFunc(slices.Clone(m.Accept), func(a string) bool { return a == "" }); found && len(accept) > 0 {
		r.Advice.count(slices.ContainsFunc(hits, func(i check.Issue) bool { return suggests(i, accept) }))
	}
}

// slack is how many characters an issue may be longer than the fault that it
// finds: one that is about a whole paragraph finds nothing in it.
const slack = 60

func (m Mark) foundBy(i check.Issue, place document.Span) bool {
	text := m.Document.Text
	long := func(s document.Span) int { return utf8.RuneCountInString(text[s.Start:s.End]) }
	if i.Overlaps(place) && long(i.Span) <= long(place)+slack {
		return true
	}
	return m.Class == inconsistency && slices.ContainsFunc(i.Related, func(o check.Related) bool { return o.Overlaps(place) })
}

// suggests reports whether a suggestion of the issue holds one of the words to
// accept, in whatever capitals.
func suggests(i check.Issue, accept []string) bool {
	return slices.ContainsFunc(i.Suggestions, func(s check.Suggestion) bool {
		return slices.ContainsFunc(accept, func(a string) bool {
			return strings.Contains(strings.ToLower(s.Text), strings.ToLower(a))
		})
	})
}

func (r *Result) class(name string) *Class {
	at := slices.IndexFunc(r.Classes, func(c Class) bool { return c.Name == name })
	if at < 0 {
		at = len(r.Classes)
		r.Classes = append(r.Classes, Class{Name: name})
	}
	return &r.Classes[at]
}

// places are all places of a quote in a text, even those that overlap.
func places(text, quote string) []document.Span {
	var out []document.Span
	for from := 0; ; {
		at := strings.Index(text[from:], quote)
		if at < 0 {
			return out
		}
		start := from + at
		out = append(out, document.Span{Start: start, End: start + len(quote)})
		_, size := utf8.DecodeRuneInString(text[start:])
		from = start + size
	}
}
