package format

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"rectify/internal/chinese"
	"rectify/internal/document"
)

// deepestElement is how many elements may be open at once for the reader to keep
// track of them; browsers stop there too.
const deepestElement = 512

// readHTML makes a segment of every block of a page, as browsers understand
// HTML, and of what attributes say to a reader. Code, scripts and text that is
// marked as another language or as not to be translated are left out; of a page
// without any other, a note says so.
func readHTML(path, text string) (*document.Document, error) {
	r := htmlReader{page: text, current: &document.Draft{}, names: map[string]int{}}
	r.ascii = strings.IndexFunc(text, func(c rune) bool { return c > unicode.MaxASCII }) < 0
	if strings.HasPrefix(text, bom) {
		r.at = len(bom)
	}
	tokens := html.NewTokenizer(strings.NewReader(text[r.at:]))
	for {
		kind := tokens.Next()
		start := r.at
		// The length alone is taken: the library may change these bytes.
		r.at += len(tokens.Raw())
		if kind == html.ErrorToken {
			if err := tokens.Err(); !errors.Is(err, io.EOF) {
				return nil, fmt.Errorf("line %d: %w", 1+strings.Count(text[:start], "\n"), err)
			}
			break
		}
		r.token(kind, document.Span{Start: start, End: r.at})
	}
	r.flush()
	d := r.text.Document(path, []document.Part{{Text: text}}, false)
	d.Page = true
	labels(d)
	if r.text.Empty() && r.skipped != "" {
		d.Note = fmt.Sprintf("the page is in another language than English (lang=%q), and nothing in it is reviewed: set lang=\"en\" where it is English", r.skipped)
	}
	return d, nil
}

// htmlReader is the state of reading one page.
type htmlReader struct {
	page string
	at   int
	text document.Extraction
	// ascii says that the page has no other characters.
	ascii bool
	open  []element
	// names counts the elements that are open by their names.
	names map[string]int
	// current is the segment that is being read.
	current *document.Draft
	// breaks counts the line breaks since the last text: two part paragraphs.
	breaks int
	// language is that of the whole page where it isn't English, skipped what was
	// left out because of its language.
	language, skipped string
}

// element is one that is open, with what holds for the text in it.
type element struct {
	name string
	// hidden text is not prose, heading text is a title.
	hidden, heading bool
	// foreign and fixed say that the text is in another language, and that it is
	// not to be translated; an element inside may say otherwise.
	foreign, fixed bool
}

func (e element) reviewed() bool { return !e.hidden && !e.foreign && !e.fixed }

// inside is the innermost element that is open.
func (r *htmlReader) inside() element {
	if n := len(r.open); n > 0 {
		return r.open[n-1]
	}
	return element{}
}

func (r *htmlReader) token(kind html.TokenType, at document.Span) {
	switch kind {
	case html.TextToken:
		r.addText(at)
	case html.StartTagToken, html.SelfClosingTagToken:
		r.start(at)
	case html.CommentToken:
		r.current.Comment(uncommented(r.page[at.Start:at.End]))
	case html.EndTagToken:
		r.end(elementName(r.page[at.Start+2 : at.End]))
	}
}

func elementName(tag string) string {
	if end := strings.IndexAny(tag, spaceBytes+"/>"); end >= 0 {
		tag = tag[:end]
	}
	return strings.ToLower(tag)
}

func (r *htmlReader) addText(at document.Span) {
	inside := r.inside()
	blank := strings.Trim(r.page[at.Start:at.End], spaceBytes) == ""
	switch {
	case inside.reviewed():
		htmlText(r.current, r.page, at, false, escapeHTML(between, r.ascii))
		if !blank {
			r.breaks = 0
		}
	case !inside.hidden && !blank:
		r.current.Break(document.Broken)
	}
}

func (r *htmlReader) start(at document.Span) {
	tag := r.page[at.Start:at.End]
	name := elementName(tag[1:])
	if blockElements[name] {
		r.flush()
		r.close(paragraphEnds)
	}
	r.close(impliedEnds[name])
	e := r.inside()
	e.name = name
	_, skipped := skippedElements[name]
	e.hidden = e.hidden || skipped
	e.heading = e.heading || headingElements[name]
	all := attributes(tag)
	r.heed(&e, tag, all)
	r.addAttributes(e, at.Start, tag, all)
	r.current.Break(elementJoin(name))
	if name == "br" {
		if r.breaks++; r.breaks == 2 {
			r.flush()
		}
	}
	if !voidElements[name] && len(r.open) < deepestElement {
		r.open = append(r.open, e)
		r.names[name]++
	}
}

// elementJoin is what an element or its end puts between two stretches of text.
func elementJoin(name string) document.Join {
	if join, ok := inlineElements[name]; ok {
		return join
	}
	if join, ok := skippedElements[name]; ok {
		return join
	}
	if blockElements[name] {
		return document.Glued // it ends the segment
	}
	return document.Broken
}

// heed takes what the attributes of an element say about the text in it.
func (r *htmlReader) heed(e *element, tag string, all []attribute) {
	for _, a := range all {
		value := strings.ToLower(html.UnescapeString(tag[a.Start:a.End]))
		switch a.name {
		case "lang", "xml:lang":
			if e.name == "html" || e.name == "body" {
				r.language = value
			}
			english := value == "" || value == "en" || strings.HasPrefix(value, "en-")
			// A page that a machine translated may still say that it is Chinese.
			e.foreign = !english && !((e.name == "html" || e.name == "body") && strings.HasPrefix(value, "zh"))
			if !english {
				r.skipped = value
			}
		case "translate":
			e.fixed = value == "no"
		case "class":
			e.fixed = e.fixed || slices.Contains(strings.Fields(value), "notranslate")
		}
	}
}

// addAttributes makes a label of each attribute that a reader sees; they follow
// the segment that the element stands in.
func (r *htmlReader) addAttributes(e element, start int, tag string, all []attribute) {
	describes := slices.ContainsFunc(all, func(a attribute) bool {
		return e.name == "meta" && (a.name == "name" || a.name == "property") && describing[strings.ToLower(tag[a.Start:a.End])]
	})
	if e.name == "link" || !e.reviewed() {
		return
	}
	for _, a := range all {
		if !textAttributes[a.name] && !(describes && a.name == "content") {
			continue
		}
		d := document.Draft{Aside: true}
		htmlText(&d, r.page, document.Span{Start: start + a.Start, End: start + a.End}, true, escapeHTML(a.quote, r.ascii))
		if r.english(&d) {
			r.current.Hold(&d)
		}
	}
}

// end closes the element of a name. An end tag that belongs to none is of no
// effect but to end a segment.
func (r *htmlReader) end(name string) {
	if blockElements[name] {
		r.flush()
	}
	r.current.Break(elementJoin(name))
	if r.names[name] == 0 {
		return
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].name == name {
			r.keep(i)
			return
		}
		if cellElements[r.open[i].name] && !tableElements[name] {
			return
		}
	}
}

// close ends the open elements that a start tag ends, and all inside them.
func (r *htmlReader) close(tag implied) {
	left := 0 // of the elements that the tag ends, wherever they are
	for name := range tag.ends {
		left += r.names[name]
	}
	keep := len(r.open)
	for i := len(r.open) - 1; i >= 0 && left > 0 && !tag.within[r.open[i].name]; i-- {
		if tag.ends[r.open[i].name] {
			keep = i
			left--
		}
	}
	r.keep(keep)
}

// keep leaves that many elements open, from the outermost.
func (r *htmlReader) keep(n int) {
	for _, e := range r.open[n:] {
		r.names[e.name]--
	}
	r.open = r.open[:n]
}

// flush ends the segment that is being read.
func (r *htmlReader) flush() {
	d := r.current
	r.current, r.breaks = &document.Draft{}, 0
	if r.inside().heading {
		d.Kind = document.Heading
	}
	if r.english(d) {
		r.text.Append(d)
		return
	}
	for _, inner := range d.Inner {
		r.text.Append(inner)
	}
}

// english reports whether a segment may be English: on a page that says it is
// Chinese, one of mostly Chinese characters is not.
func (r *htmlReader) english(d *document.Draft) bool {
	if !strings.HasPrefix(r.language, "zh") {
		return true
	}
	letters, han := 0, 0
	for _, c := range d.Text() {
		switch {
		case chinese.IsHan(c):
			han++
		case unicode.Is(unicode.Latin, c):
			letters++
		}
	}
	return letters > 2*han
}
