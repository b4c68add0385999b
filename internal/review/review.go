package review

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/termbase"
)

// Review is what to look for, and what to show of it.
type Review struct {
	Glossary *termbase.Glossary
	// Options hold for every document, unless For is there: then it gives those
	// of each document by its path.
	Options
	For func(path string) Options
	// Known are the IDs of all checks that a suppression may name.
	Known []string
	// Jobs is how many documents are reviewed at once; at least one.
	Jobs int
	// Across holds the documents against each other too.
	Across bool
}

// Run reviews the documents. The result is the same for any number of jobs.
func (r Review) Run(documents []*document.Document) *Result {
	result := &Result{Source: r.Glossary.Source}
	// Nothing fails: the documents are open, and to keep a file is no work.
	_ = r.Stream(len(documents),
		func(i int) (*document.Document, error) { return documents[i], nil },
		func(file File) error {
			result.Files = append(result.Files, file)
			return nil
		})
	return result
}

// Stream reviews n documents, which open gives by their number, as many at once
// as there are jobs, and hands on the files in their order: the same for any
// number of jobs. No more documents are kept than are at work. It is opened
// twice what is held against other documents.
//
// A document that can't be opened makes the review fail; the others are still
// opened, so that the error names all of them, but no file is handed on any
// more. An error of take ends the review.
func (r Review) Stream(n int, open func(i int) (*document.Document, error), take func(File) error) error {
	var chosen choices
	if r.Across && n > 1 {
		var err error
		if chosen, err = r.choose(n, open); err != nil {
			return err
		}
	}
	return inOrder(n, r.Jobs, open, func(d *document.Document) File { return r.file(d, chosen) }, take)
}

// Document reviews one document.
func (r Review) Document(d *document.Document) File { return r.file(d, nil) }

// file reviews a document, and holds it against what was chosen of all.
func (r Review) file(d *document.Document, chosen choices) File {
	begun := time.Now()
	s := r.read(d)
	defer s.found.Release()
	file := File{Document: d, Words: s.found.Count()}
	var issues []check.Issue
	for _, c := range s.Checks {
		if !c.Last {
			c.Run(s.pass(c, &issues))
		}
	}
	s.judge()
	for _, c := range s.Checks {
		if c.Last {
			c.Run(s.pass(c, &issues))
		}
	}
	file.Issues, file.Suppressed = s.suppress(settle(s.across(chosen, issues)))
	file.Took = time.Since(begun)
	return file
}

// session is a document as it is recognised, and the review it is for.
type session struct {
	Review
	document *document.Document
	found    termbase.Recognition
	usage    termbase.Usage
	suppressing
}

func (r Review) read(d *document.Document) *session {
	if r.For != nil {
		r.Options = r.For(d.Path)
	}
	usage := r.usage(d)
	found := readSuppressions(d, r.Known)
	return &session{
		Review: r, document: d, usage: usage, found: r.Glossary.Find(d, usage),
		suppressing: suppressing{found, make([]bool, len(found))},
	}
}

// pass is what a check sees of the document; what it reports joins the issues.
func (s *session) pass(c *check.Check, issues *[]check.Issue) *check.Pass {
	severity, set := s.Severities[c]
	return &check.Pass{
		Check: c, Document: s.document, Recognition: s.found, Glossary: s.Glossary, Usage: s.usage,
		Suppressions: s.suppressing.list,
		Report: func(i check.Issue) {
			i.Check = c
			if i.Entry != nil {
				i.Term = i.Entry.Preferred(s.usage.House, s.usage.Day)
			}
			if set {
				i.Severity = &severity
			}
			s.note(i)
			if i.HowSure() >= s.Certainty {
				*issues = append(*issues, i)
			}
		},
	}
}

// usage is the usage a document is held against: its own date is taken where
// none is set.
func (r Review) usage(d *document.Document) termbase.Usage {
	u := r.Usage
	if u.Day.IsZero() {
		u.Day = Dateline(d)
	}
	return u
}

// settle leaves one issue to a place: the more certain wins, then the more
// severe, then the longer; it notes what the others said. Issues that overlap
// stay side by side if their suggestions can both be made. The result is sorted
// by start, end and check.
func settle(issues []check.Issue) []check.Issue {
	slices.SortStableFunc(issues, byPlace)
	var kept []check.Issue
	for len(issues) > 0 {
		// A chain of issues that overlap is settled by itself: there are few of
		// them, however many issues there are.
		n, end := 1, issues[0].End
		for n < len(issues) && issues[n].Start < end {
			end = max(end, issues[n].End)
			n++
		}
		kept = append(kept, settleChain(issues[:n])...)
		issues = issues[n:]
	}
	return kept
}

func settleChain(issues []check.Issue) []check.Issue {
	if len(issues) == 1 {
		return issues
	}
	slices.SortStableFunc(issues, func(a, b check.Issue) int {
		return cmp.Or(cmp.Compare(b.HowSure(), a.HowSure()), cmp.Compare(b.HowBad(), a.HowBad()),
			cmp.Compare(b.Len(), a.Len()), byPlace(a, b))
	})
	var kept []check.Issue
	for _, i := range issues {
		at := slices.IndexFunc(kept, func(k check.Issue) bool { return collide(k, i) })
		if at < 0 {
			kept = append(kept, i)
		} else if k := &kept[at]; k.Check != i.Check {
			k.Also = append(k.Also, check.Remark{Check: i.Check, Message: i.Message})
		}
	}
	slices.SortStableFunc(kept, byPlace)
	return kept
}

func byPlace(a, b check.Issue) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.Check.ID, b.Check.ID))
}

func collide(a, b check.Issue) bool {
	if !a.Overlaps(b.Span) {
		return false
	}
	if a.Span == b.Span || len(a.Suggestions) == 0 || len(b.Suggestions) == 0 {
		return true
	}
	_, taken := edit.Merge([][]edit.Edit{a.Suggestions[0].Edits, b.Suggestions[0].Edits})
	return !taken[1]
}
