package format

import (
	"regexp"
	"strings"

	"rectify/internal/document"
)

// asciidoc reads AsciiDoc: paragraphs, titles, items of lists, cells of tables and
// footnotes. Code, comments, attributes and macros are left out.
func asciidoc(path, text string) (*document.Document, error) {
	a := &asciiReader{text: text, lines: sourceLines(text)}
	for a.at < len(a.lines) {
		a.block()
	}
	a.flush()
	return a.b.document(path, text), nil
}

type asciiReader struct {
	text  string
	lines []sourceLine
	at    int
	b     builder
	// open is the paragraph being read: where its text starts, and the last line.
	open, last int
	reading    bool
	// defining says that a term was read, and what it means stands below.
	defining bool
	// style is that of the next block, as [source] sets it.
	style string
}

// The lines of AsciiDoc that aren't text.
var (
	asciiTitle     = regexp.MustCompile(`^(={1,6}|#{1,6})[ \t]+\S`)
	asciiCaption   = regexp.MustCompile(`^\.[^\s.]`)
	asciiAttribute = regexp.MustCompile(`^:!?[\w-]+!?:(?:\s|$)`)
	asciiStyle     = regexp.MustCompile(`^\[(?:\[[^\]]*\]|[^\[\]]*|.*%.*)\]$`)
	asciiMacro     = regexp.MustCompile(`^[a-z][\w-]*::\S*\[.*\]$`)
	asciiFence     = regexp.MustCompile("^(?:-{4,}|\\.{4,}|/{4,}|\\+{4,}|`{3,}.*)$")
	asciiFrame     = regexp.MustCompile(`^(?:={4,}|\*{4,}|_{4,}|--|~{4,}|\+|'{3,}|<{3,}|-{3}|\*{3})$`)
	asciiTable     = regexp.MustCompile(`^[|,:!]={3,}$`)
	asciiItem      = regexp.MustCompile(`^(?:[*\-]|\*{2,6}|\.{1,6}|[0-9]+\.|[a-zA-Z]\.|<(?:[0-9]+|\.)>)[ \t]+(?:\[[ x*]\][ \t]+)?`)
	asciiTerm      = regexp.MustCompile(`^(\S.*?)(?::{2,4}|;;)(?:[ \t]+|$)`)
	asciiLead      = regexp.MustCompile(`^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+`)
	asciiCode      = regexp.MustCompile(`^\[(?:source|listing|literal|stem|latexmath|asciimath|pass|plantuml|mermaid|graphviz)\b|^\[,`)
)

// block reads a line, and what belongs to it.
func (a *asciiReader) block() {
	l := a.lines[a.at]
	body := l.body()
	switch {
	case l.blank():
		a.flush()
		a.at++
		return
	case strings.HasPrefix(body, "//") && !strings.HasPrefix(body, "////"):
		a.at++ // a comment, even inside a paragraph
		return
	case a.underlines(body):
		a.reading = false
		above := a.lines[a.at-1]
		a.b.Within(titleFrame(a.text, above.Start, l.End, 0))
		a.b.marked(a.span(a.open, a.last), asciiMarks, headingKind)
		a.b.Within(nil)
		a.at++
		return
	case asciiFence.MatchString(body):
		a.fenced(body)
		return
	case asciiTable.MatchString(body):
		a.table(body)
		return
	case asciiFrame.MatchString(body), asciiMacro.MatchString(body), asciiAttribute.MatchString(body) && !a.reading:
		a.flush()
		a.at++
		return
	case asciiStyle.MatchString(body):
		a.flush()
		a.style = body
		a.at++
		return
	}
	if !a.reading && !a.defining && (l.indent > 0 && !asciiItem.MatchString(body) && !asciiTerm.MatchString(body) || asciiCode.MatchString(a.style)) {
		a.skipParagraph()
		return
	}
	a.defining = false
	a.textLine(l, body)
	a.at++
}

// underlines reports whether a line makes a title of the one above it.
func (a *asciiReader) underlines(body string) bool {
	if !a.reading || len(body) < 3 || strings.IndexByte("=-~^+", body[0]) < 0 || strings.Trim(body, body[:1]) != "" {
		return false
	}
	above := a.lines[a.at-1]
	wide := width(above.text)
	return a.open == above.Start && len(body) >= wide-1 && len(body) <= wide+1
}

// skipParagraph reads lines of code up to a blank one.
func (a *asciiReader) skipParagraph() {
	for a.at < len(a.lines) && !a.lines[a.at].blank() {
		a.at++
	}
	a.style = ""
}

// fenced reads over a block of code or a comment.
func (a *asciiReader) fenced(fence string) {
	a.flush()
	if fence[0] == '`' {
		fence = strings.TrimRight(fence, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,_- +#")
	}
	a.style = ""
	for a.at++; a.at < len(a.lines); a.at++ {
		if a.lines[a.at].body() == fence {
			a.at++
			return
		}
	}
}

// textLine adds a line to the paragraph, or begins one.
func (a *asciiReader) textLine(l sourceLine, body string) {
	start := l.Start + l.indent
	if !a.reading && asciiTitle.MatchString(body) {
		skip := strings.IndexAny(body, " \t")
		title := strings.TrimRight(strings.TrimRight(body, "="), " \t")
		a.b.marked(a.span(start+skip, start+max(skip, len(title))), asciiMarks, headingKind)
		return
	}
	if !a.reading && asciiCaption.MatchString(body) {
		a.b.marked(a.span(start+1, start+len(body)), asciiMarks, cellKind)
		return
	}
	if item := asciiItem.FindString(body); item != "" {
		a.flush()
		start += len(item)
	} else if term := asciiTerm.FindStringSubmatchIndex(body); term != nil && !strings.Contains(body[:term[3]], "://") {
		a.flush()
		a.b.marked(a.span(start+term[2], start+term[3]), asciiMarks, cellKind)
		if start += term[1]; start == l.Start+l.indent+len(body) {
			a.defining = true
			return
		}
	} else if lead := asciiLead.FindString(body); lead != "" && !a.reading {
		start += len(lead)
	}
	if !a.reading {
		a.reading, a.open = true, start
	}
	a.last = l.Start + l.indent + len(body)
	if a.at+1 < len(a.lines) && strings.HasPrefix(a.lines[a.at+1].body(), "//") {
		a.flush() // what stands behind the comment can't be told from it
	}
}

// flush ends the paragraph.
func (a *asciiReader) flush() {
	if a.reading {
		a.b.marked(a.span(a.open, a.last), asciiMarks, proseKind)
		a.style = ""
	}
	a.reading = false
}

// span is a stretch of the file.
func (a *asciiReader) span(start, end int) literal {
	return literal(nil).with(a.text, start, end)
}

// asciiCell begins a cell: a bar, and before it how many cells it spans and how it
// is read.
var asciiCell = regexp.MustCompile(`(?:^|[ \t])(?:[0-9.]+[+*])?[<^>.]*[adehlmsv]?\||\|`)

// table reads the cells of a table. A cell goes on up to the next bar.
func (a *asciiReader) table(fence string) {
	a.flush()
	a.style = ""
	begin, last := -1, 0
	cell := func() {
		if begin >= 0 && begin < last {
			a.b.marked(a.span(begin, last), asciiMarks, proseKind)
		}
	}
	for a.at++; a.at < len(a.lines); a.at++ {
		l := a.lines[a.at]
		if l.body() == fence {
			a.at++
			break
		}
		if fence[0] != '|' {
			continue // of a table whose cells are parted in another way
		}
		at := 0
		for _, m := range asciiCell.FindAllStringIndex(l.text, -1) {
			if m[1] > 1 && l.text[m[1]-2] == '\\' {
				continue
			}
			if begin >= 0 && strings.TrimSpace(l.text[at:m[0]]) != "" {
				last = l.Start + m[0]
			}
			cell()
			at = m[1]
			begin, last = l.Start+at, 0
		}
		if begin >= 0 && strings.TrimSpace(l.text[at:]) != "" {
			last = l.End
		}
	}
	cell()
}
