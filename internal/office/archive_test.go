package office

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestPackLeavesTheRest(t *testing.T) {
	data := wordFile(t, p("One"), "word/media/a.png", strings.Repeat("picture ", 99), "docProps/app.xml", "<a/>")
	got := changed(t, read(t, ".docx", data), "One", "Two")
	before, after := raw(t, data), raw(t, got)
	if len(before) != len(after) {
		t.Fatalf("%d members became %d", len(before), len(after))
	}
	for i, m := range before {
		same := m.name == after[i].name && m.packed == after[i].packed
		if same != (m.name != "word/document.xml") {
			t.Errorf("%s: same is %v", m.name, same)
		}
	}
	if again := changed(t, read(t, ".docx", data), "One", "Two"); !bytes.Equal(got, again) {
		t.Error("the same change makes other bytes")
	}
}

// packedFolder has an archive with a folder that is packed like a file, as Java's
// jar tool does it: the name of a member is made the name of a folder, since no
// writer of Go's makes such a one.
func packedFolder(t *testing.T, content string) []byte {
	t.Helper()
	data := wordFile(t, p("One"), "media-", content)
	return bytes.ReplaceAll(data, []byte("media-"), []byte("media/"))
}

func TestPackedFolder(t *testing.T) {
	got := changed(t, read(t, ".docx", packedFolder(t, "")), "One", "Two")
	members := raw(t, got)
	if at := slices.Index(members, rawMember{name: "media/"}); at < 0 {
		t.Errorf("there is no empty folder among %d members", len(members))
	}
	if text := read(t, ".docx", got).Document.Text; !strings.Contains(text, "Two") {
		t.Errorf("the text became %q", text)
	}
}

type rawMember struct{ name, packed string }

func raw(t *testing.T, data []byte) []rawMember {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all []rawMember
	for _, f := range z.File {
		at, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, rawMember{f.Name, string(data[at : at+int64(f.CompressedSize64)])})
	}
	return all
}

func TestBadInput(t *testing.T) {
	word := wordFile(t, p("One"))
	encrypted := bytes.Clone(word)
	encrypted[bytes.Index(encrypted, []byte("PK\x01\x02"))+8] |= 1
	// A member that nobody reads begins with no header, or is longer than the file.
	headless := bytes.Clone(wordFile(t, p("One"), "media.png", "a"))
	headless[bytes.LastIndex(headless, []byte("PK\x03\x04"))+3] = 0x14
	endless := bytes.Clone(wordFile(t, p("One"), "media.png", "a"))
	endless[bytes.LastIndex(endless, []byte("PK\x01\x02"))+22] = 0x7f
	typesAnd := func(members ...string) []byte {
		return zipped(t, append(typed(wordType, "word/document.xml"), members...)...)
	}
	main := func(text string) []byte { return typesAnd("word/document.xml", text) }
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"text", []byte("Just text."), "it is not a Word document, whatever its name says"},
		{"nothing", nil, "it is not a Word document"},
		{"a PDF", []byte("%PDF-1.7"), "it is a PDF, not a Word document: review the document that it was made from"},
		{"RTF", []byte(`{\rtf1 a}`), "it is an RTF document, not a Word document: save it as .docx"},
		{"the old format", []byte(compound + "W\x00o\x00r\x00d"), "it is a document of Office before 2007, not a Word document: save it as .docx"},
		{"a password", []byte(compound + "  " + encryptedPackage), "it is an encrypted document, not a Word document: take its password off"},
		{"a password on the archive", encrypted, "it is an encrypted archive"},
		{"another archive", zipped(t, "a.txt", "a"), "it is a zip archive, not a Word document"},
		{"another document", zipped(t, typed("application/epub", "a.xml")...), `it is a document of the type "application/epub"`},
		{"cut short", word[:len(word)/2], "the archive is cut short or broken"},
		{"no main part", typesAnd(), "there is no word/document.xml in the archive"},
		{"broken XML", main("<a>\n<b></a>"), "word/document.xml: line 2: <b> is ended by </a>"},
		{"entities", main("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "word/document.xml: line 1: the document type declares entities"},
		{"another encoding", main("<?xml version='1.0' encoding='GBK'?><a/>"), "word/document.xml: it says that it is GBK"},
		{"no UTF-8", main("<a>\xff</a>"), "word/document.xml: its bytes are not UTF-8"},
		{"too deep", main(strings.Repeat("<a>", 5000)), "nested more than"},
		{"a bomb", main("<a>" + strings.Repeat(" ", mostPart) + "</a>"), "it unpacks to more than"},
		{"too many escapes", main("<w:document" + wordSpace + "><w:body>" + p(strings.Repeat("&lt;", mostStretches+1)) + "</w:body></w:document>"), "more than 2097152 stretches of text"},
		{"a member twice", typesAnd("word/document.xml", "<a/>", "word/document.xml", "<a/>"), "the archive holds word/document.xml twice"},
		{"a member without a header", headless, "media.png: the archive is cut short or broken there"},
		{"a member that has no end", endless, "media.png: the archive is cut short or broken there"},
		{"a folder with content", packedFolder(t, "text"), "a folder media/ that has content of its own"},
		{"a member outside", typesAnd("../document.xml", "<a/>"), `a member "../document.xml", which is no place in it`},
	} {
		_, err := kindOf(t, ".docx").Read("a.docx", c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want %s", c.name, err, c.want)
		}
	}
}
