package office

import (
	"errors"
	"io"
	"sort"
	"strings"

	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/markup"
)

// run is a run of a Word document, where it stands in its part.
type run struct {
	document.Span
	// prefix is what names of the part begin with, and properties the element that
	// says how the run looks, "" for none.
	prefix, properties string
	// inserted is the start tag of the insertion that the run stands in, "" for none.
	inserted string
	// boxed runs stand in a text box.
	boxed bool
	texts []*runText
	// children counts the elements that aren't its properties.
	children int
}

// runText is an element of a run that holds text.
type runText struct {
	// name is where the name in its start tag ends.
	name    int
	content document.Span
	// keeps says that spaces at its ends count; first and last that nothing else of
	// the run stands before or behind it.
	keeps, first, last bool
}

// runsOf lists the runs of a part that hold text, in the order of their text, and
// adds the identifiers of the part to those used.
func runsOf(text string, used map[string]bool) ([]*run, error) {
	tokens, err := markup.NewReader(text)
	if err != nil {
		return nil, err
	}
	s := runScan{text: text}
	for {
		t, err := tokens.Next()
		switch {
		case errors.Is(err, io.EOF):
			sort.SliceStable(s.found, func(i, j int) bool {
				return s.found[i].texts[0].content.Start < s.found[j].texts[0].content.Start
			})
			return s.found, nil
		case err != nil:
			return nil, err
		case t.Kind == markup.Start:
			if id := wordAttribute(t, "id"); id != "" {
				used[id] = true
			}
			s.start(t)
		case t.Kind == markup.End:
			s.end(t)
		}
	}
}

// runScan is the state of listing runs.
type runScan struct {
	text  string
	open  []openElement
	boxes int
	found []*run
}

// openElement is an element that is open: its start tag, and the run that it is or
// the text of one.
type openElement struct {
	name string
	document.Span
	run  *run
	text *runText
}

func (s *runScan) start(t markup.Token) {
	e := openElement{name: t.Name, Span: t.Span}
	if !isWord(t) {
		e.name = ""
	}
	var parent openElement
	if n := len(s.open); n > 0 {
		parent = s.open[n-1]
	}
	if parent.run != nil && e.name != "rPr" {
		parent.run.children++
	}
	switch {
	case e.name == "txbxContent":
		s.boxes++
	case e.name == "r":
		tag := s.text[t.Start+1 : nameEnd(s.text, t.Span)]
		e.run = &run{Span: t.Span, prefix: strings.TrimSuffix(tag, "r"), boxed: s.boxes > 0}
		if parent.name == "ins" {
			e.run.inserted = s.text[parent.Start:parent.End]
		}
	case e.name == "t" && parent.run != nil:
		e.text = &runText{
			name: nameEnd(s.text, t.Span), content: document.Span{Start: t.End, End: t.End},
			keeps: t.In(markup.XML, "space") == "preserve", first: parent.run.children == 1,
		}
	}
	s.open = append(s.open, e)
}

func (s *runScan) end(t markup.Token) {
	e := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	var parent openElement
	if n := len(s.open); n > 0 {
		parent = s.open[n-1]
	}
	switch {
	case e.name == "txbxContent":
		s.boxes--
	case e.name == "rPr" && parent.run != nil:
		parent.run.properties = s.text[e.Start:t.End]
	case e.run != nil:
		e.run.End = t.End
		if len(e.run.texts) > 0 {
			s.found = append(s.found, e.run)
		}
	}
	if parent.run == nil || e.name == "rPr" {
		return
	}
	if n := len(parent.run.texts); n > 0 {
		parent.run.texts[n-1].last = false
	}
	// Text with marks in it, such as a comment of XML, can't be parted.
	if e.text != nil && e.End < t.End && !strings.Contains(s.text[e.End:t.Start], "<") {
		e.text.content.End, e.text.last = t.Start, true
		parent.run.texts = append(parent.run.texts, e.text)
	}
}

// runAt finds the run and its text that an edit lies in; nil if there is none.
func runAt(runs []*run, e edit.Edit) (*run, *runText) {
	// The runs before this one begin no later than the edit, the nearest last.
	n := sort.Search(len(runs), func(i int) bool { return runs[i].texts[0].content.Start > e.Start })
	for i := n - 1; i >= 0; i-- {
		for _, t := range runs[i].texts {
			if t.content.Start <= e.Start && e.End <= t.content.End {
				return runs[i], t
			}
		}
	}
	return nil, nil
}
