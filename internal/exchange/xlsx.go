package exchange

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"rectify/internal/termbase"
)

// The sheets of a workbook as it is written.
const (
	termSheet   = "Glossary"
	sourceSheet = "Sources"
)

// mostColumns is how many columns a sheet of terms may have.
const mostColumns = 256

// workbookOptions keep the library within the limits that an archive was
// checked for, all in memory, and show days as a glossary writes them.
var workbookOptions = excelize.Options{
	UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked,
	ShortDatePattern: "yyyy-mm-dd", LongDatePattern: "yyyy-mm-dd",
}

// readXLSX reads every visible sheet whose header it knows. Of a cell with a
// formula the value counts that the spreadsheet saved; nothing is computed.
func readXLSX(name string, data []byte) (Table, error) {
	unpacked, err := checkArchive(name, data, workbookLimits)
	if err != nil {
		return Table{}, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), workbookOptions)
	if err != nil {
		return Table{}, fmt.Errorf("%s: no workbook of Excel (%w): save it as .xlsx", name, err)
	}
	defer book.Close() // nothing is written through it
	var t Table
	var others []grid
	known := 0
	for _, sheet := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(sheet); err == nil && !visible {
			t.Left = append(t.Left, lossf("%s: the hidden sheet %q is left out", name, sheet))
			continue
		}
		g, err := readSheet(name, book, sheet)
		if err == nil && unpacked <= mostAskable {
			err = unsaved(book, sheet, g)
		}
		if err != nil {
			return Table{}, err
		}
		switch {
		case len(g.records) == 0:
		case g.shape() == unknownShape:
			others = append(others, g)
		default:
			known++
			if err := t.add(g); err != nil {
				return Table{}, err
			}
		}
	}
	for _, g := range others {
		if known == 0 {
			return t, t.add(g)
		}
		t.Left = append(t.Left, lossf("%s: the sheet is left out: %s", g.place(g.records[0].line, 0), noHeader))
	}
	return t, nil
}

// failed are the values that a spreadsheet saves for a formula that failed.
var failed = []string{"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"}

// readSheet reads the cells of a sheet that have a value.
func readSheet(name string, book *excelize.File, sheet string) (grid, error) {
	g := grid{name: name, place: func(line, column int) string {
		cell, err := excelize.CoordinatesToCellName(column+1, line)
		if err != nil {
			cell = fmt.Sprintf("row %d", line)
		}
		return fmt.Sprintf("%s: %s!%s", name, sheet, cell)
	}}
	rows, err := book.Rows(sheet)
	if err != nil {
		return g, fmt.Errorf("%s: the sheet %q can't be read: %w", name, sheet, err)
	}
	defer rows.Close() // its temporary files are none
	for line := 1; rows.Next(); line++ {
		cells, err := rows.Columns()
		if err != nil {
			return g, g.errorf(line, 0, "can't be read: %v", err)
		}
		if len(cells) > mostColumns {
			return g, g.errorf(line, mostColumns, "a sheet of terms has at most %d columns", mostColumns)
		}
		empty := true
		for i, c := range cells {
			if err := tooLong(c); err != nil {
				return g, g.errorf(line, i, "%v", err)
			}
			cells[i] = clean(strings.ToValidUTF8(c, "\ufffd"))
			empty = empty && cells[i] == ""
			if slices.Contains(failed, cells[i]) {
				return g, g.errorf(line, i, "the formula has failed (%s): write what it should give", cells[i])
			}
		}
		if !empty {
			g.records = append(g.records, record{line, cells})
		}
	}
	if err := rows.Error(); err != nil {
		return g, fmt.Errorf("%s: the sheet %q can't be read: %w", name, sheet, err)
	}
	return g, nil
}

// To ask a cell for its formula takes the whole sheet in memory, and time that
// grows with the sheet.
const (
	mostAskable = 32 << 20 // bytes of a workbook
	mostAsked   = 1000
)

// unsaved is the error of the first formula whose value nobody saved, as
// programs write them that compute nothing; nil if there is none. Only the cells
// are asked that a row can't do without.
func unsaved(book *excelize.File, sheet string, g grid) error {
	if len(g.records) == 0 {
		return nil
	}
	needed, asked := needed(g), 0
	for _, r := range g.records[1:] {
		for _, column := range needed {
			if column < len(r.cells) && r.cells[column] != "" {
				continue
			}
			if asked++; asked > mostAsked {
				return nil
			}
			cell, err := excelize.CoordinatesToCellName(column+1, r.line)
			if err != nil {
				continue
			}
			if formula, err := book.GetCellFormula(sheet, cell); err == nil && formula != "" {
				return g.errorf(r.line, column, "a formula without a saved value: open the workbook in a spreadsheet program and save it")
			}
		}
	}
	return nil
}

// needed are the columns without which a row is none.
func needed(g grid) []int {
	var out []int
	header := folded(g.records[0].cells)
	for i, role := range rolesOf(header) {
		switch g.shape() {
		case rowShape:
			if slices.Contains([]string{"id", "lang", "status", "term"}, header[i]) {
				out = append(out, i)
			}
		case pairShape:
			if role == "en" {
				out = append(out, i)
			}
		}
	}
	return out
}

// writeXLSX writes a sheet of rows and one of sources. Every cell is a string,
// which no spreadsheet runs.
func writeXLSX(w io.Writer, t Table) ([]Loss, error) {
	book := excelize.NewFile(workbookOptions)
	defer book.Close() // what was written is in w
	if err := book.SetSheetName(book.GetSheetName(0), termSheet); err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	err := writeSheet(book, termSheet, tableColumns, len(t.Rows), func(i int) []*string {
		var cells []*string
		for _, column := range tableColumns {
			cells = append(cells, t.Rows[i].Cell(column))
		}
		return cells
	})
	if err == nil && len(t.Sources) > 0 {
		if _, err = book.NewSheet(sourceSheet); err == nil {
			err = writeSheet(book, sourceSheet, termbase.SourceColumns, len(t.Sources), func(i int) []*string {
				return sourceCells(&t.Sources[i])
			})
		}
	}
	if err == nil {
		err = book.Write(w)
	}
	if err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	return nil, nil
}

// writeSheet writes a header, which stays in sight, and n rows below it.
func writeSheet(book *excelize.File, sheet string, header []string, n int, row func(int) []*string) error {
	if n >= excelize.TotalRows {
		return fmt.Errorf("%d rows don't fit on a sheet: it has %d", n, excelize.TotalRows)
	}
	out, err := book.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	var cells []any
	for _, name := range header {
		cells = append(cells, name)
	}
	for i := range n + 1 {
		if i > 0 {
			cells = cells[:0]
			for _, c := range row(i - 1) {
				if *c == "" {
					cells = append(cells, nil) // no cell at all
				} else {
					cells = append(cells, *c)
				}
			}
		}
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, cells); err != nil {
			return err
		}
	}
	return out.Flush()
}
