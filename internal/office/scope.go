package office

import (
	"fmt"

	"rectify/internal/document"
)

// scope is a place that holds paragraphs and tables, and counts them for their
// names.
type scope struct {
	// emit takes each paragraph that is read.
	emit func(*document.Draft)
	// place is the name of the scope, "" for the body; paragraph is what one of its
	// paragraphs is called, "" where the place is enough for the first.
	place, paragraph   string
	paragraphs, tables int
	// aside says that what it holds stands beside the text.
	aside bool
	// span is how many columns a cell covers, 0 where it doesn't say.
	span int
}

// within is the name of something in the scope.
func (s *scope) within(name string) string {
	if s.place == "" {
		return name
	}
	return s.place + ", " + name
}

// add names a paragraph and hands it on.
func (s *scope) add(d *document.Draft) {
	d.Aside = s.aside
	if !d.Blank() {
		s.paragraphs++
		switch {
		case s.paragraph != "":
			d.Name = s.within(fmt.Sprintf("%s %d", s.paragraph, s.paragraphs))
		case s.paragraphs == 1:
			d.Name = s.place
		default:
			d.Name = s.within(fmt.Sprintf("paragraph %d", s.paragraphs))
		}
	}
	s.emit(d)
}

// table counts a table and gives its name.
func (s *scope) table() string {
	s.tables++
	return s.within(fmt.Sprintf("table %d", s.tables))
}

// cell is the scope of a table's cell, rows and columns counted from 1.
func (s *scope) cell(table string, row, column int) *scope {
	return &scope{emit: s.emit, aside: s.aside, place: fmt.Sprintf("%s, row %d, column %d", table, row, column)}
}
