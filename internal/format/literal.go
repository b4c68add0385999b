package format

import (
	"regexp"
	"strings"

	"rectify/internal/document"
)

// stretch is a piece of a text that stands in a file between quotes or other
// frames: as it is, or as an escape.
type stretch struct {
	text string
	at   document.Span
}

// literal is such a text.
type literal []stretch

// text is what the literal stands for.
func (l literal) text() string {
	if len(l) == 1 {
		return l[0].text
	}
	var out strings.Builder
	for _, s := range l {
		out.WriteString(s.text)
	}
	return out.String()
}

// cut is what isn't read of a literal, by its place in what the literal stands
// for.
type cut struct {
	document.Span
	// join is what it puts between the text on both sides; ends says that they
	// aren't one segment.
	join document.Join
	ends bool
}

// message adds a literal to a document: segment by segment, without what is cut
// out. It gives the place of all of it.
func (b *builder) message(l literal, cuts []cut, escape func(string) string, name string) document.Span {
	var whole document.Span
	end := func() {
		at := b.end(proseKind, name)
		if whole.Len() == 0 {
			whole = at
		} else if at.Len() > 0 {
			whole.End = at.End
		}
	}
	b.literal(l, cuts, escape, end)
	end()
	return whole
}

// literal adds the text of a literal, and calls end where a cut ends a segment.
func (b *builder) literal(l literal, cuts []cut, escape func(string) string, end func()) {
	at := 0 // in what the literal stands for
	for _, s := range l {
		verbatim := s.at.Len() == len(s.text)
		for text := s.text; len(text) > 0; {
			if len(cuts) == 0 || at+len(text) <= cuts[0].Start {
				b.add(text, s.at, escape)
				at += len(text)
				break
			}
			n := min(max(cuts[0].Start-at, 0), len(text)) // up to the cut
			if n > 0 && !verbatim {
				n = len(text)
			}
			if n > 0 {
				b.add(text[:n], document.Span{Start: s.at.Start, End: s.at.End - len(text) + n}, escape)
			} else {
				n = min(cuts[0].End-at, len(text))
			}
			text, at = text[n:], at+n
			s.at.Start += n
			if at >= cuts[0].End {
				if cuts[0].ends {
					end()
				} else {
					b.Break(cuts[0].join)
				}
				cuts = cuts[1:]
			}
		}
	}
}

// unreadMessage finds what isn't read of a message: tags of HTML and line ends.
var unreadMessage = regexp.MustCompile(`<!--|</?[A-Za-z][^<>]*>|[ \t]*[\r\n][ \t\r\n]*`)

// messageCuts are the tags and the line ends in a message. A line end parts
// segments where the line before ends as a sentence does, or a blank line or an
// item of a list follows; else the text reads on.
func messageCuts(text string) []cut {
	if !strings.ContainsAny(text, "<\r\n") {
		return nil
	}
	var cuts []cut
	for _, m := range unreadMessage.FindAllStringIndex(text, -1) {
		found := text[m[0]:m[1]]
		c := cut{Span: document.Span{Start: m[0], End: m[1]}}
		if found[0] == '<' {
			c.join = tagJoin(found)
		} else {
			blankLine := strings.Count(found, "\n") > 1 || strings.Count(found, "\r") > 1
			c.join = document.Spaced
			c.ends = blankLine || terminal(text[:m[0]]) || listItem.MatchString(text[m[1]:])
		}
		cuts = append(cuts, c)
	}
	return cuts
}
