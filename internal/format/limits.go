package format

import (
	"fmt"
	"strings"
)

// The Markdown parser takes time and memory that grow faster than its input
// where marks are nested, a table is wide, or addresses of links stand line upon
// line. No document that a person wrote comes near these limits.
const (
	deepestNesting  = 100
	mostBrackets    = 2000    // on one line
	mostCells       = 1 << 18 // in one table
	mostDefinitions = 20000   // of links, in a row
)

// markdownLimits makes sure that a text can be parsed in bounded time. The
// error names the line, counted from 1.
func markdownLimits(source string) error {
	number, columns, rows, definitions := 0, 0, 0, 0
	for line := range strings.Lines(source) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if nesting(line) > deepestNesting {
			return fmt.Errorf("line %d: lists or quotations are nested more than %d deep", number, deepestNesting)
		}
		if strings.Count(line, "[") > mostBrackets {
			return fmt.Errorf("line %d: more than %d brackets open", number, mostBrackets)
		}
		if definitions++; !strings.HasPrefix(strings.TrimLeft(line, " >"), "[") {
			definitions = 0
		}
		if definitions > mostDefinitions {
			return fmt.Errorf("line %d: more than %d lines with addresses of links in a row: put an empty line between them", number, mostDefinitions)
		}
		switch {
		case strings.TrimSpace(line) == "":
			columns = 0
		case columns == 0 && delimits(line):
			columns, rows = strings.Count(line, "|")+1, 0
		case columns > 0:
			if rows++; rows*columns > mostCells {
				return fmt.Errorf("line %d: the table has more than %d cells", number, mostCells)
			}
		}
	}
	return nil
}

// nesting is how deep the marks at the beginning of a line say that it is: a
// quotation mark or the mark or number of a list item each, or two columns before it.
func nesting(line string) int {
	depth, columns := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		case c == '>':
			depth++
		case (c == '-' || c == '*' || c == '+') && i+1 < len(line) && line[i+1] == ' ':
			depth++
			columns++
		case c >= '0' && c <= '9':
			digits := len(line[i:]) - len(strings.TrimLeft(line[i:], "0123456789"))
			if rest := line[i+digits:]; !strings.HasPrefix(rest, ". ") && !strings.HasPrefix(rest, ") ") {
				return max(depth, columns/2)
			}
			depth++
			columns += digits + 1
			i += digits
		default:
			if i > 0 && depth > 0 && line[i-1] == ' ' {
				return max(depth, columns/2)
			}
			return depth
		}
	}
	return depth
}

// delimits reports whether a line parts the head of a table from its rows.
func delimits(line string) bool {
	return strings.Contains(line, "|") && strings.Contains(line, "-") && strings.Trim(line, "|-: \t") == ""
}
