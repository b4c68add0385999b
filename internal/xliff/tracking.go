package xliff

import (
	"slices"

	"rectify/internal/markup"
)

// changes are the revisions whose element is still to come, and the elements that
// came.
type changes struct {
	revisions []revisionsOf
	came      []instance
	// said are the properties of the revision that is open.
	said []string
}

// revisionsOf are earlier states of one element.
type revisionsOf struct {
	at int
	// inside is how deep the element lies that they stand in.
	inside         int
	appliesTo, ref string
	properties     []property
}

type property struct {
	name string
	at   int
}

// instance is an element that revisions may be about.
type instance struct {
	depth      int
	name, id   string
	attributes []string
}

// note notes an element, as long as revisions wait for one.
func (h *changes) note(t markup.Token, e *element, depth int) {
	if len(h.revisions) == 0 || !e.vocabulary.isCore() {
		return
	}
	i := instance{depth: depth, name: e.name, id: t.Get("id")}
	for n := range t.Attributes {
		i.attributes = append(i.attributes, t.Attributes[n].Name)
	}
	h.came = append(h.came, i)
}

func beginRevisions(c *Conformance, t markup.Token) error {
	inside := len(c.open) - 2 // around <revisions> and <changeTrack>
	if c.open[inside-1].element.is("notes") {
		inside--
	}
	c.changes.revisions = append(c.changes.revisions, revisionsOf{at: t.Start, inside: inside, appliesTo: t.Get("appliesTo"), ref: t.Get("ref")})
	return nil
}

func beginRevision(c *Conformance, _ markup.Token) error {
	c.changes.said = c.changes.said[:0]
	return nil
}

func item(c *Conformance, t markup.Token) error {
	h, name := &c.changes, t.Get("property")
	if slices.Contains(h.said, name) {
		return c.fail(t.Start, "the revision says %s twice: keep one <ctr:item> of it", name)
	}
	h.said = append(h.said, name)
	last := &h.revisions[len(h.revisions)-1]
	last.properties = append(last.properties, property{name, t.Start})
	return nil
}

// revised makes sure that the elements came that the revisions of a file, group or
// unit are about.
func revised(c *Conformance, _ *open) error {
	h := &c.changes
	for len(h.revisions) > 0 {
		last := h.revisions[len(h.revisions)-1]
		if last.inside != len(c.open) {
			return nil
		}
		if err := c.isRevised(last); err != nil {
			return err
		}
		h.revisions = h.revisions[:len(h.revisions)-1]
	}
	h.came = h.came[:0]
	return nil
}

// isRevised makes sure that an element is there that revisions are about: beside them,
// or in one beside them.
func (c *Conformance) isRevised(r revisionsOf) error {
	var about []instance
	known, named, possible := false, 0, false
	for _, i := range c.changes.came {
		if i.depth <= r.inside || i.depth > r.inside+2 {
			continue
		}
		known = known || r.ref != "" && i.id == r.ref
		possible = possible || i.name == r.appliesTo && i.id != ""
		if i.name == r.appliesTo && (r.ref == "" || i.id == r.ref) {
			about = append(about, i)
			if i.id != "" {
				named++
			}
		}
	}
	switch {
	case r.ref != "" && !known && possible:
		return c.fail(r.at, "ref=%q in <ctr:revisions> names nothing beside it: name what was revised", r.ref)
	case r.ref == "" && len(about) > 1 && named > 0:
		return c.fail(r.at, "<ctr:revisions> applies to one of %d <%s>: say in ref to which", len(about), r.appliesTo)
	}
	for _, p := range r.properties {
		has := func(i instance) bool { return slices.Contains(i.attributes, p.name) }
		if p.name != "content" && len(about) > 0 && !slices.ContainsFunc(about, has) {
			return c.fail(p.at, "property=%q in <ctr:item>: it is content, or an attribute that <%s> has", p.name, r.appliesTo)
		}
	}
	return nil
}
