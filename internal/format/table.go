package format

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rectify/internal/chinese"
	"rectify/internal/document"
)

// csv reads a table of RFC 4180, its cells parted by commas, semicolons or tabs;
// tsv one whose cells are parted by tabs, and in which quotes mean nothing.
func csv(path, text string, _ Encoding, o Options) (*document.Document, error) {
	records, err := csvRecords(text, separatorOf(text))
	if err != nil {
		return nil, err
	}
	return table(path, text, records, o.Columns)
}

func tsv(path, text string, _ Encoding, o Options) (*document.Document, error) {
	return table(path, text, tsvRecords(text), o.Columns)
}

// record is a row of a table.
type record struct {
	cells []tableCell
	line  int
}

// tableCell is a text in a table: what it stands for, what has to be written anew
// with it, and how new text is written.
type tableCell struct {
	literal
	frame  *document.Frame
	escape func(string) string
	at     int
}

// table makes a document of the columns chosen.
func table(path, text string, records []record, chosen []Column) (*document.Document, error) {
	var b builder
	if len(records) == 0 {
		return b.document(path, text), nil
	}
	var header []string
	for _, c := range records[0].cells {
		header = append(header, strings.TrimFunc(c.text(), document.Blank))
	}
	columns, headed, err := columnsIn(header, chosen)
	if err != nil {
		return nil, fmt.Errorf("line %d: %w", records[0].line, err)
	}
	for i, r := range records {
		if headed && i == 0 {
			continue
		}
		for _, c := range columns {
			b.cell(r, i, c, header, headed)
		}
	}
	return b.document(path, text), nil
}

// cell adds the cell of a record in a column.
func (b *builder) cell(r record, row int, c columnIndex, header []string, headed bool) {
	if c.target >= len(r.cells) {
		return
	}
	name := fmt.Sprintf("row %d, column %d", row+1, c.target+1)
	if headed && header[c.target] != "" {
		name = fmt.Sprintf("row %d, column %q", row+1, header[c.target])
	}
	source := ""
	if c.source >= 0 && c.source < len(r.cells) {
		source = document.OneLine(r.cells[c.source].text())
	}
	cell := r.cells[c.target]
	b.Within(cell.frame)
	at := b.message(cell.literal, messageCuts(cell.text()), cell.escape, name)
	b.Within(nil)
	if chinese.In(source) {
		b.pair(at, source, name, cell.at)
	}
}

// columnIndex are the places of a column and of its source, from 0; -1 for none.
type columnIndex struct{ target, source int }

// columnsIn finds the columns chosen, or else those whose names are known.
// headed says that the first row is a header.
func columnsIn(header []string, chosen []Column) (columns []columnIndex, headed bool, err error) {
	if len(chosen) == 0 {
		if chosen = knownColumns(header); len(chosen) == 0 {
			return nil, false, noColumns("column", header)
		}
	}
	for _, c := range chosen {
		index := columnIndex{-1, -1}
		var byName bool
		if index.target, byName, err = columnIn(header, c.Target); err != nil {
			return nil, false, err
		}
		headed = headed || byName
		if c.Source != "" {
			if index.source, byName, err = columnIn(header, c.Source); err != nil {
				return nil, false, err
			}
			headed = headed || byName
		}
		// A name that the header has twice is that of its first column.
		if !slices.ContainsFunc(columns, func(c columnIndex) bool { return c.target == index.target }) {
			columns = append(columns, index)
		}
	}
	return columns, headed, nil
}

// columnIn is the place of a column, by its name in the header or by its number.
func columnIn(header []string, name string) (index int, byName bool, err error) {
	if index = slices.Index(header, name); index >= 0 {
		return index, true, nil
	}
	if index = slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(h, name) }); index >= 0 {
		return index, true, nil
	}
	number, err := strconv.Atoi(name)
	if err != nil || number < 1 || number > len(header) {
		return 0, false, fmt.Errorf("there is no column %q: there are %s", name, strings.Join(header, ", "))
	}
	return number - 1, false, nil
}

// separatorOf is what parts the cells of a table: the one of which the first line
// has most outside quotes.
func separatorOf(text string) byte {
	var counts [256]int
	quoted := false
	for i := 0; i < len(text) && (quoted || text[i] != '\n'); i++ {
		if text[i] == '"' {
			quoted = !quoted
		} else if !quoted {
			counts[text[i]]++
		}
	}
	best := byte(',')
	for _, separator := range []byte(";\t") {
		if counts[separator] > counts[best] {
			best = separator
		}
	}
	return best
}

// csvRecords reads the cells of a table by their places.
func csvRecords(text string, separator byte) ([]record, error) {
	var records []record
	lines := 1
	for at := len(text) - len(strings.TrimPrefix(text, bom)); at < len(text); {
		r := record{line: lines}
		for more := true; more; {
			cell, end, err := csvCell(text, at, separator)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", r.line, err)
			}
			r.cells = append(r.cells, cell)
			lines += strings.Count(text[at:end], "\n")
			more = end < len(text) && text[end] == separator
			if at = end; more {
				at++
			}
		}
		if strings.HasPrefix(text[at:], "\r\n") {
			at++
		}
		if at < len(text) { // behind the line end
			if text[at] == '\n' {
				lines++
			}
			at++
		}
		if len(r.cells) > 1 || len(r.cells[0].literal) > 0 {
			records = append(records, r)
		}
	}
	return records, nil
}

// csvCell reads the cell at an offset, and gives its end.
func csvCell(text string, at int, separator byte) (c tableCell, end int, err error) {
	c.at = at
	if at == len(text) || text[at] != '"' {
		end = at
		for end < len(text) && text[end] != separator && text[end] != '\n' && text[end] != '\r' {
			end++
		}
		c.literal = c.with(text, at, end)
		c.frame = &document.Frame{At: document.Span{Start: at, End: end}, Write: func(text string) string {
			if !strings.ContainsAny(text, string(separator)+"\"\r\n") {
				return text
			}
			return `"` + escapeQuotes(text) + `"`
		}}
		return c, end, nil
	}
	c.escape = escapeQuotes
	begin := at + 1
	for end = begin; ; {
		n := strings.IndexByte(text[end:], '"')
		if n < 0 {
			return c, 0, fmt.Errorf("the quote before %q is never closed", shortened(text[at+1:], 20))
		}
		c.literal = c.with(text, end, end+n)
		if end += n + 1; end == len(text) || text[end] != '"' {
			break
		}
		c.literal = append(c.literal, stretch{`"`, document.Span{Start: end - 1, End: end + 1}})
		end++
	}
	if end < len(text) && text[end] != separator && text[end] != '\n' && text[end] != '\r' {
		return c, 0, fmt.Errorf("%q stands behind a closing quote", shortened(text[end:], 20))
	}
	return c, end, nil
}

func escapeQuotes(text string) string { return strings.ReplaceAll(text, `"`, `""`) }

// oneCell writes new text for a table that has no quotes.
var oneCell = strings.NewReplacer("\t", " ", "\r", " ", "\n", " ").Replace

// tsvRecords reads the cells of a table without quotes.
func tsvRecords(text string) []record {
	var records []record
	number := 0
	for at := len(text) - len(strings.TrimPrefix(text, bom)); at < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		number++
		r := record{line: number}
		start := at
		for cell := range strings.SplitSeq(strings.TrimSuffix(text[at:end], "\r"), "\t") {
			c := tableCell{escape: oneCell, at: start}
			c.literal = c.with(text, start, start+len(cell))
			r.cells = append(r.cells, c)
			start += len(cell) + 1
		}
		if len(r.cells) > 1 || len(r.cells[0].literal) > 0 {
			records = append(records, r)
		}
		at = end + 1
	}
	return records
}
