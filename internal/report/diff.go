package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/review"
)

// markLook is how a mark looks: its style in color, and its brackets (those of
// `git diff --word-diff`) where there is no color.
var markLook = [...]struct {
	style       style
	open, close string
}{
	same:     {plain, "", ""},
	deleted:  {struck, "[-", "-]"},
	inserted: {right, "{+", "+}"},
	flagged:  {doubtful, "[?", "?]"},
}

// diff is every sentence with an issue in it, as it would read with the
// suggestions, and below it what each issue is. Without a terminal a sentence
// is one line.
type diff struct {
	page
	Options
	total tally
}

func newDiff(w io.Writer, o Options) Writer {
	return &diff{newPage(w, o.Width, o.Color), o, newTally()}
}

func (p *diff) File(f review.File) error {
	p.total.add(f)
	all, err := hunks(f.Document, f.Issues)
	if err != nil {
		return fmt.Errorf("%s: diff: %w", visiblePath(f.Document.Path), err)
	}
	for _, h := range all {
		p.print(piece{}, piece{hunkHead, h.head(f.Document)})
		p.print(piece{}, h.sentence(f.Document, p.Color)...)
		for _, n := range h.notes(p.Source, f.Document) {
			p.print(indent, n...)
		}
		if !p.Bare {
			p.WriteByte('\n')
		}
	}
	return nil
}

func (p *diff) Close() error {
	if !p.Bare {
		p.print(piece{}, piece{strong, p.total.summary()})
		if often := p.total.often.sentence(); often != "" {
			p.print(piece{}, piece{plain, often})
		}
		p.step(p.total.nextFix(p.Options))
	}
	return p.Flush()
}

// head says where a hunk is and which checks have a part in it.
func (h *hunk) head(d *document.Document) string {
	at := h.Start
	if len(h.issues) > 0 {
		at = h.issues[0].Start
	} else if len(h.edits) > 0 {
		at = h.edits[0].Start
	}
	var ids []string
	for _, issue := range slices.Concat(h.issues, h.guests) {
		if !slices.Contains(ids, issue.Check.ID) {
			ids = append(ids, issue.Check.ID)
		}
	}
	return fmt.Sprintf("@@ %s:%s %s @@", visiblePath(d.Path), lineOf(d, at), strings.Join(ids, ", "))
}

// sentence is the text of a hunk with its marks. Space at its ends goes.
func (h *hunk) sentence(d *document.Document, color bool) []piece {
	line := marked(h.marks(d), color)
	if len(line) > 0 {
		line[0].text = strings.TrimLeft(line[0].text, " ")
		line[len(line)-1].text = strings.TrimRight(line[len(line)-1].text, " ")
	}
	return line
}

// marked is a text with its marks, in color or in brackets.
func marked(marks []mark, color bool) []piece {
	var line []piece
	for _, m := range marks {
		look := markLook[m.kind]
		text := visible(m.text)
		if !color {
			text = look.open + text + look.close
		}
		line = append(line, piece{look.style, text})
	}
	return line
}

// notes say what each issue of a hunk is, after its place; what is said of
// several is said once.
func (h *hunk) notes(cited citation, d *document.Document) [][]piece {
	at := map[string]int{}
	var places []string
	var notes [][]piece
	for i, issue := range h.issues {
		note := h.note(cited, d, i)
		key := paint(note, false)
		n, known := at[key]
		if !known {
			at[key] = len(notes)
			places, notes = append(places, place(d, issue.Start)), append(notes, note)
			continue
		}
		places[n] += ", " + place(d, issue.Start)
	}
	for n, note := range notes {
		notes[n] = append([]piece{{plain, places[n] + "  "}}, note...)
	}
	for _, issue := range h.guests {
		note := append([]piece{{plain, place(d, issue.Start) + "  "}}, change(d, issue)...)
		notes = append(notes, append(note, piece{plain, ": its suggestion changes this sentence too"}, piece{faint, " [" + issue.Check.ID + "]"}))
	}
	return notes
}

// note is what one issue of a hunk says: found → suggested, why, who says so,
// and which check.
func (h *hunk) note(cited citation, d *document.Document, i int) []piece {
	issue := h.issues[i]
	line := append(change(d, issue), piece{plain, ": " + visible(issue.Message)})
	var remarks []string
	switch {
	case len(issue.Suggestions) == 0:
		remarks = append(remarks, "no suggestion")
	case !h.taken[i] && len(issue.Suggestions[0].Edits) > 0:
		remarks = append(remarks, "not shown above: another change is in its way")
	}
	remarks = append(remarks, also(issue)...)
	for _, text := range []string{chinese(issue.Entry), witness(cited, issue.Term), related(d, issue)} {
		if text != "" {
			remarks = append(remarks, visible(text))
		}
	}
	if len(remarks) > 0 {
		line = append(line, piece{faint, " (" + strings.Join(remarks, "; ") + ")"})
	}
	return append(line, piece{faint, " [" + issue.Check.ID + "]"})
}

// related are the other places that an issue points to.
func related(d *document.Document, issue check.Issue) string {
	var list []string
	for _, r := range issue.Related {
		list = append(list, place(d, r.Start))
	}
	if len(list) == 0 {
		return ""
	}
	if more := len(list) - mostPlaces; more > 0 {
		list = append(list[:mostPlaces], fmt.Sprintf("… and %s more", english.Figures(more)))
	}
	return "see " + strings.Join(list, ", ")
}
