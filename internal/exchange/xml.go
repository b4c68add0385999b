package exchange

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rectify/internal/markup"
	"rectify/internal/termbase"
)

// mostInEntry is how many elements and pieces of text an entry holds at most, which
// none comes near: it bounds what a hostile file can ask for.
const mostInEntry = 50000

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
	*markup.Reader
	text    string
	root    func(string) (visit func(*element), wanted []string)
	visit   func(*element)
	wanted  []string
	open    []*element // from the wanted one to the innermost
	inside  int        // how many elements and texts the wanted one holds
	lines   int        // before counted
	counted int        // an offset
}

// elements reads the elements of a text, which is UTF-8 by now, whatever it says it
// was.
func elements(name, text string, root func(string) (func(*element), []string)) error {
	r := elementReader{text: text, root: root}
	var err error
	if r.Reader, err = markup.NewReader(text); err == nil {
		err = r.read()
	}
	if broken, ok := errors.AsType[*markup.Error](err); ok {
		return fmt.Errorf("%s:%d: %s", name, broken.Line, broken.Message)
	}
	return err
}

func (r *elementReader) read() error {
	for {
		t, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case t.Kind == markup.Start:
			err = r.start(t)
		case t.Kind == markup.End:
			if len(r.open) == 1 {
				r.visit(r.open[0])
			}
			r.open = r.open[:max(0, len(r.open)-1)]
		case t.Kind == markup.Text:
			err = r.add(t, &element{text: markup.Plain(r.text[t.Start:t.End])})
		case t.Kind == markup.CDATA:
			err = r.add(t, &element{text: r.text[t.Content.Start:t.Content.End]})
		}
		if err != nil {
			return err
		}
	}
}

// start opens an element, if it is wanted or stands in one that is.
func (r *elementReader) start(t markup.Token) error {
	if r.visit == nil {
		if r.visit, r.wanted = r.root(t.Name); r.visit == nil {
			return r.Errorf(t.Start, "<%s> is no glossary: of XML, rectify reads TBX and TMX", t.Name)
		}
	}
	if len(r.open) == 0 && !slices.Contains(r.wanted, t.Name) {
		return nil
	}
	r.lines += strings.Count(r.text[r.counted:t.Start], "\n")
	r.counted = t.Start
	e := &element{name: t.Name, line: 1 + r.lines}
	if len(t.Attributes) > 0 {
		e.attributes = map[string]string{}
	}
	for _, a := range t.Attributes {
		e.attributes[a.Name] = a.Value()
		if err := tooLong(a.Value()); err != nil {
			return r.Errorf(t.Start, "the attribute %s of <%s>: %v", a.Name, t.Name, err)
		}
	}
	if err := r.add(t, e); err != nil {
		return err
	}
	r.open = append(r.open, e)
	return nil
}

// add puts an element that a token begins into the innermost that is open.
func (r *elementReader) add(t markup.Token, e *element) error {
	if len(r.open) == 0 {
		r.inside = 0
		return nil
	}
	if r.inside++; r.inside > mostInEntry {
		return r.Errorf(t.Start, "more than %d elements in one entry", mostInEntry)
	}
	parent := r.open[len(r.open)-1]
	parent.children = append(parent.children, e)
	return nil
}
