package markup

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"rectify/internal/document"
)

// entities are the references that XML knows without a declaration.
var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"}

// Stretches parts character data, which stands at an offset, into what stands
// there as it is and its references, each with its place and what it stands for.
func Stretches(raw string, offset int) iter.Seq2[string, document.Span] {
	return func(yield func(string, document.Span) bool) {
		for at := 0; at < len(raw); {
			end := at
			var text string
			if raw[at] == '&' {
				text, end = reference(raw, at)
			}
			if end == at { // not a reference
				end = at + 1
				if n := strings.IndexByte(raw[end:], '&'); n >= 0 {
					end += n
				} else {
					end = len(raw)
				}
				text = raw[at:end]
			}
			if !yield(text, document.Span{Start: offset + at, End: offset + end}) {
				return
			}
			at = end
		}
	}
}

// Plain is character data with its references resolved.
func Plain(raw string) string {
	if strings.IndexByte(raw, '&') < 0 {
		return raw
	}
	var out strings.Builder
	for text := range Stretches(raw, 0) {
		out.WriteString(text)
	}
	return out.String()
}

// reference reads the reference at an offset, and gives its end; the offset
// itself if none is there.
func reference(raw string, at int) (text string, end int) {
	n := strings.IndexByte(raw[at:min(len(raw), at+12)], ';')
	if n < 0 {
		return "", at
	}
	name, end := raw[at+1:at+n], at+n+1
	if text, ok := entities[name]; ok {
		return text, end
	}
	digits, ok := strings.CutPrefix(name, "#")
	base := 10
	if hex, is := strings.CutPrefix(digits, "x"); is {
		digits, base = hex, 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if !ok || err != nil || !IsCharacter(rune(code)) {
		return "", at
	}
	return string(rune(code)), end
}

// IsCharacter reports whether XML lets a character stand in a document.
func IsCharacter(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || ' ' <= r && utf8.ValidRune(r) && r != 0xFFFE && r != 0xFFFF
}

// badReference is where a bare & stands; -1 if none does.
func badReference(raw string) int {
	for at := 0; ; {
		n := strings.IndexByte(raw[at:], '&')
		if n < 0 {
			return -1
		}
		at += n
		_, end := reference(raw, at)
		if end == at {
			return at
		}
		at = end
	}
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// EscapeText writes text as character data.
func EscapeText(text string) string { return textEscaper.Replace(text) }

var attributeEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;", "'", "&apos;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// EscapeAttribute writes text as the value of an attribute in quotes of either
// kind.
func EscapeAttribute(text string) string { return attributeEscaper.Replace(text) }

// EscapeASCII writes text as character data for a file whose encoding may lack
// the characters.
func EscapeASCII(text string) string {
	var out strings.Builder
	for _, r := range EscapeText(text) {
		if r < utf8.RuneSelf {
			out.WriteRune(r)
		} else {
			fmt.Fprintf(&out, "&#x%X;", r)
		}
	}
	return out.String()
}

// EscapeCDATA writes text for a CDATA section.
func EscapeCDATA(text string) string {
	return strings.ReplaceAll(text, "]]>", "]]]]><![CDATA[>")
}
