package format

import (
	"errors"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/markup"
)

// Annotation is a remark on a place of a document.
type Annotation struct {
	document.Span
	// Type and Severity are those of ITS 2.0: a name, and 0 to 100.
	Type     string
	Severity int
	// Text is for the translator who reads it.
	Text string
}

// Annotate gives the bytes of an XLIFF file with remarks written into it: as notes
// of their units, or, inline, as marks around the text that they are about (ITS
// 2.0, localization quality issue). A remark about no text that a mark can stand
// around becomes a note all the same. The text itself stays as it is.
func (f *File) Annotate(all []Annotation, inline bool) ([]byte, error) {
	if !slices.Contains(xliffExtensions, extensionOf(f.Document.Path)) {
		return nil, errors.New("only XLIFF files hold annotations")
	}
	if err := f.Changeable(); err != nil {
		return nil, err
	}
	text := f.Document.Origin.Parts[0].Text
	escape, err := xmlEscape(text, f.Encoding)
	if err != nil {
		return nil, err
	}
	a := &annotator{places: &xliffPlaces{}, escape: escape, taken: lastMark(text)}
	if err := a.places.find(text); err != nil {
		return nil, err
	}
	for _, one := range all {
		at := longestStretch(f.Document, one.Span)
		if inline && at.Len() > 0 && !a.places.inCDATA(at) {
			a.marks = append(a.marks, annotationMark{at, one})
			continue
		}
		_, offset := f.Document.Locate(one.Start)
		a.places.note(offset, one)
	}
	if text, err = edit.Apply(text, slices.Concat(a.noteEdits(), a.markEdits())); err != nil {
		return nil, err
	}
	return f.Encoding.Encode(text)
}

// longestStretch is the longest stretch of the file between two tags in which a
// span of the text stands; an empty one if it stands nowhere.
func longestStretch(d *document.Document, s document.Span) document.Span {
	var best, now document.Span
	for p := range d.Origin.In(s) {
		at := p.At
		if p.Len() == at.Len() { // as it is: it can be divided
			at.Start += max(s.Start-p.Start, 0)
			at.End -= max(p.End-s.End, 0)
		}
		if at.Start == now.End {
			now.End = at.End
		} else {
			now = at
		}
		if now.Len() > best.Len() {
			best = now
		}
	}
	return best
}

// annotator writes remarks as edits of an XLIFF file.
type annotator struct {
	places *xliffPlaces
	escape func(string) string
	marks  []annotationMark
	// taken is the highest number that a mark of ours has.
	taken int
}

// annotationMark is a remark and where in the file its mark stands.
type annotationMark struct {
	at document.Span
	Annotation
}

// attribute writes a text as the value of an attribute.
func (a *annotator) attribute(text string) string {
	return strings.NewReplacer("\"", "&quot;", "\n", " ", "\r", " ").Replace(a.escape(printableXML(text)))
}

// printableXML leaves out the characters that XML can't hold.
func printableXML(text string) string {
	return strings.Map(func(r rune) rune {
		if !markup.IsCharacter(r) {
			return -1
		}
		return r
	}, text)
}
