package office

import (
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// paragraph reads the paragraph whose start tag was read last.
func (w *wordReader) paragraph() (*document.Draft, error) {
	d := &document.Draft{}
	return d, w.inline(d)
}

// inline reads what stands in a paragraph, or in an element of it that text reads
// on across. Deleted text leaves no trace: it is not in the document any more.
func (w *wordReader) inline(d *document.Draft) error {
	return w.elements(func(t markup.Token) error {
		switch {
		case t.Space == compatibility && t.Name == "AlternateContent":
			return w.alternatives(d.Hold, func() error { return w.inline(d) })
		case strings.HasPrefix(t.Name, "oMath"):
			d.Break(document.Broken)
			return nil
		case !isWord(t):
			return nil
		}
		switch t.Name {
		case "pPr":
			return w.paragraphProperties(d)
		case "r":
			return w.run(d)
		case "sdt":
			return w.control(func() error { return w.inline(d) })
		case "hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo":
			return w.inline(d)
		}
		return nil
	})
}

// control reads the content of a content control with a function.
func (w *wordReader) control(read func() error) error {
	bound := 0
	return w.elements(func(t markup.Token) error {
		switch t.Name {
		case "sdtPr":
			return w.elements(func(t markup.Token) error {
				if t.Name == "dataBinding" {
					bound = 1
				}
				return nil
			})
		case "sdtContent":
			w.bound += bound
			err := read()
			w.bound -= bound
			return err
		}
		return nil
	})
}

func (w *wordReader) paragraphProperties(d *document.Draft) error {
	return w.elements(func(t markup.Token) error {
		switch t.Name {
		case "pStyle":
			if w.headings[wordAttribute(t, "val")] {
				d.Kind = document.Heading
			}
		case "outlineLvl":
			if wordAttribute(t, "val") != "9" { // body text
				d.Kind = document.Heading
			}
		}
		return nil
	})
}

// run reads a run: text of one look, and what stands in it.
func (w *wordReader) run(d *document.Draft) error {
	hidden := false
	return w.elements(func(t markup.Token) error {
		if t.Space == compatibility && t.Name == "AlternateContent" {
			return w.alternatives(d.Hold, func() error { return w.run(d) })
		}
		if !isWord(t) {
			return nil
		}
		switch t.Name {
		case "rPr":
			return w.elements(func(t markup.Token) error {
				hidden = hidden || t.Name == "vanish" && isOn(t)
				return nil
			})
		case "fldChar":
			w.field(wordAttribute(t, "fldCharType"))
			return nil
		case "t":
			switch {
			case hidden || w.inCode():
				return nil
			case w.bound == 0:
				return w.content(d)
			}
			var shown document.Draft
			err := w.content(&shown)
			d.Fixed(shown.Text())
			return err
		}
		return w.mark(d, t)
	})
}

// mark reads an element of a run that is no text.
func (w *wordReader) mark(d *document.Draft, t markup.Token) error {
	switch t.Name {
	case "tab", "ptab", "br", "cr":
		d.Break(document.Spaced)
	case "noBreakHyphen":
		d.Fixed("\u2011")
	case "softHyphen":
		d.Fixed("\u00ad")
	case "sym":
		d.Break(document.Broken)
	case "drawing", "pict", "object":
		return w.drawing(d)
	case "ruby":
		return w.elements(func(t markup.Token) error {
			if t.Name != "rubyBase" {
				return nil
			}
			return w.inline(d)
		})
	}
	return nil
}

// drawing reads the text boxes of a drawing, which follow the paragraph. One that
// stands in the line breaks its text.
func (w *wordReader) drawing(d *document.Draft) error {
	return w.elements(func(t markup.Token) error {
		if t.Name == "inline" {
			d.Break(document.Broken)
		}
		return w.boxes(t, d.Hold)
	})
}

// boxes reads the text boxes in the element whose start tag was read last.
func (w *wordReader) boxes(t markup.Token, emit func(*document.Draft)) error {
	switch {
	case isWord(t) && t.Name == "txbxContent":
		return w.textBox(t, emit)
	case t.Space == compatibility && t.Name == "AlternateContent":
		return w.alternatives(emit, func() error {
			return w.elements(func(t markup.Token) error { return w.boxes(t, emit) })
		})
	}
	return w.elements(func(t markup.Token) error { return w.boxes(t, emit) })
}

// field follows the parts of a field: what it is made from, and its result.
func (w *wordReader) field(kind string) {
	n := len(w.fields)
	switch {
	case kind == "begin":
		w.fields = append(w.fields, true)
	case kind == "separate" && n > 0:
		w.fields[n-1] = false
	case kind == "end" && n > 0:
		w.fields = w.fields[:n-1]
	}
}

// inCode reports whether text is what a field is made from.
func (w *wordReader) inCode() bool {
	for _, code := range w.fields {
		if code {
			return true
		}
	}
	return false
}
