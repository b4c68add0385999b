package office

import (
	"fmt"
	"strconv"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// cell is a cell of a workbook that holds text.
type cell struct {
	name string
	// shared is the index of its text among the shared ones, -1 for text of its own,
	// which the draft holds.
	shared int
	draft  *document.Draft
	// fixed text is the name of a column to other parts of the workbook.
	fixed bool
}

// readSheets reads the text of the cells of a workbook, sheet by sheet. What
// formulas give, numbers and dates are no text. A text that several cells share is
// one segment, at the place of the first.
func readSheets(r *reader) error {
	main, err := r.main()
	if err != nil {
		return err
	}
	relations, err := r.relations(main)
	if err != nil {
		return err
	}
	sheets, err := r.sheets(main, relations)
	if err != nil {
		return err
	}
	var cells []cell
	for _, s := range sheets {
		if cells, err = r.cells(s, cells); err != nil {
			return err
		}
	}
	shared, err := r.sharedTexts(related(relations, "sharedStrings"))
	if err != nil {
		return err
	}
	return r.appendCells(cells, shared)
}

// appendCells adds the texts of cells in their order, each shared one once.
func (r *reader) appendCells(cells []cell, shared []*document.Draft) error {
	uses, fixed := map[int]int{}, map[int]bool{}
	for _, c := range cells {
		if c.shared >= 0 {
			uses[c.shared]++
			fixed[c.shared] = fixed[c.shared] || c.fixed
		}
	}
	for _, c := range cells {
		d := c.draft
		switch {
		case c.shared >= len(shared):
			return fmt.Errorf("%s holds shared text %d of %d: save the workbook again", c.name, c.shared+1, len(shared))
		case c.shared >= 0:
			if uses[c.shared] == 0 {
				continue // it is there already
			}
			d = shared[c.shared]
			c.fixed = fixed[c.shared]
		}
		d.Name = c.name
		if n := uses[c.shared]; c.shared >= 0 && n > 1 {
			d.Name += fmt.Sprintf(" and %d more", n-1)
		}
		if c.fixed {
			text := d.Text()
			*d = document.Draft{Name: d.Name}
			d.Fixed(text)
		}
		r.extraction.Append(d)
		if c.shared >= 0 {
			uses[c.shared] = 0
		}
	}
	return nil
}

// sheet is one of a workbook.
type sheet struct{ name, member string }

// sheets lists those of a workbook in their order.
func (r *reader) sheets(main string, relations []relation) ([]sheet, error) {
	p, err := r.archive.open(main)
	if err != nil {
		return nil, err
	}
	var all []sheet
	err = p.each(func(t markup.Token) error {
		if t.Name != "sheets" {
			return nil
		}
		return p.elements(func(t markup.Token) error {
			for _, relation := range relations {
				if relation.id == relationID(t) && relation.kind == "worksheet" {
					all = append(all, sheet{t.Get("name"), relation.target})
				}
			}
			return nil
		})
	})
	return all, err
}

// cells adds the cells of a sheet that hold text.
func (r *reader) cells(s sheet, all []cell) ([]cell, error) {
	heads, err := r.tableHeads(s.member)
	if err != nil {
		return nil, err
	}
	p, err := r.open(s.member)
	if err != nil {
		return nil, err
	}
	row := 0
	err = p.each(func(t markup.Token) error {
		if t.Name != "sheetData" {
			return nil
		}
		return p.elements(func(t markup.Token) error {
			row++
			if n, err := strconv.Atoi(t.Get("r")); err == nil {
				row = n
			}
			column := 0
			return p.elements(func(t markup.Token) error {
				column++
				at := place{row, column}
				if named, ok := parsePlace(t.Get("r")); ok {
					at, column = named, named.column
				}
				c := cell{name: s.name + "!" + at.String(), shared: -1, fixed: heads.hold(at)}
				text, err := p.cell(&c, t.Get("t"))
				if text {
					all = append(all, c)
				}
				return err
			})
		})
	})
	return all, err
}

// cell reads a cell of a type. It reports whether the cell holds text.
func (p *part) cell(c *cell, kind string) (text bool, err error) {
	formula, value := false, document.Draft{}
	err = p.elements(func(t markup.Token) error {
		switch t.Name {
		case "f":
			formula = true
		case "v":
			return p.content(&value)
		case "is":
			c.draft = &document.Draft{}
			return p.rich(c.draft)
		}
		return nil
	})
	switch {
	case err != nil || formula:
		return false, err
	case kind == "inlineStr":
		return c.draft != nil, nil
	case kind != "s":
		return false, nil
	}
	if value.Blank() {
		return false, nil
	}
	c.shared, err = strconv.Atoi(strings.TrimSpace(value.Text()))
	if err != nil || c.shared < 0 {
		return false, fmt.Errorf("%s: %q is no number of a shared text: save the workbook again", c.name, value.Text())
	}
	return true, nil
}

// sharedTexts reads the texts that cells share.
func (r *reader) sharedTexts(member string) ([]*document.Draft, error) {
	if member == "" || r.member(member) == nil {
		return nil, nil
	}
	p, err := r.open(member)
	if err != nil {
		return nil, err
	}
	var all []*document.Draft
	err = p.each(func(t markup.Token) error {
		if t.Name != "si" {
			return nil
		}
		d := &document.Draft{}
		all = append(all, d)
		return p.rich(d)
	})
	return all, err
}

// rich reads text that may be parted by its look. How Japanese is read aloud is
// no part of it; a line end in it parts what reads on.
func (p *part) rich(d *document.Draft) error {
	p.broken = true
	return p.elements(func(t markup.Token) error {
		switch t.Name {
		case "t":
			return p.content(d)
		case "r":
			return p.elements(func(t markup.Token) error {
				if t.Name != "t" {
					return nil
				}
				return p.content(d)
			})
		}
		return nil
	})
}
