package format

import (
	"fmt"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// xliff reads a file of the XML Localisation Interchange File Format, 1.2 or 2.x,
// with the additions that SDL and memoQ make to 1.2.
func xliff(path, text string, escape func(string) string) (*document.Document, error) {
	x := &xliffReader{text: text, escape: escape}
	var err error
	if x.Reader, err = markup.NewReader(text); err != nil {
		return nil, err
	}
	root, err := x.root()
	if err != nil {
		return nil, err
	}
	x.core = root.Space
	version := root.Get("version")
	switch {
	case root.Name != "xliff":
		return nil, x.Errorf(root.Start, "<%s> is no XLIFF: its outermost element is <xliff>", root.Name)
	case version == "1.2" || version == "1.1" || version == "1.0":
		err = x.read1()
	case spaces2[version] != "":
		err = x.read2(root)
	case version == "":
		err = x.Errorf(root.Start, "<xliff> lacks its version")
	default:
		err = x.Errorf(root.Start, "XLIFF %s is unknown: versions 1.0 to 1.2 and 2.0 to 2.2 are read", version)
	}
	if err != nil {
		return nil, err
	}
	d := x.b.document(path, text)
	if len(x.b.segments)+len(x.b.pairs) == 0 && len(x.others) > 0 {
		d.Note = notEnglish(x.others)
	}
	return d, nil
}

// notEnglish says that a bilingual file has no English to review.
func notEnglish(languages []string) string {
	return fmt.Sprintf("nothing to review: it translates into %s, not into English", strings.Join(languages, ", "))
}

// xliffReader reads XLIFF of any version.
type xliffReader struct {
	*markup.Reader
	text   string
	escape func(string) string
	// core is the namespace of XLIFF itself.
	core string
	// second says that it is XLIFF 2.
	second bool
	b      builder
	// others are the target languages that aren't reviewed.
	others []string
	unit   xliffUnit
	ids    xliffIDs
}

// root is the start tag of the outermost element.
func (x *xliffReader) root() (markup.Token, error) {
	for {
		t, err := x.Next()
		if err != nil || t.Kind == markup.Start {
			return t, err
		}
	}
}

// isCore reports whether a token is a start tag of XLIFF itself.
func (x *xliffReader) isCore(t markup.Token) bool {
	return t.Kind == markup.Start && t.Space == x.core
}

// other notes a target language that isn't reviewed.
func (x *xliffReader) other(tag string) {
	for _, known := range x.others {
		if known == tag {
			return
		}
	}
	x.others = append(x.others, tag)
}

// content reads what is inside the element whose start tag was read last. Text
// of codes isn't text of the translation.
func (x *xliffReader) content(items []item, reads bool) ([]item, error) {
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
