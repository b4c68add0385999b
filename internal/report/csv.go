package report

import (
	"encoding/csv"
	"fmt"
	"io"

	"rectify/internal/review"
	"rectify/internal/spreadsheet"
)

// byteOrderMark tells Excel that a text is UTF-8; without it Chinese is garbled.
const byteOrderMark = "\ufeff"

// commaSeparated is a table of comma-separated values (RFC 4180), an issue a line.
type commaSeparated struct {
	*csv.Writer
	cited citation
	err   error // of the byte order mark
}

func newCSV(w io.Writer, o Options) Writer {
	_, err := io.WriteString(w, byteOrderMark)
	c := &commaSeparated{csv.NewWriter(w), o.Source, err}
	c.UseCRLF = true
	var names []string
	for _, column := range columnsOfFindings {
		names = append(names, column.name)
	}
	return c.write(names)
}

func (c *commaSeparated) write(cells []string) *commaSeparated {
	if c.err == nil {
		c.err = c.Write(cells)
	}
	return c
}

func (c *commaSeparated) File(f review.File) error {
	all, err := findings(f, c.cited)
	if err != nil {
		return err
	}
	for _, found := range all {
		var cells []string
		for _, column := range columnsOfFindings {
			cell := column.cell(found)
			if marks, ok := cell.([]mark); ok {
				cell = paint(marked(marks, false), false)
			}
			cells = append(cells, spreadsheet.Guard(fmt.Sprint(cell)))
		}
		c.write(cells)
	}
	return c.err
}

func (c *commaSeparated) Close() error {
	c.Flush()
	if c.err != nil {
		return c.err
	}
	return c.Error()
}
