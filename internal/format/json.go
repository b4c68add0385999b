package format

import (
	stdjson "encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rectify/internal/document"
)

// jsonText reads the strings of chosen keys in JSON, jsonLines those in a file
// with a value a line (RFC 8259; JSON Lines).
func jsonText(path, text string, _ Encoding, o Options) (*document.Document, error) {
	return readJSON(path, text, o, false)
}

func jsonLines(path, text string, _ Encoding, o Options) (*document.Document, error) {
	return readJSON(path, text, o, true)
}

func readJSON(path, text string, o Options, lines bool) (*document.Document, error) {
	columns := o.Columns
	if len(columns) == 0 {
		var keys keyList
		if err := walkJSON(text, lines, &keys); err != nil {
			return nil, err
		}
		if columns = knownColumns(keys.names); len(columns) == 0 && len(keys.names) > 0 {
			return nil, noColumns("key", keys.names)
		}
	}
	v := &jsonReviewer{file: text, lines: lines, columns: columns}
	if err := walkJSON(text, lines, v); err != nil {
		return nil, err
	}
	v.flush(0)
	if len(o.Columns) > 0 && !v.found {
		return nil, fmt.Errorf("no string has the key %s: --columns takes the name of a key, or a path such as items[].text", columns[0].Target)
	}
	return v.b.document(path, text), nil
}

// jsonVisitor takes what stands in JSON, in the order of the file.
type jsonVisitor interface {
	// text takes a string that is a value, between its quotes, with the path of
	// keys and indexes to it.
	text(path []jsonStep, at document.Span)
	// end is called at the end of an object.
	end(path []jsonStep)
}

// jsonStep is a key, or the index of a member of a list where key is "".
type jsonStep struct {
	key   string
	index int
	list  bool
}

// deepestJSON is how deep values may be nested.
const deepestJSON = 500

// walkJSON reads JSON strictly, and hands on its strings.
func walkJSON(text string, lines bool, v jsonVisitor) error {
	w := &jsonWalk{text: text, visitor: v, base: len(text) - len(strings.TrimPrefix(text, bom))}
	w.decoder = stdjson.NewDecoder(strings.NewReader(text[w.base:]))
	w.decoder.UseNumber()
	w.path = append(w.path, jsonStep{list: true, index: -1})
	for {
		err := w.next()
		switch {
		case errors.Is(err, io.EOF) && len(w.path) == 1:
			if w.path[0].index < 0 && !lines {
				return fmt.Errorf("line 1: the file holds no JSON")
			}
			return nil
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return w.errorf("the file ends inside a value: it is cut short")
		case err != nil:
			return w.errorf("broken JSON: %v", err)
		case w.path[0].index > 0 && !lines:
			return w.errorf("more than one value: a file with a value a line is called .jsonl")
		case len(w.path) > deepestJSON:
			return w.errorf("values are nested more than %d deep", deepestJSON)
		}
	}
}

type jsonWalk struct {
	text    string
	base    int
	decoder *stdjson.Decoder
	visitor jsonVisitor
	// path leads to the value being read, from a list of all values of the file.
	path []jsonStep
	// keyed says that the key of the next value was read.
	keyed bool
}

func (w *jsonWalk) offset() int { return w.base + int(w.decoder.InputOffset()) }

func (w *jsonWalk) errorf(format string, args ...any) error {
	return fmt.Errorf("line %d: %s", 1+strings.Count(w.text[:w.offset()], "\n"), fmt.Sprintf(format, args...))
}

// next reads a token.
func (w *jsonWalk) next() error {
	before := w.offset()
	token, err := w.decoder.Token()
	if err != nil {
		return err
	}
	last := &w.path[len(w.path)-1]
	delim, isDelim := token.(stdjson.Delim)
	if isDelim && (delim == '}' || delim == ']') {
		if delim == '}' {
			w.visitor.end(w.path[:len(w.path)-1])
		}
		w.path = w.path[:len(w.path)-1]
		w.keyed = false
		return nil
	}
	if !last.list && !w.keyed {
		last.key, w.keyed = token.(string), true // a key: nothing else may stand here
		return nil
	}
	w.keyed = false
	if last.list {
		last.index++
	}
	switch {
	case isDelim:
		w.path = append(w.path, jsonStep{list: delim == '[', index: -1})
	default:
		if _, ok := token.(string); ok {
			begin := before + strings.IndexByte(w.text[before:], '"') + 1
			w.visitor.text(w.path, document.Span{Start: begin, End: w.offset() - 1})
		}
	}
	return nil
}

// keyList collects the names of the keys whose values are strings.
type keyList struct{ names []string }

func (k *keyList) text(path []jsonStep, _ document.Span) {
	if name := keyOf(path); name != "" && !slices.Contains(k.names, name) && len(k.names) < mostKeys {
		k.names = append(k.names, name)
	}
}

func (*keyList) end([]jsonStep) {}

// mostKeys is how many keys are looked through for known names.
const mostKeys = 1000

// keyOf is the innermost key of a path.
func keyOf(path []jsonStep) string {
	for _, step := range slices.Backward(path) {
		if !step.list {
			return step.key
		}
	}
	return ""
}

// pathOf writes a path as --columns takes it, or, with indexes, for a person. The
// list of all values of the file is left out.
func pathOf(path []jsonStep, indexes bool) string {
	var out strings.Builder
	for _, step := range path[1:] {
		switch {
		case step.list && indexes:
			fmt.Fprintf(&out, "[%d]", step.index)
		case step.list:
			out.WriteString("[]")
		default:
			if out.Len() > 0 {
				out.WriteByte('.')
			}
			out.WriteString(step.key)
		}
	}
	return out.String()
}
