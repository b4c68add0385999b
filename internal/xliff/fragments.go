package xliff

import (
	"slices"
	"strings"

	"rectify/internal/markup"
)

// fragment is a place of the file as a fragment identifier names it (XLIFF 2.1, 3):
// "" for what it doesn't name.
type fragment struct {
	file, group, unit string
	// prefix says what the place is: "n" a note, "d" native data, "t" something in a
	// target, "" something in a source or a segment, or that of a module.
	prefix, id string
}

// leaves are the prefixes of the core for what a fragment may end in.
var leaves = []string{"", "n", "d", "t"}

// fragment reads a fragment identifier, and fails on one that breaks the rules.
func (c *Conformance) fragment(t markup.Token, e *element, value string) (fragment, error) {
	var f fragment
	wrong := func(why string) (fragment, error) {
		return f, c.fail(t.Start, "the reference %q in %s %s: write it as #f=file/u=unit/id", value, e, why)
	}
	path := []struct {
		prefix string
		id     *string
	}{{"f", &f.file}, {"g", &f.group}, {"u", &f.unit}}
	for selector := range strings.SplitSeq(strings.TrimPrefix(strings.TrimPrefix(value, "#"), "/"), "/") {
		prefix, id, parted := strings.Cut(selector, "=")
		if !parted {
			prefix, id = "", selector
		}
		if !isName(id) || f.id != "" {
			return wrong("names no one place")
		}
		next := slices.IndexFunc(path, func(p struct {
			prefix string
			id     *string
		},
		) bool {
			return p.prefix == prefix
		})
		switch {
		case next >= 0:
			*path[next].id = id
			path = path[next+1:]
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

// here reports whether the place is in the unit that is open.
func (f fragment) here(c *Conformance) bool {
	for i := range c.open {
		o := &c.open[i]
		switch {
		case o.element.is("unit") && f.unit != "":
			if o.id != f.unit {
				return false
			}
		case o.element.is("file") && f.file != "":
			if o.id != f.file {
				return false
			}
		}
	}
	return f.unit != "" || f.file == "" && f.group == ""
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
		if a.Space != itsSpace || a.Name != "provenanceRecordsRef" && a.Name != "locQualityIssuesRef" {
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
