package format

import (
	"errors"
	"io"
	"slices"
	"sort"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// xliffPlaces are the places of an XLIFF file where remarks can be written.
type xliffPlaces struct {
	// second says that it is XLIFF 2, rootAt where attributes of its outermost
	// element can be added, bound that the prefix of ITS is.
	second bool
	rootAt int
	bound  bool
	// core is the namespace of XLIFF's own elements, prefix their prefix with its
	// colon.
	core, prefix string
	units        []annotatedUnit
	// cdata are the places where no mark can stand.
	cdata []document.Span
}

// annotatedUnit is a unit, and where its next note goes.
type annotatedUnit struct {
	document.Span
	noteAt int
	// opened says that XLIFF 2 has notes there already.
	opened bool
	notes  []Annotation
}

// find reads the file again: that it is sound is known.
func (p *xliffPlaces) find(text string) error {
	r, err := markup.NewReader(text)
	if err != nil {
		return err
	}
	for inside := 0; ; {
		t, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch {
		case t.Kind == markup.CDATA:
			p.cdata = append(p.cdata, t.Span)
		case t.Kind == markup.Start && r.Depth() == 1:
			p.root(t, text[t.Start:t.End])
		case t.Space != p.core: // no element of XLIFF
		case t.Kind == markup.Start && (t.Name == "trans-unit" || t.Name == "unit"):
			inside = r.Depth()
			p.units = append(p.units, annotatedUnit{Span: t.Span})
		case len(p.units) > 0 && t.Kind == markup.Start && r.Depth() == inside+1:
			p.units[len(p.units)-1].begins(t, p.second)
		case len(p.units) > 0 && t.Kind == markup.End && r.Depth() == inside:
			p.units[len(p.units)-1].ends(t, p.second)
		case t.Kind == markup.End && r.Depth() == inside-1:
			p.units[len(p.units)-1].End, inside = t.End, 0
		}
	}
}

func (p *xliffPlaces) root(t markup.Token, raw string) {
	p.core = t.Space
	p.second = strings.HasPrefix(t.Get("version"), "2")
	p.bound = strings.Contains(raw, "xmlns:its=")
	name := strings.IndexAny(raw, " \t\r\n/>") // its end
	p.rootAt = t.Start + name
	p.prefix = strings.TrimSuffix(raw[1:name], t.Name)
}

// begins takes the start of a child of the unit. In XLIFF 2 notes stand before
// the segments.
func (u *annotatedUnit) begins(t markup.Token, second bool) {
	if second && u.noteAt == 0 && slices.Contains([]string{"originalData", "segment", "ignorable"}, t.Name) {
		u.noteAt = t.Start
	}
}

// ends takes the end of a child of the unit. In XLIFF 1 notes stand behind the
// target.
func (u *annotatedUnit) ends(t markup.Token, second bool) {
	switch {
	case second && t.Name == "notes" && t.Len() > 0:
		u.noteAt, u.opened = t.Start, true
	case !second && slices.Contains([]string{"source", "seg-source", "target"}, t.Name):
		u.noteAt = t.End
	}
}

// inCDATA reports whether a place lies where no tag can stand.
func (p *xliffPlaces) inCDATA(at document.Span) bool {
	i := sort.Search(len(p.cdata), func(i int) bool { return p.cdata[i].End > at.Start })
	return i < len(p.cdata) && p.cdata[i].Start < at.End
}

// note keeps a remark for the unit that an offset lies in.
func (p *xliffPlaces) note(offset int, remark Annotation) {
	i := sort.Search(len(p.units), func(i int) bool { return p.units[i].End > offset })
	if i < len(p.units) {
		p.units[i].notes = append(p.units[i].notes, remark)
	}
}
