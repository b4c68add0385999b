package xliff

import (
	"cmp"
	"strings"

	"rectify/internal/markup"
)

// content is what the codes and marks of a unit, or of a candidate, come to.
type content struct {
	parts    []segment
	segments int
	// begun are the ids of codes and marks that begin and end by themselves, begins
	// the beginnings; for the sources and for the targets.
	begun  [2]idSet
	begins [2][]begin
	// copies are the codes that others copy, uncopied those that may not be.
	copies   []reference
	uncopied idSet
	// kept are the codes of the sources that may not be deleted.
	kept []keptCode
	// last is what went before in the sources and in the targets, fixed are the codes
	// whose order is fixed, behind what each stands in the source.
	last   [2]neighbour
	fixed  idSet
	behind []neighbour
}

// segment is a part of a unit.
type segment struct {
	at, order  int
	translated bool
	hasTarget  bool
}

// begin is the beginning of a code, or of a mark.
type begin struct {
	at              int
	element         *element
	isolated, ended bool
	can             [len(paired)]string
}

// keptCode is a code that its translation has to have.
type keptCode struct {
	id       string
	at, part int
	tag      *element
}

// neighbour is the beginning or the end of a code.
type neighbour struct {
	id    string
	end   bool
	fixed bool
	// same says that it stands in the same source, or target.
	same bool
}

// paired are the attributes that both ends of a code have alike.
var paired = [...]string{"canCopy", "canDelete", "canOverlap", "canReorder"}

const reorder = 3 // the place of canReorder among them

func (c *Conformance) content() *content { return &c.contents[len(c.contents)-1] }

// beginContent opens a unit or a candidate.
func (c *Conformance) beginContent() {
	if n := len(c.contents); n < cap(c.contents) {
		c.contents = c.contents[:n+1]
		c.content().reset()
	} else {
		c.contents = append(c.contents, content{})
	}
}

func (u *content) reset() {
	u.parts, u.segments, u.copies, u.kept, u.behind = u.parts[:0], 0, u.copies[:0], u.kept[:0], u.behind[:0]
	for side := range 2 {
		u.begun[side].reset()
		u.begins[side] = u.begins[side][:0]
		u.last[side] = neighbour{}
	}
	u.uncopied.reset()
	u.fixed.reset()
}

// subTypes are the sub-types that the standard itself has, by type.
var subTypes = map[string]string{"xlf:lb": "fmt", "xlf:pb": "fmt", "xlf:b": "fmt", "xlf:i": "fmt", "xlf:u": "fmt", "xlf:var": "ui"}

// subType makes sure that a sub-type of the standard goes with its type.
func subType(c *Conformance, t markup.Token) error {
	sub := t.Get("subType")
	if strings.HasPrefix(sub, "xlf:") && subTypes[sub] != t.Get("type") || sub == "" && has(t, "", "subType") {
		return c.fail(t.Start, "subType=%q in %s doesn't go with type=%q: choose one that does", sub, c.top().element, t.Get("type"))
	}
	return nil
}

// copied notes what may be copied, and what is.
func copied(c *Conformance, t markup.Token) error {
	u := c.content()
	if from := t.Get("copyOf"); from != "" {
		u.copies = append(u.copies, reference{id: from, at: t.Start})
	}
	id := t.Get("id")
	if t.Get("canCopy") == "no" && id != "" {
		u.uncopied.add(id)
	}
	if t.Get("canDelete") == "no" && id != "" && c.side == 0 && len(c.contents) == 1 {
		u.kept = append(u.kept, keptCode{id, t.Start, len(u.parts) - 1, c.top().element})
	}
	return nil
}

// beginPair takes the beginning of a code or a mark that ends elsewhere.
func beginPair(c *Conformance, t markup.Token) error {
	b := begin{at: t.Start, element: c.top().element, isolated: t.Get("isolated") == "yes"}
	for i, name := range paired {
		b.can[i] = t.Get(name)
	}
	if b.can[reorder] == "firstNo" {
		b.can[reorder] = "no" // the end isn't the first of its sequence
	}
	u := c.content()
	u.begun[c.side].add(t.Get("id"))
	u.begins[c.side] = append(u.begins[c.side], b)
	return nil
}

// endPair takes the end of a code or of a mark.
func endPair(c *Conformance, t markup.Token) error {
	e, from, isolated := c.top().element, t.Get("startRef"), t.Get("isolated") == "yes"
	switch {
	case isolated && (t.Get("id") == "" || from != ""):
		return c.fail(t.Start, "%s that is isolated has an id and no startRef: put that right", e)
	case isolated:
		return nil
	case from == "":
		return c.fail(t.Start, "%s lacks its startRef: name the beginning, or say isolated=\"yes\"", e)
	}
	u := c.content()
	n := u.begun[c.side].find(from)
	if n < 0 || u.begins[c.side][n].element.name[1] != e.name[1] {
		return c.fail(t.Start, "%s ends %q, which doesn't begin before it: name what it ends", e, from)
	}
	b := &u.begins[c.side][n]
	for i, name := range paired {
		if b.can[i] != t.Get(name) {
			return c.fail(t.Start, "%s differs from its beginning in %s: give both the same", e, name)
		}
	}
	if b.isolated {
		return c.fail(t.Start, "%s ends %q, which says that it is isolated: take that out", e, from)
	}
	b.ended = true
	return nil
}

// ordered holds a code against the order that is fixed for it: a sequence begins with
// firstNo, goes on with no, and is the same in the target.
func ordered(c *Conformance, t markup.Token) error {
	u, o := c.content(), c.top()
	id, end := t.Get("id"), false
	if o.element.name == "ec" && id == "" {
		id, end = t.Get("startRef"), true
	}
	may := t.Get("canReorder")
	now := neighbour{id: id, end: end, fixed: may == "no" || may == "firstNo", same: true}
	before := u.last[c.side]
	u.last[c.side], o.id = now, id
	if !now.fixed {
		return nil
	}
	if t.Get("canCopy") != "no" || t.Get("canDelete") != "no" {
		return c.fail(t.Start, "%s says canReorder=%q: then canCopy and canDelete are no as well", o.element, may)
	}
	if may == "firstNo" {
		return nil
	}
	if !before.fixed && (c.side == 0 || before.same) {
		return c.fail(t.Start, "%s says canReorder=\"no\", but no code before it says firstNo: let the first of the sequence say so", o.element)
	}
	if end {
		id += "/" // no name has one
	}
	if c.side == 0 {
		if _, fresh := u.fixed.add(id); fresh {
			u.behind = append(u.behind, before)
		}
	} else if n := u.fixed.find(id); n >= 0 && before.same && u.behind[n].same {
		if was := u.behind[n]; was.id != before.id || was.end != before.end {
			return c.fail(t.Start, "%s stands elsewhere than in the source, but may not be reordered: put it behind what it follows there", o.element)
		}
	}
	return nil
}

// endSpan takes the end of a code that holds text.
func endSpan(c *Conformance, o *open) error {
	u := c.content()
	fixed := u.last[c.side].fixed
	u.last[c.side] = neighbour{id: o.id, end: true, fixed: fixed, same: true}
	return nil
}

// endContent makes sure that everything is there that the codes refer to, and closes
// a unit or a candidate.
func (c *Conformance) endContent() error {
	u := c.content()
	for _, r := range u.copies {
		if u.uncopied.has(r.id) || !c.in(sourceIDs).has(r.id) && !c.in(targetIDs).has(r.id) {
			return c.fail(r.at, "no code %q that may be copied is in the unit: name one in copyOf, or take that out", r.id)
		}
	}
	var first *begin
	for side := range u.begins {
		for i := range u.begins[side] {
			if b := &u.begins[side][i]; !b.ended && !b.isolated && (first == nil || b.at < first.at) {
				first = b
			}
		}
	}
	if first != nil {
		return c.fail(first.at, "the %s here never ends in its unit: end it, or say isolated=\"yes\"", first.element)
	}
	for _, k := range u.kept {
		if u.parts[k.part].translated && !c.in(targetIDs).has(k.id) {
			return c.fail(u.parts[k.part].at, "the translation lacks the %s %q of its source, which may not be deleted: put it in", k.tag, k.id)
		}
	}
	c.contents = c.contents[:len(c.contents)-1]
	return nil
}

// orders makes sure that each target of the unit has a place of its own.
func (c *Conformance) orders() error {
	u := c.content()
	taken := make(map[int]bool, len(u.parts))
	for i, p := range u.parts {
		order := cmp.Or(p.order, i+1)
		if p.hasTarget && taken[order] {
			return c.fail(p.at, "two targets of the unit are number %d: give one another order", order)
		}
		if order > len(u.parts) {
			return c.fail(p.at, "order=\"%d\" in a unit of %d parts: give it a number up to that", order, len(u.parts))
		}
		taken[order] = true
	}
	return nil
}
