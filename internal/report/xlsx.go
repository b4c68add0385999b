package report

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"

	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/review"
	"rectify/internal/spreadsheet"
)

// The sheets of a workbook.
const (
	issueSheet   = "Issues"
	summarySheet = "Summary"
)

// The font of a workbook of which nothing is said.
const (
	family = "Calibri"
	points = 11
)

// markFonts are how a mark looks in a cell.
var markFonts = [...]*excelize.Font{
	same:     nil,
	deleted:  {Family: family, Size: points, Color: "C00000", Strike: true},
	inserted: {Family: family, Size: points, Color: "007A33"},
	flagged:  {Family: family, Size: points, Color: "9C5700", Underline: "single"},
}

// workbook is a workbook of Excel: a sheet with an issue a row, to sort and
// filter, and one with the summary. Every text is a string, which no spreadsheet
// runs.
type workbook struct {
	out    io.Writer
	cited  citation
	total  tally
	book   *excelize.File
	sheet  *excelize.StreamWriter
	wrap   int // the style of a cell
	bold   int // and of the name of a column
	rows   int
	broken error // why the workbook could not be begun
}

func newXLSX(w io.Writer, o Options) Writer {
	b := &workbook{out: w, cited: o.Source, total: newTally(), book: excelize.NewFile()}
	b.broken = b.begin()
	return b
}

func (b *workbook) begin() error {
	if err := b.book.SetSheetName(b.book.GetSheetName(0), issueSheet); err != nil {
		return err
	}
	if err := b.onPaper(); err != nil {
		return err
	}
	var err error
	if b.wrap, err = b.book.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}); err != nil {
		return err
	}
	if b.bold, err = b.book.NewStyle(&excelize.Style{Font: &excelize.Font{Family: family, Size: points, Bold: true}}); err != nil {
		return err
	}
	if b.sheet, err = b.book.NewStreamWriter(issueSheet); err != nil {
		return err
	}
	for i, column := range columnsOfFindings {
		if err := b.sheet.SetColWidth(i+1, i+1, float64(column.width)); err != nil {
			return err
		}
	}
	if err := b.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	var names []any
	for _, column := range columnsOfFindings {
		names = append(names, excelize.Cell{StyleID: b.bold, Value: column.name})
	}
	return b.row(names, 1)
}

// onPaper lets the sheet be printed across, a page wide, with the names of the
// columns on every page, and without the fingerprints. It has to be said before
// the rows are written.
func (b *workbook) onPaper() error {
	fit, across, wide, high, margin := true, "landscape", 1, 0, 0.4
	if err := b.book.SetSheetProps(issueSheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.book.SetPageLayout(issueSheet, &excelize.PageLayoutOptions{Orientation: &across, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if err := b.book.SetPageMargins(issueSheet, &excelize.PageLayoutMarginsOptions{Bottom: &margin, Left: &margin, Right: &margin, Top: &margin}); err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(len(columnsOfFindings) - 1)
	if err != nil {
		return err
	}
	if err := b.book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: issueSheet + "!$A:$" + last, Scope: issueSheet}); err != nil {
		return err
	}
	return b.book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: issueSheet + "!$1:$1", Scope: issueSheet})
}

// A line of a row, and a row, in points: no program opens a sheet with rows
// higher than that.
const (
	lineHeight = 15
	mostHeight = 409
)

// row writes a row as high as so many lines; not every program sees by itself how
// high it must be.
func (b *workbook) row(cells []any, lines int) error {
	if b.rows++; b.rows > excelize.TotalRows {
		return fmt.Errorf("xlsx: a sheet has only %s rows: review fewer files, or choose csv", english.Figures(excelize.TotalRows))
	}
	at, err := excelize.CoordinatesToCellName(1, b.rows)
	if err != nil {
		return err
	}
	return b.sheet.SetRow(at, cells, excelize.RowOpts{Height: float64(min(lines*lineHeight, mostHeight))})
}

func (b *workbook) File(f review.File) error {
	if b.broken != nil {
		return fmt.Errorf("xlsx: %w", b.broken)
	}
	b.total.add(f)
	return findings(f, b.cited, b.finding)
}

// finding writes the row of an issue.
func (b *workbook) finding(found finding) error {
	cells := make([]any, 0, len(columnsOfFindings))
	lines := 1
	for _, column := range columnsOfFindings {
		value := column.cell(found)
		wide := 0
		switch content := value.(type) {
		case []mark:
			wide = width(paint(marked(content, false), false))
			value = richText(content)
		case string:
			wide = width(content)
			value = shortened(content, longestText)
		}
		lines = max(lines, 1+wide/column.width)
		cells = append(cells, excelize.Cell{StyleID: b.wrap, Value: value})
	}
	return b.row(cells, lines)
}

// longestText is so many characters that a cell holds them whatever they are:
// Excel counts some twice.
const longestText = spreadsheet.LongestCell/2 - 1

// richText is a sentence with its changes in color.
func richText(marks []mark) []excelize.RichTextRun {
	var runs []excelize.RichTextRun
	room := longestText
	for _, m := range marks {
		text := shortened(visible(m.text), room)
		if text == "" {
			continue
		}
		runs = append(runs, excelize.RichTextRun{Text: text, Font: markFonts[m.kind]})
		if room -= len([]rune(text)); room <= 0 {
			break
		}
	}
	return runs
}

func (b *workbook) Close() error {
	err := b.broken
	if err == nil {
		err = b.finish()
	}
	// What was written is out, or lost anyhow.
	_ = b.book.Close()
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

func (b *workbook) finish() error {
	if b.rows > 1 {
		last, err := excelize.CoordinatesToCellName(len(columnsOfFindings), b.rows)
		if err != nil {
			return err
		}
		if err := b.sheet.AddTable(&excelize.Table{Range: "A1:" + last, Name: issueSheet, StyleName: "TableStyleLight1"}); err != nil {
			return err
		}
	}
	if err := b.sheet.Flush(); err != nil {
		return err
	}
	if err := b.summary(); err != nil {
		return err
	}
	return b.book.Write(b.out)
}

// summary fills the sheet of the summary: what, and how many.
func (b *workbook) summary() error {
	rows := [][]any{
		{"", b.total.summary()},
		{"files", b.total.files},
		{"words", b.total.words},
		{"issues", b.total.issues},
		{"can be applied unread", b.total.fixable},
	}
	for severity := len(mqm.Severities) - 1; severity >= 0; severity-- {
		rows = append(rows, []any{mqm.Severities[severity], b.total.bySeverity[severity]})
	}
	for _, id := range slices.Sorted(maps.Keys(b.total.byCheck)) {
		rows = append(rows, []any{id, b.total.byCheck[id]})
	}
	if _, err := b.book.NewSheet(summarySheet); err != nil {
		return err
	}
	for i, row := range rows {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := b.book.SetSheetRow(summarySheet, at, &row); err != nil {
			return err
		}
	}
	return b.book.SetColWidth(summarySheet, "A", "B", 30)
}
