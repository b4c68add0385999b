package office

import (
	"strings"
	"testing"
)

const (
	wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	// wordOpen begins a part of a Word document.
	wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`
)

// wordFile is a Word document with a body and other members, given by name and
// text in turn.
func wordFile(t testing.TB, body string, members ...string) []byte {
	t.Helper()
	all := append(typed(wordType, "word/document.xml"), "word/document.xml", "<w:document"+wordSpace+"><w:body>"+body+"</w:body></w:document>")
	return zipped(t, append(all, members...)...)
}

// p is a paragraph of runs.
func p(runs ...string) string {
	return "<w:p><w:r><w:t>" + strings.Join(runs, "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>") + "</w:t></w:r></w:p>"
}

func TestWord(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", p("One") + p("") + p(" ") + p("The St", "ate &amp; Coun", "cil"), "paragraph 1: One\nparagraph 2: The State & Council\n"},
		{"line ends in a text", p("One\r\ntwo"), "paragraph 1: One two\n"},
		{"CDATA", p("<![CDATA[R&D]]>"), "paragraph 1: R&D\n"},
		{
			"tables", p("One") + "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("Two") + p("three") + "</w:tc><w:tc>" + p("Four") + "</w:tc></w:tr>" +
				"<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("gone") + "</w:tc></w:tr><w:sdt><w:sdtContent><w:tr><w:tc>" + p("Five") + "<w:tbl><w:tr><w:tc>" + p("Six") + "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>" + p("Seven"),
			"paragraph 1: One\ntable 1, row 1, column 2: Two\ntable 1, row 1, column 2, paragraph 2: three\ntable 1, row 1, column 4: Four\ntable 1, row 3, column 1: Five\ntable 1, row 3, column 1, table 1, row 1, column 1: Six\nparagraph 2: Seven\n",
		},
		{"revisions", "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>c</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>d</w:t></w:r></w:ins><w:moveTo><w:r><w:t>e</w:t></w:r></w:moveTo></w:p>", "paragraph 1: ade\n"},
		{"containers", "<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t>c</w:t></w:r></w:sdtContent></w:sdt><w:fldSimple w:instr='PAGE'><w:r><w:t>d</w:t></w:r></w:fldSimple></w:p>", "paragraph 1: abcd\n"},
		{"marks", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e </w:t><w:sym/><w:t>f</w:t><w:footnoteReference w:id='1'/></w:r><w:r><w:t>g</w:t></w:r></w:p>", "paragraph 1: a/b/c\u2011d\u00ade|fg\n"},
		{"formulas", "<w:p><w:r><w:t>a </w:t></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:t> b</w:t></w:r></w:p>", "paragraph 1: a|b\n"},
		{"hidden text", "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>b</w:t></w:r></w:p>", "paragraph 1: b\n"},
		{"fields", "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText><w:t>no</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>yes</w:t><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t> too</w:t></w:r></w:p>", "paragraph 1: yes too\n"},
		{"phonetic guides", "<w:p><w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>", "paragraph 1: b\n"},
		{"outline level", "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "paragraph 1: # a\n"},
		{"pictures", "<w:p><w:r><w:t>a </w:t><w:drawing><inline xmlns='x'/></w:drawing><w:t>b</w:t><w:drawing><anchor xmlns='x'/></w:drawing><w:t>c</w:t></w:r></w:p>", "paragraph 1: a|bc\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := listed(read(t, ".docx", wordFile(t, c.body)).Document); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestWordParts(t *testing.T) {
	part := func(root, blocks string) string {
		return "<w:" + root + wordSpace + ">" + blocks + "</w:" + root + ">"
	}
	style := func(id, inside string) string { return "<w:style w:styleId='" + id + "'>" + inside + "</w:style>" }
	data := wordFile(t, "<w:p><w:pPr><w:pStyle w:val='c'/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>"+p("Body"),
		"word/_rels/document.xml.rels", relationships("styles", "styles.xml", "header", "header10.xml", "header", "/word/header2.xml", "footer", "footer1.xml", "footnotes", "footnotes.xml", "endnotes", "endnotes.xml", "comments", "comments.xml"),
		"word/styles.xml", part("styles", style("a", "<w:name w:val='Heading 1'/>")+style("b", "<w:basedOn w:val='a'/>")+style("c", "<w:basedOn w:val='b'/>")+style("d", "<w:basedOn w:val='d'/>")),
		"word/header2.xml", part("hdr", p("Top")+p("more")), "word/header10.xml", part("hdr", p("Other top")),
		"word/footer1.xml", part("ftr", p("Bottom")),
		"word/footnotes.xml", part("footnotes", "<w:footnote w:type='separator'>"+p("-")+"</w:footnote><w:footnote>"+p("Note")+p("goes on")+"</w:footnote><w:footnote>"+p("Another")+"</w:footnote>"),
		"word/endnotes.xml", part("endnotes", "<w:endnote w:type='normal'>"+p("End")+"</w:endnote>"),
		"word/comments.xml", part("comments", "<w:comment>"+p("Left alone")+"</w:comment>"))
	want := `paragraph 1: # Title
paragraph 2: Body
header 1: Top
header 1, paragraph 2: more
header 2: Other top
footer 1: Bottom
footnote 1: Note
footnote 1, paragraph 2: goes on
footnote 2: Another
endnote 1: End
`
	f := read(t, ".docx", data)
	if got := listed(f.Document); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for _, s := range f.Document.Segments {
		if s.Aside != (strings.HasPrefix(s.Name, "header") || strings.HasPrefix(s.Name, "footer")) {
			t.Errorf("%s: stands aside is %v", s.Name, s.Aside)
		}
	}
	if got := unzipped(t, changed(t, f, "top", "head"), "word/header10.xml"); !strings.Contains(got, "<w:t>Other head</w:t>") {
		t.Errorf("the header is %s", got)
	}
}

func TestWordStrict(t *testing.T) {
	main := strings.ReplaceAll("<w:document"+wordSpace+"><w:body>"+p("One")+"</w:body></w:document>", wordSpaces[0], wordSpaces[1])
	data := zipped(t, append(typed(wordType, "word/document.xml"), "word/document.xml", main)...)
	if got := listed(read(t, ".docx", data).Document); got != "paragraph 1: One\n" {
		t.Errorf("got %s", got)
	}
}

func TestWordEdits(t *testing.T) {
	for _, c := range []struct{ body, old, new, want string }{
		{p("The St", "ate", " met"), "State", "R&D", p("The R&amp;D", "", " met")},
		{p("one ", "two"), "one ", "1", p("1", "two")},
		{p("one", "two"), "one", "1 ", strings.Replace(p("1 ", "two"), "<w:t>", `<w:t xml:space="preserve">`, 1)},
		{p(" one", "two"), "two", "2", p(" one", "2")},
		{`<w:p><w:r><w:t xml:space="preserve">one </w:t></w:r></w:p>`, "one", "1", `<w:p><w:r><w:t xml:space="preserve">1 </w:t></w:r></w:p>`},
	} {
		got := unzipped(t, changed(t, read(t, ".docx", wordFile(t, c.body)), c.old, c.new), "word/document.xml")
		want := "<w:document" + wordSpace + "><w:body>" + c.want + "</w:body></w:document>"
		if got != want {
			t.Errorf("%q as %q:\n got %s\nwant %s", c.old, c.new, got, want)
		}
	}
}

// What shows another part of the document is read, but a change of it would not
// last.
func TestWordBoundText(t *testing.T) {
	f := read(t, ".docx", wordFile(t, "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>"+p("one &amp; two")+"</w:sdtContent></w:sdt>"+p("three")))
	if got := listed(f.Document); got != "paragraph 1: one & two\nparagraph 2: three\n" {
		t.Errorf("got %s", got)
	}
	if edits, err := f.Document.FileEdits(revisionOf(t, f, "two", "2").Edits); err == nil {
		t.Errorf("edits %v", edits)
	}
}

// A text box stands twice in a document: both change, but for a copy that says
// something else.
func TestWordTextBoxes(t *testing.T) {
	boxed := func(choice, fallback string) string {
		return "<w:p><w:r><w:t>Before </w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><anchor xmlns='x'><w:txbxContent>" + choice +
			"</w:txbxContent></anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + fallback + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>after</w:t></w:r></w:p>"
	}
	inner := boxed(p("old &amp; deep"), p("old &amp; deep"))
	for _, body := range []string{boxed(p("old")+p("two"), p("old")+p("two")), boxed(inner, inner)} {
		f := read(t, ".docx", wordFile(t, body))
		got := unzipped(t, changed(t, f, "old", "new"), "word/document.xml")
		if want := strings.ReplaceAll(unzipped(t, wordFile(t, body), "word/document.xml"), "old", "new"); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
	f := read(t, ".docx", wordFile(t, boxed(p("old")+p("two"), p("old")+p("2"))))
	if got, want := listed(f.Document), "paragraph 1: Before after\ntext box 1: old\ntext box 1, paragraph 2: two\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := unzipped(t, changed(t, f, "old", "new"), "word/document.xml"); strings.Count(got, "old") != 1 || strings.Count(got, "new") != 1 {
		t.Errorf("the other text changed: %s", got)
	}
}
