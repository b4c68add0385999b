package exchange

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rectify/internal/termbase"
)

// What no termbase or memory comes near. Each bounds what a hostile file can
// ask for: depth the stack, the others memory.
const (
	deepestElement = 64
	mostAttributes = 64
	mostInEntry    = 50000 // elements and pieces of text
)

// element is an XML element with what it holds; a piece of text is one without
// a name.
type element struct {
	name, text string
	attributes map[string]string
	children   []*element
	line       int
}

// content is the text of an element and of all inside it.
func (e *element) content() string {
	var out strings.Builder
	var write func(*element)
	write = func(e *element) {
		out.WriteString(e.text)
		for _, c := range e.children {
			write(c)
		}
	}
	write(e)
	return clean(out.String())
}

// readXML reads a termbase or a translation memory; its first element tells
// which.
func readXML(name, text string) (Table, error) {
	tbx := newTBXReader(name)
	var tmx tmxReader
	var finish func() Table
	err := elements(name, text, func(root string) (visit func(*element), wanted []string) {
		switch strings.ToLower(root) {
		case "tbx", "martif":
			finish = tbx.table
			return tbx.visit, tbxWanted
		case "tmx":
			finish = tmx.table
			tmx.name = name
			return tmx.visit, []string{"tu"}
		}
		return nil, nil
	})
	if err != nil {
		return Table{}, err
	}
	t := finish()
	if len(t.Rows) > mostRows {
		return Table{}, fmt.Errorf("%s: more than %d terms: part it", name, mostRows)
	}
	for i := range t.Rows {
		for _, column := range termbase.RowColumns {
			if err := tooLong(*t.Rows[i].Cell(column)); err != nil {
				return Table{}, fmt.Errorf("%s:%d: %w", name, t.Rows[i].Line, err)
			}
		}
	}
	return t, nil
}

// elementReader hands on every element of a wanted name with all that it holds,
// in the order of the text. The first element of the file decides who takes
// them.
type elementReader struct {
	name    string
	decoder *xml.Decoder
	root    func(string) (visit func(*element), wanted []string)
	visit   func(*element)
	wanted  []string
	open    []*element // from the wanted one to the innermost
	depth   int
	inside  int // how many elements and texts the wanted one holds
}

// elements reads the elements of a text. No document type may come with
// declarations of its own, since they can make a few bytes a gigabyte; nothing
// is ever fetched.
func elements(name, text string, root func(string) (func(*element), []string)) error {
	r := elementReader{name: name, decoder: xml.NewDecoder(strings.NewReader(text)), root: root}
	// The text is UTF-8 by now, whatever it says it was.
	r.decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		token, err := r.decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if wrong, ok := errors.AsType[*xml.SyntaxError](err); ok {
			return fmt.Errorf("%s:%d: broken XML: %s; export the file again", name, wrong.Line, wrong.Msg)
		}
		if err != nil {
			return r.errorf("broken XML: %v; export the file again", err)
		}
		if err := r.take(token); err != nil {
			return err
		}
	}
	if r.visit == nil {
		return fmt.Errorf("%s: an XML file without an element", name)
	}
	return nil
}

// errorf makes an error that names the line that the decoder has reached.
func (r *elementReader) errorf(format string, args ...any) error {
	line, _ := r.decoder.InputPos()
	return fmt.Errorf("%s:%d: %s", r.name, line, fmt.Sprintf(format, args...))
}

func (r *elementReader) take(token xml.Token) error {
	switch token := token.(type) {
	case xml.Directive:
		if strings.ContainsRune(string(token), '[') {
			return r.errorf("the document type declares entities or elements of its own: take the part in brackets out of DOCTYPE")
		}
	case xml.StartElement:
		return r.start(token)
	case xml.EndElement:
		r.depth--
		if len(r.open) == 1 {
			r.visit(r.open[0])
		}
		if len(r.open) > 0 {
			r.open = r.open[:len(r.open)-1]
		}
	case xml.CharData:
		return r.add(&element{text: string(token)})
	}
	return nil
}

// start opens an element, if it is wanted or stands in one that is.
func (r *elementReader) start(token xml.StartElement) error {
	if r.depth++; r.depth > deepestElement {
		return r.errorf("elements are nested more than %d deep", deepestElement)
	}
	if r.visit == nil {
		if r.visit, r.wanted = r.root(token.Name.Local); r.visit == nil {
			return r.errorf("<%s> is no glossary: of XML, rectify reads TBX and TMX", token.Name.Local)
		}
	}
	if len(r.open) == 0 && !slices.Contains(r.wanted, token.Name.Local) {
		return nil
	}
	e, err := newElement(token)
	if err != nil {
		return r.errorf("%v", err)
	}
	e.line, _ = r.decoder.InputPos()
	if err := r.add(e); err != nil {
		return err
	}
	r.open = append(r.open, e)
	return nil
}

// add puts an element into the innermost that is open.
func (r *elementReader) add(e *element) error {
	if len(r.open) == 0 {
		r.inside = 0
		return nil
	}
	if r.inside++; r.inside > mostInEntry {
		return r.errorf("more than %d elements in one entry", mostInEntry)
	}
	parent := r.open[len(r.open)-1]
	parent.children = append(parent.children, e)
	return nil
}

func newElement(token xml.StartElement) (*element, error) {
	e := &element{name: token.Name.Local}
	if len(token.Attr) > mostAttributes {
		return nil, fmt.Errorf("<%s> has more than %d attributes", e.name, mostAttributes)
	}
	for _, a := range token.Attr {
		if err := tooLong(a.Value); err != nil {
			return nil, fmt.Errorf("the attribute %s of <%s>: %w", a.Name.Local, e.name, err)
		}
		if e.attributes == nil {
			e.attributes = map[string]string{}
		}
		e.attributes[a.Name.Local] = a.Value
	}
	return e, nil
}
