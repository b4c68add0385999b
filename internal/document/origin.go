package document

import (
	"fmt"
	"slices"
	"sort"

	"rectify/internal/edit"
)

// Origin is what a text was extracted from: a file whose text stands between
// marks, in escapes or in parts. It leads from every stretch of the text to the
// place in the file where it stands.
type Origin struct {
	// Parts are the texts that the file holds: one for a file that is itself
	// text, each as it is, with its marks.
	Parts []Part
	// pieces lead to them, sorted and without overlap. What no piece covers, such
	// as the line end after a segment, stands nowhere in the file.
	pieces []piece
	// Foreign says that the parts aren't the bytes of the file, as in an archive:
	// positions then count in the extracted text.
	Foreign bool
}

// Part is a text in a file: the file's own, or that of a member of an archive.
type Part struct {
	// Name is that of the member, "" for the file itself.
	Name, Text string
	lines      lines
}

func (p Part) position(offset int) Position { return p.lines.position(p.Text, offset) }

// Frame is a stretch of a part whose new text decides how all of it is written,
// such as a cell of a table that needs quotes once a comma stands in it.
type Frame struct {
	At    Span
	Write func(text string) string
}

// Fixed is the frame of what can't be changed where it stands, such as a cell of a
// table that is drawn with characters.
var Fixed = &Frame{}

// PartEdits is what edits of the extracted text come to in one part.
type PartEdits struct {
	Part  int
	Edits []edit.Edit
}

// Locate is the place of an offset of the text in its file: the part and the
// offset in it. Of text that stands nowhere it is the end of the piece before,
// or the beginning of the first one.
func (d *Document) Locate(offset int) (part, at int) {
	o := d.Origin
	i := o.after(offset)
	if i < len(o.pieces) {
		if p := o.piece(i); p.Start <= offset {
			if p.verbatim {
				return p.Part, p.At.Start + offset - p.Start
			}
			return p.Part, p.At.Start
		}
	}
	if i == 0 {
		if len(o.pieces) == 0 {
			return 0, 0
		}
		first := o.piece(0)
		return first.Part, first.At.Start
	}
	last := o.piece(i - 1)
	return last.Part, last.At.End
}

// locateAfter is the place where the text before an offset ends.
func (d *Document) locateAfter(offset int) (part, at int) {
	o := d.Origin
	i := sort.Search(len(o.pieces), func(i int) bool { return o.pieces[i].end() >= offset })
	if i == len(o.pieces) || int(o.pieces[i].start) >= offset {
		return d.Locate(offset)
	}
	if p := o.piece(i); offset == p.End || !p.verbatim {
		return p.Part, p.At.End
	}
	return d.Locate(offset)
}

// FileEdits turns edits of the text (sorted, without overlap) into edits of the
// parts that it stands in, in the order of the parts. What an edit puts in
// stands in the first piece that it touches, and is taken out of the others, so
// that no mark between them is lost. It fails on an edit that touches text which
// stands nowhere in the file, since that can't be changed, and on one that lies
// outside the text.
func (d *Document) FileEdits(edits []edit.Edit) ([]PartEdits, error) {
	if d.Origin == nil {
		return []PartEdits{{0, edits}}, nil
	}
	into, err := d.locate(edits)
	if err != nil {
		return nil, err
	}
	if err := into.write(d.Origin.Parts); err != nil {
		return nil, err
	}
	var all []PartEdits
	for part := range d.Origin.Parts {
		if list := into.byPart[part]; len(list) > 0 {
			slices.SortStableFunc(list, func(a, b edit.Edit) int { return a.Start - b.Start })
			all = append(all, PartEdits{part, list})
		}
	}
	return all, nil
}

// Changeable fails as FileEdits does, without the work of it.
func (d *Document) Changeable(edits []edit.Edit) error {
	if d.Origin == nil {
		return nil
	}
	_, err := d.locate(edits)
	return err
}

// locate finds where edits of the text lie in the parts.
func (d *Document) locate(edits []edit.Edit) (located, error) {
	into := located{byPart: map[int][]edit.Edit{}}
	for _, e := range edits {
		if err := d.locateEdit(e, &into); err != nil {
			return located{}, err
		}
	}
	return into, nil
}

// FileText is the text of a file that is itself text, and edits of the document
// as edits of it. It fails as FileEdits does, and for a file that is no text.
func (d *Document) FileText(edits []edit.Edit) (string, []edit.Edit, error) {
	if d.Origin == nil {
		return d.Text, edits, nil
	}
	if d.Origin.Foreign {
		return "", nil, fmt.Errorf("%s is no text file", d.Path)
	}
	all, err := d.FileEdits(edits)
	if err != nil || len(all) == 0 {
		return d.Origin.Parts[0].Text, nil, err
	}
	return d.Origin.Parts[0].Text, all[0].Edits, nil
}

// located are edits of parts, and of frames in them.
type located struct {
	byPart map[int][]edit.Edit
	frames []framed
}

// framed are the edits in a frame.
type framed struct {
	*Frame
	part  int
	edits []edit.Edit
}

// add takes an edit that lies in a piece.
func (l *located) add(p Piece, e edit.Edit) {
	if e.Start == e.End && e.New == "" {
		return
	}
	for _, at := range p.Copies {
		shift := at - p.At.Start
		l.byPart[p.Part] = append(l.byPart[p.Part], edit.Edit{Start: e.Start + shift, End: e.End + shift, New: e.New})
	}
	if p.Frame == nil {
		l.byPart[p.Part] = append(l.byPart[p.Part], e)
		return
	}
	if n := len(l.frames); n == 0 || l.frames[n-1].Frame != p.Frame {
		l.frames = append(l.frames, framed{p.Frame, p.Part, nil})
	}
	last := &l.frames[len(l.frames)-1]
	e.Start, e.End = e.Start-p.Frame.At.Start, e.End-p.Frame.At.Start
	last.edits = append(last.edits, e)
}

// write makes one edit of those of each frame.
func (l *located) write(parts []Part) error {
	for _, f := range l.frames {
		text, err := edit.Apply(parts[f.part].Text[f.At.Start:f.At.End], f.edits)
		if err != nil {
			return err
		}
		l.byPart[f.part] = append(l.byPart[f.part], edit.Edit{Start: f.At.Start, End: f.At.End, New: f.Write(text)})
	}
	return nil
}

func (d *Document) locateEdit(e edit.Edit, into *located) error {
	o := d.Origin
	if e.Start < 0 || e.End < e.Start || e.End > len(d.Text) {
		return fmt.Errorf("an edit of bytes %d to %d lies outside the text", e.Start, e.End)
	}
	// The first piece that the edit touches; an insertion belongs to the piece
	// that ends there.
	i := o.after(e.Start)
	if i > 0 && o.pieces[i-1].end() == e.Start && (e.Start == e.End || i == len(o.pieces) || int(o.pieces[i].start) > e.Start) {
		i--
	}
	at, rest := e.Start, e.New
	for first := true; first || at < e.End; first = false {
		if i == len(o.pieces) || int(o.pieces[i].start) > at || o.pieces[i].how.Frame == Fixed {
			return fmt.Errorf("an edit of %q touches what can't be changed in the file", d.Text[e.Start:e.End])
		}
		p := o.piece(i)
		end := min(e.End, p.End)
		into.add(p, p.inner(d.Text, edit.Edit{Start: at, End: end, New: rest}))
		at, rest = end, ""
		i++
	}
	return nil
}
