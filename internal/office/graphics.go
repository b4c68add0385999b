package office

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"rectify/internal/chinese"
	"rectify/internal/document"
	"rectify/internal/markup"
)

// graphics are the drawings beside the text that hold text of their own, by the kind
// of the relation that leads to them (ECMA-376 part 1, 14.2.1 and 14.2.4); each is
// called by its name and a number.
var graphics = []struct{ relation, name string }{
	{"chart", "chart"}, {"chartEx", "chart"}, {"diagramData", "diagram"},
}

// graphics reads those of a member whose segments are named after a place, "" for
// the body.
func (r *reader) graphics(member, place string) error {
	all, err := r.relations(member)
	if err != nil {
		return err
	}
	counts := map[string]int{}
	for _, g := range graphics {
		var members []string
		for _, relation := range all {
			if relation.kind == g.relation && r.member(relation.target) != nil && !slices.Contains(members, relation.target) {
				members = append(members, relation.target)
			}
		}
		slices.SortFunc(members, byNumber)
		for _, target := range members {
			counts[g.name]++
			s := &scope{place: place}
			if err := r.graphic(target, s.within(fmt.Sprintf("%s %d", g.name, counts[g.name]))); err != nil {
				return err
			}
			if g.relation == "diagramData" {
				r.draw(target, all)
			}
		}
	}
	return nil
}

// graphic reads a chart or the data of a diagram.
func (r *reader) graphic(member, place string) error {
	p, err := r.open(member)
	if err != nil {
		return err
	}
	s := slideReader{part: p, scope: &scope{emit: r.extraction.Append, place: place, aside: true}}
	var visit func(t markup.Token) error
	visit = func(t markup.Token) error {
		switch t.Name {
		case "rich", "t":
			return s.paragraphs(s.scope)
		case "strCache", "multiLvlStrCache":
			return s.cached()
		}
		return s.elements(visit)
	}
	return p.each(visit)
}

// cached reads names that a chart took from its workbook. They are reviewed, but a
// change of them would not last.
func (s *slideReader) cached() error {
	return s.elements(func(t markup.Token) error {
		if t.Name != "v" {
			return s.cached()
		}
		var shown document.Draft
		err := s.content(&shown)
		d := &document.Draft{Kind: document.Cell}
		d.Fixed(shown.Text())
		s.scope.add(d)
		return err
	})
}

// draw remembers the drawing that was made of the data of a diagram, the last part
// read: programs show that, so it has to change along. It has the number of the data,
// as in data2.xml; one that is broken stays as it is.
func (r *reader) draw(data string, all []relation) {
	name := strings.Replace(path.Base(data), "data", "drawing", 1)
	for _, relation := range all {
		f := r.member(relation.target)
		if relation.kind != "diagramDrawing" || path.Base(relation.target) != name || f == nil {
			continue
		}
		text, err := r.read(f)
		if err == nil {
			_, err = spacedTexts(text)
		}
		if err == nil {
			if r.drawings == nil {
				r.drawings = map[string]string{}
			}
			r.drawings[r.parts[len(r.parts)-1].Name] = f.Name
		}
	}
}

// redrawn is a drawing with the texts changed as those of its data were: the
// elements of text that held the same, one after another. One that it shows more
// often becomes what the last became.
func redrawn(drawing, old, new string) (string, error) {
	before, err := spacedTexts(old)
	if err != nil {
		return "", err
	}
	after, err := spacedTexts(new)
	if err != nil {
		return "", err
	}
	texts, err := spacedTexts(drawing)
	if err != nil || len(before) != len(after) {
		return drawing, err
	}
	fresh := map[string][]string{} // by what was there
	for i, t := range before {
		fresh[t.content] = append(fresh[t.content], after[i].content)
	}
	var out strings.Builder
	at := 0
	for _, t := range texts {
		rest := fresh[t.content]
		if t.content == "" || len(rest) == 0 {
			continue
		}
		if len(rest) > 1 {
			fresh[t.content] = rest[1:]
		}
		out.WriteString(drawing[at:t.end] + rest[0])
		at = t.end + len(t.content)
	}
	out.WriteString(drawing[at:])
	return out.String(), nil
}

// described are the properties of a document that its readers see.
var described = []string{"title", "subject"}

// properties reads those of a document of Office Open XML (ECMA-376 part 2, 11). In
// Chinese they are for the office that keeps the file, not for the reader of the
// translation.
func (r *reader) properties() error {
	all, err := r.relations("")
	if err != nil {
		return err
	}
	member := related(all, "core-properties")
	if r.member(member) == nil {
		return nil
	}
	p, err := r.open(member)
	if err != nil {
		return err
	}
	return p.each(func(t markup.Token) error {
		if !slices.Contains(described, t.Name) {
			return nil
		}
		d := &document.Draft{Name: "properties, " + t.Name, Kind: document.Heading, Aside: true}
		err := p.content(d)
		if err == nil && !chinese.In(d.Text()) {
			r.extraction.Append(d)
		}
		return err
	})
}
