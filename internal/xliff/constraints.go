package xliff

import (
	"regexp"
	"strconv"
	"strings"

	"rectify/internal/markup"
)

func beginFile(c *Conformance, _ markup.Token) error {
	c.general, c.storage = false, false
	return nil
}

func beginUnit(c *Conformance, _ markup.Token) error {
	c.beginContent()
	return nil
}

func endUnit(c *Conformance, o *open) error {
	c.switches = nil
	if c.content().segments == 0 {
		return c.fail(o.at, "<unit> holds no <segment>: put one in")
	}
	if err := c.orders(); err != nil {
		return err
	}
	return c.endContent()
}

func beginMatch(c *Conformance, t markup.Token) error {
	if has(t, markup.XML, "lang") {
		return c.fail(t.Start, "<mtc:match> has xml:lang, which has no place there: put it on its <target>")
	}
	c.beginContent()
	c.reference = t.Get("reference") == "yes"
	return refersToText(c, t)
}

func endMatch(c *Conformance, _ *open) error {
	c.reference = false
	return c.endContent()
}

func beginPart(c *Conformance, t markup.Token) error {
	u := c.content()
	u.parts = append(u.parts, segment{at: t.Start})
	if t.Name == "segment" {
		u.segments++
	}
	return nil
}

func beginSource(c *Conformance, t markup.Token) error {
	c.side = 0
	c.content().last[0].same = false
	c.preserve = c.top().preserve
	return c.speaks(t, c.source, "srcLang")
}

func beginTarget(c *Conformance, t markup.Token) error {
	c.side = 1
	u := c.content()
	u.last[1].same = false
	if c.top().preserve != c.preserve {
		return c.fail(t.Start, "<target> has another xml:space than its <source>: give both the same")
	}
	if c.reference {
		return nil
	}
	if len(c.contents) == 1 {
		p := &u.parts[len(u.parts)-1]
		p.hasTarget, p.at = true, t.Start
		if order := t.Get("order"); order != "" {
			p.order, _ = strconv.Atoi(order) // a number, as its kind says
		}
		if c.target == "" {
			return c.fail(t.Start, "there is a <target>, but <xliff> lacks its trgLang: add it")
		}
	}
	return c.speaks(t, c.target, "trgLang")
}

func endTarget(c *Conformance, o *open) error {
	c.side = 0
	if len(c.contents) == 1 {
		u := c.content()
		u.parts[len(u.parts)-1].translated = o.filled
	}
	return nil
}

// speaks makes sure that a source or target is in the language of the file.
func (c *Conformance) speaks(t markup.Token, language, attribute string) error {
	if own := c.top().lang; own != "" && !strings.EqualFold(own, language) {
		return c.fail(t.Start, "<%s> is in %s, but <xliff> says %s: put its %s or the xml:lang right", t.Name, own, language, attribute)
	}
	return nil
}

// sourceLanguage makes sure that a resource is in the language of the file.
func sourceLanguage(c *Conformance, t markup.Token) error {
	if own := t.In(markup.XML, "lang"); own != "" && !strings.EqualFold(own, c.source) {
		return c.fail(t.Start, "<res:source> is in %s, but <xliff> says %s: put its xml:lang right", own, c.source)
	}
	return nil
}

// explained makes sure that a term has a translation or a definition: its parts 1 and
// 2.
func explained(c *Conformance, o *open) error {
	if o.held&(1<<1|1<<2) == 0 {
		return c.fail(o.at, "%s holds no <gls:translation> and no <gls:definition>: put one in", o.element)
	}
	return nil
}

// isolated makes sure that the end of a code has what its beginning says of both only
// where it has no beginning.
func isolated(c *Conformance, t markup.Token) error {
	if c.top().element.is("ec") && t.Get("isolated") != "yes" {
		return c.fail(t.Start, "<ec> has an attribute that belongs on its <sc>: move it there")
	}
	return nil
}

// profiles notes by which of the standard's own profiles sizes are restricted.
func profiles(c *Conformance, t markup.Token) error {
	c.general = t.Get("generalProfile") == "xliff:codepoints"
	switch t.Get("storageProfile") {
	case "xliff:utf8", "xliff:utf16", "xliff:utf32":
		c.storage = true
	}
	return nil
}

var restriction = regexp.MustCompile(`^(\*|[0-9]+(,([0-9]+|\*))?)$`)

// restricted makes sure that a restriction is one of the standard's own profile, or
// words: tools write there for people, too.
func restricted(c *Conformance, t markup.Token) error {
	size, storage := t.In(sizeSpace, "sizeRestriction"), t.In(sizeSpace, "storageRestriction")
	for _, r := range []struct {
		value string
		ours  bool
	}{{size, c.general}, {storage, c.storage}} {
		if r.ours && strings.ContainsAny(r.value, "0123456789,*") && !restriction.MatchString(r.value) {
			return c.fail(t.Start, "the restriction %q in %s: write *, a whole number, or a lowest and a highest such as 5,80 or 5,*", r.value, c.top().element)
		}
	}
	return nil
}

// sizeData makes sure that the data are there that a size refers to, beside the element
// or beside one around it. Data without ids may have other names for what they hold.
func sizeData(c *Conformance, t markup.Token) error {
	ref := t.In(sizeSpace, "sizeInfoRef")
	scopes := c.scopes[sizeIDs]
	for _, own := range c.top().element.scopes {
		if own == sizeIDs {
			scopes = scopes[:len(scopes)-1]
		}
	}
	known := 0
	for i := range scopes {
		if scopes[i].has(ref) {
			return isolated(c, t)
		}
		known += len(scopes[i].ids)
	}
	if known == 0 {
		return isolated(c, t)
	}
	return c.fail(t.Start, "sizeInfoRef=%q in %s: no <slr:data> before it holds an element of that id: put one in", ref, c.top().element)
}

// oneRule makes sure that a rule says one thing.
func oneRule(c *Conformance, t markup.Token) error {
	own, strange := 0, 0
	for i := range t.Attributes {
		a := &t.Attributes[i]
		switch {
		case a.Space != "":
			strange++
		case a.Name == "isPresent", a.Name == "isNotPresent", a.Name == "startsWith", a.Name == "endsWith":
			own++
		}
	}
	switch {
	case own > 1 || own+strange == 0:
		return c.fail(t.Start, "<val:rule> has one of isPresent, isNotPresent, startsWith and endsWith, or one of another namespace: leave one")
	case t.Get("existsInSource") == "yes" && (own == 0 || has(t, "", "isNotPresent")):
		return c.fail(t.Start, "<val:rule> has existsInSource, which needs isPresent, startsWith or endsWith: add one, or take it out")
	}
	return nil
}

// beginSwitch notes what the segments of a unit are chosen by.
func beginSwitch(c *Conformance, t markup.Token) error {
	c.switches = strings.Fields(t.In(pluralSpace, "switch"))
	return nil
}

// pluralCase is what a number may be.
var pluralCase = regexp.MustCompile(`^([0-9]+(\.[0-9]+)?|zero|one|two|few|many|other)$`)

// switched makes sure that the case of a segment has a value for each variable.
func switched(c *Conformance, t markup.Token) error {
	values := strings.Fields(t.In(pluralSpace, "case"))
	if len(values) != len(c.switches) {
		return c.fail(t.Start, "<segment> has %d values in pgs:case, its unit %d variables in pgs:switch: give each one", len(values), len(c.switches))
	}
	for i, by := range c.switches {
		if numeric := strings.HasPrefix(by, "plural:") || strings.HasPrefix(by, "ordinal:"); numeric && !pluralCase.MatchString(values[i]) {
			return c.fail(t.Start, "%q in pgs:case: for %s it is a number, or one of zero, one, two, few, many, other", values[i], by)
		}
	}
	return nil
}
