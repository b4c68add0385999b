// Package markup reads XML by the bytes that it stands in: every tag and every
// stretch of text with its place, so that a change can be spliced in and all
// else stays. It reads what XML 1.0 and Namespaces in XML 1.0 call well-formed,
// without declarations of a document type: nothing is ever fetched or expanded.
package markup

import (
	"fmt"
	"io"
	"strings"

	"rectify/internal/document"
)

// Kind says what a token is.
type Kind int

const (
	// Start is a start tag, or an empty-element tag, after which an End follows.
	Start Kind = iota
	// End is an end tag; one of an empty element has no bytes.
	End
	// Text is character data, its references as they stand.
	Text
	// CDATA is character data in which nothing is a reference.
	CDATA
	// Other is a comment, a processing instruction or a document type.
	Other
)

// Token is a piece of XML.
type Token struct {
	Kind Kind
	// Span is the place of the whole token, in bytes of the text.
	document.Span
	// Space and Name are the namespace and the local name of a tag.
	Space, Name string
	// Attributes are those of a start tag, declarations of namespaces left out;
	// they hold until the next token is read.
	Attributes []Attribute
	// Empty says that a start tag is the whole element.
	Empty bool
	// Content is the place of the character data: for CDATA without its frame.
	Content document.Span
}

// Attribute is one of a start tag.
type Attribute struct {
	Space, Name string
	// Raw is its value as it stands, and At where, without the quotes.
	Raw string
	At  document.Span

	prefix string
}

// Value is the value with its references resolved.
func (a Attribute) Value() string { return Plain(a.Raw) }

// Get is the value of an attribute in no namespace, "" if it isn't there.
func (t Token) Get(name string) string { return t.In("", name) }

// In is the value of an attribute in a namespace, "" if it isn't there.
func (t Token) In(space, name string) string {
	for _, a := range t.Attributes {
		if a.Name == name && a.Space == space {
			return a.Value()
		}
	}
	return ""
}

// XML is the namespace of xml:lang and xml:space.
const XML = "http://www.w3.org/XML/1998/namespace"

// What no document comes near, and a hostile one is stopped by.
const (
	deepest        = 1000
	mostAttributes = 200
)

// Reader reads the tokens of a text. Make one with [NewReader].
type Reader struct {
	text  string
	at    int
	open  []element
	bound []binding
	// attributes is reused from tag to tag.
	attributes []Attribute
	// end waits behind the tag of an empty element.
	end    bool
	rooted bool
	// encoding is what the XML declaration says.
	encoding string
	watch    func(Token) error
}

// element is an element that is open: its name as it stands, what it means, and
// how many prefixes were bound outside it.
type element struct {
	raw, space, name string
	bound            int
}

type binding struct{ prefix, space string }

// NewReader begins to read a text. Its byte order mark is skipped, its XML
// declaration read.
func NewReader(text string) (*Reader, error) {
	r := &Reader{text: text, bound: []binding{{"xml", XML}, {"", ""}}}
	r.at = len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	return r, r.declaration()
}

// Encoding is the one that the XML declaration names, "" if it names none.
func (r *Reader) Encoding() string { return r.encoding }

// Depth is the number of elements that are open: behind a start tag its own
// included.
func (r *Reader) Depth() int { return len(r.open) }

// Error is a fault of a text, with its line, counted from 1.
type Error struct {
	Line    int
	Message string
}

// Error begins with the line.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Message) }

// Errorf makes an [Error] of an offset.
func (r *Reader) Errorf(offset int, format string, args ...any) error {
	return &Error{1 + strings.Count(r.text[:offset], "\n"), fmt.Sprintf(format, args...)}
}

// Watch hands every token that is read from now on to a function first, whose error
// ends the reading.
func (r *Reader) Watch(watch func(Token) error) { r.watch = watch }

// Next reads a token. It fails with [io.EOF] behind the last, and with an
// [Error] on what is not well-formed.
func (r *Reader) Next() (Token, error) {
	t, err := r.next()
	if err == nil && r.watch != nil {
		err = r.watch(t)
	}
	return t, err
}

func (r *Reader) next() (Token, error) {
	if r.end {
		r.end = false
		return r.close(document.Span{Start: r.at, End: r.at}), nil
	}
	if r.at == len(r.text) {
		return Token{}, r.atEnd()
	}
	if r.text[r.at] != '<' {
		return r.characters()
	}
	rest := r.text[r.at:]
	switch {
	case strings.HasPrefix(rest, "</"):
		return r.endTag()
	case strings.HasPrefix(rest, "<!--"):
		return r.comment()
	case strings.HasPrefix(rest, "<![CDATA["):
		return r.cdata()
	case strings.HasPrefix(rest, "<!DOCTYPE"):
		return r.documentType()
	case strings.HasPrefix(rest, "<?"):
		return r.skipTo("?>", "processing instruction")
	}
	return r.startTag()
}

func (r *Reader) atEnd() error {
	switch {
	case len(r.open) > 0:
		return r.Errorf(r.at, "the file ends inside <%s>: it is cut short", r.open[len(r.open)-1].raw)
	case !r.rooted:
		return r.Errorf(r.at, "XML without an element")
	}
	return io.EOF
}

func (r *Reader) characters() (Token, error) {
	start := r.at
	end := strings.IndexByte(r.text[start:], '<')
	if end < 0 {
		end = len(r.text) - start
	}
	r.at += end
	raw := r.text[start:r.at]
	span := document.Span{Start: start, End: r.at}
	if len(r.open) == 0 && strings.Trim(raw, space) != "" {
		return Token{}, r.Errorf(start, "text outside of every element: the XML is broken")
	}
	if at := badReference(raw); at >= 0 {
		return Token{}, r.Errorf(start+at, "%s is no reference that XML knows: & is written &amp;", shown(raw[at:]))
	}
	return Token{Kind: Text, Span: span, Content: span}, nil
}

func (r *Reader) cdata() (Token, error) {
	t, err := r.skipTo("]]>", "CDATA section")
	if err == nil && len(r.open) == 0 {
		err = r.Errorf(t.Start, "text outside of every element: the XML is broken")
	}
	t.Kind = CDATA
	t.Content = document.Span{Start: t.Start + len("<![CDATA["), End: t.End - len("]]>")}
	return t, err
}

func (r *Reader) comment() (Token, error) {
	start := r.at
	r.at += len("<!--")
	t, err := r.skipTo("--", "comment")
	if err == nil && !strings.HasPrefix(r.text[r.at:], ">") {
		err = r.Errorf(start, "a comment holds --, which ends it")
	}
	if err != nil {
		return Token{}, err
	}
	r.at++
	t.Start, t.End = start, r.at
	return t, nil
}

// documentType skips one that only names its kind. One that declares entities
// could make a few bytes a gigabyte.
func (r *Reader) documentType() (Token, error) {
	t, err := r.skipTo(">", "document type")
	switch {
	case err != nil:
		return t, err
	case strings.ContainsRune(r.text[t.Start:t.End], '['):
		return t, r.Errorf(t.Start, "the document type declares entities or elements of its own: take the part in brackets out of DOCTYPE")
	case r.rooted:
		return t, r.Errorf(t.Start, "a document type behind the beginning of the document")
	}
	return t, nil
}

// skipTo reads a token up to and with its end.
func (r *Reader) skipTo(end, what string) (Token, error) {
	n := strings.Index(r.text[r.at:], end)
	if n < 0 {
		return Token{}, r.Errorf(r.at, "the %s that begins here never ends", what)
	}
	start := r.at
	r.at += n + len(end)
	return Token{Kind: Other, Span: document.Span{Start: start, End: r.at}}, nil
}

// shown is the beginning of a text, for a message.
func shown(text string) string {
	for i, c := range text {
		if i >= 12 || c <= ' ' {
			return text[:i]
		}
	}
	return text
}

// Root reads up to the start tag of the outermost element.
func (r *Reader) Root() (Token, error) {
	for {
		t, err := r.Next()
		if err != nil || t.Kind == Start {
			return t, err
		}
	}
}

// Inside hands on every token directly inside the element whose start tag was
// read last, and reads its end. What visit doesn't read of an element is skipped.
func (r *Reader) Inside(visit func(Token) error) error {
	depth := r.Depth()
	for {
		t, err := r.Next()
		if err != nil {
			return err
		}
		if t.Kind == End && r.Depth() < depth {
			return nil
		}
		if err := visit(t); err != nil {
			return err
		}
		for r.Depth() > depth {
			if _, err := r.Next(); err != nil {
				return err
			}
		}
	}
}
