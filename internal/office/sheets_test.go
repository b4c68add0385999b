package office

import (
	"strings"
	"testing"
)

const sheetSpace = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// sheetFile is a workbook of two sheets, of shared texts and other members.
func sheetFile(t testing.TB, shared, first, second string, members ...string) []byte {
	t.Helper()
	all := append(
		typed("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
		"xl/workbook.xml", "<workbook"+sheetSpace+`><sheets><sheet name="Names" r:id="rId2"/><sheet name="Chart" r:id="rId4"/><sheet name="More names" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml", "worksheet", "worksheets/sheet2.xml", "sharedStrings", "sharedStrings.xml", "chartsheet", "c.xml"),
		"xl/sharedStrings.xml", "<sst"+sheetSpace+">"+shared+"</sst>",
		"xl/worksheets/sheet2.xml", "<worksheet"+sheetSpace+"><sheetData>"+first+"</sheetData></worksheet>",
		"xl/worksheets/sheet1.xml", "<worksheet"+sheetSpace+"><sheetData>"+second+"</sheetData></worksheet>",
	)
	return zipped(t, append(all, members...)...)
}

func TestSheets(t *testing.T) {
	shared := "<si><t>zero</t></si><si><r><rPr><b/></rPr><t>The St</t></r><r><t>ate &amp; Council</t></r><rPh><t>no</t></rPh></si><si><t>unused</t></si><si><t xml:space='preserve'>one\ntwo&#10;three_x000D_\nfour</t></si><si><t>Name</t></si>"
	first := "<row r='2'><c r='B2' t='s'><v>1</v></c><c r='AA2' t='s'><v>0</v></c><c t='n'><v>7</v></c><c t='s'><f>A1</f><v>0</v></c><c t='str'><v>given</v></c></row><row><c t='inlineStr'><is><t>own</t></is></c><c t='s'><v/></c><c t='s'><v>3</v></c></row>"
	second := "<row r='1'><c r='A1' t='s'><v>4</v></c><c r='B1' t='inlineStr'><is><t>Place</t></is></c><c r='C1' t='s'><v>1</v></c></row>"
	f := read(t, ".xlsx", sheetFile(t, shared, first, second,
		"xl/worksheets/_rels/sheet1.xml.rels", relationships("table", "../tables/t.xml"),
		"xl/tables/t.xml", "<table"+sheetSpace+" ref='A1:B9'/>"))
	want := `Names!B2 and 1 more: The State & Council
Names!AA2: zero
Names!A3: own
Names!C3: one/two/three/four
More names!A1: Name
More names!B1: Place
`
	if got := listed(f.Document); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := unzipped(t, changed(t, f, "State", "R&D "), "xl/sharedStrings.xml"); !strings.Contains(got, `<t xml:space="preserve">The R&amp;D </t></r><r><t xml:space="preserve"> &amp; Council</t>`) {
		t.Errorf("the shared texts are %s", got)
	}
	if got := unzipped(t, changed(t, f, "own", "its"), "xl/worksheets/sheet2.xml"); !strings.Contains(got, "<is><t>its</t></is>") {
		t.Errorf("the sheet is %s", got)
	}
	for _, head := range []string{"Name", "Place"} { // a table has it, too
		if _, err := f.Document.FileEdits(revisionOf(t, f, head, "x").Edits); err == nil {
			t.Errorf("the head %q can be changed", head)
		}
	}
}

func TestSheetsBroken(t *testing.T) {
	for value, want := range map[string]string{"x": `Names!A1: "x" is no number of a shared text`, "-1": "no number", "1": "Names!A1 holds shared text 2 of 1"} {
		data := sheetFile(t, "<si/>", "<row><c t='s'><v>"+value+"</v></c></row>", "")
		if _, err := kindOf(t, ".xlsx").Read("a.xlsx", data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %s", value, err, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	for text, want := range map[string]place{"A1": {1, 1}, "Z9": {9, 26}, "AA10": {10, 27}, "$XFD$1048576": {1048576, 16384}} {
		if got, ok := parsePlace(text); !ok || got != want || got.String() != strings.ReplaceAll(text, "$", "") {
			t.Errorf("%s: %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "A", "1", "A0", "XFE1", "AAAAAAAAAAAAAAAAAAAA1", "a1", "A1B"} {
		if got, ok := parsePlace(text); ok {
			t.Errorf("%s is %v", text, got)
		}
	}
}

func FuzzSheets(f *testing.F) {
	f.Add("<si><t>a&#10;b</t></si><si><r><t>c_x000D_</t></r></si>", "<row><c t='s'><v>1</v></c><c t='inlineStr'><is><t>d</t></is></c></row>")
	f.Fuzz(func(t *testing.T, shared, rows string) { holds(t, ".xlsx", sheetFile(t, shared, rows, rows)) })
}
