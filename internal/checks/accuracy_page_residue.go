package checks

import (
	"math/bits"
	"sort"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
)

// PageResidue reports what the web page left in the text.
var PageResidue = &check.Check{
	ID: "accuracy/page-residue",
	Doc: check.Doc{
		Title: "a leftover of the web page",
		Text: `The text came off a web page, and pieces of the page came with it: share buttons,
rankings, "Scan code to follow", font switches, the site's name at the end of a
headline, the editor's line. They are no part of the article: delete them.

A Chinese news agency's dateline and photo credit have an English form of their
own; that form is suggested.`,
		Before: "The meeting closed on Friday.\n\nScan code to follow\n",
		After:  "The meeting closed on Friday.\n",
	},
	Category:  mqm.Addition,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		if p.Document.Page {
			return // it has them by right
		}
		var key [longestWidget]byte
		for n := 1; n <= p.Document.Lines(); n++ {
			line := p.Document.Line(n)
			text := p.Document.Slice(line)
			if len(text) <= longestWidget && widgets[string(widgetKey(text, key[:0]))] && reviewed(p.Document, line) {
				p.Report(leftover(line, ""))
				continue
			}
			inLine(p, line, text)
		}
	},
}

// longestWidget bounds the lines that are looked up.
const longestWidget = 64

func lines(text string) map[string]bool {
	m := map[string]bool{}
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			m[l] = true
		}
	}
	return m
}

// widgetKey is a line as the widgets list has it, lower-case words, written
// into the room of key.
func widgetKey(text string, key []byte) []byte {
	parted := false
	for i := range len(text) {
		c := text[i]
		if !isLetter(c) && !isFigure(c) {
			parted = len(key) > 0
			continue
		}
		if parted {
			key, parted = append(key, ' '), false
		}
		key = append(key, c|0x20)
	}
	return key
}

// inLine reports the patterns in a line, each stretch once.
func inLine(p *check.Pass, line document.Span, text string) {
	var taken []document.Span
	for likely := likelyIn(text); likely != 0; likely &= likely - 1 {
		r := &residues[bits.TrailingZeros64(likely)]
		head := text[:min(len(text), longestLine)]
		for _, at := range r.find(head) {
			found := strings.TrimSpace(head[at[0]:at[1]])
			start := line.Start + at[0] + strings.Index(head[at[0]:], found)
			span := document.Span{Start: start, End: start + len(found)}
			if found == "" || overlapsAny(taken, span) || !reviewed(p.Document, span) {
				continue
			}
			taken = append(taken, span)
			p.Report(r.issue(line, span, head, at))
		}
	}
}

// inPageTail reports whether a place lies in what the page has behind a headline, which
// is to be deleted and not put right.
func inPageTail(d *document.Document, at document.Span) bool {
	if d.Page {
		return false
	}
	line := d.Line(d.Position(at.Start).Line)
	text := d.Slice(line)
	for i := range residues {
		if r := &residues[i]; r.tail != nil && len(text) <= longestLine {
			for _, found := range r.find(text) {
				if line.Start+found[0] <= at.Start && at.End <= line.Start+found[1] {
					return true
				}
			}
		}
	}
	return false
}

// find is where the pattern stands in a line, as regexp has it.
func (r *residue) find(line string) (found [][]int) {
	switch {
	case r.tail != nil:
		if from := r.tail(endOf(line)); from >= 0 {
			return [][]int{{len(line) - len(endOf(line)) + from, len(line)}}
		}
		return nil
	case r.lead > 0:
		return r.findFrom(line, runeStart(line, r.firstTrigger(line)-r.lead))
	}
	return r.findFrom(line, 0)
}

// firstTrigger is where the first trigger or companion of the residue stands in a
// line that has one.
func (r *residue) firstTrigger(line string) int {
	first := len(line)
	for _, texts := range [][]string{r.triggers, r.companions} {
		for _, text := range texts {
			if at := indexFolded(line[:first], text); at >= 0 {
				first = at
			}
		}
	}
	return first
}

// findFrom is where the pattern stands in a line from a place on.
func (r *residue) findFrom(line string, from int) [][]int {
	found := r.pattern.FindAllStringSubmatchIndex(line[from:], -1)
	for _, at := range found {
		for i := range at {
			if at[i] >= 0 {
				at[i] += from
			}
		}
	}
	return found
}

func (r *residue) issue(line, span document.Span, text string, at []int) check.Issue {
	new := ""
	switch r.new {
	case "":
	case dateline:
		return r.inEnglishOrder(line.Start, span, text, at)
	default:
		new = string(r.pattern.ExpandString(nil, r.new, text, at))
	}
	issue := leftover(span, new)
	issue.Message = r.message
	if new == "" {
		issue.Message += ": delete it"
		withBlank(line, &issue.Suggestions[0].Edits[0], text)
	}
	return issue
}

// withBlank makes an edit that leaves something out take the blanks before it, too,
// at the end of a line, and those behind it elsewhere. The text is that of the line.
func withBlank(line document.Span, e *edit.Edit, text string) {
	before, after := text[:e.Start-line.Start], text[e.End-line.Start:]
	if strings.Trim(after, " ") == "" {
		e.Start = line.Start + len(strings.TrimRight(before, " "))
		return
	}
	e.End += len(after) - len(strings.TrimLeft(after, " "))
}

func leftover(span document.Span, new string) check.Issue {
	return check.Issue{
		Span: span, Message: "a label of the web page: delete it",
		Suggestions: []check.Suggestion{{
			Message: "delete it", Text: new,
			Edits: []edit.Edit{{Start: span.Start, End: span.End, New: new}},
		}},
	}
}

func overlapsAny(spans []document.Span, s document.Span) bool {
	for _, o := range spans {
		if o.Overlaps(s) {
			return true
		}
	}
	return false
}

// reviewed reports whether the span lies in text that is to be reviewed, and
// not in code or markup.
func reviewed(d *document.Document, s document.Span) bool {
	from := sort.Search(len(d.Segments), func(i int) bool { return d.Segments[i].Span().End > s.Start })
	for _, seg := range d.Segments[from:] {
		if seg.Span().Start >= s.End {
			return false
		}
		for _, run := range seg.Runs {
			if run.Overlaps(s) {
				return true
			}
		}
	}
	return false
}
