package main

import (
	"errors"
	"fmt"
	"slices"

	"rectify/internal/check"
	"rectify/internal/format"
	"rectify/internal/review"
)

// annotations are the kinds of remarks that issues are written into XLIFF as.
var annotations = []string{"its", "notes"}

// checkAnnotate makes sure that --annotate says what there is, and stands alone.
func (f *fixFlags) checkAnnotate() error {
	switch {
	case f.annotate != "" && !slices.Contains(annotations, f.annotate):
		return unknown("kind of --annotate", f.annotate, annotations)
	case f.annotate != "" && f.interactive:
		return hinted{errors.New("--annotate changes no text, and --interactive asks about changes"), "leave one of them out"}
	}
	return nil
}

// change is what the command does to a file.
func (f *fixFlags) change() func(review.Review, narrowing, *format.File) ([]byte, tally, error) {
	switch {
	case f.annotate != "":
		return f.annotated
	case f.track:
		return f.tracking.propose
	}
	return fixed
}

// annotated writes all issues into the file.
func (f *fixFlags) annotated(r review.Review, narrow narrowing, file *format.File) ([]byte, tally, error) {
	var remarks []format.Annotation
	d := file.Document
	for _, i := range narrow.file(r.Document(d)).Issues {
		remarks = append(remarks, format.Annotation{
			Span: i.Span, Type: i.Check.Category.ITSType(), Severity: i.HowBad().ITSSeverity(), Text: remark(i, d.Slice(i.Span)),
		})
	}
	data, err := file.Annotate(remarks, f.annotate == "its")
	if err != nil {
		return nil, tally{}, hinted{fmt.Errorf("%s: %w", d.Path, err), "for other files: rectify check --format table|html|xlsx"}
	}
	done := tally{fixed: len(remarks)}
	if len(remarks) > 0 {
		done.files = 1
	}
	return data, done, nil
}

// remark is what a translator reads of an issue and of what was found.
func remark(i check.Issue, found string) string {
	text := fmt.Sprintf("%s: ", i.HowBad())
	if found != "" && len(found) <= mostQuoted {
		text += found + ": "
	}
	text += i.Message
	lead := "; better: "
	for _, s := range i.Suggestions {
		text += lead + s.Text
		lead = ", or: "
	}
	return text + " [" + i.Check.ID + "]"
}

// mostQuoted is how many bytes of a text a remark repeats: more is easier found
// by its mark.
const mostQuoted = 100
