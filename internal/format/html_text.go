package format

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"rectify/internal/document"
)

// spaceBytes are the white space of HTML: however much of it stands between two
// words, a reader sees one space.
const spaceBytes = " \t\n\f\r"

// reference is a character reference; a name may lack its semicolon.
var reference = regexp.MustCompile(`^&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?`)

// htmlText adds the text between two offsets of a page to a draft.
func htmlText(d *document.Draft, page string, at document.Span, attribute bool, escape func(string) string) {
	plain := at.Start // where the stretch begins that is not added yet
	for i := at.Start; i < at.End; {
		end := i
		switch c := page[i]; {
		case strings.IndexByte(spaceBytes, c) >= 0:
			for end < at.End && strings.IndexByte(spaceBytes, page[end]) >= 0 {
				end++
			}
			if page[i:end] == " " && i > at.Start && end < at.End {
				break // one space between words is as it is
			}
			d.Add(page[plain:i], 0, document.Span{Start: plain, End: i}, escape)
			d.Space(0, document.Span{Start: i, End: end}, escape)
			plain = end
		case c == '&':
			meant, length := unescape(page[i:at.End], attribute)
			end = i + length
			if meant != page[i:end] {
				d.Add(page[plain:i], 0, document.Span{Start: plain, End: i}, escape)
				d.Add(meant, 0, document.Span{Start: i, End: end}, escape)
				plain = end
			}
		case c == '<' && !attribute:
			end++
			if end < at.End && strings.IndexByte(spaceBytes+"&<", page[end]) < 0 {
				_, size := utf8.DecodeRuneInString(page[end:])
				end += size // it may be what is changed
			}
			d.Add(page[plain:i], 0, document.Span{Start: plain, End: i}, escape)
			d.Add(page[i:end], 0, document.Span{Start: i, End: end}, behindAngle(escape))
			plain = end
		default:
			end++
		}
		i = end
	}
	d.Add(page[plain:at.End], 0, document.Span{Start: plain, End: at.End}, escape)
}

// unescape is what the character reference at the beginning of a text stands
// for, and its length; an ampersand may stand for itself. In an attribute a name
// needs its semicolon, since addresses have ampersands too.
func unescape(text string, attribute bool) (meant string, length int) {
	ref := reference.FindString(text)
	if ref == "" || attribute && ref[1] != '#' && !strings.HasSuffix(ref, ";") {
		return "&", 1
	}
	return html.UnescapeString(ref), len(ref)
}

// escapeHTML is how new text is written between tags or in an attribute with the
// quote, which is 0 for none. In a page of ASCII other characters are written as
// references, which mean the same in whatever encoding the page is sent.
func escapeHTML(quote byte, ascii bool) func(string) string {
	return func(text string) string {
		var out strings.Builder
		for _, r := range text {
			switch {
			case r == '&':
				out.WriteString("&amp;")
			case r == '<':
				out.WriteString("&lt;")
			case r == rune(quote), ascii && r > 0x7f, quote == 0 && strings.ContainsRune(spaceBytes+"\"'`=>", r):
				fmt.Fprintf(&out, "&#%d;", r)
			default:
				out.WriteRune(r)
			}
		}
		return out.String()
	}
}

// behindAngle is an escape for new text that comes behind a < which is text and no tag:
// a letter or a mark there would make one of it, a reference doesn't.
func behindAngle(escape func(string) string) func(string) string {
	return func(text string) string {
		if c := text[0]; c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte("/!?", c) >= 0 {
			return fmt.Sprintf("&#%d;", c) + escape(text[1:])
		}
		return escape(text)
	}
}

// between stands for the quote of text between tags, and is never written.
const between = '\v'

// attribute is one of a tag: its name in lower case, and where its value stands
// in the tag.
type attribute struct {
	name string
	document.Span
	quote byte // 0 for none
}

// attributes reads those of a start tag.
func attributes(tag string) []attribute {
	var all []attribute
	end := len(strings.TrimSuffix(tag, ">"))
	skip := func(i int, set string) int {
		for i < end && strings.IndexByte(set, tag[i]) >= 0 {
			i++
		}
		return i
	}
	until := func(i int, set string) int {
		for i < end && strings.IndexByte(set, tag[i]) < 0 {
			i++
		}
		return i
	}
	for i := until(1, spaceBytes+"/"); ; {
		start := skip(i, spaceBytes+"/")
		if start >= end {
			return all
		}
		i = until(start+1, spaceBytes+"/=")
		a := attribute{name: strings.ToLower(tag[start:i])}
		if value := skip(i, spaceBytes); value < end && tag[value] == '=' {
			i = skip(value+1, spaceBytes)
			if i < end && (tag[i] == '"' || tag[i] == '\'') {
				a.quote = tag[i]
				a.Start = i + 1
				a.End = until(a.Start, string(a.quote))
				i = min(a.End+1, end)
			} else {
				a.Start = i
				a.End = until(i, spaceBytes)
				i = a.End
			}
		}
		all = append(all, a)
	}
}
