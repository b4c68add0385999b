package exchange

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rectify/internal/spreadsheet"
	"rectify/internal/termbase"
)

// clean is a cell as a glossary holds it: NFC, on one line, without space or
// characters that nobody sees at its ends.
func clean(cell string) string {
	if strings.ContainsFunc(cell, breaks) {
		var parts []string
		for part := range strings.FieldsFuncSeq(cell, breaks) {
			if part = trimmed(part); part != "" {
				parts = append(parts, part)
			}
		}
		cell = strings.Join(parts, " ")
	}
	return norm.NFC.String(trimmed(cell))
}

func trimmed(cell string) string {
	return strings.TrimFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
}

// breaks reports whether a character ends a line or a cell, or is one that no
// text holds.
func breaks(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

// tooLong is the error of a cell that no spreadsheet would hold, or nil.
func tooLong(cell string) error {
	if len(cell) > spreadsheet.LongestCell && utf8.RuneCountInString(cell) > spreadsheet.LongestCell {
		return fmt.Errorf("more than %d characters in one cell: a glossary holds terms, not texts", spreadsheet.LongestCell)
	}
	return nil
}

// cleaned is a table whose cells every format can hold.
func cleaned(t Table) (Table, error) {
	t.Rows = slices.Clone(t.Rows)
	for i := range t.Rows {
		r := &t.Rows[i]
		for _, column := range termbase.RowColumns {
			cell := r.Cell(column)
			*cell = clean(strings.ToValidUTF8(*cell, "\ufffd"))
			if err := tooLong(*cell); err != nil {
				return t, fmt.Errorf("%s: %s: %w", r.ID, column, err)
			}
		}
	}
	t.Sources = slices.Clone(t.Sources)
	for i := range t.Sources {
		s := &t.Sources[i]
		for _, cell := range sourceCells(s) {
			*cell = clean(strings.ToValidUTF8(*cell, "\ufffd"))
			if err := tooLong(*cell); err != nil {
				return t, fmt.Errorf("source %s: %w", s.ID, err)
			}
		}
	}
	return t, nil
}

// sourceCells are where a source holds the columns of a file of sources.
func sourceCells(s *termbase.Source) []*string {
	return []*string{&s.ID, &s.Title, &s.Publisher, &s.Date, &s.Address, &s.Standing}
}
