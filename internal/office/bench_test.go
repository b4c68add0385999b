package office

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkWord reads a document of a thousand pages, a few runs a paragraph as
// Word writes them; the bytes are those of its unpacked body.
func BenchmarkWord(b *testing.B) {
	var body strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&body, `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:pStyle w:val="Normal"/><w:jc w:val="both"/></w:pPr><w:r w:rsidRPr="00A77B3E"><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">Paragraph %d of the report on the harbor &amp; its pilots, </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>who met</w:t></w:r><w:r><w:t xml:space="preserve"> again in the old hall on the quay.</w:t></w:r></w:p>`, i)
	}
	data := wordFile(b, body.String())
	b.SetBytes(int64(body.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if d := read(b, ".docx", data).Document; len(d.Segments) != 20000 {
			b.Fatal(len(d.Segments))
		}
	}
}

// BenchmarkSheets reads a workbook of a hundred thousand cells with text.
func BenchmarkSheets(b *testing.B) {
	var shared, rows strings.Builder
	for i := range 50000 {
		fmt.Fprintf(&shared, "<si><t>Name of harbor pilot %d</t></si>", i)
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%[1]d" s="1" t="s"><v>%d</v></c><c r="B%[1]d" t="s"><v>%[2]d</v></c><c r="C%[1]d"><v>1.5</v></c></row>`, i+1, i)
	}
	data := sheetFile(b, shared.String(), rows.String(), "")
	b.SetBytes(int64(shared.Len() + rows.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if d := read(b, ".xlsx", data).Document; len(d.Segments) != 50000 {
			b.Fatal(len(d.Segments))
		}
	}
}
