package office

import (
	"errors"
	"io"
	"strings"

	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/markup"
)

// spacedText is an element that holds text.
type spacedText struct {
	// name is the place of the end of its name in the start tag.
	name int
	// content is what it holds, end where its start tag ends, and keeps whether
	// spaces at its ends count.
	content string
	end     int
	keeps   bool
}

// keepSpaces says that spaces at the ends of a text count, in the elements whose
// text was changed: by default they don't.
func keepSpaces(old, new string) (string, error) {
	before, err := spacedTexts(old)
	if err != nil {
		return "", err
	}
	after, err := spacedTexts(new)
	if err != nil || len(before) != len(after) {
		return "", errors.Join(err, errors.New("a change would break the document"))
	}
	var edits []edit.Edit
	for i, t := range after {
		if !t.keeps && t.content != before[i].content && strings.TrimSpace(t.content) != t.content {
			edits = append(edits, edit.Edit{Start: t.name, End: t.name, New: ` xml:space="preserve"`})
		}
	}
	return edit.Apply(new, edits)
}

// spacedTexts lists the elements of a part that hold text.
func spacedTexts(text string) ([]spacedText, error) {
	r, err := markup.NewReader(text)
	if err != nil {
		return nil, err
	}
	var all []spacedText
	for {
		t, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		}
		if t.Kind == markup.Start && t.Name == "t" {
			one := spacedText{name: nameEnd(text, t.Span), end: t.End, keeps: t.In(markup.XML, "space") == "preserve" || drawn(t)}
			if !t.Empty { // a reader has made sure that it ends
				one.content, _, _ = strings.Cut(text[t.End:], "</")
			}
			all = append(all, one)
		}
	}
}

// drawn reports whether an element is one of DrawingML, where all spaces count, and
// which has no place for an attribute that says so.
func drawn(t markup.Token) bool { return strings.Contains(t.Space, "/drawingml/") }

// nameEnd is where the name of a start tag ends.
func nameEnd(text string, tag document.Span) int {
	return tag.Start + strings.IndexAny(text[tag.Start:tag.End], " \t\r\n/>")
}
