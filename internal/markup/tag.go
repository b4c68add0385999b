package markup

import (
	"strings"
	"unicode/utf8"

	"rectify/internal/document"
)

// space are the characters that XML takes for white space.
const space = " \t\r\n"

func (r *Reader) startTag() (Token, error) {
	if r.rooted && len(r.open) == 0 {
		return Token{}, r.Errorf(r.at, "an element behind the end of the document: XML has one outermost element")
	}
	t := Token{Kind: Start, Span: document.Span{Start: r.at}}
	r.at++
	raw, err := r.name(t.Start)
	if err != nil {
		return Token{}, err
	}
	e := element{raw: raw, bound: len(r.bound)}
	if t.Empty, err = r.readAttributes(t.Start, raw); err != nil {
		return Token{}, err
	}
	t.End = r.at
	if err := r.resolve(&e, t.Start); err != nil {
		return Token{}, err
	}
	t.Space, t.Name, t.Attributes = e.space, e.name, r.attributes
	if r.open = append(r.open, e); len(r.open) > deepest {
		return Token{}, r.Errorf(t.Start, "elements are nested more than %d deep", deepest)
	}
	r.rooted, r.end = true, t.Empty
	return t, nil
}

// readAttributes reads up to the end of a start tag, into r.attributes; the
// declarations of namespaces go into r.bound.
func (r *Reader) readAttributes(start int, tag string) (empty bool, err error) {
	r.attributes = r.attributes[:0]
	for {
		parted := r.skipSpace()
		switch {
		case r.at == len(r.text):
			return false, r.Errorf(start, "the tag <%s never ends", tag)
		case r.text[r.at] == '>':
			r.at++
			return false, nil
		case strings.HasPrefix(r.text[r.at:], "/>"):
			r.at += 2
			return true, nil
		case !parted:
			return false, r.Errorf(r.at, "broken tag <%s", tag)
		}
		if err := r.attribute(tag); err != nil {
			return false, err
		}
	}
}

func (r *Reader) attribute(tag string) error {
	start := r.at
	raw, err := r.name(start)
	if err != nil {
		return err
	}
	r.skipSpace()
	if !strings.HasPrefix(r.text[r.at:], "=") {
		return r.Errorf(start, "the attribute %s of <%s> has no value", raw, tag)
	}
	r.at++
	r.skipSpace()
	if r.at == len(r.text) || r.text[r.at] != '"' && r.text[r.at] != '\'' {
		return r.Errorf(start, "the value of %s in <%s> has no quotes", raw, tag)
	}
	n := strings.IndexByte(r.text[r.at+1:], r.text[r.at])
	if n < 0 {
		return r.Errorf(start, "the value of %s in <%s> never ends", raw, tag)
	}
	at := document.Span{Start: r.at + 1, End: r.at + 1 + n}
	r.at = at.End + 1
	value := r.text[at.Start:at.End]
	if strings.IndexByte(value, '<') >= 0 || badReference(value) >= 0 {
		return r.Errorf(start, "the value of %s in <%s> holds a bare < or &", raw, tag)
	}
	a := Attribute{Raw: value, At: at}
	a.prefix, a.Name = parted(raw)
	for _, o := range r.attributes {
		if o.Name == a.Name && o.prefix == a.prefix {
			return r.Errorf(start, "the attribute %s stands twice in <%s>", raw, tag)
		}
	}
	switch {
	case raw == "xmlns":
		r.bound = append(r.bound, binding{"", a.Value()})
	case a.prefix == "xmlns":
		r.bound = append(r.bound, binding{a.Name, a.Value()})
	case len(r.attributes) == mostAttributes:
		return r.Errorf(start, "<%s> has more than %d attributes", tag, mostAttributes)
	default:
		r.attributes = append(r.attributes, a)
	}
	return nil
}

// resolve finds the namespaces of an element and of its attributes.
func (r *Reader) resolve(e *element, start int) error {
	prefix, name := parted(e.raw)
	var ok bool
	if e.space, ok = r.space(prefix); !ok {
		return r.Errorf(start, "the prefix of <%s> is bound to no namespace", e.raw)
	}
	e.name = name
	for i := range r.attributes {
		a := &r.attributes[i]
		if a.prefix == "" {
			continue // an attribute without prefix is in no namespace
		}
		if a.Space, ok = r.space(a.prefix); !ok {
			return r.Errorf(start, "the prefix of %s:%s is bound to no namespace", a.prefix, a.Name)
		}
	}
	return nil
}

func (r *Reader) space(prefix string) (string, bool) {
	for i := len(r.bound) - 1; i >= 0; i-- {
		if r.bound[i].prefix == prefix {
			return r.bound[i].space, true
		}
	}
	return "", false
}

func (r *Reader) endTag() (Token, error) {
	start := r.at
	r.at += 2
	raw, err := r.name(start)
	if err != nil {
		return Token{}, err
	}
	r.skipSpace()
	if !strings.HasPrefix(r.text[r.at:], ">") {
		return Token{}, r.Errorf(start, "broken tag </%s", raw)
	}
	r.at++
	if len(r.open) == 0 {
		return Token{}, r.Errorf(start, "</%s> ends what never began", raw)
	}
	if last := r.open[len(r.open)-1]; last.raw != raw {
		return Token{}, r.Errorf(start, "<%s> is ended by </%s>", last.raw, raw)
	}
	return r.close(document.Span{Start: start, End: r.at}), nil
}

// close takes the innermost element off.
func (r *Reader) close(at document.Span) Token {
	e := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	r.bound = r.bound[:e.bound]
	return Token{Kind: End, Span: at, Space: e.space, Name: e.name}
}

func (r *Reader) skipSpace() bool {
	start := r.at
	for r.at < len(r.text) && strings.IndexByte(space, r.text[r.at]) >= 0 {
		r.at++
	}
	return r.at > start
}

// name reads a name, which may have a prefix.
func (r *Reader) name(start int) (string, error) {
	begin := r.at
	for r.at < len(r.text) && inName(r.text[r.at]) {
		r.at++
	}
	raw := r.text[begin:r.at]
	if raw == "" || strings.IndexByte("-.0123456789:", raw[0]) >= 0 || strings.Count(raw, ":") > 1 || raw[len(raw)-1] == ':' {
		return "", r.Errorf(start, "%s is no tag: < is written &lt;", shown(r.text[start:]))
	}
	return raw, nil
}

// inName reports whether a byte may stand in a name. Of letters beyond ASCII all
// are let pass.
func inName(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf || strings.IndexByte("_-.:", c) >= 0
}

// parted is a name without its prefix, and the prefix.
func parted(raw string) (prefix, name string) {
	if i := strings.IndexByte(raw, ':'); i >= 0 {
		return raw[:i], raw[i+1:]
	}
	return "", raw
}

// declaration reads the XML declaration, if there is one.
func (r *Reader) declaration() error {
	rest := r.text[r.at:]
	if !strings.HasPrefix(rest, "<?xml") || len(rest) < 6 || strings.IndexByte(space, rest[5]) < 0 {
		return nil
	}
	start := r.at
	t, err := r.skipTo("?>", "XML declaration")
	if err != nil {
		return err
	}
	// Inside, it looks like a tag.
	inner := &Reader{text: r.text[:t.End-2] + ">", at: start + len("<?xml")}
	if _, err := inner.readAttributes(start, "?xml"); err != nil {
		return err
	}
	for _, a := range inner.attributes {
		if a.Name == "encoding" {
			r.encoding = a.Value()
		}
	}
	return nil
}
