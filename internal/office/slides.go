package office

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// readSlides reads the slides of a presentation in the order in which they are
// shown, each with its charts, its diagrams and its notes, and what its properties
// say of it. What layouts and masters say stands on no slide of its own and is left
// alone.
func readSlides(r *reader) error {
	main, err := r.main()
	if err != nil {
		return err
	}
	slides, err := r.shown(main, "sldId")
	if err != nil {
		return err
	}
	for i, slide := range slides {
		place := fmt.Sprintf("slide %d", i+1)
		if err := r.slide(slide, place, false); err != nil {
			return err
		}
		if err := r.graphics(slide, place); err != nil {
			return err
		}
		relations, err := r.relations(slide)
		if err != nil {
			return err
		}
		if notes := related(relations, "notesSlide"); notes != "" {
			if err := r.slide(notes, place+", notes", true); err != nil {
				return err
			}
		}
	}
	return r.properties()
}

// shown lists the members that a main part leads to by elements of a name, in
// their order: the slides of a presentation.
func (r *reader) shown(main, element string) ([]string, error) {
	relations, err := r.relations(main)
	if err != nil {
		return nil, err
	}
	p, err := r.archive.open(main)
	if err != nil {
		return nil, err
	}
	var members []string
	var visit func(t markup.Token) error
	visit = func(t markup.Token) error {
		if t.Name != element {
			return p.elements(visit)
		}
		for _, relation := range relations {
			if relation.id == relationID(t) {
				members = append(members, relation.target)
			}
		}
		return nil
	}
	return members, p.each(visit)
}

// relationID is the identifier of the relation that an element leads to.
func relationID(t markup.Token) string {
	for _, a := range t.Attributes {
		if a.Name == "id" && strings.HasSuffix(a.Space, "/relationships") {
			return a.Value()
		}
	}
	return ""
}

// slideReader is the state of reading one slide.
type slideReader struct {
	*part
	scope *scope
	// holder is what the shape that is read holds a place for, such as a title.
	holder string
}

// slide reads a member whose segments are named after a place, and may stand
// aside.
func (r *reader) slide(member, place string, aside bool) error {
	p, err := r.open(member)
	if err != nil {
		return err
	}
	s := slideReader{part: p, scope: &scope{emit: r.extraction.Append, place: place, aside: aside}}
	return p.each(s.shapes)
}

// filled are what a program fills in by itself: numbers, dates, the picture of the
// slide above its notes.
var filled = []string{"sldNum", "dt", "sldImg"}

// shapes reads the text of shapes, grouped or not, and of tables.
func (s *slideReader) shapes(t markup.Token) error {
	switch {
	case t.Space == compatibility && t.Name == "AlternateContent":
		return s.choice()
	case t.Name == "sp", t.Name == "graphicFrame":
		s.holder = ""
	case t.Name == "ph":
		s.holder = t.Get("type")
	case t.Name == "txBody":
		if slices.Contains(filled, s.holder) {
			return nil
		}
		return s.paragraphs(s.scope)
	case t.Name == "tbl":
		return s.table(s.scope.table())
	}
	return s.elements(s.shapes)
}

// choice reads the first of alternatives for programs new and old.
func (s *slideReader) choice() error {
	chosen := false
	return s.elements(func(t markup.Token) error {
		if chosen {
			return nil
		}
		chosen = true
		return s.elements(s.shapes)
	})
}

func (s *slideReader) table(name string) error {
	row := 0
	return s.elements(func(t markup.Token) error {
		if t.Name != "tr" {
			return nil
		}
		row++
		column := 0
		return s.elements(func(t markup.Token) error {
			if t.Name != "tc" {
				return nil
			}
			column++
			cell := s.scope.cell(name, row, column)
			return s.elements(func(t markup.Token) error {
				if t.Name != "txBody" {
					return nil
				}
				return s.paragraphs(cell)
			})
		})
	})
}

// paragraphs reads those of a body of text.
func (s *slideReader) paragraphs(to *scope) error {
	return s.elements(func(t markup.Token) error {
		if t.Name != "p" {
			return nil
		}
		d := &document.Draft{}
		if s.holder == "title" || s.holder == "ctrTitle" {
			d.Kind = document.Heading
		}
		err := s.elements(func(t markup.Token) error { return s.inline(d, t) })
		if err == nil {
			to.add(d)
		}
		return err
	})
}

func (s *slideReader) inline(d *document.Draft, t markup.Token) error {
	switch t.Name {
	case "r":
		return s.elements(func(t markup.Token) error {
			if t.Name != "t" {
				return nil
			}
			return s.content(d)
		})
	case "br":
		d.Break(document.Spaced)
	case "fld", "m", "AlternateContent": // a number or a date, a formula
		d.Break(document.Broken)
	}
	return nil
}
