// Package spreadsheet knows what a spreadsheet program makes of a cell.
package spreadsheet

import (
	"strings"
	"unicode/utf8"
)

// LongestCell is the most characters of a cell: what Excel holds.
const LongestCell = 32767

// A spreadsheet takes a cell of a text file that begins with one of these for
// a formula, and a cell of ours that begins with # could be a remark's line.
const formulaMarks = "=+-@#\t\r＝＋－＠"

// Guard is a cell that no spreadsheet takes for a formula: an apostrophe is put
// before one that would be. Unguard takes it away.
func Guard(text string) string {
	if IsFormula(strings.TrimLeft(text, "'")) {
		return "'" + text
	}
	return text
}

// Unguard is the text that Guard made a cell of.
func Unguard(text string) string {
	if strings.HasPrefix(text, "'") && IsFormula(strings.TrimLeft(text, "'")) {
		return text[1:]
	}
	return text
}

// IsFormula reports whether a spreadsheet may take a cell for a formula.
func IsFormula(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text != "" && strings.ContainsRune(formulaMarks, r)
}
