package format

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rectify/internal/document"
)

// restructured reads reStructuredText: paragraphs, titles, items of lists, cells
// of tables, footnotes, and the directives that hold text. Code, comments and
// all other directives are left out.
func restructured(path, text string) (*document.Document, error) {
	r := &restReader{text: text, lines: sourceLines(text)}
	for r.at < len(r.lines) {
		r.block()
	}
	return r.b.document(path, text), nil
}

type restReader struct {
	text  string
	lines []sourceLine
	at    int
	b     builder
}

// The lines of reStructuredText that aren't text.
var (
	restDirective = regexp.MustCompile(`^\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([\w:.+-]+?)::(?:[ \t]+|$)`)
	restFootnote  = regexp.MustCompile(`^\.\.[ \t]+\[[^\]]+\](?:[ \t]+|$)`)
	restItem      = regexp.MustCompile(`^(?:[*+•‣⁃-]|(?:[0-9]+|[a-zA-Z#])[.)]|\((?:[0-9]+|[a-zA-Z#])\))(?:[ \t]+|$)`)
	restField     = regexp.MustCompile(`^:(?:[^:\\]|\\.)+:(?:[ \t]+|$)`)
	restOption    = regexp.MustCompile(`^(?:-{1,2}|/)[\w?].*?(?: {2,}|$)`)
	restBar       = regexp.MustCompile(`^\|[ \t]+`)
	restGrid      = regexp.MustCompile(`^\+(?:[-=]+\+)+$`)
	restColumns   = regexp.MustCompile(`^=+(?:[ \t]+=+)+$`)
)

// restTexts are the directives whose content is text. Of restNamed the argument is
// text too.
var (
	restTexts = map[string]bool{
		"attention": true, "caution": true, "danger": true, "error": true, "hint": true, "important": true, "note": true,
		"tip": true, "warning": true, "seealso": true, "epigraph": true, "highlights": true, "pull-quote": true, "compound": true,
		"container": true, "figure": true, "class": true, "deprecated": true, "list-table": true, "rst-class": true,
		"versionadded": true, "versionchanged": true, "cssclass": true, "centered": true, "todo": true,
	}
	restNamed = map[string]bool{"admonition": true, "topic": true, "sidebar": true, "rubric": true, "table": true}
)

// block reads what begins at a line.
func (r *restReader) block() {
	l := r.lines[r.at]
	body := l.body()
	switch {
	case l.blank(), restLine(body) && r.titleUnderOver():
		r.at++
	case strings.HasPrefix(body, ".."):
		r.explicit(l, body)
	case restGrid.MatchString(body):
		r.gridTable()
	case restColumns.MatchString(body):
		r.simpleTable(body)
	case strings.HasPrefix(body, ">>>"):
		r.skipParagraph()
	case restLine(body):
		r.at++ // a transition, or the line over a title
	default:
		r.paragraph()
	}
}

// titleUnderOver reads a title between two lines.
func (r *restReader) titleUnderOver() bool {
	if r.at+2 >= len(r.lines) || !restLine(r.lines[r.at+2].body()) || r.lines[r.at+1].blank() {
		return false
	}
	if over, under := r.lines[r.at].body(), r.lines[r.at+2].body(); over != under {
		return false
	}
	r.at++
	r.title(r.at-1, r.at, r.at+1)
	r.at++
	return true
}

// title adds the title on a line; the lines from first to last belong to it.
func (r *restReader) title(first, line, last int) {
	r.b.Within(titleFrame(r.text, r.lines[first].Start, r.lines[last].End, line-first))
	r.add(r.lines[line].Start+r.lines[line].indent, line, headingKind)
	r.b.Within(nil)
}

// restLine reports whether a line is made of one mark alone.
func restLine(body string) bool {
	return len(body) > 1 && body[0] > ' ' && body[0] < utf8.RuneSelf && !isWordByte(body[0]) && strings.Trim(body, body[:1]) == "" && body != "..." && body != "::"
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// explicit reads what begins with two points: a directive, a footnote, a target
// or a comment.
func (r *restReader) explicit(l sourceLine, body string) {
	if m := restDirective.FindStringSubmatchIndex(body); m != nil {
		name := body[m[2]:m[3]]
		switch {
		case restNamed[name]:
			r.at++
			r.add(l.Start+l.indent+m[1], r.at-1, cellKind)
			r.options(l.indent)
			return
		case restTexts[name]:
			if rest := body[m[1]:]; rest != "" && (name == "note" || restSpeaks(rest)) {
				r.directiveText(l, m[1])
				return
			}
			r.at++
			r.options(l.indent)
			return
		}
		r.skipIndented(l.indent)
		return
	}
	if note := restFootnote.FindString(body); note != "" {
		r.directiveText(l, len(note))
		return
	}
	r.skipIndented(l.indent)
}

// restSpeaks reports whether the argument of a directive reads as a sentence.
func restSpeaks(argument string) bool { return len(strings.Fields(argument)) > 1 }

// directiveText reads text that begins on the line of its directive and goes on
// below, indented.
func (r *restReader) directiveText(l sourceLine, skip int) {
	start := l.Start + l.indent + skip
	r.at++
	last := r.at - 1
	for r.at < len(r.lines) && !r.lines[r.at].blank() && r.lines[r.at].indent > l.indent {
		last = r.at
		r.at++
	}
	r.add(start, last, proseKind)
}

// options reads over the options of a directive: its text follows, as paragraphs.
func (r *restReader) options(indent int) {
	for r.at < len(r.lines) && !r.lines[r.at].blank() && r.lines[r.at].indent > indent && restField.MatchString(r.lines[r.at].body()) {
		r.at++
	}
}

// skipIndented reads over a line and all that is indented below it.
func (r *restReader) skipIndented(indent int) {
	for r.at++; r.at < len(r.lines) && (r.lines[r.at].blank() || r.lines[r.at].indent > indent); r.at++ {
	}
}

func (r *restReader) skipParagraph() {
	for r.at < len(r.lines) && !r.lines[r.at].blank() {
		r.at++
	}
}

// add makes a segment of the text from an offset to the end of a line.
func (r *restReader) add(start, line int, kind func(string, []document.Run) document.Kind) {
	end := r.lines[line].Start + r.lines[line].indent + len(r.lines[line].body())
	if start < end {
		r.b.marked(literal(nil).with(r.text, start, end), restMarks, kind)
	}
}

// paragraph reads a paragraph, a title, an item of a list or a field, and the
// literal block behind it, if it announces one.
func (r *restReader) paragraph() {
	l := r.lines[r.at]
	body := l.body()
	start := l.Start + l.indent
	if r.at+1 < len(r.lines) && restLine(r.lines[r.at+1].body()) && r.lines[r.at+1].indent == l.indent {
		if under := r.lines[r.at+1].body(); len(under) >= 3 || utf8.RuneCountInString(under) >= utf8.RuneCountInString(body) {
			r.title(r.at, r.at, r.at+1)
			r.at += 2
			return
		}
	}
	lead := 0
	for _, mark := range []*regexp.Regexp{restItem, restItem, restField, restBar, restOption} { // an item may begin with another
		lead += len(mark.FindString(body[lead:]))
	}
	bar := restBar.MatchString(body)
	start += lead
	last := r.at
	for r.at++; r.at < len(r.lines) && !bar; r.at++ {
		next := r.lines[r.at]
		if next.blank() || next.indent < l.indent || lead > 0 && next.indent <= l.indent || restItem.MatchString(next.body()) && lead > 0 || lead == 0 && next.indent > l.indent {
			break
		}
		last = r.at
	}
	kind := proseKind
	if r.at < len(r.lines) && !r.lines[r.at].blank() && r.lines[r.at].indent > l.indent && lead == 0 && last == r.at-1 && len(strings.Fields(body)) <= cellWords {
		kind = cellKind // a term, and what it means below
	}
	r.add(start, last, kind)
	if strings.HasSuffix(r.lines[last].body(), "::") {
		r.skipLiteral(l.indent)
	}
}

// skipLiteral reads over a block that is indented deeper, or each line of which
// begins with a mark.
func (r *restReader) skipLiteral(indent int) {
	at := r.at
	for at < len(r.lines) && r.lines[at].blank() {
		at++
	}
	if at < len(r.lines) && r.lines[at].indent > indent {
		r.at = at
		r.skipIndented(indent)
	} else if at < len(r.lines) && r.lines[at].body() != "" && strings.ContainsAny(r.lines[at].body()[:1], `>|#$%`) {
		r.at = at
		r.skipParagraph()
	}
}
