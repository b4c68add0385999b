package format

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rectify/internal/edit"
	"rectify/internal/xliff"
)

// ourMark is the id of a mark that was written here before.
var ourMark = regexp.MustCompile(`"rectify-([0-9]{1,9})"`)

// lastMark is the highest number of such a mark.
func lastMark(text string) int {
	last := 0
	for _, m := range ourMark.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[1])
		last = max(last, n)
	}
	return last
}

// noteEdits writes the notes of each unit.
func (a *annotator) noteEdits() []edit.Edit {
	var edits []edit.Edit
	for _, u := range a.places.units {
		if len(u.notes) == 0 {
			continue
		}
		whose := `from="rectify" annotates="target"`
		if a.places.second {
			whose = `category="rectify" appliesTo="target"`
		}
		new := ""
		for _, n := range u.notes {
			new += a.element("note", fmt.Sprintf(`%s priority="%d"`, whose, notePriority(n)), a.escape(printableXML(n.Text)))
		}
		if a.places.second && !u.opened {
			new = a.element("notes", "", new)
		}
		edits = append(edits, edit.Edit{Start: u.noteAt, End: u.noteAt, New: new})
	}
	return edits
}

// element is one of XLIFF's own, with its content as it stands.
func (a *annotator) element(name, attributes, content string) string {
	name = a.places.prefix + name
	return "<" + strings.TrimSpace(name+" "+attributes) + ">" + content + "</" + name + ">"
}

// notePriority is that of a note, 1 for the highest of 10.
func notePriority(n Annotation) int { return 10 - n.Severity*9/100 }

// markEdits writes marks, one inside the other where they overlap. A mark that
// would reach out of the one around it ends with it.
func (a *annotator) markEdits() []edit.Edit {
	if len(a.marks) == 0 {
		return nil
	}
	slices.SortStableFunc(a.marks, func(x, y annotationMark) int {
		if x.at.Start != y.at.Start {
			return x.at.Start - y.at.Start
		}
		return y.at.End - x.at.End
	})
	var edits []edit.Edit
	insert := func(at int, tag string) {
		if n := len(edits) - 1; n >= 0 && edits[n].Start == at {
			edits[n].New += tag
		} else {
			edits = append(edits, edit.Edit{Start: at, End: at, New: tag})
		}
	}
	var open []int // where the marks end that are open
	closeTo := func(at int) {
		for n := len(open) - 1; n >= 0 && open[n] <= at; n-- {
			insert(open[n], "</"+a.places.prefix+"mrk>")
			open = open[:n]
		}
	}
	for _, m := range a.marks {
		closeTo(m.at.Start)
		end := m.at.End
		if n := len(open); n > 0 {
			end = min(end, open[n-1])
		}
		insert(m.at.Start, a.startMark(m.Annotation))
		open = append(open, end)
	}
	if len(open) > 0 {
		closeTo(open[0]) // the outermost ends last
	}
	if !a.places.bound {
		edits = slices.Insert(edits, 0, edit.Edit{Start: a.places.rootAt, End: a.places.rootAt, New: ` xmlns:its="` + xliff.SpaceITS + `" its:version="2.0"`})
	}
	return edits
}

// startMark is the start tag of a mark.
func (a *annotator) startMark(m Annotation) string {
	kind := `mtype="x-its"`
	if a.places.second {
		a.taken++
		kind = fmt.Sprintf(`id="rectify-%d" type="its:generic"`, a.taken)
	}
	return fmt.Sprintf(`<%smrk %s its:locQualityIssueType="%s" its:locQualityIssueSeverity="%d" its:locQualityIssueComment="%s">`,
		a.places.prefix, kind, m.Type, m.Severity, a.attribute(m.Text))
}
