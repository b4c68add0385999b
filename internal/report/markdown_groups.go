package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/review"
)

// What a report of many files keeps of a term, so that it stays short and its
// memory bounded.
const (
	mostVariants    = 5
	mostExamples    = 3
	mostCellLetters = 100
)

// subject is what issues of several files are about: an entry, or a check.
type subject struct {
	name     string
	bad      mqm.Severity
	sure     check.Certainty
	issues   int
	variants []*variantOf
	// others counts the issues of variants beyond those kept.
	others int
}

// variantOf is one thing found and what is suggested for it, with the first
// places of it; a path stands before the places in it.
type variantOf struct {
	change       string
	issues       int
	places       []string
	pathOfPlaces string
}

// subjects collects the issues of all files.
type subjects struct {
	known map[any]*subject
	all   []*subject
}

func newSubjects() subjects { return subjects{known: map[any]*subject{}} }

func (s *subjects) add(f review.File) {
	for _, issue := range f.Issues {
		key := any(issue.Check)
		if issue.Entry != nil {
			key = issue.Entry
		}
		about := s.known[key]
		if about == nil {
			about = &subject{name: subjectName(issue)}
			s.known[key] = about
			s.all = append(s.all, about)
		}
		about.add(f.Document, issue)
	}
}

// subjectName is the Chinese and the term to use, or what the check looks for.
func subjectName(issue check.Issue) string {
	if issue.Entry == nil {
		return cmp.Or(issue.Check.Doc.Title, issue.Check.ID)
	}
	names := slices.DeleteFunc([]string{chinese(issue.Entry), preferredText(issue.Term)}, func(n string) bool { return n == "" })
	return cmp.Or(strings.Join(names, " "), issue.Entry.ID)
}

func (s *subject) add(d *document.Document, issue check.Issue) {
	s.bad, s.sure = max(s.bad, issue.HowBad()), max(s.sure, issue.HowSure())
	s.issues++
	change := shortened(found(d, issue.Span), mostCellLetters)
	if len(issue.Suggestions) > 0 {
		change += " → " + shortened(suggested(issue.Suggestions[0]), mostCellLetters)
	}
	i := slices.IndexFunc(s.variants, func(v *variantOf) bool { return v.change == change })
	if i < 0 {
		if len(s.variants) == mostVariants {
			s.others++
			return
		}
		i = len(s.variants)
		s.variants = append(s.variants, &variantOf{change: change})
	}
	v := s.variants[i]
	v.issues++
	if len(v.places) < mostExamples {
		at := place(d, issue.Start)
		if path := visiblePath(d.Path); path != v.pathOfPlaces {
			v.pathOfPlaces = path
			at = path + ":" + at
		}
		v.places = append(v.places, at)
	}
}

// sorted are the subjects, the most important first.
func (s *subjects) sorted() []*subject {
	slices.SortStableFunc(s.all, func(a, b *subject) int {
		return cmp.Or(cmp.Compare(b.bad, a.bad), cmp.Compare(b.sure, a.sure), cmp.Compare(b.issues, a.issues))
	})
	return s.all
}

// row is the subject as a row of a table in Markdown.
func (s *subject) row() string {
	var changes, places []string
	for _, v := range s.variants {
		change := markdownText(v.change)
		if v.issues > 1 {
			change += " ×" + english.Figures(v.issues)
		}
		changes = append(changes, change)
		where := markdownText(strings.Join(v.places, ", "))
		if more := v.issues - len(v.places); more > 0 {
			where += fmt.Sprintf(" … and %s more", english.Figures(more))
		}
		places = append(places, where)
	}
	if s.others > 0 {
		changes = append(changes, fmt.Sprintf("… and %s more", english.Figures(s.others)))
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s |\n", s.bad, english.Figures(s.issues), markdownText(s.name),
		strings.Join(changes, "<br>"), strings.Join(places, "<br>"))
}

// shortened is text of at most so many characters.
func shortened(text string, most int) string {
	for at := range text {
		if most--; most < 0 {
			return text[:at] + "…"
		}
	}
	return text
}
