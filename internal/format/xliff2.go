package format

import (
	"fmt"
	"strconv"
	"strings"

	"rectify/internal/markup"
)

// spaces2 are the namespaces of XLIFF 2 behind what they have in common, by the
// version that says so.
var spaces2 = map[string]string{"2.0": "2.0", "2.1": "2.0", "2.2": "2.2"}

const space2 = "urn:oasis:names:tc:xliff:document:"

// read2 reads the files of XLIFF 2, and holds them against what the standard
// demands of the parts that are read.
func (x *xliffReader) read2(root markup.Token) error {
	if version := root.Get("version"); !strings.HasPrefix(x.core, space2) {
		return x.Errorf(root.Start, "<xliff> of version %s belongs into the namespace %s%s", version, space2, spaces2[version])
	}
	x.codes, x.holds = codes2, x.code2
	file := xliffFile{source: root.Get("srcLang"), target: root.Get("trgLang"), translate: true}.inside(root)
	return x.inside2(root, func(t markup.Token) error {
		if t.Name != "file" {
			return nil
		}
		if err := x.ids.file(x, t); err != nil {
			return err
		}
		if err := x.units2(t, file.inside(t)); err != nil {
			return err
		}
		return x.ids.endFile(x)
	})
}

// inside2 reads the elements of XLIFF inside one, holding it and what it has to
// have against the tables of the standard.
func (x *xliffReader) inside2(parent markup.Token, visit func(markup.Token) error) error {
	if err := x.conforms(parent); err != nil {
		return err
	}
	rule := elements2[parent.Name]
	children := childCount{}
	err := x.Inside(func(t markup.Token) error {
		if t.Kind != markup.Start {
			return nil
		}
		if t.Space != x.core {
			if n := len(rule.children); !rule.foreign || n > 0 && children[n-1] > 0 {
				return x.Errorf(t.Start, "<%s> of another namespace has no place there in <%s>", t.Name, parent.Name)
			}
			return nil
		}
		if err := children.add(x, rule, parent, t); err != nil {
			return err
		}
		return visit(t)
	})
	if err != nil {
		return err
	}
	return children.complete(x, rule, parent)
}

// units2 reads the units in a file or a group.
func (x *xliffReader) units2(parent markup.Token, file xliffFile) error {
	return x.inside2(parent, func(t markup.Token) error {
		switch t.Name {
		case "group":
			if err := x.ids.groups.add(x, t, "id"); err != nil {
				return err
			}
			return x.units2(t, file.inside(t))
		case "unit":
			return x.unit2(t, file.inside(t))
		case "notes":
			return x.notes2(t)
		}
		return x.skip2(t)
	})
}

// skip2 holds what isn't read against the tables.
func (x *xliffReader) skip2(t markup.Token) error {
	if t.Name == "skeleton" {
		return x.skeleton2(t)
	}
	return x.inside2(t, x.skip2)
}

// skeleton2 makes sure that a skeleton is there or elsewhere, not both.
func (x *xliffReader) skeleton2(t markup.Token) error {
	elsewhere := t.Get("href") != ""
	if err := x.conforms(t); err != nil {
		return err
	}
	empty := true
	err := x.Inside(func(t markup.Token) error {
		empty = empty && (t.Kind == markup.Other || t.Kind == markup.Text && strings.TrimSpace(x.text[t.Start:t.End]) == "")
		return nil
	})
	if err == nil && elsewhere != empty {
		err = x.Errorf(t.Start, "<skeleton> has either an href or content")
	}
	return err
}

func (x *xliffReader) notes2(notes markup.Token) error {
	return x.notesInto2(notes, idSet{})
}

func (x *xliffReader) notesInto2(notes markup.Token, ids idSet) error {
	return x.inside2(notes, func(t markup.Token) error {
		if err := ids.add(x, t, "id"); err != nil {
			return err
		}
		return x.skip2(t)
	})
}

// part2 is a segment of a unit, or what stands between two.
type part2 struct {
	source, target flow
	id             string
	reads          bool
	at             int
	// order is that of the target among those of the unit, 0 for where it stands.
	order int
}

// unit2 reads a unit: all segments first, since codes may reach from one into
// another.
func (x *xliffReader) unit2(unit markup.Token, file xliffFile) error {
	id := unit.Get("id")
	if err := x.ids.unit(x, unit); err != nil {
		return err
	}
	var parts []part2
	err := x.inside2(unit, func(t markup.Token) error {
		switch t.Name {
		case "segment", "ignorable":
			p, err := x.part2(t, file)
			parts = append(parts, p)
			return err
		case "originalData":
			return x.data2(t)
		case "notes":
			return x.notesInto2(t, x.ids.notes)
		}
		return x.skip2(t)
	})
	if err == nil {
		err = x.unitConforms(unit, id, parts)
	}
	if err != nil || !file.translate {
		return err
	}
	x.write2(parts, "unit "+id, file)
	return nil
}

// data2 reads the native codes that the unit refers to.
func (x *xliffReader) data2(data markup.Token) error {
	return x.inside2(data, func(t markup.Token) error {
		if err := x.ids.data.add(x, t, "id"); err != nil {
			return err
		}
		return x.skip2(t)
	})
}

func (x *xliffReader) part2(part markup.Token, file xliffFile) (part2, error) {
	p := part2{id: part.Get("id"), reads: part.Name == "segment", at: part.Start}
	if err := x.ids.source.add(x, part, "id"); err != nil {
		return p, err
	}
	err := x.inside2(part, func(t markup.Token) error {
		into, lang := &p.source, file.source
		if t.Name == "target" {
			into, lang = &p.target, file.target
			p.at = t.Start
			p.order, _ = strconv.Atoi(t.Get("order"))
			if lang == "" {
				return x.Errorf(t.Start, "there is a <target>, but <xliff> lacks its trgLang")
			}
		}
		if own := file.inside(t).lang; own != "" && !strings.EqualFold(own, lang) {
			return x.Errorf(t.Start, "<%s> is in %s, but <xliff> says %s", t.Name, own, lang)
		}
		if err := x.conforms(t); err != nil {
			return err
		}
		x.ids.inside = 0
		if t.Name == "target" {
			x.ids.inside = 1
		}
		into.text, into.escape = x.text, x.escape
		var err error
		into.items, err = x.content(into.items, true)
		return err
	})
	return p, err
}

// write2 adds the segments of a unit to the document.
func (x *xliffReader) write2(parts []part2, name string, file xliffFile) {
	segments := 0
	for _, p := range parts {
		if p.reads {
			segments++
		}
	}
	number := 0
	for _, p := range parts {
		if !p.reads {
			continue
		}
		number++
		called := name
		if p.id != "" {
			called += ", segment " + p.id
		} else if segments > 1 {
			called += fmt.Sprintf(", segment %d", number)
		}
		source := p.source.source(p.source.items)
		if !reviewed(file.target, source, p.target.source(p.target.items)) {
			x.other(file.target)
			continue
		}
		x.unit.at = p.at
		x.pair(p.target, p.target.items, file, source, called)
	}
}
