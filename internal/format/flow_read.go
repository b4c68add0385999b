package format

import (
	"cmp"
	"slices"

	"rectify/internal/document"
	"rectify/internal/markup"
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
	behind, err := x.annotate(t, kind)
	if err != nil {
		return items, err
	}
	defer behind()
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

// translatedShare is what part of a bilingual file is text of its translations, and
// what part of its tags stand among that, more or less: room for it is made once.
const translatedShare = 3

// flowReader reads the translations in a file that is XML.
type flowReader struct {
	*markup.Reader
	// core is the namespace of the format itself, codes are its inline elements.
	core  string
	codes map[string]code
	// translate says that the unit is to be translated, marks are those that say
	// otherwise of what is in them, the innermost last: of the source and of the
	// target, for a mark may reach from one segment into another. side is 1 in a
	// target.
	translate bool
	marks     [2][]translateMark
	side      int
}

// translateMark is a mark that is open, and what it says of its text.
type translateMark struct {
	at        int
	id        string
	translate bool
}

// beginUnit says whether the next unit is to be translated.
func (x *flowReader) beginUnit(translate bool) {
	x.translate, x.side = translate, 0
	x.marks = [2][]translateMark{x.marks[0][:0], x.marks[1][:0]}
}

// translated reports whether the text here is to be translated.
func (x *flowReader) translated() bool {
	if open := x.marks[x.side]; len(open) > 0 {
		return open[len(open)-1].translate
	}
	return x.translate
}

// mostMarks is how many of them may be open, which no document comes near.
const mostMarks = 1000

func nothing() {}

// annotate takes what a mark says of the text in it, or, where it is the beginning or
// the end of one, of the text from there on; the function that it gives takes that
// back behind the element.
func (x *flowReader) annotate(t markup.Token, kind string) (behind func(), err error) {
	open := &x.marks[x.side]
	if t.Name == "em" {
		from := t.Get("startRef")
		*open = slices.DeleteFunc(*open, func(m translateMark) bool { return m.id == from })
		return nothing, nil
	}
	says := cmp.Or(t.Get("translate"), t.In(itsSpace, "translate"), translates[kind])
	if says == "" {
		return nothing, nil
	}
	if len(*open) == mostMarks {
		return nothing, x.Errorf(t.Start, "more than %d marks that say translate overlap", mostMarks)
	}
	at := t.Start
	*open = append(*open, translateMark{at, t.Get("id"), says != "no"})
	if t.Name == "sm" {
		return nothing, nil
	}
	return func() { *open = slices.DeleteFunc(*open, func(m translateMark) bool { return m.at == at }) }, nil
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
		case (t.Kind == markup.Text || t.Kind == markup.CDATA) && reads && !x.translated():
			items = append(items, item{kind: itemGap, join: document.Broken})
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
