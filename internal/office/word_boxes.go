package office

import (
	"fmt"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// box is a text box that was read: where its content begins, and its paragraphs.
type box struct {
	start  int
	drafts []*document.Draft
}

// textBox reads the text box with a start tag, the one read last.
func (w *wordReader) textBox(t markup.Token, emit func(*document.Draft)) error {
	w.textBoxes++
	b := box{start: t.End}
	outer := len(w.boxed)
	s := &scope{place: fmt.Sprintf("text box %d", w.textBoxes), aside: true}
	s.emit = func(d *document.Draft) {
		b.drafts = append(b.drafts, d)
		emit(d)
	}
	err := w.blocks(s)
	w.boxed = append(w.boxed[:outer], b) // boxes in it belong to it
	return err
}

// alternatives reads what programs of today take of alternatives: the first
// choice, with the function. What older ones take is not read, but a text box in
// it that is the same, byte for byte, changes along.
func (w *wordReader) alternatives(emit func(*document.Draft), read func() error) error {
	first := len(w.boxed)
	chosen := false
	return w.elements(func(t markup.Token) error {
		switch {
		case t.Name == "Choice" && !chosen:
			chosen = true
			return read()
		case t.Name == "Fallback" && !chosen:
			return read()
		case t.Name == "Fallback":
			return w.twins(w.boxed[first:])
		}
		return nil
	})
}

// twins finds the text boxes in the element whose start tag was read last that
// are the same as those read before, in their order.
func (w *wordReader) twins(boxes []box) error {
	var visit func(t markup.Token) error
	visit = func(t markup.Token) error {
		if !isWord(t) || t.Name != "txbxContent" {
			return w.elements(visit)
		}
		end, err := w.skip()
		if err == nil && len(boxes) > 0 {
			b := boxes[0]
			boxes = boxes[1:]
			if strings.HasPrefix(w.text[b.start:], w.text[t.End:end]) {
				for _, d := range b.drafts {
					d.Copy(t.End - b.start)
				}
			}
		}
		return err
	}
	return w.elements(visit)
}
