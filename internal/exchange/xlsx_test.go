package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook is the bytes of a workbook that a test fills in.
func workbook(t *testing.T, fill func(*excelize.File) error) []byte {
	t.Helper()
	book := excelize.NewFile()
	if err := fill(book); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// filledSheet puts cells into a sheet, row by row.
func filledSheet(book *excelize.File, sheet string, rows ...[]any) error {
	for i, row := range rows {
		if err := book.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return err
		}
	}
	return nil
}

// archive is a zip archive of the given parts.
func archive(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range parts {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadWorkbooks(t *testing.T) {
	for _, c := range []struct {
		name string
		fill func(*excelize.File) error
		want string
	}{
		{"two columns", func(b *excelize.File) error {
			return filledSheet(b, "Sheet1", []any{"中文", "英文"}, []any{}, []any{" 港务委员会", "Harbor\nCouncil"})
		}, "3: harbor-council|zh|preferred|港务委员会\n3: harbor-council|en|preferred|Harbor Council\n"},
		{"numbers and dates", func(b *excelize.File) error {
			style, err := b.NewStyle(&excelize.Style{NumFmt: 14})
			if err != nil {
				return err
			}
			if err := b.SetCellStyle("Sheet1", "E2", "E2", style); err != nil {
				return err
			}
			return filledSheet(b, "Sheet1", []any{"id", "lang", "status", "term", "since", "note"}, []any{"a", "en", "preferred", "A", 43176, 2018})
		}, "2: a|en|preferred|A||||2018\n"},
		{"several sheets", func(b *excelize.File) error {
			for _, sheet := range []string{"Sources", "Notes", "Old"} {
				if _, err := b.NewSheet(sheet); err != nil {
					return err
				}
			}
			if err := b.SetSheetVisible("Old", false); err != nil {
				return err
			}
			for sheet, rows := range map[string][][]any{
				"Sheet1":  {{"wrong", "right", "source"}, {"A", "B", "x"}},
				"Sources": {{"id", "title", "standing"}, {"x", "T", "official"}},
				"Notes":   {{"Read this first"}},
				"Old":     {{"wrong", "right"}, {"C", "D"}},
			} {
				if err := filledSheet(b, sheet, rows...); err != nil {
					return err
				}
			}
			return nil
		}, "2: b|en|preferred|B|||x\n2: b|en|deprecated|A|||x\nsource x: T (official)\nnote: a.xlsx: the hidden sheet \"Old\" is left out\nnote: a.xlsx: Notes!A1: the sheet is left out: " + noHeader + "\n"},
		{"a formula with its value", func(b *excelize.File) error {
			if err := filledSheet(b, "Sheet1", []any{"zh", "en"}, []any{"甲", 2018}); err != nil {
				return err
			}
			return b.SetCellFormula("Sheet1", "B2", "=2000+18")
		}, "2: 2018|zh|preferred|甲\n2: 2018|en|preferred|2018\n"},
		{"nothing", func(*excelize.File) error { return nil }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := read(t, "a.xlsx", string(workbook(t, c.fill)))
			if got := show(table); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
			loads(t, table)
			for _, r := range table.Rows {
				if r.Note == "2018" && r.Since != "2018-03-17" {
					t.Errorf("since %q", r.Since)
				}
			}
		})
	}
}

func TestWorkbookErrors(t *testing.T) {
	for _, c := range []struct {
		name string
		fill func(*excelize.File) error
		want string
	}{
		{"no header", func(b *excelize.File) error { return filledSheet(b, "Sheet1", []any{}, []any{"A", "B"}) }, "a.xlsx: Sheet1!A2: no header that rectify knows"},
		{"unknown column", func(b *excelize.File) error {
			return filledSheet(b, "Sheet1", []any{"id", "lang", "status", "term", "wrong"})
		}, `a.xlsx: Sheet1!E1: unknown column "wrong"`},
		{"too many cells", func(b *excelize.File) error {
			return filledSheet(b, "Sheet1", []any{"zh", "en"}, []any{"甲", "A", nil, "x"})
		}, "a.xlsx: Sheet1!D2: 4 columns, but the header has 2"},
		{"very many columns", func(b *excelize.File) error { return b.SetCellValue("Sheet1", "XFD1", "x") }, "a.xlsx: Sheet1!IW1: a sheet of terms has at most 256 columns"},
		{"a formula without a value", func(b *excelize.File) error {
			if err := filledSheet(b, "Sheet1", []any{"zh", "en"}, []any{"甲"}); err != nil {
				return err
			}
			return b.SetCellFormula("Sheet1", "B2", `="A"`)
		}, "a.xlsx: Sheet1!B2: a formula without a saved value: open the workbook in a spreadsheet program and save it"},
		{"a formula that failed", func(b *excelize.File) error {
			return filledSheet(b, "Sheet1", []any{"zh", "en"}, []any{"甲", "#REF!"})
		}, "a.xlsx: Sheet1!B2: the formula has failed (#REF!)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Read("a.xlsx", bytes.NewReader(workbook(t, c.fill)))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("%v, want %s\n%s", err, c.want, show(table))
			}
		})
	}
}

// lying is an archive whose directory says that a part unpacks to one byte.
func lying(t *testing.T, text string) []byte {
	data := archive(t, map[string]string{"xl/worksheets/sheet1.xml": text})
	at := bytes.LastIndex(data, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(data[at+24:], 1)
	binary.LittleEndian.PutUint32(data[at+16:], crc32.ChecksumIEEE([]byte(text)))
	return data
}

func TestHostileWorkbooks(t *testing.T) {
	good := workbook(t, func(b *excelize.File) error {
		return filledSheet(b, "Sheet1", []any{"zh", "en"}, []any{"甲", "A"})
	})
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a directory that lies", lying(t, "<a>"+strings.Repeat("<b/>", 1000)+"</a>"), "a.xlsx: xl/worksheets/sheet1.xml: the workbook is broken"},
		{"deep XML", archive(t, map[string]string{"a.xml": strings.Repeat("<a>", 1000)}), "a.xlsx: a.xml: elements are nested more than 128 deep"},
		{"entities", archive(t, map[string]string{"a.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "a.xlsx: a.xml: a document type has no place in a workbook"},
		{"XML cut short", archive(t, map[string]string{"a.xml": "<a><b>"}), "a.xlsx: a.xml: the workbook is broken (unexpected EOF)"},
		{"cut short", good[:len(good)-30], "a.xlsx: the workbook is cut short or broken"},
		{"a byte changed", append(append(bytes.Clone(good[:60]), good[60]^0xff), good[61:]...), "the workbook is broken"},
		{"another archive", archive(t, map[string]string{"a.txt": "hello"}), "a.xlsx: no workbook of Excel"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if table, err := Read("a.xlsx", bytes.NewReader(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s\n%s", err, c.want, show(table))
			}
		})
	}
}

// An archive is unpacked no further than its limits.
func TestArchiveLimits(t *testing.T) {
	most := limits{parts: 3, bytes: 2 << 20, elements: 100}
	half := strings.Repeat(" ", 1<<20+1)
	for _, c := range []struct {
		name  string
		parts map[string]string
		want  string
	}{
		{"just enough", map[string]string{"a.xml": "<a>" + strings.Repeat("<b/>", 49) + "</a>", "b.rels": strings.Repeat("<b></b>", 50), "c.bin": half}, "<nil>"},
		{"a bomb", map[string]string{"a.bin": half, "b.xml": half}, "the workbook unpacks to more than 2 MB: part it"},
		{"parts", map[string]string{"a": "", "b": "", "c": "", "d": ""}, "a.xlsx: an archive of 4 parts is no workbook with a glossary: at most 3 are read"},
		{"elements", map[string]string{"a.xml": strings.Repeat("<b/>", 60), "b.xml": strings.Repeat("<b/>", 60)}, "more than 100 cells and other elements: part the workbook"},
	} {
		if _, err := checkArchive("a.xlsx", archive(t, c.parts), most); !strings.Contains(fmt.Sprint(err), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	if unpacked, err := checkArchive("a.xlsx", archive(t, map[string]string{"a.bin": "1234", "b.xml": "<a/>"}), most); unpacked != 8 || err != nil {
		t.Errorf("%d bytes are unpacked, %v", unpacked, err)
	}
}

// A cell is a string whatever it begins with, so nothing runs, and the header
// stays in sight.
func TestWriteXLSX(t *testing.T) {
	data, _ := written(t, "xlsx", sample)
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(book.GetSheetList()); got != "[Glossary Sources]" {
		t.Errorf("sheets %s", got)
	}
	for cell, want := range map[string]string{"A1": "kind", "E8": `=HYPERLINK("http://x","y")`, "A8": "=1+1"} {
		got, err := book.GetCellValue("Glossary", cell)
		formula, formulaErr := book.GetCellFormula("Glossary", cell)
		if got != want || err != nil || formula != "" || formulaErr != nil {
			t.Errorf("%s holds %q, the formula %q, %v, %v", cell, got, formula, err, formulaErr)
		}
	}
	if panes, err := book.GetPanes("Glossary"); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
}
