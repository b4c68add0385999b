// Package xliff holds XLIFF 2 against the standard (OASIS XLIFF 2.0 to 2.2, core and
// modules): tables of elements and attributes, a small engine that holds every tag
// against them, and a few constraints that no table can say. Of namespaces that the
// standard doesn't know nothing is demanded but where they stand.
package xliff

import (
	"strings"

	"rectify/internal/markup"
)

// The namespaces of the core.
const (
	Space20 = "urn:oasis:names:tc:xliff:document:2.0"
	Space22 = "urn:oasis:names:tc:xliff:document:2.2"
)

// Conformance holds a file of XLIFF 2 against the standard, token by token. Make one
// with [New].
type Conformance struct {
	// space is the namespace of the core in the file.
	space string
	core  *vocabulary
	text  string
	fail  func(offset int, format string, args ...any) error

	open []open
	// beyond is how many elements are open that the standard leaves to others.
	beyond int
	// strange is where their ids are unique.
	strange scope
	scopes  [scopeCount][]idScope
	// source and target are the languages of the file.
	source, target string
	// side is 1 in a target, else 0.
	side int
	// contents are the unit and the candidate that are open.
	contents []content
	// general and storage say that the sizes of the file are those of the standard's
	// own profiles.
	general, storage bool
	// switches are the selectors of the unit.
	switches []string
	// reference says that a candidate is in another language than the file, preserve
	// that the white space of the source that was read last counts.
	reference, preserve bool
	changes             changes
}

// open is an element that is open.
type open struct {
	element *element
	at      int
	// place is the part of its children that was read last, held those that were, a
	// bit each.
	place int
	held  uint16
	// seen are the elements that it holds once.
	seen uint64
	// filled says that something is in it, referred that an attribute stands for that.
	filled, referred bool
	// lang and preserve are xml:lang and xml:space, inherited from around it.
	lang     string
	preserve bool
	id       string
}

// New begins to hold a file against the standard. text is the file, space the
// namespace of its outermost element; fail makes the error of a fault at an offset.
func New(text, space string, fail func(offset int, format string, args ...any) error) *Conformance {
	standard()
	return &Conformance{text: text, space: space, fail: fail, core: vocabularies[Space20]}
}

// Take takes the next token of the file, the start tag of its outermost element
// first. It fails on what the standard forbids.
func (c *Conformance) Take(t markup.Token) error {
	switch t.Kind {
	case markup.Start:
		return c.start(t)
	case markup.End:
		return c.end(t)
	case markup.Text, markup.CDATA:
		return c.characters(t)
	}
	return nil
}

// top is the innermost element that is open.
func (c *Conformance) top() *open { return &c.open[len(c.open)-1] }

func (c *Conformance) characters(t markup.Token) error {
	if c.beyond > 0 || len(c.open) == 0 {
		return nil
	}
	o := c.top()
	if o.element.text && o.filled || isBlank(c.text[t.Content.Start:t.Content.End]) {
		return nil
	}
	o.filled = true
	if !o.element.text {
		return c.fail(t.Start, "text has no place directly in %s: take it out, or put it into the element that it belongs to", o.element)
	}
	return nil
}

func isBlank(text string) bool {
	for i := range len(text) {
		if strings.IndexByte(" \t\r\n", text[i]) < 0 {
			return false
		}
	}
	return true
}

func (c *Conformance) start(t markup.Token) error {
	if c.beyond > 0 {
		c.beyond++
		return c.strangeID(t)
	}
	e, err := c.place(t)
	if err != nil {
		return err
	}
	if e == nil {
		c.beyond, c.strange = 1, c.top().element.strange
		return c.strangeID(t)
	}
	for _, kind := range e.scopes {
		c.begin(kind)
	}
	o := open{element: e, at: t.Start}
	if len(c.open) > 0 {
		around := c.top()
		o.lang, o.preserve = around.lang, around.preserve
	}
	c.open = append(c.open, o)
	if err := c.attributes(t, e); err != nil {
		return err
	}
	c.changes.note(t, e, len(c.open))
	for _, holds := range e.also {
		if err := holds(c, t); err != nil {
			return err
		}
	}
	return nil
}

// place finds what the standard says of an element, and fails if it doesn't belong
// where it stands. It is nil for an element that the standard doesn't know.
func (c *Conformance) place(t markup.Token) (*element, error) {
	e, known := c.lookup(t)
	if len(c.open) == 0 {
		if e == nil || !e.is("xliff") {
			return nil, c.fail(t.Start, "the outermost element of XLIFF 2 is <xliff>, not <%s>", t.Name)
		}
		return e, nil
	}
	o := c.top()
	o.filled = true
	parent := o.element
	if known && e == nil {
		return nil, c.fail(t.Start, "XLIFF 2 knows no element <%s> there in %s: take it out, or put it into a namespace of its own", t.Name, parent)
	}
	late := false
	for i := range parent.parts {
		p := &parent.parts[i]
		takes, ours := p.takes(parent, e)
		switch bit := uint16(1) << i; {
		case !takes:
		case i < o.place:
			late = true
		case o.held&bit != 0 && !p.many:
			return nil, c.fail(t.Start, "%s holds more than one %s: keep one", parent, tag(e, t))
		case !ours:
			o.place, o.held = i, o.held|bit
			return nil, nil
		default:
			o.place, o.held = i, o.held|bit
			return e, c.once(o, e, t)
		}
	}
	if late {
		return nil, c.fail(t.Start, "%s stands too late in %s: move it up", tag(e, t), parent)
	}
	if e == nil {
		return nil, c.fail(t.Start, "<%s> of another namespace has no place in %s: move or take it out", t.Name, parent)
	}
	return nil, c.fail(t.Start, "%s has no place in %s: move or take it out", e, parent)
}

// once fails if an element that its parent holds once is there again.
func (c *Conformance) once(o *open, e *element, t markup.Token) error {
	if e.bit == 0 {
		return nil
	}
	if o.seen&e.bit != 0 {
		return c.fail(t.Start, "%s holds more than one %s: keep one", o.element, e)
	}
	o.seen |= e.bit
	return nil
}

// takes reports whether an element may stand in the part, and whether it is held
// against the tables there.
func (p *part) takes(parent, e *element) (takes, ours bool) {
	if p.other {
		if e == nil || parent.mayHold(e) {
			return true, e != nil
		}
		return !parent.vocabulary.isCore(), false
	}
	for _, known := range p.elements {
		if known == e {
			return true, true
		}
	}
	return false, false
}

// lookup finds an element in the tables, and tells whether they know its namespace. An
// element of the core that the core doesn't know counts as one of the module that it
// stands in: its prefix was left out.
func (c *Conformance) lookup(t markup.Token) (e *element, known bool) {
	if t.Space != c.space {
		v := vocabularies[t.Space]
		if v == nil || v.isCore() {
			return nil, false
		}
		return v.elements[t.Name], len(v.elements) > 0
	}
	if e := c.core.elements[t.Name]; e != nil || len(c.open) == 0 {
		return e, true
	}
	return c.top().element.vocabulary.elements[t.Name], true
}

// tag is an element for a message.
func tag(e *element, t markup.Token) string {
	if e != nil {
		return e.String()
	}
	return "<" + t.Name + ">"
}

// strangeID takes the id of an element that the standard doesn't know.
func (c *Conformance) strangeID(t markup.Token) error {
	if c.strange == nowhere {
		return nil
	}
	id := t.Get("id")
	if id == "" {
		id = t.In(markup.XML, "id")
	}
	if id == "" {
		return nil
	}
	return c.taken(c.strange, id, nil, t)
}

func (c *Conformance) end(t markup.Token) error {
	if c.beyond > 0 {
		c.beyond--
		return nil
	}
	o := c.top()
	e := o.element
	for i := range e.parts {
		if p := &e.parts[i]; p.must && o.held&(1<<i) == 0 {
			return c.fail(o.at, "%s holds no %s: put one in", e, p.names())
		}
	}
	if e.either != "" && o.filled == o.referred {
		return c.fail(o.at, "%s has either an %s or content: leave one of them", e, e.either)
	}
	for _, holds := range e.ends {
		if err := holds(c, o); err != nil {
			return err
		}
	}
	for _, kind := range e.scopes {
		if err := c.finish(kind); err != nil {
			return err
		}
	}
	c.open = c.open[:len(c.open)-1]
	return nil
}

// names are the elements of the part, for a message.
func (p *part) names() string {
	var names []string
	for _, e := range p.elements {
		names = append(names, e.String())
	}
	return strings.Join(names, " and no ")
}
