package office

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"regexp"
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
	// drawings are what was drawn of the data of diagrams, by the names of both.
	drawings map[string]string
}

// part is one that is being read: its tokens, its text and its index.
type part struct {
	*markup.Reader
	name, text string
	index      int
	// broken says that a line end in it ends a line, as in the cell of a workbook.
	broken bool
	// stretches counts those that were read.
	stretches int
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
	_, err := p.Root()
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
		return p.characters(t, func(text string, at document.Span, escape func(string) string) { p.spaced(d, text, at, escape) })
	})
}

// mostStretches is how many stretches of text a part may hold: each takes memory,
// however short it is.
const mostStretches = 2 << 20

// characters hands on the stretches of character data, each with its place and
// how new text is written there. An escape is one by itself.
func (p *part) characters(t markup.Token, add func(text string, at document.Span, escape func(string) string)) error {
	switch t.Kind {
	case markup.CDATA:
		p.stretches++
		add(p.text[t.Content.Start:t.Content.End], t.Content, markup.EscapeCDATA)
	case markup.Text:
		for text, at := range markup.Stretches(p.text[t.Start:t.End], t.Start) {
			add(text, at, markup.EscapeText)
			if p.stretches++; p.stretches > mostStretches {
				break
			}
		}
	}
	if p.stretches > mostStretches {
		return p.Errorf(t.Start, "more than %d stretches of text: part the document", mostStretches)
	}
	return nil
}

// lineEnds are what is no text in character data; a workbook writes some of them
// as numbers.
var lineEnds = regexp.MustCompile(`(?:[\t\n\r]|_x000[9AaDd]_)+`)

// spaced adds text in which line ends and tabs are spaces to a reader, or break
// what reads on.
func (p *part) spaced(d *document.Draft, text string, at document.Span, escape func(string) string) {
	end := func(start, end int) {
		if p.broken {
			d.Break(document.Spaced)
		} else {
			d.Add(" ", p.index, document.Span{Start: start, End: end}, escape)
		}
	}
	if len(text) != at.Len() { // an escape
		if lineEnds.MatchString(text) {
			end(at.Start, at.End)
		} else {
			d.Add(text, p.index, at, escape)
		}
		return
	}
	from := 0
	var ends [][]int
	if strings.ContainsAny(text, "\t\n\r_") { // which is told at once
		ends = lineEnds.FindAllStringIndex(text, -1)
	}
	for _, m := range ends {
		d.Add(text[from:m[0]], p.index, document.Span{Start: at.Start + from, End: at.Start + m[0]}, escape)
		end(at.Start+m[0], at.Start+m[1])
		from = m[1]
	}
	d.Add(text[from:], p.index, document.Span{Start: at.Start + from, End: at.End}, escape)
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

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
