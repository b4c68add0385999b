package format

import (
	"fmt"
	"slices"
	"strconv"

	"rectify/internal/markup"
	"rectify/internal/xliff"
)

// spaces2 are the namespaces of XLIFF 2, by the version that says so.
var spaces2 = map[string]string{"2.0": xliff.Space20, "2.1": xliff.Space20, "2.2": xliff.Space22}

// read2 reads the files of XLIFF 2, and holds all that is in them against the
// standard.
func (x *xliffReader) read2(root markup.Token) error {
	if version := root.Get("version"); x.core != xliff.Space20 && x.core != xliff.Space22 {
		return x.Errorf(root.Start, "<xliff> of version %s belongs into the namespace %s", version, spaces2[version])
	}
	conformance := xliff.New(x.page.text, x.core, x.Errorf)
	if err := conformance.Take(root); err != nil {
		return err
	}
	x.Watch(conformance.Take)
	x.codes = codes2
	return x.units2(newXLIFFFile(root.Get("srcLang"), root.Get("trgLang")))
}

// units2 reads the units in what is open: all of it, a file or a group.
func (x *xliffReader) units2(file xliffFile) error {
	return x.Inside(func(t markup.Token) error {
		if !x.isCore(t) {
			return nil
		}
		switch t.Name {
		case "file", "group":
			return x.units2(file.inside(t))
		case "unit":
			return x.unit2(t, file.inside(t))
		}
		return nil
	})
}

// part2 is a segment of a unit, or what stands between two.
type part2 struct {
	source, target flow
	id             string
	// number is that of the segment in its unit, 0 for what is none; order is that of
	// its target among those of the unit.
	number, order int
	at            int
}

// unit2 reads a unit: all segments first, since a mark may reach from one into
// another, and a target may belong elsewhere.
func (x *xliffReader) unit2(unit markup.Token, file xliffFile) error {
	name, parts, segments := "unit "+unit.Get("id"), x.parts[:0], 0
	err := x.Inside(func(t markup.Token) error {
		if !x.isCore(t) || t.Name != "segment" && t.Name != "ignorable" {
			return nil
		}
		parts = slices.Grow(parts, 1)[:len(parts)+1] // with the lists that it had
		p := &parts[len(parts)-1]
		p.id, p.at, p.number, p.order = t.Get("id"), t.Start, 0, len(parts)
		if t.Name == "segment" {
			segments++
			p.number = segments
		}
		return x.part2(p)
	})
	x.parts = parts
	if err != nil {
		return err
	}
	for side := range x.translating {
		x.translating[side].begin(file.translate)
	}
	for i := range parts {
		parts[i].source.items = x.translating[0].only(parts[i].source.items)
	}
	slices.SortStableFunc(parts, func(a, b part2) int { return a.order - b.order })
	for i := range parts {
		parts[i].target.items = x.translating[1].only(parts[i].target.items)
		x.write2(&parts[i], name, segments, file)
	}
	return nil
}

// part2 reads a part of a unit.
func (x *xliffReader) part2(p *part2) error {
	p.source.reset(x.page)
	p.target.reset(x.page)
	return x.Inside(func(t markup.Token) error {
		if t.Kind != markup.Start {
			return nil
		}
		into := &p.source
		if t.Name == "target" {
			into, p.at = &p.target, t.Start
			if order := t.Get("order"); order != "" {
				p.order, _ = strconv.Atoi(order) // a number, as the standard demands
			}
		}
		var err error
		into.items, err = x.content(into.items, true)
		return err
	})
}

// write2 adds a segment of a unit to the document.
func (x *xliffReader) write2(p *part2, name string, segments int, file xliffFile) {
	if p.number == 0 || !file.translate && !p.source.reads() && !p.target.reads() {
		return
	}
	switch {
	case p.id != "":
		name += ", segment " + p.id
	case segments > 1:
		name += fmt.Sprintf(", segment %d", p.number)
	}
	if !file.isReviewed(&p.source, &p.target) {
		x.other(file.target)
		return
	}
	x.unit.at = p.at
	x.pair(&p.target, p.target.items, file.chineseOf(&p.source), file, name)
}
