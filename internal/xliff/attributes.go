package xliff

import (
	"strings"

	"rectify/internal/markup"
)

// attributes holds those of a start tag against the tables.
func (c *Conformance) attributes(t markup.Token, e *element) error {
	for i := range t.Attributes {
		if err := c.attribute(t, e, &t.Attributes[i]); err != nil {
			return err
		}
	}
	for i := range e.list {
		if a := &e.list[i]; a.must && !has(t, a.space, a.name) {
			return c.fail(t.Start, "%s lacks its %s: add it", e, a.name)
		}
	}
	for _, s := range e.sets {
		n := 0
		for _, name := range s.names {
			if has(t, "", name) {
				n++
			}
		}
		if n == 0 || s.only && n > 1 {
			return c.fail(t.Start, "%s has none of %s, or too many of them", e, strings.Join(s.names, ", "))
		}
	}
	return nil
}

func has(t markup.Token, space, name string) bool {
	for i := range t.Attributes {
		if a := &t.Attributes[i]; a.Name == name && a.Space == space {
			return true
		}
	}
	return false
}

func (c *Conformance) attribute(t markup.Token, e *element, a *markup.Attribute) error {
	known := e.attribute(a)
	value := a.Value()
	c.inherit(a, value, e)
	if known == nil {
		return c.strangeAttribute(t, e, a)
	}
	if k := &known.kind; k.holds != nil && !k.holds(value) {
		return c.fail(t.Start, "%s=%q in %s: it has to be %s", known.name, value, e, k.wants)
	} else if k.refers != nowhere {
		c.refer(k.refers, value, t.Start, names[k.refers])
	} else if k.fragment && strings.HasPrefix(value, "#") {
		if _, err := c.fragment(t, e, value); err != nil {
			return err
		}
	}
	if known.name == "id" && e.scope != nowhere {
		c.top().id = value
		if err := c.taken(e.scope, value, e, t); err != nil {
			return err
		}
	}
	for _, other := range known.needs {
		if !has(t, known.space, other) {
			return c.fail(t.Start, "%s has %s without %s: add it, or take out the first", e, known.name, other)
		}
	}
	for _, other := range known.excludes {
		if has(t, known.space, other) {
			return c.fail(t.Start, "%s has both %s and %s: leave one of them", e, known.name, other)
		}
	}
	if known.also != nil {
		return known.also(c, t)
	}
	return nil
}

// names say of what an id should be that an attribute refers to.
var names = [scopeCount]string{dataIDs: "no <data>", unitIDs: "no <unit>"}

// inherit notes what holds for all that an element holds.
func (c *Conformance) inherit(a *markup.Attribute, value string, e *element) {
	o := c.top()
	switch {
	case a.Name == e.either && a.Space == "":
		o.referred = value != ""
	case a.Space != markup.XML:
		if e.is("xliff") && a.Space == "" {
			c.languages(a.Name, value)
		}
	case a.Name == "lang":
		o.lang = value
	case a.Name == "space":
		o.preserve = value == "preserve"
	}
}

func (c *Conformance) languages(name, value string) {
	switch name {
	case "srcLang":
		c.source = value
	case "trgLang":
		c.target = value
	}
}

// strangeAttribute fails on an attribute that may not stand on an element.
func (c *Conformance) strangeAttribute(t markup.Token, e *element, a *markup.Attribute) error {
	switch v := vocabularies[a.Space]; {
	case a.Space == "" || a.Space == c.space:
		return c.fail(t.Start, "%s has an unknown attribute %s: take it out, or put it into a namespace of its own", e, a.Name)
	case v != nil:
		return c.fail(t.Start, "%s has an attribute %s:%s, which has no place there: take it out", e, v.prefix, a.Name)
	case e.extended, a.Space == markup.XML, strings.HasPrefix(a.Space, modulePrefix):
		return nil
	}
	return c.fail(t.Start, "%s has an attribute %s of another namespace: take it out", e, a.Name)
}

// modulePrefix is how the namespaces of modules begin, those to come included.
const modulePrefix = "urn:oasis:names:tc:xliff:"
