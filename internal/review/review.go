package review

import (
	"slices"
	"time"

	"rectify/internal/check"
	"rectify/internal/document"
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
	reported := spare.Get().(*issueList)
	defer reported.release()
	for _, c := range s.Checks {
		if !c.Last {
			c.Run(s.pass(c, reported))
		}
	}
	s.judge()
	for _, c := range s.Checks {
		if c.Last {
			c.Run(s.pass(c, reported))
		}
	}
	file.Issues, file.Suppressed = s.suppress(settle(s.across(chosen, reported)))
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
	// shown is what the check at work sees, and issues where its own are added.
	shown  check.Pass
	issues *issueList
}

func (r Review) read(d *document.Document) *session {
	if r.For != nil {
		r.Options = r.For(d.Path)
	}
	if len(d.Pairs) == 0 {
		r.Checks = slices.DeleteFunc(slices.Clone(r.Checks), func(c *check.Check) bool { return c.NeedsSource })
	}
	usage := r.usage(d)
	found := readSuppressions(d, r.Known)
	s := &session{
		Review: r, document: d, usage: usage, found: r.Glossary.Find(d, usage),
		suppressing: suppressing{found, make([]bool, len(found))},
	}
	s.shown = check.Pass{
		Document: d, Recognition: s.found, Glossary: r.Glossary, Usage: usage,
		Suppressions: s.suppressing.list, Report: s.report,
	}
	return s
}

// pass is what a check sees of the document, until the pass of the next one is
// asked for; what it reports joins the issues.
func (s *session) pass(c *check.Check, issues *issueList) *check.Pass {
	s.shown.Check, s.issues = c, issues
	return &s.shown
}

func (s *session) report(i check.Issue) {
	i.Check = s.shown.Check
	i.Suggestions = changeable(s.document, i.Suggestions)
	if i.Entry != nil {
		i.Term = i.Entry.Preferred(s.usage.House, s.usage.Day)
	}
	if severity, set := s.Severities[i.Check]; set {
		i.Severity = &severity
	}
	s.note(i)
	if i.HowSure() >= s.Certainty {
		s.issues.add(&i)
	}
}

// changeable are the suggestions whose edits can all be made in the file that the
// document was extracted from: none touches what a mark or a gap stands for.
func changeable(d *document.Document, all []check.Suggestion) []check.Suggestion {
	if d.Origin == nil {
		return all
	}
	return slices.DeleteFunc(all, func(s check.Suggestion) bool { return d.Changeable(s.Edits) != nil })
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
