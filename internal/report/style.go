package report

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"rectify/internal/mqm"
)

// style is how text looks on a terminal in color: the parameters of an SGR
// escape sequence, "" for plain text.
type style string

// What each style is for; a color never says what no word says.
const (
	plain    style = ""
	strong   style = "1"    // the term that a group is about
	faint    style = "2"    // ids, sources and other small print
	wrong    style = "31"   // what was found
	right    style = "32"   // what is suggested
	struck   style = "31;9" // what a suggestion takes out of a sentence
	doubtful style = "33;4" // a fault without a suggestion
	title    style = "1;4"  // the path over the issues of a file
	hunkHead style = "36"   // the line over a sentence
)

// severityStyles are by severity, the least first.
var severityStyles = [...]style{
	mqm.Neutral:  "36",
	mqm.Minor:    "33",
	mqm.Major:    "1;31",
	mqm.Critical: "1;35",
}

// piece is text of one style. Its text is visible: without line ends and
// escape sequences.
type piece struct {
	style style
	text  string
}

// paint joins pieces to the text of a line.
func paint(line []piece, color bool) string {
	if len(line) == 1 && (!color || line[0].style == plain) {
		return line[0].text
	}
	var out strings.Builder
	for _, p := range line {
		if color && p.style != plain && p.text != "" {
			out.WriteString("\x1b[")
			out.WriteString(string(p.style))
			out.WriteString("m")
			out.WriteString(p.text)
			out.WriteString("\x1b[0m")
		} else {
			out.WriteString(p.text)
		}
	}
	return out.String()
}

// runeWidth is the number of cells of a character. It asks the library that
// tablewriter asks, always with ambiguous characters narrow, whatever the
// locale says.
func runeWidth(r rune) int {
	if ' ' <= r && r < 0x7f {
		return 1
	}
	return displaywidth.Options{}.Rune(r)
}

// width is the number of cells of visible text.
func width(text string) int {
	cells := 0
	for _, r := range text {
		cells += runeWidth(r)
	}
	return cells
}
