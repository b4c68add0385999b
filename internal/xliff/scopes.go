package xliff

import "strings"

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
	// at finds one of many.
	at map[string]int
}

const few = 12

// add takes an id, and tells its number; fresh is false for one that is there already.
func (s *idSet) add(id string) (number int, fresh bool) {
	if number = s.find(id); number >= 0 {
		return number, false
	}
	number = len(s.ids)
	s.ids = append(s.ids, id)
	if len(s.ids) > few {
		if s.at == nil {
			s.at = map[string]int{}
		}
		for n := len(s.at); n < len(s.ids); n++ {
			s.at[s.ids[n]] = n
		}
	}
	return number, true
}

// find is the number of an id, -1 if it isn't there.
func (s *idSet) find(id string) int {
	if len(s.ids) > few {
		if n, ok := s.at[id]; ok {
			return n
		}
		return -1
	}
	for n, known := range s.ids {
		if known == id {
			return n
		}
	}
	return -1
}

func (s *idSet) has(id string) bool { return s.find(id) >= 0 }

func (s *idSet) reset() {
	if len(s.ids) > few {
		s.at = nil
	}
	clear(s.ids)
	s.ids = s.ids[:0]
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
func (c *Conformance) taken(kind scope, id string, at int, tag string) error {
	if s := c.in(kind); s != nil {
		if _, fresh := s.add(id); !fresh {
			return c.fail(at, "the id %q of %s is taken by another element: give it one of its own", id, tag)
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
