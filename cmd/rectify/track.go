package main

import (
	"errors"
	"fmt"

	"rectify/internal/check"
	"rectify/internal/edit"
	"rectify/internal/format"
	"rectify/internal/office"
	"rectify/internal/report"
	"rectify/internal/review"
)

// tracking proposes suggestions as tracked changes, instead of making them.
type tracking struct {
	// least is the certainty that a suggestion needs.
	least check.Certainty
	by    office.Signature
}

// checkTrack makes sure that --track stands alone, and signs its changes with the
// time of the run.
func (f *fixFlags) checkTrack() error {
	switch {
	case !f.track:
		return nil
	case f.interactive || f.annotate != "":
		return hinted{errors.New("--track proposes changes, and makes no other use of them"), "leave out --interactive and --annotate"}
	}
	when, err := now()
	f.tracking.by = office.Signature{Author: "rectify", Initials: "r", When: when}
	return err
}

// trackable fails if one of the files can't hold tracked changes.
func trackable(inputs []*format.File) error {
	for _, in := range inputs {
		err := errors.New("changes can be tracked in a Word document only")
		if in.Office != nil {
			err = in.Office.Trackable()
		}
		if err != nil {
			return hinted{fmt.Errorf("%s: %w", in.Document.Path, err), "leave --track out, or name only .docx files"}
		}
	}
	return nil
}

// propose gives the bytes of a document with the first suggestion of every issue
// as a tracked change.
func (t tracking) propose(r review.Review, narrow narrowing, in *format.File) ([]byte, tally, error) {
	result := narrow.file(r.Document(in.Document))
	var groups [][]edit.Edit
	var issues []check.Issue
	for _, i := range result.Issues {
		if i.HowSure() >= t.least && len(i.Suggestions) > 0 && len(i.Suggestions[0].Edits) > 0 {
			groups = append(groups, i.Suggestions[0].Edits)
			issues = append(issues, i)
		}
	}
	_, taken := edit.Merge(groups)
	var revisions []office.Revision
	for n, i := range issues {
		if taken[n] {
			revisions = append(revisions, office.Revision{Edits: groups[n], Comment: report.Comment(i, r.Glossary.Source)})
		}
	}
	done := tally{left: len(result.Issues)}
	if len(revisions) == 0 {
		return in.Data, done, nil
	}
	data, tracked, commented, err := in.Office.Track(revisions, t.by)
	if err != nil {
		return nil, done, fmt.Errorf("%s: %w", in.Document.Path, err)
	}
	for i, ok := range tracked {
		if ok {
			done.fixed++
			done.left--
		}
		if ok && !commented[i] {
			done.silent++
		}
	}
	if done.fixed == 0 {
		return in.Data, done, nil
	}
	done.files = 1
	return data, done, nil
}
