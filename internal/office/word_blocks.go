package office

import (
	"strconv"

	"rectify/internal/markup"
)

// blocks reads the paragraphs and tables inside the element whose start tag was
// read last.
func (w *wordReader) blocks(s *scope) error {
	return w.elements(func(t markup.Token) error {
		switch {
		case t.Space == compatibility && t.Name == "AlternateContent":
			return w.alternatives(s.emit, func() error { return w.blocks(s) })
		case !isWord(t):
			return nil
		}
		switch t.Name {
		case "p":
			d, err := w.paragraph()
			if err == nil {
				s.add(d)
			}
			return err
		case "tbl":
			return w.table(s, s.table())
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			return w.blocks(s)
		case "tcPr": // the properties of a cell stand before its blocks
			return w.elements(func(t markup.Token) error {
				if t.Name == "gridSpan" {
					s.span = number(t)
				}
				return nil
			})
		}
		return nil
	})
}

// table reads the cells of a table.
func (w *wordReader) table(s *scope, name string) error {
	row := 0
	var rows func(t markup.Token) error
	rows = func(t markup.Token) error {
		switch t.Name {
		case "tr":
			row++
			return w.row(s, name, row)
		case "sdt", "sdtContent", "customXml":
			return w.elements(rows)
		}
		return nil
	}
	return w.elements(rows)
}

func (w *wordReader) row(s *scope, table string, row int) error {
	column, deleted := 1, false
	var cells func(t markup.Token) error
	cells = func(t markup.Token) error {
		switch t.Name {
		case "trPr":
			return w.elements(func(t markup.Token) error {
				switch t.Name {
				case "gridBefore":
					column += number(t)
				case "del":
					deleted = true
				}
				return nil
			})
		case "tc":
			if deleted {
				return nil
			}
			cell := s.cell(table, row, column)
			err := w.blocks(cell)
			column += max(1, cell.span)
			return err
		case "sdt", "sdtContent", "customXml":
			return w.elements(cells)
		}
		return nil
	}
	return w.elements(cells)
}

// number is the value of an element that holds one, 0 for none.
func number(t markup.Token) int {
	n, err := strconv.Atoi(wordAttribute(t, "val"))
	if err != nil {
		return 0
	}
	return n
}
