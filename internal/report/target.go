package report

import (
	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
)

// target is the file behind a document, for formats that other tools apply to
// it.
type target struct {
	*document.Document
	// file is the file's own text; nil where the file is no text, and has neither
	// lines nor places for an edit.
	file *document.Document
}

func targetOf(d *document.Document) target {
	switch {
	case d.Origin == nil:
		return target{d, d}
	case d.Origin.Foreign:
		return target{d, nil}
	}
	return target{d, document.New(d.Path, d.Origin.Parts[0].Text, nil)}
}

// edits are those of a suggestion, as edits of the file's text; none where it
// can't be applied to it.
func (t target) edits(s check.Suggestion) []edit.Edit {
	if t.file == nil || len(s.Edits) == 0 {
		return nil
	}
	edits, _ := edit.Merge([][]edit.Edit{s.Edits})
	_, edits, err := t.FileText(edits)
	if err != nil {
		return nil
	}
	return edits
}

// said is what there is to say of an issue in one visible line, after the name of
// its place where that has no line.
func (t target) said(issue check.Issue) string {
	if name := named(t.Document, issue.Start); name != "" {
		return name + ": " + said(t.Document, issue)
	}
	return said(t.Document, issue)
}
