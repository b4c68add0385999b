package exchange

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"rectify/internal/termbase"
)

// What no termbase or memory comes near. Each bounds what a hostile file can
// ask for: depth the stack, the others memory.
const (
	deepestElement = 64
	mostAttributes = 64
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
	for i := range t.Rows {
		for _, column := range termbase.RowColumns {
			if err := tooLong(*t.Rows[i].Cell(column)); err != nil {
				return Table{}, fmt.Errorf("%s:%d: %w", name, t.Rows[i].Line, err)
			}
		}
	}
	return t, nil
}

// elements hands on every element of a wanted name with all that it holds, in
// the order of the text. The first element of the file decides who takes them.
// No document type may come with declarations of its own, since they can make a
// few bytes a gigabyte; nothing is ever fetched.
func elements(name, text string, root func(string) (func(*element), []string)) error {
	d := xml.NewDecoder(strings.NewReader(text))
	// The text is UTF-8 by now, whatever it says it was.
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	at := func(format string, args ...any) error {
		line, _ := d.InputPos()
		return fmt.Errorf("%s:%d: %s", name, line, fmt.Sprintf(format, args...))
	}
	var visit func(*element)
	wanted := map[string]bool{}
	var open []*element // from the wanted one to the innermost
	depth := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if wrong, ok := errors.AsType[*xml.SyntaxError](err); ok {
			return fmt.Errorf("%s:%d: broken XML: %s; export the file again", name, wrong.Line, wrong.Msg)
		}
		if err != nil {
			return at("broken XML: %v; export the file again", err)
		}
		switch token := token.(type) {
		case xml.Directive:
			if strings.ContainsRune(string(token), '[') {
				return at("the document type declares entities or elements of its own: take the part in brackets out of DOCTYPE")
			}
		case xml.StartElement:
			if depth++; depth > deepestElement {
				return at("elements are nested more than %d deep", deepestElement)
			}
			if depth == 1 && visit == nil {
				var names []string
				if visit, names = root(token.Name.Local); visit == nil {
					return at("<%s> is no glossary: of XML, rectify reads TBX and TMX", token.Name.Local)
				}
				for _, n := range names {
					wanted[n] = true
				}
			}
			if len(open) == 0 && !wanted[token.Name.Local] {
				continue
			}
			e, err := newElement(token)
			if err != nil {
				return at("%v", err)
			}
			e.line, _ = d.InputPos()
			if len(open) > 0 {
				parent := open[len(open)-1]
				parent.children = append(parent.children, e)
			}
			open = append(open, e)
		case xml.EndElement:
			depth--
			if len(open) == 1 {
				visit(open[0])
			}
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if len(open) > 0 {
				parent := open[len(open)-1]
				parent.children = append(parent.children, &element{text: string(token)})
			}
		}
	}
	if visit == nil {
		return fmt.Errorf("%s: an XML file without an element", name)
	}
	return nil
}

func newElement(token xml.StartElement) (*element, error) {
	e := &element{name: token.Name.Local, attributes: map[string]string{}}
	if len(token.Attr) > mostAttributes {
		return nil, fmt.Errorf("<%s> has more than %d attributes", e.name, mostAttributes)
	}
	for _, a := range token.Attr {
		if err := tooLong(a.Value); err != nil {
			return nil, fmt.Errorf("the attribute %s of <%s>: %w", a.Name.Local, e.name, err)
		}
		e.attributes[a.Name.Local] = a.Value
	}
	return e, nil
}
