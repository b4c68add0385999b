package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"rectify/internal/document"
	"rectify/internal/edit"
)

// zipped is an archive of members, given by name and text in turn.
func zipped(t testing.TB, members ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(members); i += 2 {
		if err := write(w, &zip.FileHeader{Name: members[i], Method: zip.Deflate}, members[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// unzipped is the text of a member of an archive, "" if it isn't there.
func unzipped(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		return ""
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// typed are the two members that tell what a document of Office Open XML is.
func typed(media, main string) []string {
	return []string{
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/` + main + `" ContentType="` + media + `"/></Types>`,
		"_rels/.rels", relationships("officeDocument", main),
	}
}

// relationships are relations given by kind and target in turn.
func relationships(all ...string) string {
	var out strings.Builder
	out.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := 0; i < len(all); i += 2 {
		fmt.Fprintf(&out, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, i/2+1, all[i], all[i+1])
	}
	return out.String() + `</Relationships>`
}

// kindOf is the kind of document with an extension.
func kindOf(t testing.TB, extension string) *Kind {
	t.Helper()
	for _, k := range Kinds {
		if k.Extensions[0] == extension {
			return k
		}
	}
	t.Fatalf("there is no kind %s", extension)
	return nil
}

// read reads a document that must be sound.
func read(t testing.TB, extension string, data []byte) *File {
	t.Helper()
	f, err := kindOf(t, extension).Read("a"+extension, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// listed are the segments of a document: their names and their texts, · between
// glued, / between spaced and | between broken runs; # marks a heading.
func listed(d *document.Document) string {
	var out strings.Builder
	for _, s := range d.Segments {
		out.WriteString(s.Name + ": ")
		if s.Kind == document.Heading {
			out.WriteString("# ")
		}
		for i, run := range s.Runs {
			if i > 0 {
				out.WriteString([]string{"·", "/", "|"}[run.Before])
			}
			out.WriteString(d.Slice(run.Span))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// changed is a document with every place of a text replaced.
func changed(t testing.TB, f *File, old, new string) []byte {
	t.Helper()
	var edits []edit.Edit
	for at := 0; ; {
		n := strings.Index(f.Document.Text[at:], old)
		if n < 0 {
			break
		}
		at += n + len(old)
		edits = append(edits, edit.Edit{Start: at - len(old), End: at, New: new})
	}
	if len(edits) == 0 {
		t.Fatalf("%q isn't in %q", old, f.Document.Text)
	}
	parts, err := f.Document.FileEdits(edits)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[int]string{}
	for _, p := range parts {
		if texts[p.Part], err = edit.Apply(f.Document.Origin.Parts[p.Part].Text, p.Edits); err != nil {
			t.Fatal(err)
		}
	}
	data, err := f.Pack(texts)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
