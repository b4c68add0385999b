package format

import (
	"cmp"

	"rectify/internal/document"
	"rectify/internal/markup"
	"rectify/internal/xliff"
)

// code is what an element inside a translation is.
type code struct {
	// reads says that its content is text; of another one only sub-flows are read.
	reads bool
	// join is what it puts between the text on both sides, or around its own.
	join document.Join
}

// codes1 are the inline elements of XLIFF 1.2, codes2 those of 2.x, codesTMX those
// of TMX 1.4. An element that isn't listed is skipped, and the text doesn't read
// on over it.
var (
	codes1 = map[string]code{
		"g": {true, document.Glued}, "mrk": {true, document.Glued},
		"bx": {false, document.Glued}, "ex": {false, document.Glued},
		"bpt": {false, document.Glued}, "ept": {false, document.Glued}, "it": {false, document.Glued},
		"x": {false, document.Broken}, "ph": {false, document.Broken},
	}
	codes2 = map[string]code{
		"pc": {true, document.Glued}, "mrk": {true, document.Glued},
		"sc": {false, document.Glued}, "ec": {false, document.Glued},
		"sm": {false, document.Glued}, "em": {false, document.Glued},
		"ph": {false, document.Broken}, "cp": {false, document.Broken},
	}
	codesTMX = map[string]code{
		"hi":  {true, document.Glued},
		"bpt": {false, document.Glued}, "ept": {false, document.Glued}, "it": {false, document.Glued}, "ut": {false, document.Glued},
		"ph": {false, document.Broken},
	}
)

// codeTypes are the types of a placeholder that say what it puts between the
// words around it.
var codeTypes = map[string]document.Join{
	"lb": document.Spaced, "pb": document.Spaced, "x-lb": document.Spaced, "xlf:lb": document.Spaced, "xlf:pb": document.Spaced,
	"bold": document.Glued, "italic": document.Glued, "underlined": document.Glued,
	"xlf:b": document.Glued, "xlf:i": document.Glued, "xlf:u": document.Glued,
}

// translates is what the type of a mark says of its text, as translate does: yes or no.
var translates = map[string]string{"protected": "no", "x-its-translate-yes": "yes"}

// deleted is the type of a mark around what a tracked change took out.
const deleted = "x-sdl-deleted"

// inline reads an element inside a translation.
func (x *flowReader) inline(items []item, t markup.Token, reads bool) ([]item, error) {
	c, known := x.codes[t.Name]
	if !x.isCore(t) || !known {
		if t.Name == "sub" && x.isCore(t) {
			return x.sub(items)
		}
		return append(items, item{kind: itemGap, join: document.Broken}), nil
	}
	if join, ok := codeTypes[cmp.Or(t.Get("subType"), t.Get("ctype"), t.Get("type"))]; ok {
		c.join = join
	}
	kind := t.Get("mtype")
	if kind == deleted {
		return items, nil
	}
	if t.Name == "em" {
		return append(items, item{kind: itemSaid, name: t.Get("startRef")}), nil
	}
	if says := cmp.Or(t.Get("translate"), t.In(xliff.SpaceITS, "translate"), translates[kind]); says != "" {
		begins := item{kind: itemTranslate, at: document.Span{Start: t.Start, End: t.Start}}
		if says == "no" {
			begins.kind = itemKeep
		}
		if t.Name == "sm" {
			return append(items, item{kind: begins.kind, name: t.Get("id")}), nil
		}
		items, err := x.coded(append(items, begins), t, c, kind, reads)
		begins.kind = itemSaid
		return append(items, begins), err
	}
	return x.coded(items, t, c, kind, reads)
}

// coded reads what is in a code or a mark.
func (x *flowReader) coded(items []item, t markup.Token, c code, kind string, reads bool) ([]item, error) {
	if kind == "seg" && reads {
		items = append(items, item{kind: itemSegment, name: t.Get("mid")})
		items, err := x.content(items, true)
		return append(items, item{kind: itemSegmentEnd}), err
	}
	if c.join != document.Glued {
		items = append(items, item{kind: itemGap, join: c.join})
	}
	return x.content(items, c.reads && reads)
}

// sub reads the text inside a code.
func (x *flowReader) sub(items []item) ([]item, error) {
	items, err := x.content(append(items, item{kind: itemSub}), true)
	return append(items, item{kind: itemSubEnd}), err
}

// translatedShare is what part of a bilingual file is text of its translations,
// more or less: room for it is made once.
const translatedShare = 3

// flowReader reads the translations in a file that is XML.
type flowReader struct {
	*markup.Reader
	// core is the namespace of the format itself, codes are its inline elements.
	core  string
	codes map[string]code
}

// root is the start tag of the outermost element, whose namespace is the core.
func (x *flowReader) root() (markup.Token, error) {
	t, err := x.Root()
	x.core = t.Space
	return t, err
}

// isCore reports whether a token is a start tag of the format itself.
func (x *flowReader) isCore(t markup.Token) bool {
	return t.Kind == markup.Start && t.Space == x.core
}

// content reads what is inside the element whose start tag was read last. Text
// of codes isn't text of the translation.
func (x *flowReader) content(items []item, reads bool) ([]item, error) {
	err := x.Inside(func(t markup.Token) error {
		var err error
		switch {
		case t.Kind == markup.Text && reads && t.Content.Len() > 0:
			items = append(items, item{kind: itemText, at: t.Content})
		case t.Kind == markup.CDATA && reads && t.Content.Len() > 0:
			items = append(items, item{kind: itemCDATA, at: t.Content})
		case t.Kind == markup.Start:
			items, err = x.inline(items, t, reads)
		}
		return err
	})
	return items, err
}
