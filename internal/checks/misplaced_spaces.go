package checks

import (
	"regexp"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
)

// misplacing is a way in which spaces stand where none belong: its groups are what
// is before the spaces, the spaces, and what is behind.
type misplacing struct {
	places       *regexp.Regexp
	new, message string
}

var (
	doubledSpace = &misplacing{regexp.MustCompile(`([\pL\pN]+,?)( {2,})([\pL\pN]+)`), " ", "more than one space"}
	beforeComma  = &misplacing{regexp.MustCompile(`(\pL+)( +)(,)(?: |$)`), "", "a space before the mark"}
	beforeColon  = &misplacing{regexp.MustCompile(`(\pL+)( +)(;)(?: |$)`), "", "a space before the mark"}
	insideOpen   = &misplacing{regexp.MustCompile(`[\pL\pN] (\()( +)(\pL+)`), "", "a space inside the bracket"}
	insideClose  = &misplacing{regexp.MustCompile(`\([\pL\pN](?:[^()]*[^()\pL])?(\pL+)( +)(\))`), "", "a space inside the bracket"}
)

// misplaced reports spaces where none belong in a segment. Where its words stand tells
// where such spaces may be; what they are is read there. The landmarks and marks are those
// of this segment and of what is behind it.
func misplaced(p *check.Pass, l *landmarks, marks *[]int32, number int) {
	text := p.Document.Text
	begin, to := int(p.Text.Segments[number]), int(p.Text.Segments[number+1])
	end := 0 // of the last doubled space and the word behind it
	for _, i := range inSegment(&l.apart, begin+1, to) {
		if start := int(p.Words[i].Start); strings.HasSuffix(text[:start], "  ") {
			end = max(end, doubledSpace.report(p, number, max(end, wordBefore(text, start)), wordEnd(text, start)))
		}
	}
	for _, at := range inSegment(marks, begin, to) {
		i := int(at)
		start := int(p.Words[i].Start)
		spaced := start > 0 && text[start-1] == ' '
		switch c := text[start]; {
		case c == ',' && spaced:
			beforeComma.report(p, number, wordBefore(text, start), start+len(", "))
		case c == ';' && spaced:
			beforeColon.report(p, number, wordBefore(text, start), start+len("; "))
		case c == ')' && spaced:
			insideClose.report(p, number, bracketBefore(p, begin, i), start+len(")"))
		case c == '(' && i+1 < to && text[p.Words[i].End()] == ' ':
			insideOpen.report(p, number, wordBefore(text, start), wordEnd(text, int(p.Words[i+1].Start)))
		}
	}
}

// wordBefore is where the text between spaces begins that ends with the spaces before
// an offset.
func wordBefore(text string, at int) int {
	return strings.LastIndexByte(strings.TrimRight(text[:at], " "), ' ') + 1
}

// wordEnd is where the next space stands from an offset on, or the end.
func wordEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], ' '); n >= 0 {
		return at + n
	}
	return len(text)
}

// bracketBefore is where the last round bracket, or else word begin, stands before
// word i.
func bracketBefore(p *check.Pass, begin, i int) int {
	for i = max(begin, i-1); i > begin; i-- {
		if c := p.Document.Text[p.Words[i].Start]; c == '(' || c == ')' {
			break
		}
	}
	return int(p.Words[i].Start)
}

// report reports the place between two offsets, if one is there in a run of the
// segment, and says where it ends; 0 if there is none.
func (m *misplacing) report(p *check.Pass, number, from, to int) (end int) {
	near := document.Span{Start: from, End: min(to, len(p.Document.Text))}
	for _, run := range p.Document.Segments[number].RunsIn(near) {
		start := max(from, run.Start)
		text := p.Document.Text[start:max(start, min(near.End, run.End))]
		at := m.places.FindStringSubmatchIndex(text)
		if at == nil {
			continue
		}
		severity, certainty := check.Grade(mqm.Neutral, check.Advice)
		// The words beside the spaces are shown: a space alone is nothing to see.
		shown := document.Span{Start: start + at[2], End: start + at[7]}
		spaces := edit.Edit{Start: start + at[4], End: start + at[5], New: m.new}
		p.Report(check.Issue{
			Span: shown, Message: m.message, Severity: severity, Certainty: certainty,
			Suggestions: check.Suggest(text[at[2]:at[3]]+m.new+text[at[6]:at[7]], spaces),
		})
		return shown.End
	}
	return 0
}
