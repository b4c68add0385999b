package office

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// reader is the state of reading one document.
type reader struct {
	*archive
	extraction document.Extraction
	parts      []document.Part
}

// part is one that is being read: its tokens, its text and its index.
type part struct {
	*markup.Reader
	name, text string
	index      int
}

// open begins to read a member for the text in it.
func (r *reader) open(name string) (*part, error) {
	p, err := r.archive.open(name)
	if err != nil {
		return nil, err
	}
	p.index = len(r.parts)
	r.parts = append(r.parts, document.Part{Name: p.name, Text: p.text})
	return p, nil
}

// open begins to read a member.
func (a *archive) open(name string) (*part, error) {
	f := a.member(name)
	if f == nil {
		return nil, fmt.Errorf("there is no %s in the archive: save the document again", name)
	}
	text, err := a.read(f)
	if err != nil {
		return nil, err
	}
	tokens, err := markup.NewReader(text)
	if err == nil && !slices.Contains([]string{"", "utf-8", "utf8", "us-ascii"}, strings.ToLower(tokens.Encoding())) {
		err = fmt.Errorf("it says that it is %s: save the document again", tokens.Encoding())
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	return &part{Reader: tokens, name: f.Name, text: text}, nil
}

// root reads up to the start tag of the outermost element.
func (p *part) root() (markup.Token, error) {
	for {
		t, err := p.Next()
		if err != nil || t.Kind == markup.Start {
			return t, err
		}
	}
}

// elements hands on the start tag of every element directly inside the one whose
// start tag was read last.
func (p *part) elements(visit func(markup.Token) error) error {
	return p.Inside(func(t markup.Token) error {
		if t.Kind != markup.Start {
			return nil
		}
		return visit(t)
	})
}

// skip reads the rest of the element whose start tag was read last, and gives
// the offset behind its end tag.
func (p *part) skip() (end int, err error) {
	for depth := p.Depth(); p.Depth() >= depth; {
		t, err := p.Next()
		if err != nil {
			return 0, err
		}
		end = t.End
	}
	return end, nil
}

// each hands on the start tag of every element directly inside the outermost one
// of a member. Its errors name the member.
func (p *part) each(visit func(markup.Token) error) error {
	_, err := p.root()
	if err == nil {
		err = p.elements(visit)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	return nil
}

// content adds the character data inside the element whose start tag was read
// last to a draft.
func (p *part) content(d *document.Draft) error {
	return p.Inside(func(t markup.Token) error {
		p.characters(d, t)
		return nil
	})
}

// characters adds character data to a draft. A line end or a tab in it is a
// space to a reader.
func (p *part) characters(d *document.Draft, t markup.Token) {
	switch t.Kind {
	case markup.CDATA:
		d.Add(p.text[t.Content.Start:t.Content.End], p.index, t.Content, markup.EscapeCDATA)
	case markup.Text:
		for text, at := range markup.Stretches(p.text[t.Start:t.End], t.Start) {
			p.spaced(d, text, at)
		}
	}
}

func (p *part) spaced(d *document.Draft, text string, at document.Span) {
	const spaces = "\t\n\r"
	if len(text) != at.Len() {
		d.Add(text, p.index, at, markup.EscapeText)
		return
	}
	for len(text) > 0 {
		n := strings.IndexAny(text, spaces)
		if n < 0 {
			n = len(text)
		}
		d.Add(text[:n], p.index, document.Span{Start: at.Start, End: at.Start + n}, markup.EscapeText)
		behind := strings.TrimLeft(text[n:], spaces)
		if end := at.End - len(behind); end > at.Start+n {
			d.Space(p.index, document.Span{Start: at.Start + n, End: end}, markup.EscapeText)
		}
		at.Start, text = at.End-len(behind), behind
	}
}

// relation is one of a part to another.
type relation struct {
	id string
	// kind is the last word of its type, which is the same in all editions of the
	// standard; target the member that it leads to.
	kind, target string
}

// relations are those of a member, in their order; "" stands for the archive
// itself. What lies outside the archive is left out.
func (a *archive) relations(member string) ([]relation, error) {
	folder, base := path.Split(member)
	name := folder + "_rels/" + base + ".rels"
	if a.member(name) == nil {
		return nil, nil
	}
	p, err := a.open(name)
	if err != nil {
		return nil, err
	}
	var all []relation
	err = p.each(func(t markup.Token) error {
		if t.Name != "Relationship" || t.Get("TargetMode") == "External" {
			return nil
		}
		target := t.Get("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", folder, target)
		}
		all = append(all, relation{t.Get("Id"), path.Base(t.Get("Type")), strings.TrimPrefix(path.Clean(target), "/")})
		return nil
	})
	return all, err
}

// related is the member that a relation of a kind leads to, "" for none.
func related(all []relation, kind string) string {
	for _, r := range all {
		if r.kind == kind {
			return r.target
		}
	}
	return ""
}

// main is the name of the member that a document of Office Open XML begins with.
func (a *archive) main() (string, error) {
	all, err := a.relations("")
	if err != nil {
		return "", err
	}
	name := related(all, "officeDocument")
	if name == "" {
		return "", fmt.Errorf("_rels/.rels names no main part: save the document again")
	}
	return name, nil
}

const contentTypes = "[Content_Types].xml"

// mediaType is that of the main part, as the archive declares it; "" if it
// doesn't.
func (a *archive) mediaType() string {
	if f := a.member("mimetype"); f != nil {
		text, err := a.read(f)
		if err == nil {
			return text
		}
	}
	name, err := a.main()
	if err != nil || a.member(contentTypes) == nil {
		return ""
	}
	p, err := a.open(contentTypes)
	if err != nil {
		return ""
	}
	var byExtension, byName string
	// What is broken there shows where the document is read.
	_ = p.each(func(t markup.Token) error {
		switch {
		case t.Name == "Default" && strings.EqualFold("."+t.Get("Extension"), path.Ext(name)):
			byExtension = t.Get("ContentType")
		case t.Name == "Override" && strings.EqualFold(t.Get("PartName"), "/"+name):
			byName = t.Get("ContentType")
		}
		return nil
	})
	if byName != "" {
		return byName
	}
	return byExtension
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
