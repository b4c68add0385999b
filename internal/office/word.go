package office

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/markup"
)

// wordSpaces are the namespaces of WordprocessingML, transitional and strict.
var wordSpaces = []string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://purl.oclc.org/ooxml/wordprocessingml/main",
}

// compatibility is the namespace of alternatives for programs old and new.
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

// isWord reports whether a tag is one of WordprocessingML.
func isWord(t markup.Token) bool { return slices.Contains(wordSpaces, t.Space) }

// wordStories are the parts beside the body that a reader sees, by the kind of
// their relation, in the order in which they are read; each is called by its name
// and a number.
var wordStories = []struct{ relation, name string }{
	{"header", "header"}, {"footer", "footer"}, {"footnotes", "footnote"}, {"endnotes", "endnote"},
}

// readWord reads the body of a document, then its headers, footers and notes, its
// charts and diagrams, and what its properties say of it.
func readWord(r *reader) error {
	main, err := r.main()
	if err != nil {
		return err
	}
	all, err := r.relations(main)
	if err != nil {
		return err
	}
	w := &wordReader{reader: r}
	if w.headings, err = r.headings(related(all, "styles")); err != nil {
		return err
	}
	if err := w.member(main, ""); err != nil {
		return err
	}
	for _, story := range wordStories {
		var members []string
		for _, relation := range all {
			if relation.kind == story.relation && !slices.Contains(members, relation.target) {
				members = append(members, relation.target)
			}
		}
		slices.SortFunc(members, byNumber)
		for i, member := range members {
			name := fmt.Sprintf("%s %d", story.name, i+1)
			if strings.HasSuffix(story.relation, "notes") {
				name = story.name // each note is counted
			}
			if err := w.member(member, name); err != nil {
				return err
			}
		}
	}
	if err := r.graphics(main, ""); err != nil {
		return err
	}
	return r.properties()
}

// byNumber orders header2.xml before header10.xml.
func byNumber(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

// wordReader is the state of reading the stories of a document.
type wordReader struct {
	*reader
	*part
	// headings are the styles of titles.
	headings map[string]bool
	// fields are the fields that are open: whether what is read is what each was
	// made from.
	fields []bool
	// bound is how many content controls are open that show what another part of
	// the document holds: their text is written anew whenever it is opened.
	bound int
	// textBoxes counts those of the part; boxed are the ones that were read.
	textBoxes int
	boxed     []box
}

// member reads a part whose segments are named after a place, "" for the body.
func (w *wordReader) member(name, place string) error {
	p, err := w.open(name)
	if err != nil {
		return err
	}
	w.part, w.fields, w.textBoxes, w.boxed = p, nil, 0, nil
	root, err := p.Root()
	if err == nil {
		err = w.story(root, place)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	return nil
}

// story reads the blocks of a part: those of the body, of a header, or of each
// note that an author wrote.
func (w *wordReader) story(root markup.Token, place string) error {
	if place == "" {
		return w.elements(func(t markup.Token) error {
			if t.Name != "body" {
				return nil
			}
			return w.blocks(&scope{emit: w.extraction.Append, paragraph: "paragraph"})
		})
	}
	if root.Name != "footnotes" && root.Name != "endnotes" {
		return w.blocks(&scope{emit: w.extraction.Append, place: place, aside: true})
	}
	notes := 0
	return w.elements(func(t markup.Token) error {
		if kind := wordAttribute(t, "type"); kind != "" && kind != "normal" {
			return nil // the lines above the notes
		}
		notes++
		return w.blocks(&scope{emit: w.extraction.Append, place: fmt.Sprintf("%s %d", place, notes)})
	})
}

// wordAttribute is the value of an attribute of WordprocessingML.
func wordAttribute(t markup.Token, name string) string {
	for _, a := range t.Attributes {
		if a.Name == name && slices.Contains(wordSpaces, a.Space) {
			return a.Value()
		}
	}
	return ""
}

// isOn reports whether a property of WordprocessingML is set by its element.
func isOn(t markup.Token) bool {
	switch wordAttribute(t, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}
