package format

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"rectify/internal/document"
)

// inlineMark is a mark of a text that is marked up by characters.
type inlineMark struct {
	// find finds it: its first group is the mark with what it is around, its second
	// what of that is read, if anything is.
	find *regexp.Regexp
	// join is what the mark puts between the text on both sides.
	join document.Join
	// apart says that what is read is a text of its own, such as a footnote.
	apart bool
}

// cutsOf finds what isn't read of a text, by marks of which the first take
// precedence, and the texts in it that are to be read by themselves.
func cutsOf(text string, marks []inlineMark) (cuts []cut, apart []document.Span) {
	taken := make([]bool, len(text)) // by a mark before
	for _, mark := range marks {
		for at := 0; at < len(text); {
			m := mark.find.FindStringSubmatchIndex(text[at:])
			if m == nil {
				break
			}
			found, inner := mark.cut(m, at)
			at = max(at+m[3], at+1)
			if slices.ContainsFunc(found, func(c cut) bool { return slices.Contains(taken[c.Start:c.End], true) }) {
				continue
			}
			for _, c := range found {
				for i := c.Start; i < c.End; i++ {
					taken[i] = true
				}
			}
			cuts = append(cuts, found...)
			if mark.apart && inner.Len() > 0 {
				apart = append(apart, inner)
			}
		}
	}
	slices.SortFunc(cuts, func(a, b cut) int { return a.Start - b.Start })
	return cuts, apart
}

// cut is what a match, which counts from an offset, cuts out, and what is read of
// it.
func (mark inlineMark) cut(m []int, offset int) (cuts []cut, inner document.Span) {
	whole := document.Span{Start: offset + m[2], End: offset + m[3]}
	if len(m) == 4 {
		return []cut{{Span: whole, join: mark.join}}, inner
	}
	if inner = (document.Span{Start: offset + m[4], End: offset + m[5]}); m[4] == m[5] {
		return []cut{{Span: whole, join: document.Broken}}, inner // a mark around nothing
	}
	if mark.apart {
		return []cut{{Span: whole, join: mark.join}}, inner
	}
	return []cut{
		{Span: document.Span{Start: whole.Start, End: inner.Start}, join: mark.join},
		{Span: document.Span{Start: inner.End, End: whole.End}, join: mark.join},
	}, inner
}

// marked adds a text that is marked up by characters to a document: as a segment,
// and behind it one for each text that it holds apart.
func (b *builder) marked(l literal, marks []inlineMark, kind func(string, []document.Run) document.Kind) {
	text := l.text()
	cuts, apart := cutsOf(text, marks)
	b.literal(l, cuts, nil, nil)
	b.end(kind, "")
	for _, at := range apart {
		if inner := l.part(at); at.Len() < len(text) {
			b.marked(inner, marks, proseKind)
		}
	}
}

// part is what of a literal stands for a part of what it stands for; its
// stretches stand as they are.
func (l literal) part(at document.Span) literal {
	var out literal
	start := 0
	for _, s := range l {
		from, to := max(at.Start-start, 0), min(at.End-start, len(s.text))
		if from < to {
			out = out.with(s.text, from, to)
			out[len(out)-1].at = document.Span{Start: s.at.Start + from, End: s.at.Start + to}
		}
		start += len(s.text)
	}
	return out
}

// sourceLine is a line of a text that is marked up by characters, without its
// end.
type sourceLine struct {
	document.Span
	text string
	// indent is the number of white space bytes before the text.
	indent int
}

// blank reports whether nothing stands in the line.
func (l sourceLine) blank() bool { return l.indent == len(l.text) }

// body is the text without white space at its ends.
func (l sourceLine) body() string { return strings.TrimRight(l.text[l.indent:], " \t") }

// sourceLines parts a text into lines.
func sourceLines(text string) []sourceLine {
	var lines []sourceLine
	for at := len(text) - len(strings.TrimPrefix(text, bom)); at < len(text); {
		end := at + len(text[at:])
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		l := sourceLine{Span: document.Span{Start: at, End: at + len(strings.TrimSuffix(text[at:end], "\r"))}}
		l.text = text[l.Start:l.End]
		l.indent = len(l.text) - len(strings.TrimLeft(l.text, " \t"))
		lines = append(lines, l)
		at = end + 1
	}
	return lines
}

// lineEnds is the mark that a line end is: text reads on over it.
var lineEnds = inlineMark{find: regexp.MustCompile(`([ \t]*\r?\n[ \t]*)`), join: document.Spaced}

// titleFrame is a title with the lines above or below it: one that is drawn about
// as wide as the title stays so, a wider one only grows with it.
func titleFrame(text string, start, end, title int) *document.Frame {
	at := document.Span{Start: start, End: end}
	before := width(strings.Split(text[start:end], "\n")[title])
	return &document.Frame{At: at, Write: func(text string) string {
		lines := strings.Split(text, "\n")
		now := width(lines[title])
		for i, line := range lines {
			drawn := width(line)
			fitted := drawn-before <= 1 && before-drawn <= 1
			if i != title && drawn > 0 && (drawn < now || fitted) {
				lines[i] = strings.Repeat(line[:1], now) + line[drawn:]
			}
		}
		return strings.Join(lines, "\n")
	}}
}

// width is that of a line in characters, without white space at its end.
func width(line string) int { return utf8.RuneCountInString(strings.TrimRight(line, " \t\r")) }
