package exchange

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rectify/internal/termbase"
)

// checkRead reads whatever there is: it gives an error that names the file, or
// rows that come back out of every format if a glossary can be made of them.
func checkRead(t *testing.T, name string, data []byte) {
	table, err := Read(name, bytes.NewReader(data))
	if err != nil {
		if !strings.HasPrefix(err.Error(), name+":") {
			t.Errorf("the error %q doesn't name the file", err)
		}
		return
	}
	g, err := termbase.Load([]termbase.File{{Name: name, Rows: table.Rows, Sources: table.Sources}})
	if err != nil {
		return // the rows contradict each other, or are none
	}
	written := Of(g)
	if len(written.Rows) == 0 {
		return
	}
	checkRoundTrip(t, written)
	vale, _ := Lookup("vale")
	if _, _, err := vale.Folder(written); err != nil {
		t.Errorf("vale: %v", err)
	}
}

func FuzzReadText(f *testing.F) {
	for _, text := range []string{
		"zh,en\n港务委员会,Harbor Council\n", "wrong;right;note\nA;B;'=c\n", "sep=;\nzh;en\n甲;\"A\n\"\"B\"\"\"\n", "甲\tA\n", "\xd6\xd0,\xd3\xa2\n",
		"id\tlang\tstatus\tterm\tsince\tuntil\tunless\ttype\tscope\tsource\tkind\na\ten\tpreferred\tbuild~ {nth}\t2018\t\t\tfull\tmfa\tx y\tlaws\na\ten\tdeprecated\tX\t\t\ta X | X b\n",
		"id,title,standing\nx,T,official\n", "\xff\xfez\x00h\x00", "id,lang,status,term\n,,,\n",
	} {
		f.Add([]byte(text), false)
		f.Add([]byte(text), true)
	}
	f.Fuzz(func(t *testing.T, data []byte, tabs bool) {
		name := "a.csv"
		if tabs {
			name = "a.tsv"
		}
		if !bytes.HasPrefix(data, []byte(zipMagic)) {
			checkRead(t, name, data)
		}
	})
}

func FuzzReadXML(f *testing.F) {
	f.Add([]byte(dcaFile))
	for name := range full {
		if strings.HasPrefix(name, "tbx") {
			data, _ := written(f, name, sample)
			f.Add(data)
		}
	}
	tmx, _ := written(f, "tmx", sample)
	f.Add(tmx)
	f.Add([]byte("<!DOCTYPE martif [<!ENTITY a 'b'>]><martif>&a;</martif>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte(zipMagic)) {
			checkRead(t, "a.tbx", data)
		}
	})
}

// FuzzReadWorkbook puts any XML into the parts of a workbook: as bytes of an
// archive nothing would come through its checksums.
func FuzzReadWorkbook(f *testing.F) {
	parts := map[string]string{}
	book := excelize.NewFile()
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		f.Fatal(err)
	}
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml", "xl/theme/theme1.xml"} {
		if part, ok := book.Pkg.Load(name); ok {
			parts[name] = string(part.([]byte))
		}
	}
	const cells = `<c r="A1" t="inlineStr"><is><t>zh</t></is></c><c r="B1" t="s"><v>0</v></c>`
	const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">` + cells + `</row><row r="3"><c r="A3" t="str"><v>甲</v></c><c r="B3"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>`
	names, styles := parts["xl/workbook.xml"], parts["xl/styles.xml"]
	f.Add(sheet, `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>en</t></si></sst>`, names, styles)
	f.Add(`<worksheet><sheetData><row r="99999999999"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>`, "<sst/>", names, styles)
	f.Add(`<worksheet><sheetData><row r="0"><c r="1" t="s" s="-1"><v>-9</v></c></row></sheetData></worksheet>`, "<sst/>", names, "<styleSheet/>")
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" s="7"><v>43176</v></c></row></sheetData></worksheet>`, "<sst/>", "<workbook/>", styles)
	f.Fuzz(func(t *testing.T, sheet, strings, names, styles string) {
		parts["xl/worksheets/sheet1.xml"], parts["xl/sharedStrings.xml"] = sheet, strings
		parts["xl/workbook.xml"], parts["xl/styles.xml"] = names, styles
		checkRead(t, "a.xlsx", archive(t, parts))
	})
}
