package format

import (
	"cmp"
	"fmt"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// tmx reads a translation memory of TMX 1.1 to 1.4b: its English variants are
// reviewed, against the Chinese of their units.
func tmx(path, text string, escape func(string) string) (*document.Document, error) {
	x := &tmxReader{flowReader: flowReader{codes: codesTMX}, page: newPage(text, escape)}
	x.b.Expect(len(text), len(text)/translatedShare)
	var err error
	if x.Reader, err = markup.NewReader(text); err != nil {
		return nil, err
	}
	root, err := x.root()
	switch {
	case err != nil:
		return nil, err
	case root.Name != "tmx":
		return nil, x.Errorf(root.Start, "<%s> is no translation memory: its outermost element is <tmx>", root.Name)
	case root.Get("version") == "":
		return nil, x.Errorf(root.Start, "<tmx> lacks its version")
	}
	bodies := 0
	err = x.Inside(func(t markup.Token) error {
		if !x.isCore(t) || t.Name != "body" {
			return nil
		}
		bodies++
		return x.Inside(func(t markup.Token) error {
			if !x.isCore(t) || t.Name != "tu" {
				return nil
			}
			return x.unit(t)
		})
	})
	if err == nil && bodies != 1 {
		err = x.Errorf(root.Start, "<tmx> holds %d <body>, not one", bodies)
	}
	if err != nil {
		return nil, err
	}
	d := x.b.document(path, text)
	if x.units > 0 && x.b.Empty() {
		d.Note = "nothing to review: no unit has English"
	}
	return d, nil
}

type tmxReader struct {
	flowReader
	page  *page
	b     builder
	units int
}

// unit reads a unit of the memory: the Chinese of its first Chinese variant is
// the source of every English one.
func (x *tmxReader) unit(unit markup.Token) error {
	x.units++
	name := "unit " + cmp.Or(unit.Get("tuid"), fmt.Sprint(x.units))
	var chinese string
	var english []flow
	err := x.Inside(func(t markup.Token) error {
		if !x.isCore(t) || t.Name != "tuv" {
			return nil
		}
		// Before TMX 1.4 the attribute was in no namespace.
		lang := cmp.Or(t.In(markup.XML, "lang"), t.Get("lang"))
		if lang == "" {
			return x.Errorf(t.Start, "<tuv> lacks its xml:lang")
		}
		f, err := x.variant(t)
		switch {
		case err != nil:
			return err
		case language(lang) == "en":
			english = append(english, f)
		case language(lang) == "zh" && chinese == "":
			chinese = f.source(f.items)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, f := range english {
		at := f.write(&x.b, f.items, name)
		if chinese != "" {
			x.b.pair(at, chinese, name, unit.Start)
		}
	}
	return nil
}

// variant reads the segment of a variant.
func (x *tmxReader) variant(variant markup.Token) (flow, error) {
	f := flow{page: x.page}
	segments := 0
	err := x.Inside(func(t markup.Token) error {
		if !x.isCore(t) || t.Name != "seg" {
			return nil
		}
		segments++
		var err error
		f.items, err = x.content(f.items, true)
		return err
	})
	if err == nil && segments != 1 {
		err = x.Errorf(variant.Start, "<tuv> holds %d <seg>, not one", segments)
	}
	return f, err
}
