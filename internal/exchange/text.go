package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rectify/internal/english"
	"rectify/internal/spreadsheet"
	"rectify/internal/termbase"
)

// record is one row of a table: a line of a text, a row of a sheet.
type record struct {
	line  int
	cells []string
}

// readText reads a table in a text, comma-separated (RFC 4180) or
// tab-separated. A file of tabs has no quoting when it is a glossary of rows;
// blank lines, and there lines that begin with #, are passed over.
func readText(name, text string) (Table, error) {
	comma, text, skipped := separator(name, text)
	if err := withinLimits(name, text, comma); err != nil {
		return Table{}, err
	}
	var records []record
	var err error
	if comma == '\t' {
		records = splitTabs(text)
	} else if records, err = splitCSV(name, text, comma); err != nil {
		return Table{}, err
	}
	g := grid{name: name, place: func(line, _ int) string { return fmt.Sprintf("%s:%d", name, line) }}
	for _, r := range records {
		r.line += skipped
		for i, c := range r.cells {
			if err := tooLong(c); err != nil {
				return Table{}, g.errorf(r.line, i, "%v", err)
			}
			r.cells[i] = spreadsheet.Unguard(clean(c))
		}
		g.records = append(g.records, r)
	}
	if comma == '\t' && g.shape() == pairShape {
		unquote(g.records)
	}
	var t Table
	if err := t.add(g); err != nil {
		return Table{}, err
	}
	return t, nil
}

// mostCommas is how many cells a line may have before it is read.
const mostCommas = 10000

// withinLimits makes sure that the table is not many times larger than its
// text.
func withinLimits(name, text string, comma rune) error {
	number := 0
	for line := range strings.Lines(text) {
		if number++; number > mostRows {
			return fmt.Errorf("%s: more than %d lines: part it", name, mostRows)
		}
		if len(line) > mostCommas && strings.Count(line, string(comma)) > mostCommas {
			return fmt.Errorf("%s:%d: more than %d cells in one line", name, number, mostCommas)
		}
	}
	return nil
}

// separator is what parts the cells of a text: a tab in a .tsv file, else what
// Excel's line sep=; says, else what the first line has most of. It returns the
// text that is left and how many lines it passed over.
func separator(name, text string) (comma rune, rest string, skipped int) {
	if extensionOf(name) == ".tsv" {
		return '\t', text, 0
	}
	first, rest, _ := strings.Cut(text, "\n")
	first = strings.TrimRight(first, "\r")
	if mark, ok := strings.CutPrefix(first, "sep="); ok && len(mark) == 1 && strings.Contains(",;\t|", mark) {
		return rune(mark[0]), rest, 1
	}
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" && line[0] != '#' {
			first = line
			break
		}
	}
	comma = ','
	most := 0
	for _, c := range "\t;," {
		if n := strings.Count(first, string(c)); n > most {
			comma, most = c, n
		}
	}
	return comma, text, 0
}

func splitTabs(text string) []record {
	var records []record
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) != "" && line[0] != '#' {
			records = append(records, record{number, strings.Split(line, "\t")})
		}
	}
	return records
}

func splitCSV(name, text string, comma rune) ([]record, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	var records []record
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return records, nil
		}
		if wrong, ok := errors.AsType[*csv.ParseError](err); ok {
			return nil, fmt.Errorf("%s:%d: a quotation mark stands where none can: put the whole cell in quotation marks and write each inside it twice", name, wrong.StartLine)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := r.FieldPos(0)
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			records = append(records, record{line, cells})
		}
	}
}

// unquote takes off the quotation marks that Excel puts around a cell with a
// comma or a quotation mark when it writes text with tabs.
func unquote(records []record) {
	for _, r := range records {
		for i, c := range r.cells {
			if len(c) < 2 || c[0] != '"' || c[len(c)-1] != '"' || !strings.ContainsAny(c[1:len(c)-1], `,"`) {
				continue
			}
			inner := c[1 : len(c)-1]
			if plain := strings.ReplaceAll(inner, `""`, ""); !strings.Contains(plain, `"`) {
				r.cells[i] = clean(strings.ReplaceAll(inner, `""`, `"`))
			}
		}
	}
}

// tableColumns are the columns of a table of rows as we write it.
var tableColumns = slices.Concat([]string{"kind"}, termbase.TermColumns)

// writeCSV writes a table as Excel opens it: UTF-8 with a byte order mark,
// which Excel wants to see, and no cell that it would run.
func writeCSV(w io.Writer, t Table) ([]Loss, error) {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return nil, err
	}
	out := csv.NewWriter(w)
	err := eachLine(t, out.Write)
	out.Flush()
	if err == nil {
		err = out.Error()
	}
	return keysOnly("csv", t), err
}

// writeTSV writes a glossary's own format, the kind in the first column.
func writeTSV(w io.Writer, t Table) ([]Loss, error) {
	err := eachLine(t, func(cells []string) error {
		_, err := io.WriteString(w, strings.Join(cells, "\t")+"\n")
		return err
	})
	return keysOnly("tsv", t), err
}

func eachLine(t Table, write func([]string) error) error {
	if err := write(tableColumns); err != nil {
		return err
	}
	for i := range t.Rows {
		var cells []string
		for _, column := range tableColumns {
			cells = append(cells, spreadsheet.Guard(*t.Rows[i].Cell(column)))
		}
		if err := write(cells); err != nil {
			return err
		}
	}
	return nil
}

// keysOnly says that a table of rows keeps the keys of sources alone.
func keysOnly(format string, t Table) []Loss {
	if len(t.Sources) == 0 {
		return nil
	}
	return []Loss{lossf("%s has one table: rows keep the keys of their sources, the %s themselves %s left out", format, english.Count(len(t.Sources), "source"), are(len(t.Sources)))}
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// WriteSources writes sources as rectify's own file of them.
func WriteSources(w io.Writer, sources []termbase.Source) error {
	t, err := cleaned(Table{Sources: sources})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, strings.Join(termbase.SourceColumns, "\t")+"\n"); err != nil {
		return err
	}
	for i := range t.Sources {
		var cells []string
		for _, cell := range sourceCells(&t.Sources[i]) {
			cells = append(cells, spreadsheet.Guard(*cell))
		}
		if _, err := io.WriteString(w, strings.Join(cells, "\t")+"\n"); err != nil {
			return err
		}
	}
	return nil
}
