package office

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rectify/internal/edit"
	"rectify/internal/markup"
)

// Revision is a change that is proposed: edits of the document's text, and what a
// comment says of them, a paragraph each.
type Revision struct {
	Edits   []edit.Edit
	Comment []string
}

// Signature is who proposes changes, and when.
type Signature struct {
	Author, Initials string
	When             time.Time
}

// Trackable fails for a kind of document that can't hold proposed changes.
func (f *File) Trackable() error {
	if !f.kind.tracks {
		return fmt.Errorf("changes can be tracked in a Word document only, and it is %s", f.kind.Name)
	}
	return nil
}

// Track gives the document with revisions as tracked deletions and insertions
// (ECMA-376 part 1, 17.13.5), which its reader accepts or rejects. The edits of
// all, taken together, are as [edit.Merge] gives them. What replaces text looks as
// the first run that it touches. Revisions of the body have their comment; elsewhere a
// document can't hold one. Revisions that are there already stay. tracked says,
// by index, which revisions went in: one that touches text which isn't in a run of
// its own, as in a chart, is left out. commented says which have their comment.
func (f *File) Track(revisions []Revision, by Signature) (data []byte, tracked, commented []bool, err error) {
	t := tracker{File: f, by: by, tracked: make([]bool, len(revisions)), used: map[string]bool{}, changes: map[int][]change{}, runs: map[int][]*run{}}
	for i := range revisions {
		if t.tracked[i], err = t.place(revisions[i].Edits, i); err != nil {
			return nil, nil, nil, err
		}
	}
	members, err := t.comments(revisions)
	if err != nil {
		return nil, nil, nil, err
	}
	for _, part := range sortedKeys(t.changes) {
		if members[f.parts[part]], err = t.write(part); err != nil {
			return nil, nil, nil, fmt.Errorf("%s: %w", f.parts[part], err)
		}
	}
	for _, id := range t.commentIDs {
		commented = append(commented, id != "")
	}
	data, err = f.archive.pack(members)
	return data, t.tracked, commented, err
}

// tracker is the state of putting revisions into a document.
type tracker struct {
	*File
	by      Signature
	tracked []bool
	// used are the identifiers that the document has, next is one to try.
	used map[string]bool
	next int
	// changes are those of each part, and runs the runs that hold them.
	changes map[int][]change
	runs    map[int][]*run
	// commentIDs are those of the revisions that have a comment, "" for none.
	commentIDs []string
}

// change is an edit of the text of a run, for a revision.
type change struct {
	edit.Edit
	revision int
	run      *run
	text     *runText
	// begins and ends are the comments on what is changed from here and up to here.
	begins, ends []string
	// goesOn and leads say that another change ends where this one begins, and
	// begins where it ends.
	goesOn, leads bool
}

// place finds the runs that the edits of a revision lie in. It is not ok if
// there are none for one of them.
func (t *tracker) place(edits []edit.Edit, revision int) (ok bool, err error) {
	all, err := t.Document.FileEdits(slices.SortedFunc(slices.Values(edits), edit.Compare))
	if err != nil {
		return false, err
	}
	placed := map[int][]change{}
	for _, p := range all {
		if t.runs[p.Part] == nil {
			if t.runs[p.Part], err = runsOf(t.Document.Origin.Parts[p.Part].Text, t.used); err != nil {
				return false, err
			}
		}
		for _, e := range p.Edits {
			c := change{Edit: e, revision: revision}
			if c.run, c.text = runAt(t.runs[p.Part], e); c.run == nil || c.run.prefix == "" {
				return false, nil
			}
			placed[p.Part] = append(placed[p.Part], c)
		}
	}
	for part, list := range placed {
		t.changes[part] = append(t.changes[part], list...)
	}
	return true, nil
}

// identifier is a new one.
func (t *tracker) identifier() string {
	for {
		t.next++
		if id := fmt.Sprint(t.next); !t.used[id] {
			t.used[id] = true
			return id
		}
	}
}

// write gives the text of a part with its changes.
func (t *tracker) write(part int) (string, error) {
	text := t.Document.Origin.Parts[part].Text
	list := t.changes[part]
	slices.SortStableFunc(list, func(a, b change) int { return edit.Compare(a.Edit, b.Edit) })
	t.mark(list, part)
	// Two revisions may share an edit.
	list = slices.CompactFunc(list, func(a, b change) bool { return a.Edit == b.Edit })
	var edits []edit.Edit
	for i := range list {
		c := &list[i]
		c.goesOn = i > 0 && list[i-1].text == c.text && list[i-1].End == c.Start
		c.leads = i+1 < len(list) && list[i+1].text == c.text && list[i+1].Start == c.End
		splice := t.splice(c, text)
		if splice.Start >= c.text.content.Start && !c.text.keeps {
			edits = append(edits, edit.Edit{Start: c.text.name, End: c.text.name, New: ` xml:space="preserve"`})
		}
		c.text.keeps = true // or it is gone
		edits = append(edits, splice)
	}
	return edit.Apply(text, edits)
}

// mark says where the comments of the body begin and end.
func (t *tracker) mark(list []change, part int) {
	if part != 0 {
		return
	}
	first, last := map[string]*change{}, map[string]*change{}
	var order []string
	for i := range list {
		id := t.commentIDs[list[i].revision]
		if id == "" {
			continue
		}
		at := &list[i]
		for n := i; n > 0 && list[n-1].Edit == at.Edit; n-- {
			at = &list[n-1] // the one that is written
		}
		if first[id] == nil {
			first[id] = at
			order = append(order, id)
		}
		last[id] = at
	}
	for _, id := range order {
		first[id].begins = append(first[id].begins, id)
		last[id].ends = append(last[id].ends, id)
	}
}

// splice is a change as an edit of its part: the run is parted around it.
func (t *tracker) splice(c *change, text string) edit.Edit {
	w, r := c.run.prefix, c.run
	out := edit.Edit{Start: c.Start, End: c.End}
	var b strings.Builder
	switch {
	case c.goesOn: // the run is parted already
	case c.Start == c.text.content.Start && c.text.first:
		out.Start = r.Start // nothing of the run stands before
	default:
		b.WriteString("</" + w + "t></" + w + "r>")
	}
	for _, id := range c.begins {
		b.WriteString("<" + w + "commentRangeStart " + w + `id="` + id + `"/>`)
	}
	if c.Start < c.End {
		b.WriteString("<" + w + "del" + t.signed(w) + "><" + w + "r>" + r.properties + "<" + w + `delText xml:space="preserve">` + text[c.Start:c.End] + "</" + w + "delText></" + w + "r></" + w + "del>")
	}
	if c.New != "" {
		inserted := "<" + w + "ins" + t.signed(w) + "><" + w + "r>" + r.properties + "<" + w + `t xml:space="preserve">` + c.New + "</" + w + "t></" + w + "r></" + w + "ins>"
		if r.inserted != "" { // an insertion in another's stands beside it
			inserted = "</" + w + "ins>" + inserted + r.inserted
		}
		b.WriteString(inserted)
	}
	for _, id := range c.ends {
		b.WriteString("<" + w + "commentRangeEnd " + w + `id="` + id + `"/><` + w + "r><" + w + "commentReference " + w + `id="` + id + `"/></` + w + "r>")
	}
	switch {
	case c.leads:
	case c.End == c.text.content.End && c.text.last:
		out.End = r.End // nor behind
	default:
		b.WriteString("<" + w + "r>" + r.properties + "<" + w + `t xml:space="preserve">`)
	}
	out.New = b.String()
	return out
}

// signed are the attributes of a revision.
func (t *tracker) signed(prefix string) string {
	return fmt.Sprintf(` %sid="%s" %sauthor="%s" %sdate="%s"`, prefix, t.identifier(), prefix, markup.EscapeAttribute(t.by.Author), prefix, t.by.date())
}

// date is the time in the form that the standard wants.
func (s Signature) date() string { return s.When.UTC().Format("2006-01-02T15:04:05Z") }
