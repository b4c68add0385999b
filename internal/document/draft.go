package document

import "strings"

// Draft is a segment that is being put together while a file is read, from
// stretches of text and from what stands between them.
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
	text  string
	piece Piece
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
		d.stretches = append(d.stretches, stretch{text: text, piece: Piece{Part: part, At: at, Escape: escape}})
	}
}

// Space appends white space of a part, however long, that a reader sees as one
// space between words and as nothing at the ends of a segment.
func (d *Draft) Space(part int, at Span, escape func(string) string) {
	d.stretches = append(d.stretches, stretch{text: " ", piece: Piece{Part: part, At: at, Escape: escape}, space: true})
}

// Fixed appends text that is read but can't be changed: a mark stands for it,
// or something else refers to it.
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
		p := &d.stretches[i].piece
		for _, at := range append([]int{p.At.Start}, p.Copies...) {
			p.Copies = append(p.Copies, at+shift)
		}
	}
	for _, inner := range d.Inner {
		inner.Copy(shift)
	}
}

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
	if d.Blank() {
		for _, s := range d.stretches {
			x.comment(s.comment)
		}
	} else {
		segment := Segment{Kind: d.Kind, Name: d.Name, Aside: d.Aside}
		runs := x.runs(d.stretches)
		segment.Runs = TrimRuns(x.text.String(), runs)
		if len(segment.Runs) > 0 {
			x.segments = append(x.segments, segment)
			for ; x.settled < len(x.comments); x.settled++ {
				x.comments[x.settled].About = segment.Span()
			}
		}
		x.Gap("\n")
	}
	for _, inner := range d.Inner {
		x.Append(inner)
	}
}

// comment notes a comment that stands at the end of the text so far; "" is none.
func (x *Extraction) comment(text string) {
	if text != "" {
		x.comments = append(x.comments, Comment{Span: Span{x.Len(), x.Len()}, Text: text})
	}
}

// runs appends the text of stretches, and gives the runs that it makes.
func (x *Extraction) runs(stretches []stretch) []Run {
	var runs []Run
	var space *stretch // not written before something follows it
	before := Glued
	for i, s := range stretches {
		switch {
		case s.text == "":
			x.comment(s.comment)
			before = max(before, s.join)
			continue
		case s.space:
			if space == nil {
				space = &stretches[i]
			}
			continue
		case len(runs) == 0:
			runs = []Run{{Span: Span{x.Len(), x.Len()}}}
		case before != Glued:
			x.Gap(" ")
			runs = append(runs, Run{Span{x.Len(), x.Len()}, before})
		case space != nil && !strings.HasSuffix(x.text.String(), " "):
			x.add(" ", space.piece)
		}
		before, space = Glued, nil
		if s.fixed {
			x.Gap(s.text)
		} else {
			x.add(s.text, s.piece)
		}
		runs[len(runs)-1].End = x.Len()
	}
	return runs
}

// Segments are those appended so far.
func (x *Extraction) Segments() []Segment { return x.segments }
