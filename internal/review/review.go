package review

import (
	"slices"
	"sync"
	"time"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/growing"
	"rectify/internal/mqm"
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
	return batched[*document.Document, File]{
		open: open, full: fills, take: take,
		work: func(documents []*document.Document) []File { return r.files(documents, chosen) },
	}.inOrder(n, r.Jobs)
}

// bytesInBatch is how much text is worked on at a time: what a check needs stays in
// a processor's cache for all of it, and so does what was recognised in the text.
const bytesInBatch = 64 << 10

// fills reports whether the documents are enough for a batch.
func fills(documents []*document.Document) bool {
	return sizeOf(documents) >= bytesInBatch
}

// sizeOf is how many bytes of text the documents have.
func sizeOf(documents []*document.Document) (size int) {
	for _, d := range documents {
		size += len(d.Text)
	}
	return size
}

// Document reviews one document.
func (r Review) Document(d *document.Document) File {
	return r.files([]*document.Document{d}, nil)[0]
}

// files reviews documents check by check, and holds each against what was chosen of
// all.
func (r Review) files(documents []*document.Document, chosen choices) []File {
	begun := time.Now()
	sessions := make([]*session, len(documents))
	for i, d := range documents {
		sessions[i] = r.read(d)
	}
	runAll(sessions, false)
	for _, s := range sessions {
		s.judge()
	}
	runAll(sessions, true)
	files := make([]File, len(sessions))
	for i, s := range sessions {
		files[i] = s.close(chosen)
	}
	took, size := time.Since(begun), sizeOf(documents)
	for i := range files {
		files[i].Took = time.Duration(float64(took) * float64(len(documents[i].Text)+1) / float64(size+len(files)))
	}
	return files
}

// runAll runs the checks, or those that run last, on the documents in turn: the
// first check on all of them, then the second.
func runAll(sessions []*session, last bool) {
	for n, more := 0, true; more; n++ {
		more = false
		for _, s := range sessions {
			if n >= len(s.Checks) {
				continue
			}
			if c := s.Checks[n]; c.Last == last {
				c.Run(s.pass(c, s.reported))
			}
			more = true
		}
	}
}

// close settles what was reported, and gives the memory back.
func (s *session) close(chosen choices) File {
	file := File{Document: s.document, Words: s.found.Count()}
	file.Issues, file.Suppressed = s.suppress(settle(s.across(chosen, s.reported)))
	s.release()
	return file
}

// release gives the memory back.
func (s *session) release() {
	s.reported.Empty()
	issueLists.Put(s.reported)
	s.found.Release()
}

// session is a document as it is recognised, and the review it is for.
type session struct {
	Review
	document *document.Document
	found    termbase.Recognition
	usage    termbase.Usage
	suppressing
	// reported holds what the checks report.
	reported *issueList
	// shown is what the check at work sees, and issues where its own are added.
	shown  check.Pass
	issues *issueList
}

// issueList holds what the checks report of a document.
type issueList = growing.List[check.Issue]

// issueLists keep the memory of one document's list for the next.
var issueLists = sync.Pool{New: func() any { return new(issueList) }}

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
		reported:    issueLists.Get().(*issueList),
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
	if len(s.Severities) > 0 {
		i.Severity = s.severity(i)
	}
	s.note(i)
	if i.HowSure() >= s.Certainty {
		s.issues.Add(&i)
	}
}

// severity is that of an issue, as the settings have it; by itself, since most reviews
// set none and need no memory for it.
func (s *session) severity(i check.Issue) *mqm.Severity {
	if severity, set := s.Severities[i.Check]; set {
		return &severity
	}
	return i.Severity
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
