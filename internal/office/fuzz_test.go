package office

import (
	"testing"
	"unicode/utf8"

	"rectify/internal/edit"
)

// holds fails if what is put at the end of every piece isn't read there again.
func holds(t *testing.T, extension string, data []byte) {
	f, err := kindOf(t, extension).Read("a"+extension, data)
	if err != nil {
		return
	}
	d := f.Document
	var edits []edit.Edit
	for _, p := range d.Origin.Pieces() {
		if at := d.Origin.Parts[p.Part].Text; p.At.Start >= p.At.End || p.At.End > len(at) || !utf8.ValidString(at[p.At.Start:p.At.End]) {
			t.Fatalf("%q stands at %v", d.Slice(p.Span), p.At)
		}
		edits = append(edits, edit.Edit{Start: p.Start, End: p.End, New: d.Slice(p.Span) + "<]]>&"})
	}
	if len(edits) == 0 {
		return
	}
	want, err := edit.Apply(d.Text, edits)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := d.FileEdits(edits)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[int]string{}
	for _, p := range parts {
		if texts[p.Part], err = edit.Apply(d.Origin.Parts[p.Part].Text, p.Edits); err != nil {
			t.Fatal(err)
		}
	}
	again, err := f.Pack(texts)
	if err != nil {
		t.Fatal(err)
	}
	g, err := kindOf(t, extension).Read("a"+extension, again)
	if err != nil {
		t.Fatal(err)
	}
	if g.Document.Text != want {
		t.Fatalf("read again %q, want %q", g.Document.Text, want)
	}
}

func FuzzWord(f *testing.F) {
	f.Add(p("The St", "ate &amp; Council") + "<w:tbl><w:tr><w:tc>" + p("one\n two") + "</w:tc></w:tr></w:tbl>")
	f.Add("<w:p><w:r><w:t><![CDATA[a]]></w:t><mc:AlternateContent><mc:Choice><w:pict><w:txbxContent>" + p("b") + "</w:txbxContent></w:pict></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("b") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
	f.Fuzz(func(t *testing.T, body string) { holds(t, ".docx", wordFile(t, body)) })
}
