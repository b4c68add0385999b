package markup

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// tokens renders the tokens of a text, and the error that ends them.
func tokens(text string) (string, error) {
	r, err := NewReader(text)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for {
		t, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return out.String(), err
		}
		switch t.Kind {
		case Start:
			fmt.Fprintf(&out, "<%s|%s", t.Space, t.Name)
			for _, a := range t.Attributes {
				fmt.Fprintf(&out, " %s|%s=%s", a.Space, a.Name, a.Value())
			}
			out.WriteString(">")
		case End:
			fmt.Fprintf(&out, "</%s>", t.Name)
		case Text:
			out.WriteString(Plain(text[t.Content.Start:t.Content.End]))
		case CDATA:
			fmt.Fprintf(&out, "[%s]", text[t.Content.Start:t.Content.End])
		case Other:
			fmt.Fprintf(&out, "(%d)", t.Len())
		}
	}
}

func TestNext(t *testing.T) {
	for _, c := range [][2]string{
		{"<a/>", "<|a></a>"},
		{"\ufeff<?xml version='1.0' encoding='GBK'?>\n<a >b</a\n>\n", "\n<|a>b</a>\n"},
		{`<a b="1" c='&lt;&#65;&#x42;"'/>`, `<|a |b=1 |c=<AB"></a>`},
		{"<a>&amp;lt; &gt;&apos;&quot;</a>", `<|a>&lt; >'"</a>`},
		{"<a><![CDATA[<b>&amp;]]]]></a>", "<|a>[<b>&amp;]]]</a>"},
		{"<!-- c --><!DOCTYPE a SYSTEM 'a.dtd'><a><?p x?></a>", "(10)(27)<|a>(7)</a>"},
		{`<a xmlns="u" xmlns:p="v" p:x="1" x="2"><p:b xml:lang="en"/></a>`, `<u|a v|x=1 |x=2><v|b ` + XML + `|lang=en></b></a>`},
		{`<p:a xmlns:p="u"><b xmlns="w" xmlns:p="v"><p:c/></b><p:c/></p:a>`, "<u|a><w|b><v|c></c></b><u|c></c></a>"},
	} {
		if got, err := tokens(c[0]); err != nil || got != c[1] {
			t.Errorf("%s: %s, %v; want %s", c[0], got, err, c[1])
		}
	}
}

func TestNotWellFormed(t *testing.T) {
	for _, c := range [][2]string{
		{"", "line 1: XML without an element"},
		{"text", "text outside of every element"},
		{"<a/>\n\ntext", "text outside"},
		{"<a/><b/>", "an element behind the end"},
		{"<a>\n</b>", "line 2: <a> is ended by </b>"},
		{"</a>", "ends what never began"},
		{"<a>", "the file ends inside <a>: it is cut short"},
		{"<a", "the tag <a never ends"},
		{"<a b>", "b of <a> has no value"},
		{"<a b=1>", "has no quotes"},
		{"<a b='1>", "never ends"},
		{"<a b='<'>", "bare < or &"},
		{"<a b='1'c='2'>", "broken tag <a"},
		{"<a b='1' b='2'>", "stands twice"},
		{"<a> 3 < 4</a>", "is no tag: < is written &lt;"},
		{"<a>R&D</a>", "&D"},
		{"<a>&nbsp;</a>", "&nbsp; is no reference"},
		{"<a>&#0;</a>", "is no reference"},
		{"<a>&#xD800;</a>", "is no reference"},
		{"<a><!-- a -- b --></a>", "which ends it"},
		{"<a><!-- a</a>", "never ends"},
		{"<a><![CDATA[</a>", "never ends"},
		{"<a><?p </a>", "never ends"},
		{"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "declares entities"},
		{"<a/><!DOCTYPE a>", "behind the beginning"},
		{"<p:a/>", "bound to no namespace"},
		{"<a p:b=''/>", "bound to no namespace"},
		{strings.Repeat("<a>", deepest+1), "nested more than"},
		{"<a " + strings.Repeat("x", 3) + ">", "has no value"},
		{"<?xml version='1.0'", "never ends"},
	} {
		if got, err := tokens(c[0]); err == nil || !strings.Contains(err.Error(), c[1]) {
			t.Errorf("%s: %s, %v; want %q", c[0], got, err, c[1])
		}
	}
	var many strings.Builder
	for i := range mostAttributes + 1 {
		fmt.Fprintf(&many, " a%d=''", i)
	}
	if _, err := tokens("<a" + many.String() + "/>"); err == nil {
		t.Error("more attributes than there may be are read")
	}
}

// What is skipped inside an element is skipped whole, and never more.
func TestInside(t *testing.T) {
	r, err := NewReader("<a><b><c/>x</b><d/>y<b>z</b></a>")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	var seen []string
	err = r.Inside(func(t Token) error {
		seen = append(seen, t.Name)
		if len(seen) == 4 { // read by the visit itself
			_, err := r.Next()
			return err
		}
		return nil
	})
	if got := strings.Join(seen, " "); err != nil || got != "b d  b" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := r.Next(); !errors.Is(err, io.EOF) {
		t.Errorf("%v", err)
	}
}

func TestEscapes(t *testing.T) {
	const text = "a<b>&\"'—\n]]>"
	for name, doc := range map[string]string{
		"text": "<a>" + EscapeText(text) + "</a>", "ASCII": "<a>" + EscapeASCII(text) + "</a>",
		"CDATA": "<a><![CDATA[" + EscapeCDATA(text) + "]]></a>",
		"1":     "<a b='" + EscapeAttribute(text) + "'/>", "2": `<a b="` + EscapeAttribute(text) + `"/>`,
	} {
		got, err := tokens(doc)
		if got = strings.NewReplacer("][", "").Replace(got); err != nil || !strings.Contains(got, text) {
			t.Errorf("%s: %s is %q, %v", name, doc, got, err)
		}
	}
	if got := EscapeASCII("—"); got != "&#x2014;" {
		t.Error(got)
	}
}

// FuzzNext holds the reader against the one of the library: what it takes for
// well-formed, the library reads to the same names and text.
func FuzzNext(f *testing.F) {
	for _, seed := range []string{"<a b='c'>d&amp;<e/><![CDATA[<]]></a>", `<p:a xmlns:p="u">&#65;</p:a>`, "<?xml version='1.0'?><!DOCTYPE a><a><!-- b --></a>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := tokens(text)
		if err != nil || strings.ContainsRune(text, '\r') {
			return // the library makes one line end of two characters
		}
		for name := range strings.SplitSeq(theirs(text), "\x00") {
			if !strings.Contains(got, name) {
				t.Errorf("%q: %q has no %q", text, got, name)
			}
		}
	})
}

// theirs are the names of the elements and the texts that the library reads,
// each before a zero; nothing of what it doesn't take.
func theirs(text string) string {
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var out strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			return "" // it is stricter about the characters that may stand
		}
		switch token := token.(type) {
		case xml.StartElement:
			out.WriteString(token.Name.Local)
		case xml.CharData:
			out.WriteString(string(token))
		default:
			continue
		}
		out.WriteByte(0)
	}
}
