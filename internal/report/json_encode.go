package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// encodeLine writes one JSON value and a line end.
func encodeLine(w io.Writer, value any, indent string) error {
	if err := encode(w, value, "", indent); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// encode writes one JSON value: with an indent, lines of which those after the
// first begin with the prefix and are indented; without, one line.
func encode(w io.Writer, value any, prefix, indent string) error {
	return newEncoder(w, prefix, indent).encode(value)
}

// encoder writes JSON values as encode does. It keeps its memory from one to the
// next.
type encoder struct {
	w              io.Writer
	prefix, indent string
	plain          bytes.Buffer // a value as encoding/json writes it
	values         *json.Encoder
	out            []byte // the value as it is written
	depth          int    // of the lists and objects that are open
}

func newEncoder(w io.Writer, prefix, indent string) *encoder {
	e := &encoder{w: w, prefix: prefix, indent: indent}
	e.values = json.NewEncoder(&e.plain)
	e.values.SetEscapeHTML(false)
	return e
}

// encode writes a value. What a terminal or a CI system would obey is escaped, as
// JSON allows inside strings, where alone it can stand.
func (e *encoder) encode(value any) error {
	e.plain.Reset()
	if err := e.values.Encode(value); err != nil {
		return fmt.Errorf("report as JSON: %w", err)
	}
	e.out = e.out[:0]
	text := strings.TrimSuffix(e.plain.String(), "\n")
	for at := 0; at < len(text); {
		if text[at] == '"' {
			at += e.quoted(text[at:])
			continue
		}
		at += e.mark(text[at:])
	}
	_, err := e.w.Write(e.out)
	return err
}

// mark appends the first byte of a text, which is in no string, and indents what
// follows it. It returns the number of bytes that it has dealt with.
func (e *encoder) mark(text string) int {
	b := text[0]
	if e.indent == "" {
		e.out = append(e.out, b)
		return 1
	}
	switch b {
	case '{', '[':
		e.out = append(e.out, b)
		if text[1] == b+2 { // an empty one stays on its line
			e.out = append(e.out, text[1])
			return 2
		}
		e.depth++
		e.breakLine()
	case '}', ']':
		e.depth--
		e.breakLine()
		e.out = append(e.out, b)
	case ',':
		e.out = append(e.out, b)
		e.breakLine()
	case ':':
		e.out = append(e.out, b, ' ')
	default:
		e.out = append(e.out, b)
	}
	return 1
}

// breakLine appends a line end and what the next line begins with.
func (e *encoder) breakLine() {
	e.out = append(e.out, '\n')
	e.out = append(e.out, e.prefix...)
	for range e.depth {
		e.out = append(e.out, e.indent...)
	}
}

// quoted appends the string that a text begins with, and returns its length.
func (e *encoder) quoted(text string) int {
	end := 1
	for text[end] != '"' {
		if text[end] == '\\' {
			end++
		}
		end++
	}
	end++
	for rest := text[:end]; rest != ""; {
		n := printable(rest)
		e.out = append(e.out, rest[:n]...)
		if rest = rest[n:]; rest == "" {
			break
		}
		r, size := utf8.DecodeRuneInString(rest)
		if r > 0xffff { // JSON escapes UTF-16
			r -= 0x10000
			e.out = fmt.Appendf(e.out, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		} else {
			e.out = fmt.Appendf(e.out, `\u%04x`, r)
		}
		rest = rest[size:]
	}
	return end
}
