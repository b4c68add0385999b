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
// that are no UTF-8) is written out, as in \x1b; so is the first character of
// what a CI system would obey.
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
		writeVisible(&out, text[at:], size, r)
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
		writeVisible(&out, path[at:], size, r)
		at += size
	}
	return out.String()
}

// Printable is a text of several lines as it may be printed: as a path is, but its
// line ends and tabs stay.
func Printable(text string) string {
	var out strings.Builder
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == '\n' || r == '\t' {
			out.WriteRune(r)
		} else {
			writeVisible(&out, text[at:], size, r)
		}
		at += size
	}
	return out.String()
}

// isBreak reports whether a character ends a line or tabulates.
func isBreak(r rune) bool {
	return r >= '\t' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// writeVisible writes the first character of the rest of a text, which is size
// bytes long.
func writeVisible(out *strings.Builder, rest string, size int, r rune) {
	switch {
	case r == utf8.RuneError && size == 1 || isHidden(r) && r < utf8.RuneSelf || isCommand(rest):
		fmt.Fprintf(out, `\x%02x`, rest[0])
	case isHidden(r) && r > 0xffff:
		fmt.Fprintf(out, `\U%08x`, r)
	case isHidden(r):
		fmt.Fprintf(out, `\u%04x`, r)
	default:
		out.WriteString(rest[:size])
	}
}

// isCommand reports whether a text begins with what a CI system that reads the
// log takes for a command: "::error" at the start of a line (GitHub), which may
// be anywhere where lines are wrapped, "##[group]" and "##vso[…]" anywhere
// (GitHub, Azure).
func isCommand(text string) bool {
	if rest, ok := strings.CutPrefix(text, "::"); ok {
		return rest != "" && isASCIILetter(rest[0])
	}
	rest, ok := strings.CutPrefix(text, "##")
	for ok && rest != "" && isASCIILetter(rest[0]) {
		rest = rest[1:]
	}
	return ok && strings.HasPrefix(rest, "[")
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// isHidden reports whether a character must not reach a terminal as it is, or is
// none that XML may hold. The joiners stay: emoji and some scripts need them.
func isHidden(r rune) bool {
	switch r {
	case '\u200c', '\u200d':
		return false
	case '\u2028', '\u2029':
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Noncharacter_Code_Point, r)
}
