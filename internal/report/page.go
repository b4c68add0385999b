package report

import (
	"bufio"
	"io"
	"strings"
)

// leastWidth is the narrowest page: a narrower one would hold no word.
const leastWidth = 40

// page is what a report for people is written on.
type page struct {
	*bufio.Writer
	width int // of a line in cells; 0 means no bound
	color bool
}

func newPage(w io.Writer, width int, color bool) page {
	if width > 0 {
		width = max(width, leastWidth)
	}
	return page{bufio.NewWriter(w), width, color}
}

// print writes a paragraph, wrapped to the page. Its first line stands after
// the lead, which is short, and the others below that line's start.
func (p page) print(lead piece, text ...piece) {
	cells := 0
	if p.width > 0 {
		cells = p.width - width(lead.text)
	}
	for _, line := range wrap(text, cells) {
		p.WriteString(paint(append([]piece{lead}, line...), p.color) + "\n")
		lead = piece{plain, strings.Repeat(" ", width(lead.text))}
	}
}

// step writes what to do next, if there is anything. A command that doesn't fit
// behind its sentence stands in a line of its own, whole, to be copied into a
// shell.
func (p page) step(text string) {
	if text == "" {
		return
	}
	sentence, command, _ := strings.Cut(text, "`")
	if p.width == 0 || width(text) <= p.width {
		p.print(piece{}, piece{plain, text})
		return
	}
	p.print(piece{}, piece{plain, strings.TrimSpace(sentence) + ":"})
	p.WriteString(indent.text + strings.TrimSuffix(command, "`.") + "\n")
}

// indent stands before what belongs to the paragraph above.
var indent = piece{plain, "  "}
