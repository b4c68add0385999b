package office

import (
	"strings"

	"rectify/internal/markup"
)

// wordStyle is what a style says of itself.
type wordStyle struct {
	based   string
	heading bool
}

// deepestStyle is how many styles may be based one on another.
const deepestStyle = 50

// headings are the identifiers of the styles of titles, from the member that
// defines styles: those that have such a name or an outline level, and those
// based on one.
func (a *archive) headings(member string) (map[string]bool, error) {
	if member == "" || a.member(member) == nil {
		return nil, nil
	}
	p, err := a.open(member)
	if err != nil {
		return nil, err
	}
	styles := map[string]wordStyle{}
	err = p.each(func(t markup.Token) error {
		if t.Name != "style" {
			return nil
		}
		id := wordAttribute(t, "styleId")
		style, err := p.style()
		styles[id] = style
		return err
	})
	found := map[string]bool{}
	for id, style := range styles {
		for range deepestStyle { // a style may be based on itself
			if style.heading || style.based == "" {
				break
			}
			style = styles[style.based]
		}
		found[id] = style.heading
	}
	return found, err
}

func (p *part) style() (s wordStyle, err error) {
	err = p.elements(func(t markup.Token) error {
		switch t.Name {
		case "name":
			name := strings.ToLower(wordAttribute(t, "val"))
			s.heading = s.heading || name == "title" || name == "subtitle" || strings.HasPrefix(name, "heading ")
		case "basedOn":
			s.based = wordAttribute(t, "val")
		case "pPr":
			return p.elements(func(t markup.Token) error {
				s.heading = s.heading || t.Name == "outlineLvl" && wordAttribute(t, "val") != "9"
				return nil
			})
		}
		return nil
	})
	return s, err
}
