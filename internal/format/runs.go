package format

import (
	"html"
	"regexp"
	"unicode"
	"unicode/utf8"

	"rectify/internal/document"
)

// notText finds what a reader doesn't read inside the text of Markdown: the
// backslash of an escape, a character reference, the mark of a footnote, and a
// line end that Markdown takes for none.
var notText = regexp.MustCompile("\\\\[!-/:-@\\[-`{-~]|&#?[0-9A-Za-z]+;|\\[\\^[^\\]\\s]+\\]:?|[\r\n]+")

// split cuts what is no text out of the runs, and says by the join what stood
// there. Runs that it gives may be empty.
func split(source string, runs []document.Run) []document.Run {
	var out []document.Run
	for _, run := range runs {
		rest := run // what is not cut yet
		for _, m := range notText.FindAllStringIndex(source[run.Start:run.End], -1) {
			start, end := run.Start+m[0], run.Start+m[1]
			if source[start] == '\\' {
				end = start + 1 // the character that it escapes is text
			}
			join, ok := cutJoin(source[start:end])
			if !ok {
				continue
			}
			out = append(out, document.Run{Span: document.Span{Start: rest.Start, End: start}, Before: rest.Before})
			rest.Start, rest.Before = end, join
		}
		out = append(out, rest)
	}
	return out
}

// cutJoin is how the text around a cut joins, and false if it stays whole: a
// character reference that HTML doesn't know is text.
func cutJoin(cut string) (document.Join, bool) {
	switch cut[0] {
	case '\r', '\n':
		return document.Spaced, true
	case '&':
		meant := html.UnescapeString(cut)
		r, size := utf8.DecodeRuneInString(meant)
		switch {
		case meant == cut:
			return 0, false
		case size < len(meant): // a letter of mathematics
			return document.Broken, true
		case unicode.IsSpace(r):
			return document.Spaced, true
		case unicode.Is(unicode.Cf, r): // a soft hyphen
			return document.Glued, true
		}
		return document.Broken, true
	}
	return document.Glued, true
}
