package format

import (
	"regexp"
	"strings"

	"rectify/internal/document"
)

// gridTable reads a table drawn with bars. A cell goes on over the lines between
// two rules; rows whose cells reach over several columns are read as far as their
// bars show.
func (r *restReader) gridTable() {
	var cells []literal
	flush := func() {
		for _, cell := range cells {
			r.drawn(cell)
		}
		cells = nil
	}
	for ; r.at < len(r.lines); r.at++ {
		l := r.lines[r.at]
		body := l.body()
		if strings.HasPrefix(body, "+") {
			flush()
			continue
		}
		if !strings.HasPrefix(body, "|") {
			break
		}
		at := l.Start + l.indent + 1
		parts := strings.Split(strings.TrimSuffix(body[1:], "|"), "|")
		if len(parts) != len(cells) {
			flush()
			cells = make([]literal, len(parts))
		}
		for i, part := range parts {
			cells[i] = r.cellLine(cells[i], l, document.Span{Start: at, End: at + len(part)})
			at += len(part) + 1
		}
	}
	flush()
}

// drawn adds a cell of a table that another width would break.
func (r *restReader) drawn(cell literal) {
	r.b.Within(document.Fixed)
	r.b.marked(cell, restMarks, proseKind)
	r.b.Within(nil)
}

// cellLine adds what of a line is in a cell.
func (r *restReader) cellLine(cell literal, line sourceLine, at document.Span) literal {
	inner := trim(r.text, at)
	if inner.Len() == 0 {
		return cell
	}
	if len(cell) > 0 { // the line end before parts it from the line above
		cell = append(cell, stretch{"\n", document.Span{Start: line.Start - 1, End: line.Start}})
	}
	return cell.with(r.text, inner.Start, inner.End)
}

var restRule = regexp.MustCompile(`=+`)

// simpleTable reads a table whose columns stand below rules. A line whose first
// column is empty goes on with the row before.
func (r *restReader) simpleTable(rule string) {
	columns := restRule.FindAllStringIndex(rule, -1)
	cells := make([]literal, len(columns))
	flush := func() {
		for i, cell := range cells {
			r.drawn(cell)
			cells[i] = nil
		}
	}
	rules := 1
	for r.at++; r.at < len(r.lines); r.at++ {
		l := r.lines[r.at]
		body := l.body()
		switch {
		case l.blank():
			flush()
			if rules > 1 && (r.at+1 == len(r.lines) || r.lines[r.at+1].blank()) {
				return
			}
			continue
		case restColumns.MatchString(body) || strings.Trim(body, "= ") == "":
			flush()
			if rules++; rules == 3 || r.at+1 == len(r.lines) || r.lines[r.at+1].blank() {
				r.at++
				return
			}
			continue
		case strings.Trim(body, "- ") == "":
			continue
		}
		if l.indent <= columns[0][0] {
			flush()
		}
		for i, c := range columns {
			start, end := min(c[0], len(l.text)), len(l.text)
			if i+1 < len(columns) {
				end = min(columns[i+1][0], len(l.text))
			}
			for start < end && start > 0 && l.text[start]&0xC0 == 0x80 { // inside a character
				start++
			}
			for end < len(l.text) && l.text[end]&0xC0 == 0x80 {
				end++
			}
			cells[i] = r.cellLine(cells[i], l, document.Span{Start: l.Start + start, End: l.Start + max(start, end)})
		}
	}
	flush()
}
