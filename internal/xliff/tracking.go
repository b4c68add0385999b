package xliff

import "rectify/internal/markup"

// changes are the revisions whose element is still to come.
type changes struct {
	// levels are the elements that hold revisions and are open, the innermost last.
	levels []level
	// said are the properties of the revision that is open.
	said idSet
}

// level is an element that holds revisions: of what stands in it, or in its parts.
type level struct {
	// depth is how deep it lies.
	depth     int
	revisions []revisionsOf
	// came are the elements that revisions may be about, by name, and by name and id.
	came map[instance]*revisable
	ids  map[string]bool
}

// instance is an element by its name and its id; "" for all of the name.
type instance struct{ name, id string }

// revisable is what elements have that revisions may be about.
type revisable struct {
	count, named int
	attributes   idSet
}

// revisionsOf are earlier states of one element.
type revisionsOf struct {
	at int
	of instance
	// properties are what was revised.
	properties []property
}

type property struct {
	name string
	at   int
}

// note notes an element for the revisions that may be about it: beside them, or in one
// beside them.
func (h *changes) note(t markup.Token, e *element, depth int) {
	if !e.vocabulary.isCore() {
		return
	}
	for n := len(h.levels) - 1; n >= 0 && h.levels[n].depth >= depth-2; n-- {
		if l := &h.levels[n]; l.depth < depth {
			l.note(t, e)
		}
	}
}

func (l *level) note(t markup.Token, e *element) {
	id := t.Get("id")
	l.ids[id] = true
	for i, key := range []instance{{e.name, ""}, {e.name, id}} {
		if i > 0 && id == "" {
			return
		}
		r := l.came[key]
		if r == nil {
			r = &revisable{}
			l.came[key] = r
		}
		r.count++
		if id != "" {
			r.named++
		}
		for n := range t.Attributes {
			r.attributes.add(t.Attributes[n].Name)
		}
	}
}

func beginRevisions(c *Conformance, t markup.Token) error {
	depth := len(c.open) - 2 // around <revisions> and <changeTrack>
	if c.open[depth-1].element.is("notes") {
		depth--
	}
	h := &c.changes
	if n := len(h.levels); n == 0 || h.levels[n-1].depth != depth {
		h.levels = append(h.levels, level{depth: depth, came: map[instance]*revisable{}, ids: map[string]bool{}})
	}
	l := &h.levels[len(h.levels)-1]
	l.revisions = append(l.revisions, revisionsOf{at: t.Start, of: instance{t.Get("appliesTo"), t.Get("ref")}})
	return nil
}

func beginRevision(c *Conformance, _ markup.Token) error {
	c.changes.said.reset()
	return nil
}

func item(c *Conformance, t markup.Token) error {
	h, name := &c.changes, t.Get("property")
	if _, fresh := h.said.add(name); !fresh {
		return c.fail(t.Start, "the revision says %s twice: keep one <ctr:item> of it", name)
	}
	l := &h.levels[len(h.levels)-1]
	last := &l.revisions[len(l.revisions)-1]
	last.properties = append(last.properties, property{name, t.Start})
	return nil
}

// revised makes sure that the elements came that the revisions of a file, group or
// unit are about.
func revised(c *Conformance, _ *open) error {
	h := &c.changes
	n := len(h.levels) - 1
	if n < 0 || h.levels[n].depth != len(c.open) {
		return nil
	}
	l := &h.levels[n]
	h.levels = h.levels[:n]
	for _, r := range l.revisions {
		if err := c.isRevised(l, r); err != nil {
			return err
		}
	}
	return nil
}

// isRevised makes sure that an element is there that revisions are about, where that
// can be told: a source, for one, has no id to refer to.
func (c *Conformance) isRevised(l *level, r revisionsOf) error {
	all := l.came[instance{r.of.name, ""}]
	if all == nil {
		return nil
	}
	switch {
	case r.of.id != "" && !l.ids[r.of.id] && all.named > 0:
		return c.fail(r.at, "ref=%q in <ctr:revisions> names nothing beside it: name what was revised", r.of.id)
	case r.of.id == "" && all.count > 1 && all.named > 0:
		return c.fail(r.at, "<ctr:revisions> applies to one of %d <%s>: say in ref to which", all.count, r.of.name)
	}
	about := l.came[r.of]
	for _, p := range r.properties {
		if p.name != "content" && about != nil && !about.attributes.has(p.name) {
			return c.fail(p.at, "property=%q in <ctr:item>: it is content, or an attribute that <%s> has", p.name, r.of.name)
		}
	}
	return nil
}
