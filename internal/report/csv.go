package report

import (
	"encoding/csv"
	"io"
	"strconv"

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
	return findings(f, c.cited, func(found finding) error {
		cells := make([]string, len(columnsOfFindings))
		for i, column := range columnsOfFindings {
			switch cell := column.cell(found).(type) {
			case []mark:
				cells[i] = paint(marked(cell, false), false)
			case string:
				cells[i] = cell
			case int:
				cells[i] = strconv.Itoa(cell)
			}
			cells[i] = spreadsheet.Guard(cells[i])
		}
		return c.write(cells).err
	})
}

func (c *commaSeparated) Close() error {
	c.Flush()
	if c.err != nil {
		return c.err
	}
	return c.Error()
}
