package document

import "strings"

// Draft is a segment that is put together before it is known whether and where it
// stands in the text, or in a file whose white space counts as one space: what an
// [Extraction] is told, to be told later.
type Draft struct {
	Kind  Kind
	Name  string
	Aside bool
	// Inner are the drafts of what stands inside, as a text box does in a
	// paragraph: their segments follow its own.
	Inner     []*Draft
	stretches []stretch
}

// stretch is a piece of text, or what joins the text before to the text behind.
type stretch struct {
	text string
	at   Span
	how  *Writing
	// fixed text stands nowhere in the file.
	fixed bool
	// space counts as one space between words, and as nothing elsewhere.
	space bool
	// join is how the text behind joins; a stretch without text is a join.
	join Join
	// comment is what a comment says that stands there.
	comment string
}

// Add appends text that stands in a part at a place. An escape is added by
// itself, with the text that it stands for.
func (d *Draft) Add(text string, part int, at Span, escape func(string) string) {
	if text != "" {
		d.stretches = append(d.stretches, stretch{text: text, at: at, how: &Writing{Part: part, Escape: escape}})
	}
}

// Space appends white space of a part, however long, that a reader sees as one
// space between words and as nothing at the ends of a segment.
func (d *Draft) Space(part int, at Span, escape func(string) string) {
	d.stretches = append(d.stretches, stretch{text: " ", at: at, how: &Writing{Part: part, Escape: escape}, space: true})
}

// Fixed appends text that is read but can't be changed: a mark stands for it,
// or something else refers to it. See [Extraction.Fixed].
func (d *Draft) Fixed(text string) {
	if text != "" {
		d.stretches = append(d.stretches, stretch{text: text, fixed: true})
	}
}

// Break says that something stands before the next text, and how that joins.
func (d *Draft) Break(join Join) {
	d.stretches = append(d.stretches, stretch{join: join})
}

// Comment says that a comment stands before the next text. One that doesn't speak
// to rectify is as if it weren't there.
func (d *Draft) Comment(text string) {
	if text = strings.TrimSpace(text); strings.HasPrefix(text, Directive) {
		d.stretches = append(d.stretches, stretch{comment: text})
	}
}

// Copy says that all the draft holds stands once more in its part, so many bytes
// further on, and is to change there too.
func (d *Draft) Copy(shift int) {
	for i := range d.stretches {
		s := &d.stretches[i]
		if s.how == nil {
			continue
		}
		for _, at := range append([]int{s.at.Start}, s.how.Copies...) {
			s.how.Copies = append(s.how.Copies, at+shift)
		}
	}
	for _, inner := range d.Inner {
		inner.Copy(shift)
	}
}

// Hold puts another draft inside.
func (d *Draft) Hold(inner *Draft) { d.Inner = append(d.Inner, inner) }

// Text is what the draft holds so far, without what joins it.
func (d *Draft) Text() string {
	var text strings.Builder
	for _, s := range d.stretches {
		text.WriteString(s.text)
	}
	return text.String()
}

// Blank reports whether there is nothing to read in the draft.
func (d *Draft) Blank() bool { return strings.TrimFunc(d.Text(), Blank) == "" }

// Append adds the segment of a draft to the text, a line of its own, and the
// segments of what it holds. A draft without text leaves no trace but its
// comments, which are about the next segment.
func (x *Extraction) Append(d *Draft) {
	blank := d.Blank()
	var space *stretch // not written before something follows it
	for i := range d.stretches {
		switch s := &d.stretches[i]; {
		case s.comment != "":
			x.comment(s.comment)
		case blank:
		case s.text == "":
			x.gap(s.join, " ")
		case s.space:
			if space == nil {
				space = s
			}
		default:
			if space != nil && len(x.runs) > 0 && x.pending == Glued && !strings.HasSuffix(x.Text(), " ") {
				x.Put(space.text, space.at, space.how)
			}
			space = nil
			if s.fixed {
				x.Fixed(s.text)
			} else {
				x.Put(s.text, s.at, s.how)
			}
		}
	}
	if segment := x.End(); segment != nil {
		segment.Kind, segment.Name, segment.Aside = d.Kind, d.Name, d.Aside
	}
	for _, inner := range d.Inner {
		x.Append(inner)
	}
}
