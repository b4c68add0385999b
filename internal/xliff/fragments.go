package xliff

import (
	"slices"
	"strings"

	"rectify/internal/markup"
)

// fragment is a place of the file as a fragment identifier names it (XLIFF 2.1, 3):
// "" for what it doesn't name.
type fragment struct {
	// around are the ids of the file, the group and the unit that it lies in.
	around [len(around)]string
	// prefix says what the place is: "n" a note, "d" native data, "t" something in a
	// target, "" something in a source or a segment, or that of a module.
	prefix, id string
}

// around are the elements that a fragment may name before its place, by their
// prefixes, in the order in which it has to.
var around = [...]struct{ prefix, element string }{{"f", "file"}, {"g", "group"}, {"u", "unit"}}

// leaves are the prefixes of the core for what a fragment may end in.
var leaves = []string{"", "n", "d", "t"}

// fragment reads a fragment identifier, and fails on one that breaks the rules.
func (c *Conformance) fragment(t markup.Token, e *element, value string) (fragment, error) {
	var f fragment
	wrong := func(why string) (fragment, error) {
		return f, c.fail(t.Start, "the reference %q in %s %s: write it as #f=file/u=unit/id", value, e, why)
	}
	first := 0 // of those that may still stand around it
	for selector := range strings.SplitSeq(strings.TrimPrefix(strings.TrimPrefix(value, "#"), "/"), "/") {
		prefix, id, parted := strings.Cut(selector, "=")
		if !parted {
			prefix, id = "", selector
		}
		if !isName(id) || f.id != "" {
			return wrong("names no one place")
		}
		n := first
		for n < len(around) && around[n].prefix != prefix {
			n++
		}
		switch {
		case n < len(around):
			f.around[n], first = id, n+1
		case slices.Contains(leaves, prefix), isModule(prefix):
			f.prefix, f.id = prefix, id
		default:
			return wrong("has " + prefix + "= where it has no place or no meaning")
		}
	}
	return f, nil
}

func isModule(prefix string) bool {
	for _, v := range vocabularies {
		if v.prefix == prefix && !v.isCore() {
			return true
		}
	}
	return prefix == "tbx"
}

// here reports whether the place is in the unit that is open: it names that, or
// nothing around it.
func (f fragment) here(c *Conformance) bool {
	if f.around[len(around)-1] == "" {
		return f.around == [len(around)]string{}
	}
	for i := range c.open {
		for n, id := range f.around {
			o := &c.open[i]
			// Groups stand in groups: any of them may be named.
			if id != "" && around[n].element != "group" && o.element.is(around[n].element) && o.id != id {
				return false
			}
		}
	}
	return true
}

// comment makes sure that a comment says something, once, or that a note of the unit
// does.
func comment(c *Conformance, t markup.Token) error {
	if t.Get("type") != "comment" {
		return nil
	}
	e, ref := c.top().element, t.Get("ref")
	if (t.Get("value") == "") == (ref == "") {
		return c.fail(t.Start, "%s is a comment, which has either a value or a ref: leave one of them", e)
	}
	if ref == "" {
		return nil
	}
	if !strings.HasPrefix(ref, "#") {
		return c.fail(t.Start, "the comment refers to %q, which is no note of the unit: write it as #n=id", ref)
	}
	f, err := c.fragment(t, e, ref)
	if err == nil && (f.prefix != "n" || !f.here(c)) {
		err = c.fail(t.Start, "the comment refers to %q, which is no note of the unit: write it as #n=id", ref)
	}
	if err == nil {
		c.refer(noteIDs, f.id, t.Start, "no <note>")
	}
	return err
}

// refersToText makes sure that a reference is one to text of the unit.
func refersToText(c *Conformance, t markup.Token) error {
	ref, e := t.Get("ref"), c.top().element
	if ref == "" && !has(t, "", "ref") {
		return nil
	}
	place := ref
	if id, odd := strings.CutPrefix(ref, "t=#"); odd {
		place = "#t=" + id // as an example of the standard has it
	}
	if !strings.HasPrefix(place, "#") {
		return c.fail(t.Start, "ref=%q in %s is no place in the file: write #%s", ref, e, ref)
	}
	f, err := c.fragment(t, e, place)
	if err != nil {
		return err
	}
	kind := sourceIDs
	if f.prefix == "t" {
		kind = targetIDs
	}
	if f.id == "" || f.prefix != "" && f.prefix != "t" || !f.here(c) {
		return c.fail(t.Start, "ref=%q in %s names no text of the unit: name a segment, or a mark or code in one", ref, e)
	}
	// That of the unit, even inside a candidate, which has ids of its own.
	unit := &c.scopes[kind][0]
	unit.referred = append(unit.referred, reference{f.id, t.Start, "no text"})
	return nil
}

// inRecords makes sure that the records are there that an attribute of ITS names.
func inRecords(c *Conformance, t markup.Token) error {
	for i := range t.Attributes {
		a := &t.Attributes[i]
		if a.Space != SpaceITS || a.Name != "provenanceRecordsRef" && a.Name != "locQualityIssuesRef" {
			continue
		}
		if f, err := c.fragment(t, c.top().element, a.Value()); err != nil {
			return err
		} else if f.prefix == "its" {
			c.refer(recordIDs, f.id, t.Start, "no record of ITS")
		}
	}
	return nil
}
