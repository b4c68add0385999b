package xliff

import (
	"strings"

	"rectify/internal/markup"
)

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

// names are the elements of the part, for a message.
func (p *part) names() string {
	var names []string
	for _, e := range p.elements {
		names = append(names, e.String())
	}
	return strings.Join(names, " and no ")
}
