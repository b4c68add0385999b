package document

import (
	"fmt"
	"strings"
	"testing"

	"rectify/internal/edit"
)

// escapeXML is enough of an escape for the tests.
func escapeXML(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text)
}

// extracted is a document of "State & People" with a mark inside, and of a
// second segment.
func extracted() *Document {
	const file = "<p>St<b>ate</b> &amp; People</p>\n<p>国 one</p>\n"
	var x Extraction
	at := func(text string) Span {
		i := strings.Index(file, text)
		return Span{i, i + len(text)}
	}
	for _, verbatim := range []string{"St", "ate", " "} {
		where := at(verbatim)
		if verbatim == " " {
			where = Span{15, 16}
		}
		x.Add(verbatim, 0, where, escapeXML)
	}
	x.Add("&", 0, at("&amp;"), escapeXML)
	x.Add(" People", 0, at(" People"), escapeXML)
	x.End()
	x.Add("国 one", 0, at("国 one"), escapeXML)
	return x.Document("a.html", []Part{{Text: file}}, false)
}

func TestFileText(t *testing.T) {
	d := extracted()
	if d.Text != "State & People\n国 one" {
		t.Fatalf("the text is %q", d.Text)
	}
	for _, c := range []struct {
		start, end int
		text, want string
	}{
		{0, 0, "The ", "<p>The St<b>ate</b> &amp; People</p>\n<p>国 one</p>\n"},
		{0, 5, "Nation", "<p>Nation<b></b> &amp; People</p>\n<p>国 one</p>\n"},
		{2, 5, "and", "<p>St<b>and</b> &amp; People</p>\n<p>国 one</p>\n"},
		{1, 3, "T", "<p>ST<b>te</b> &amp; People</p>\n<p>国 one</p>\n"},
		{6, 7, "<and>", "<p>St<b>ate</b> &lt;and> People</p>\n<p>国 one</p>\n"},
		{6, 6, "&", "<p>St<b>ate</b> &amp;&amp; People</p>\n<p>国 one</p>\n"},
		{7, 7, "&", "<p>St<b>ate</b> &amp;&amp; People</p>\n<p>国 one</p>\n"},
		{14, 14, "s", "<p>St<b>ate</b> &amp; Peoples</p>\n<p>国 one</p>\n"},
		{15, 18, "國", "<p>St<b>ate</b> &amp; People</p>\n<p>國 one</p>\n"},
		{22, 22, ".", "<p>St<b>ate</b> &amp; People</p>\n<p>国 one.</p>\n"},
		{4, 12, "", "<p>St<b>at</b>le</p>\n<p>国 one</p>\n"},
	} {
		file, edits, err := d.FileText([]edit.Edit{{Start: c.start, End: c.end, New: c.text}})
		if err != nil {
			t.Errorf("%d to %d: %v", c.start, c.end, err)
			continue
		}
		if got, err := edit.Apply(file, edits); err != nil || got != c.want {
			t.Errorf("%d to %d %q: %q, %v", c.start, c.end, c.text, got, err)
		}
	}
	for _, e := range []edit.Edit{{Start: 13, End: 16, New: "x"}, {Start: 14, End: 15}, {Start: -1, End: 2}, {Start: 20, End: 99}} {
		if _, _, err := d.FileText([]edit.Edit{e}); err == nil {
			t.Errorf("%v: it changes what isn't in the file", e)
		}
	}
}

func TestRange(t *testing.T) {
	d := extracted()
	for _, c := range []struct {
		span Span
		want string
	}{
		{Span{0, 2}, "1:4-1:6"},
		{Span{0, 5}, "1:4-1:12"},
		{Span{2, 5}, "1:9-1:12"},
		{Span{6, 7}, "1:17-1:22"},
		{Span{8, 14}, "1:23-1:29"},
		{Span{15, 22}, "2:4-2:9"},
		{Span{15, 18}, "2:4-2:5"},
		{Span{14, 14}, "1:29-1:29"},
	} {
		start, end := d.Range(c.span)
		if got := fmt.Sprintf("%d:%d-%d:%d", start.Line, start.Column, end.Line, end.Column); got != c.want {
			t.Errorf("%v %q: %s, want %s", c.span, d.Slice(c.span), got, c.want)
		}
	}
	if d.Origin.Parts[0].Text[d.Position(15).Offset:][:3] != "国" {
		t.Errorf("the offset is %d", d.Position(15).Offset)
	}
}
