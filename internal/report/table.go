package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/review"
)

const (
	defaultWidth = 100 // of a table that goes to no terminal
	// mostPlaces is how many places a row lists; the others are counted.
	mostPlaces = 10
)

// table is the report that people read first: a block for each term, the most
// important first, each fault once with all its places.
type table struct {
	page
	Options
	total tally
	rows  *grid
}

func newTable(w io.Writer, o Options) Writer {
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	return &table{newPage(w, o.Width, o.Color), o, newTally(), newGrid()}
}

func (t *table) Close() error {
	t.print(piece{}, piece{strong, t.total.summary()})
	if often := t.total.often.sentence(); often != "" {
		t.print(piece{}, piece{plain, often})
	}
	t.step(t.total.nextFix(t.Options))
	t.step(t.total.nextDiff(t.Options))
	return t.Flush()
}

func (t *table) File(f review.File) error {
	t.total.add(f)
	if len(f.Issues) == 0 {
		return nil
	}
	if t.Files > 1 {
		t.print(piece{}, piece{title, visiblePath(f.Document.Path)}, piece{faint, ": " + english.Count(len(f.Issues), "issue")})
		t.WriteByte('\n')
	}
	all := groups(f.Document, f.Issues)
	blocks, err := t.grid(f.Document, all)
	if err != nil {
		return fmt.Errorf("%s: table: %w", visiblePath(f.Document.Path), err)
	}
	for i, g := range all {
		t.print(piece{severityStyles[g.bad], g.bad.String() + "  "}, t.head(g)...)
		t.WriteString(blocks[i])
		for _, n := range t.notes(g) {
			t.print(indent, n...)
		}
		t.WriteByte('\n')
	}
	return nil
}

// head names what a group is about: its term, or its message.
func (t *table) head(g *group) []piece {
	name := visible(g.issues[0].Message)
	if g.entry != nil {
		name = strings.Join(entryNames(g.issues[0]), "  ")
	}
	line := []piece{{strong, name}}
	if n := len(g.issues); n > 1 {
		line = append(line, piece{plain, "  ×" + english.Figures(n)})
	}
	return line
}

// notes say of each fault of a group which check found it, how surely and
// why, and last who uses the term.
func (t *table) notes(g *group) [][]piece {
	var notes [][]piece
	var known []string
	for _, r := range g.rows {
		first := r.issues[0]
		label := first.Check.ID
		if r.bad != g.bad {
			label += ", " + r.bad.String()
		}
		label += ", " + r.sure.String()
		message := ""
		if g.entry != nil {
			message = ": " + visible(first.Message)
		}
		if key := label + message; !slices.Contains(known, key) {
			known = append(known, key)
			notes = append(notes, []piece{{faint, label}, {plain, message}})
		}
		for _, a := range first.Also {
			if key := a.Check.ID + a.Message; !slices.Contains(known, key) {
				known = append(known, key)
				notes = append(notes, []piece{{faint, "also " + a.Check.ID}, {plain, ": " + visible(a.Message)}})
			}
		}
	}
	if cited := witness(t.Source, g.issues[0].Term); cited != "" {
		notes = append(notes, []piece{{faint, "source: " + visible(cited)}})
	}
	return notes
}

// places lists where the faults of a row stand, as lines of the given width.
func places(d *document.Document, r *row, cells int) [][]piece {
	var list []string
	for _, issue := range r.issues[:min(len(r.issues), mostPlaces)] {
		list = append(list, place(d, issue.Start))
	}
	text := strings.Join(list, ", ")
	if more := len(r.issues) - mostPlaces; more > 0 {
		text += fmt.Sprintf(" … and %s more", english.Figures(more))
	}
	return wrap([]piece{{plain, text}}, cells)
}
