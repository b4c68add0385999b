package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// visible is text as it may be printed inside a line: every run of white space
// with a line end or a tab in it is one space, and what a terminal would obey
// or not show at all (control characters, marks of writing direction, bytes
// that are no UTF-8) is written out, as in \x1b.
func visible(text string) string {
	var out strings.Builder
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if isBreak(r) {
			out.WriteByte(' ')
			for at < len(text) && isBreak(r) {
				at += size
				r, size = utf8.DecodeRuneInString(text[at:])
			}
			continue
		}
		writeVisible(&out, text[at:at+size], r)
		at += size
	}
	return out.String()
}

// visiblePath is a path as it may be printed: as visible, and line ends and
// tabs are written out too, since they are part of the name.
func visiblePath(path string) string {
	var out strings.Builder
	for at := 0; at < len(path); {
		r, size := utf8.DecodeRuneInString(path[at:])
		writeVisible(&out, path[at:at+size], r)
		at += size
	}
	return out.String()
}

// isBreak reports whether a character ends a line or tabulates.
func isBreak(r rune) bool {
	return r >= '\t' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

func writeVisible(out *strings.Builder, bytes string, r rune) {
	switch {
	case r == utf8.RuneError && len(bytes) == 1 || isHidden(r) && r < utf8.RuneSelf:
		fmt.Fprintf(out, `\x%02x`, bytes[0])
	case isHidden(r) && r > 0xffff:
		fmt.Fprintf(out, `\U%08x`, r)
	case isHidden(r):
		fmt.Fprintf(out, `\u%04x`, r)
	default:
		out.WriteString(bytes)
	}
}

// isHidden reports whether a character must not reach a terminal as it is. The
// joiners stay: emoji and some scripts need them.
func isHidden(r rune) bool {
	switch r {
	case '\u200c', '\u200d':
		return false
	case '\u2028', '\u2029':
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}
