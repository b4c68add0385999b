package format

import (
	"slices"
	"strings"

	"rectify/internal/markup"
)

// idSet are the ids that are taken.
type idSet map[string]bool

// add takes the id that an element has, and fails if another one has it. No id
// is none to take.
func (s idSet) add(x *xliffReader, t markup.Token, attribute string) error {
	id := t.Get(attribute)
	if id == "" {
		return nil
	}
	if s[id] {
		return x.Errorf(t.Start, "the id %q of <%s> is taken by another element", id, t.Name)
	}
	s[id] = true
	return nil
}

// xliffIDs are the ids of XLIFF 2 in their scopes, and what refers to them.
type xliffIDs struct {
	files, groups, units idSet
	// source are the segments of the unit and the codes in their sources, target
	// the codes in the targets, data the native codes.
	source, target, data idSet
	// referred are the native codes that are referred to, copied the codes that
	// others copy, commented the notes; subFlows are the units, in the whole file.
	referred, copied, commented, subFlows []reference2
	// notes are those of the unit, uncopied the codes that may not be copied.
	notes, uncopied idSet
	// starts are the codes that begin here and end elsewhere, in the sources and
	// in the targets; inside says in which the reader is.
	starts [2]map[string]*start2
	inside int
}

// reference2 is where an id is referred to.
type reference2 struct {
	id string
	at int
}

// start2 is the beginning of a code, or of a mark.
type start2 struct {
	at              int
	name            string
	isolated, ended bool
	can             [len(paired2)]string
}

// paired2 are the attributes that both ends of a code have alike.
var paired2 = [...]string{"canCopy", "canDelete", "canOverlap", "canReorder"}

const reorder2 = 3

func (s *xliffIDs) file(x *xliffReader, t markup.Token) error {
	if s.files == nil {
		s.files = idSet{}
	}
	s.groups, s.units, s.subFlows = idSet{}, idSet{}, s.subFlows[:0]
	return s.files.add(x, t, "id")
}

func (s *xliffIDs) unit(x *xliffReader, t markup.Token) error {
	if s.source == nil {
		s.source, s.target, s.data, s.notes, s.uncopied = idSet{}, idSet{}, idSet{}, idSet{}, idSet{}
		s.starts = [2]map[string]*start2{{}, {}}
	}
	for _, ids := range []idSet{s.source, s.target, s.data, s.notes, s.uncopied} {
		clear(ids)
	}
	clear(s.starts[0])
	clear(s.starts[1])
	s.referred, s.copied, s.commented = s.referred[:0], s.copied[:0], s.commented[:0]
	return s.units.add(x, t, "id")
}

// code takes an inline element.
func (s *xliffIDs) code(x *xliffReader, t markup.Token) error {
	ids := s.source
	if s.inside == 1 {
		ids = s.target
	}
	if err := ids.add(x, t, "id"); err != nil {
		return err
	}
	for _, a := range t.Attributes {
		switch {
		case strings.HasPrefix(a.Name, "dataRef"):
			s.referred = append(s.referred, reference2{a.Value(), t.Start})
		case strings.HasPrefix(a.Name, "subFlows"):
			for id := range strings.FieldsSeq(a.Value()) {
				s.subFlows = append(s.subFlows, reference2{id, t.Start})
			}
		case a.Name == "copyOf" && t.Get("dataRef") != "":
			return x.Errorf(t.Start, "<%s> has both copyOf and dataRef", t.Name)
		case a.Name == "copyOf":
			s.copied = append(s.copied, reference2{a.Value(), t.Start})
		case a.Name == "canCopy" && a.Value() == "no":
			s.uncopied[t.Get("id")] = true
		}
	}
	switch t.Name {
	case "sc", "sm":
		if err := s.comment(x, t); err != nil {
			return err
		}
		begin := &start2{at: t.Start, name: t.Name, isolated: t.Get("isolated") == "yes"}
		for i, name := range paired2 {
			begin.can[i] = t.Get(name)
		}
		if begin.can[reorder2] == "firstNo" {
			begin.can[reorder2] = "no" // the end isn't the first of its sequence
		}
		s.starts[s.inside][t.Get("id")] = begin
	case "ec", "em":
		return s.endCode(x, t)
	case "mrk":
		return s.comment(x, t)
	case "cp":
		return invisible2(x, t)
	}
	return nil
}

// endCode takes the end of a code or of a mark.
func (s *xliffIDs) endCode(x *xliffReader, t markup.Token) error {
	from, isolated := t.Get("startRef"), t.Get("isolated") == "yes"
	switch {
	case isolated && (t.Get("id") == "" || from != ""):
		return x.Errorf(t.Start, "<ec> that is isolated has an id and no startRef")
	case isolated:
		return nil
	case from == "":
		return x.Errorf(t.Start, "<%s> lacks its startRef", t.Name)
	}
	begin := s.starts[s.inside][from]
	if begin == nil || begin.name[0] != 's' || begin.name[1] != t.Name[1] {
		return x.Errorf(t.Start, "<%s> ends %q, which doesn't begin before it", t.Name, from)
	}
	for i, name := range paired2 {
		if begin.can[i] != t.Get(name) {
			return x.Errorf(t.Start, "<%s> differs from its beginning in %s", t.Name, name)
		}
	}
	if begin.isolated {
		return x.Errorf(t.Start, "<%s> ends %q, which says that it is isolated", t.Name, from)
	}
	begin.ended = true
	return nil
}

// comment makes sure that a comment says something, once, or that a note of the
// unit does.
func (s *xliffIDs) comment(x *xliffReader, t markup.Token) error {
	if t.Get("type") != "comment" {
		return nil
	}
	ref := t.Get("ref")
	if (t.Get("value") == "") == (ref == "") {
		return x.Errorf(t.Start, "a comment has either a value or a ref")
	}
	if ref != "" {
		s.commented = append(s.commented, reference2{ref, t.Start})
	}
	return nil
}

// invisible2 makes sure that a <cp> stands for a character that XML can't hold.
func invisible2(x *xliffReader, t markup.Token) error {
	hex := t.Get("hex")
	if strings.Trim(hex, "0123456789abcdefABCDEF") != "" || markup.Plain("&#x"+hex+";") != "&#x"+hex+";" {
		return x.Errorf(t.Start, "<cp hex=%q> stands for no character that XML can't hold", hex)
	}
	return nil
}

// endUnit makes sure that everything is there that the unit refers to.
func (s *xliffIDs) endUnit(x *xliffReader, unit string) error {
	for _, r := range s.referred {
		if !s.data[r.id] {
			return x.Errorf(r.at, "the unit has no <data> of the id %q", r.id)
		}
	}
	for _, r := range s.copied {
		if s.uncopied[r.id] || !s.source[r.id] && !s.target[r.id] {
			return x.Errorf(r.at, "no code %q that may be copied is in the unit", r.id)
		}
	}
	for _, r := range s.commented {
		path, id, ok := strings.Cut(r.id, "n=")
		if !ok || !s.notes[id] || path != "#" && !strings.HasSuffix(path, "u="+unit+"/") {
			return x.Errorf(r.at, "%q is no note of the unit", r.id)
		}
	}
	return s.endStarts(x)
}

// endStarts makes sure that all codes end that begin in the unit.
func (s *xliffIDs) endStarts(x *xliffReader) error {
	var open []*start2
	for _, starts := range s.starts {
		for _, begin := range starts {
			if !begin.ended && !begin.isolated {
				open = append(open, begin)
			}
		}
	}
	if len(open) == 0 {
		return nil
	}
	first := slices.MinFunc(open, func(a, b *start2) int { return a.at - b.at })
	return x.Errorf(first.at, "the <%s> here never ends in its unit", first.name)
}

// endFile makes sure that the units are there that hold the text of codes.
func (s *xliffIDs) endFile(x *xliffReader) error {
	for _, r := range s.subFlows {
		if !s.units[r.id] {
			return x.Errorf(r.at, "the file has no unit %q, which subFlows names", r.id)
		}
	}
	return nil
}

// unitConforms holds a unit that was read against the standard.
func (x *xliffReader) unitConforms(unit markup.Token, id string, parts []part2) error {
	segments := 0
	orders := map[int]bool{}
	for i, p := range parts {
		if p.reads {
			segments++
		}
		order := i + 1
		if p.order > 0 {
			order = p.order
		}
		if len(p.target.text) > 0 && orders[order] {
			return x.Errorf(p.at, "two targets of the unit are number %d", order)
		}
		orders[order] = true
	}
	if segments == 0 {
		return x.Errorf(unit.Start, "<unit> holds no <segment>")
	}
	return x.ids.endUnit(x, id)
}
