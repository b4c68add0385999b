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
	return rewritten(text, func(out *strings.Builder, rest string, size int, r rune) int {
		if !isBreak(r) {
			writeVisible(out, rest, size, r)
			return size
		}
		out.WriteByte(' ')
		return len(rest) - len(strings.TrimLeftFunc(rest, isBreak))
	})
}

// visiblePath is a path as it may be printed: as visible, and line ends and
// tabs are written out too, since they are part of the name.
func visiblePath(path string) string {
	return rewritten(path, func(out *strings.Builder, rest string, size int, r rune) int {
		writeVisible(out, rest, size, r)
		return size
	})
}

// Printable is a text of several lines as it may be printed: as a path is, but its
// line ends and tabs stay.
func Printable(text string) string {
	return rewritten(text, func(out *strings.Builder, rest string, size int, r rune) int {
		if r == '\n' || r == '\t' {
			out.WriteRune(r)
		} else {
			writeVisible(out, rest, size, r)
		}
		return size
	})
}

// rewritten is a text with what may not be printed as it is rewritten: rewrite
// takes the rest of the text, which begins with such a character, and says how many
// bytes it has dealt with. Nearly every text stays as it is, and costs no copy.
func rewritten(text string, rewrite func(out *strings.Builder, rest string, size int, r rune) int) string {
	end := printable(text)
	if end == len(text) {
		return text
	}
	var out strings.Builder
	for {
		out.WriteString(text[:end])
		if text = text[end:]; text == "" {
			return out.String()
		}
		r, size := utf8.DecodeRuneInString(text)
		text = text[rewrite(&out, text, size, r):]
		end = printable(text)
	}
}

// printable is how many bytes of a text may be printed as they are, from its start.
func printable(text string) int {
	for at := 0; at < len(text); {
		b := text[at]
		if b < utf8.RuneSelf {
			if b < ' ' || b == 0x7f || (b == ':' || b == '#') && isCommand(text[at:]) {
				return at
			}
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == utf8.RuneError && size == 1 || isHidden(r) {
			return at
		}
		at += size
	}
	return len(text)
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
	switch {
	case r < utf8.RuneSelf:
		return r < ' ' || r == 0x7f
	case r == '\u200c' || r == '\u200d':
		return false
	case r == '\u2028' || r == '\u2029':
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Noncharacter_Code_Point, r)
}
