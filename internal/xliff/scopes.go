package xliff

import (
	"hash/maphash"
	"slices"
	"strings"

	"rectify/internal/markup"
)

// scope is where an id has to be unique, and where what refers to it looks for it.
type scope uint8

const (
	nowhere scope = iota
	fileIDs
	groupIDs
	unitIDs
	noteIDs
	dataIDs
	// sourceIDs are those of segments and of what is in their sources, targetIDs those
	// of what is in targets; textIDs stands for the one or the other.
	sourceIDs
	targetIDs
	textIDs
	matchIDs
	termIDs
	metaIDs
	resourceIDs
	// recordIDs are those of issues and of provenance that ITS keeps apart.
	recordIDs
	// sizeIDs are those in what a profile knows of sizes, otherIDs those of elements
	// that the standard doesn't know.
	sizeIDs
	otherIDs
	scopeCount
)

// idSet are ids in the order in which they came; quick for few, and for many.
type idSet struct {
	ids []string
	// table finds one of many: the numbers of ids, counted from 1, from the place on
	// that their hash gives. Twice as long as the list has room.
	table   []uint32
	entered int // how many stand in the table
}

const few = 12

var seed = maphash.MakeSeed()

// add takes an id, and tells its number; fresh is false for one that is there already.
func (s *idSet) add(id string) (number int, fresh bool) {
	if number = s.find(id); number >= 0 {
		return number, false
	}
	if len(s.ids) == cap(s.ids) {
		s.ids = append(make([]string, 0, max(few, 2*cap(s.ids))), s.ids...)
	}
	s.ids = append(s.ids, id)
	if size := 2 * cap(s.ids); len(s.table) < size && len(s.ids) > few {
		s.table, s.entered = make([]uint32, size), 0
	}
	for ; len(s.ids) > few && s.entered < len(s.ids); s.entered++ {
		s.enter(s.entered)
	}
	return len(s.ids) - 1, true
}

// enter puts the number of an id into the table.
func (s *idSet) enter(number int) {
	at := s.begin(s.ids[number])
	for s.table[at] != 0 {
		at = (at + 1) % len(s.table)
	}
	s.table[at] = uint32(number) + 1
}

func (s *idSet) begin(id string) int {
	return int(maphash.String(seed, id) % uint64(len(s.table)))
}

// find is the number of an id, -1 if it isn't there.
func (s *idSet) find(id string) int {
	if len(s.ids) <= few {
		return slices.Index(s.ids, id)
	}
	for at := s.begin(id); s.table[at] != 0; at = (at + 1) % len(s.table) {
		if n := int(s.table[at]) - 1; s.ids[n] == id {
			return n
		}
	}
	return -1
}

func (s *idSet) has(id string) bool { return s.find(id) >= 0 }

func (s *idSet) reset() {
	clear(s.ids)
	s.ids = s.ids[:0]
	if s.entered > 0 {
		clear(s.table)
		s.entered = 0
	}
}

// idScope are the ids of a scope that is open, and what refers to them.
type idScope struct {
	idSet
	referred []reference
}

// reference is where an id is referred to.
type reference struct {
	id string
	at int
	// called says of what the id should be, and that there is none.
	called string
}

// begin opens a scope.
func (c *Conformance) begin(kind scope) {
	stack := c.scopes[kind]
	if len(stack) < cap(stack) {
		stack = stack[:len(stack)+1]
	} else {
		stack = append(stack, idScope{})
	}
	c.scopes[kind] = stack
}

// finish closes a scope, and fails if something refers to an id that isn't in it.
func (c *Conformance) finish(kind scope) error {
	stack := c.scopes[kind]
	s := &stack[len(stack)-1]
	for _, r := range s.referred {
		switch {
		case s.has(r.id):
		case kind == recordIDs && len(stack) > 1:
			outer := &stack[len(stack)-2]
			outer.referred = append(outer.referred, r)
		default:
			return c.fail(r.at, "%s here has the id %q, which is referred to: put one in, or take the reference out", r.called, r.id)
		}
	}
	s.reset()
	s.referred = s.referred[:0]
	c.scopes[kind] = stack[:len(stack)-1]
	return nil
}

// in is the innermost scope of a kind, nil if none is open.
func (c *Conformance) in(kind scope) *idScope {
	if kind == textIDs {
		kind = sourceIDs + scope(c.side)
	}
	if n := len(c.scopes[kind]); n > 0 {
		return &c.scopes[kind][n-1]
	}
	return nil
}

// taken takes an id, and fails if another element of its scope has it.
func (c *Conformance) taken(kind scope, id string, e *element, t markup.Token) error {
	if s := c.in(kind); s != nil {
		if _, fresh := s.add(id); !fresh {
			return c.fail(t.Start, "the id %q of %s is taken by another element: give it one of its own", id, tag(e, t))
		}
	}
	return nil
}

// refer notes ids that have to be in a scope when it closes.
func (c *Conformance) refer(kind scope, ids string, at int, called string) {
	s := c.in(kind)
	if s == nil {
		return
	}
	for id := range strings.FieldsSeq(ids) {
		s.referred = append(s.referred, reference{id, at, called})
	}
}
