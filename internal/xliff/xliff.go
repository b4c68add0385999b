// Package xliff holds XLIFF 2 against the standard (OASIS XLIFF 2.0 to 2.2, core and
// modules): tables of elements and attributes, a small engine that holds every tag
// against them, and a few constraints that no table can say. Of namespaces that the
// standard doesn't know nothing is demanded but where they stand.
package xliff

import (
	"strings"

	"rectify/internal/markup"
)

// The namespaces of the core, and that of the Internationalization Tag Set 2.0.
const (
	Space20 = "urn:oasis:names:tc:xliff:document:2.0"
	Space22 = "urn:oasis:names:tc:xliff:document:2.2"

	SpaceITS = "http://www.w3.org/2005/11/its"
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
		return c.end()
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
		parent := c.top()
		o.lang, o.preserve = parent.lang, parent.preserve
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

func (c *Conformance) end() error {
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
