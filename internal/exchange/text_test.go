package exchange

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"rectify/internal/spreadsheet"
	"rectify/internal/termbase"
)

// show is a table as a person sees it: a line a row, its cells parted by bars,
// without the empty ones at its end; then what was left out.
func show(t Table) string {
	var out strings.Builder
	for _, r := range t.Rows {
		line := strings.Join([]string{r.ID, r.Lang, r.Status, r.Term, r.Kind, r.Certainty, r.Source, r.Note}, "|")
		fmt.Fprintf(&out, "%d: %s\n", r.Line, strings.TrimRight(line, "|"))
	}
	for _, s := range t.Sources {
		fmt.Fprintf(&out, "source %s: %s (%s)\n", s.ID, s, s.Standing)
	}
	for _, l := range t.Left {
		fmt.Fprintf(&out, "note: %s\n", l)
	}
	return out.String()
}

func read(t *testing.T, name, text string) Table {
	t.Helper()
	table, err := Read(name, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// loads makes sure that a glossary can be made of a table.
func loads(t *testing.T, table Table) {
	t.Helper()
	if _, err := termbase.Load([]termbase.File{{Name: "a", Rows: table.Rows, Sources: table.Sources}}); err != nil {
		t.Error(err)
	}
}

const harbor = "2: harbor-council|zh|preferred|港务委员会\n2: harbor-council|en|preferred|Harbor Council\n"

func TestReadTables(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"Chinese and English", "a.csv", "zh,en\n港务委员会,Harbor Council\n", harbor},
		{"another order and case", "a.csv", "English,Chinese\nHarbor Council,港务委员会\n", harbor},
		{"in Chinese", "a.csv", "中文,英文\n港务委员会,Harbor Council\n", harbor},
		{"source and target", "a.csv", "Source,Target\n港务委员会,Harbor Council\n", harbor},
		{"term and translation", "a.csv", "Term,Translation\n港务委员会,Harbor Council\n", harbor},
		{"language tags", "a.csv", "zh-CN,en-US\n港务委员会,Harbor Council\n", harbor},
		{"semicolons", "a.csv", "zh;en\n港务委员会;Harbor Council\n", harbor},
		{"tabs in .csv", "a.csv", "zh\ten\n港务委员会\tHarbor Council\n", harbor},
		{"tabs", "a.tsv", "zh\ten\n港务委员会\tHarbor Council\n", harbor},
		{"any extension", "a.txt", "zh,en\n港务委员会,Harbor Council\n", harbor},
		{"Windows", "a.csv", "\ufeffzh,en\r\n港务委员会,Harbor Council\r\n", harbor},
		{"Excel says what parts the cells", "a.csv", "sep=;\nzh;en\n甲;\"A, B\"\n", "3: a-b|zh|preferred|甲\n3: a-b|en|preferred|A, B\n"},
		{"space and empty columns", "a.csv", " zh , en ,,\n 港务委员会 , Harbor Council ,,\n,,,\n", harbor},
		{"no header", "a.csv", "港务委员会,Harbor Council\n", strings.ReplaceAll(harbor, "2:", "1:") + "note: a.csv:1: no header: the first column is taken for Chinese, the second for English\n"},
		{"no header, English first", "a.csv", "Harbor Council,港务委员会\n", strings.ReplaceAll(harbor, "2:", "1:") + "note: a.csv:1: no header: the first column is taken for English, the second for Chinese\n"},
		{
			"the same Chinese again is another rendering", "a.csv", "zh,en\n甲,A\n甲,B\n甲,a\n乙,A\n",
			"2: a|zh|preferred|甲\n2: a|en|preferred|A\n3: a|en|admitted|B\n5: a-2|zh|preferred|乙\n5: a-2|en|preferred|A\n",
		},
		{
			"wrong and right", "a.csv", "wrong,right\nQuay Chamber,Harbor Council\nPort Board,Harbor Council\n",
			"2: harbor-council|en|preferred|Harbor Council\n2: harbor-council|en|deprecated|Quay Chamber\n3: harbor-council|en|deprecated|Port Board\n",
		},
		{
			"each once", "a.csv", "zh,en,wrong\n甲,A,B\n甲,a,b\n甲,C,B\n",
			"2: a|zh|preferred|甲\n2: a|en|preferred|A\n4: a|en|admitted|C\n2: a|en|deprecated|B\n",
		},
		{"incorrect and correct", "a.csv", "Correct,Incorrect\nB,A\n", "2: b|en|preferred|B\n2: b|en|deprecated|A\n"},
		{"from and to", "a.csv", "from,to\nA,B\n", "2: b|en|preferred|B\n2: b|en|deprecated|A\n"},
		{"avoid and use", "a.csv", "avoid,use\nA,B\n", "2: b|en|preferred|B\n2: b|en|deprecated|A\n"},
		{
			"all together", "a.csv", "中文,英文,误译,来源,备注,分类,页码\n甲,B,A,\"Some Paper, 2018\",Said so.,laws,7\n",
			"2: b|zh|preferred|甲|laws||some-paper-2018\n2: b|en|preferred|B|laws||some-paper-2018\n2: b|en|deprecated|A|laws||some-paper-2018|Said so.\n" +
				"source some-paper-2018: Some Paper, 2018 (compiled)\nnote: a.csv:1: the column \"页码\" is left out\n",
		},
		{"source of a correction", "a.csv", "wrong,right,source\nA,B,key\n", "2: b|en|preferred|B|||key\n2: b|en|deprecated|A|||key\n"},
		{"ids", "a.csv", "id,zh,en\nx,甲,A\nx,乙,B\n,丙,X\n", "2: x|zh|preferred|甲\n3: x|zh|admitted|乙\n2: x|en|preferred|A\n3: x|en|admitted|B\n4: x-2|zh|preferred|丙\n4: x-2|en|preferred|X\n"},
		{"incomplete", "a.csv", "zh,en\n甲,\n乙,B\n,C\n", "3: b|zh|preferred|乙\n3: b|en|preferred|B\n4: c|en|preferred|C\nnote: a.csv: 1 row without English to use is left out\n"},
		{"only capitals differ", "a.csv", "wrong,right\nparty,Party\n", "2: party|en|preferred|Party\nnote: a.csv: in 1 row wrong and right are one but for capitals: nothing to flag\n"},
		{"ids of any letters", "a.csv", "zh,en\n甲,The People's Café No. 7!\n乙,……\n", "2: the-peoples-café-no-7|zh|preferred|甲\n2: the-peoples-café-no-7|en|preferred|The People's Café No. 7!\n3: entry|zh|preferred|乙\n3: entry|en|preferred|……\n"},
		{"quoting", "a.csv", "zh,en\n\"甲,乙\",\"say \"\"A\"\"\n B\"\n", "2: say-a-b|zh|preferred|甲,乙\n2: say-a-b|en|preferred|say \"A\" B\n"},
		{"Excel's quotes in text with tabs", "a.tsv", "zh\ten\n甲\t\"A, \"\"B\"\"\"\n乙\t\"C\"\n", "2: a-b|zh|preferred|甲\n2: a-b|en|preferred|A, \"B\"\n3: c|zh|preferred|乙\n3: c|en|preferred|\"C\"\n"},
		{"rows", "a.csv", "ID,Lang,Status,Term,Kind\na,en,preferred,\"A, B\",laws\n\nb,en,preferred,B\n", "2: a|en|preferred|A, B|laws\n4: b|en|preferred|B\n"},
		{"rows of tabs have no quotes", "a.tsv", "# remark\nid\tlang\tstatus\tterm\n\na\ten\tpreferred\t\"A, B\"\n", "4: a|en|preferred|\"A, B\"\n"},
		{"guarded cells", "a.csv", "zh,en\n甲,'=A\n", "2: a|zh|preferred|甲\n2: a|en|preferred|=A\n"},
		{"sources", "sources.tsv", "id\ttitle\tpublisher\tdate\taddress\tstanding\nx\tT\tP\t2018\t\tofficial\n", "source x: T, P, 2018 (official)\n"},
		{"nothing", "a.csv", "", ""},
		{"only a header", "a.csv", "zh,en\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := read(t, c.file, c.text)
			if got := show(table); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
			loads(t, table)
		})
	}
}

func TestTableErrors(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"no header, both English", "a.csv", "Quay Chamber,Harbor Council\n", "a.csv:1: no header that rectify knows: begin with a line zh,en for terms, wrong,right for corrections"},
		{"a text", "a.txt", "The Quay Chamber met.\n", "a.txt:1: no header"},
		{"unknown column", "a.csv", "id,lang,state,term\n", `a.csv:1: unknown column "state" (did you mean "status"?); the columns are id, `},
		{"column twice", "a.csv", "id,lang,status,term,id\n", `a.csv:1: column "id" stands twice`},
		{"missing column", "a.csv", "id,lang,status\n", `a.csv:1: no column "term"`},
		{"too many cells", "a.csv", "id,lang,status,term\na,en,preferred,A\nb,en,preferred,B,c\n", "a.csv:3: 5 columns, but the header has 4"},
		{"too many cells in pairs", "a.csv", "zh,en\n甲,A\n乙,B, C\n", "a.csv:3: 3 columns, but the header has 2"},
		{"bare quote", "a.csv", "zh,en\n甲,5\" gun\n", "a.csv:2: a quotation mark stands where none can: put the whole cell in quotation marks"},
		{"quote left open", "a.csv", "zh,en\n甲,A\n乙,\"B\n丙,C\n", "a.csv:3: a quotation mark"},
		{"standing", "a.csv", "id,title,standing\nx,T,offical\n", `a.csv:2: unknown standing "offical"; there are official`},
		{"a cell that is a book", "a.csv", "zh,en\n甲," + strings.Repeat("A", spreadsheet.LongestCell+1) + "\n", "a.csv:2: more than 32767 characters in one cell"},
		{"very many lines", "a.csv", strings.Repeat("\n", mostRows+1), "a.csv: more than 1048576 lines: part it"},
		{"very many cells", "a.csv", "zh,en\n" + strings.Repeat(",", mostCommas+1), "a.csv:2: more than 10000 cells in one line"},
		{"NUL", "a.csv", "zh,en\n甲,A\x00\n", "a.csv: binary file: control byte 0x00"},
		{"Latin-1", "a.csv", "zh,en\nA,caf\xe9\n", "a.csv: not UTF-8: byte 0xE9 at offset 11 (line 2)"},
		{"broken UTF-8", "a.csv", "zh,en\n甲乙丙,A\xff\n", "a.csv: broken UTF-8"},
		{"old Excel", "a.xls", oleMagic + "\xa1\xb1\x1a\xe1", "a.xls: a workbook of the old kind or with a password: save it as .xlsx"},
		{"the web", "a.html", "<!DOCTYPE html><html></html>", "a.html:1: <html> is no glossary: of XML, rectify reads TBX and TMX"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Read(c.file, strings.NewReader(c.text))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("%v, want %s\n%s", err, c.want, show(table))
			}
		})
	}
}

// What is right in one row and wrong in another is for the user to settle.
func TestPairsThatContradict(t *testing.T) {
	table := read(t, "a.csv", "zh,en,wrong\n甲,A,B\n甲,B,C\n")
	_, err := termbase.Load([]termbase.File{{Name: "a.csv", Rows: table.Rows}})
	if err == nil || !strings.HasPrefix(err.Error(), `a.csv:2: "B" is deprecated for a, but admitted for a (a.csv:3)`) {
		t.Errorf("%v", err)
	}
}

// Excel writes Chinese in whatever encoding its owner's computer has.
func TestEncodings(t *testing.T) {
	text := "zh,en\n港务委员会,Harbor Council\n"
	for name, encode := range map[string]func(string) (string, error){
		"UTF-16 with a mark": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String,
		"UTF-16, high first": unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String,
		"GB18030":            simplifiedchinese.GB18030.NewEncoder().String,
	} {
		encoded, err := encode(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := show(read(t, "a.csv", encoded)); got != harbor {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// endless is a file without an end; it counts what is read of it.
type endless struct{ n int64 }

func (e *endless) Read(p []byte) (int, error) {
	e.n += int64(len(p))
	return len(p), nil
}

func TestHugeFile(t *testing.T) {
	from := &endless{}
	_, err := Read("a.csv", from)
	if err == nil || err.Error() != "a.csv: a glossary of more than 128 MB: part it" {
		t.Errorf("%v", err)
	}
	if from.n > 2*MaxSize {
		t.Errorf("%d bytes are read", from.n)
	}
}

func TestUnreadable(t *testing.T) {
	from, to := io.Pipe()
	to.CloseWithError(io.ErrClosedPipe)
	if _, err := Read("a.csv", from); err == nil || !strings.HasPrefix(err.Error(), "can't read the glossary: ") {
		t.Errorf("%v", err)
	}
}

func TestWriteCSV(t *testing.T) {
	table := Table{Rows: []termbase.Row{{Kind: "laws", ID: "a", Lang: "en", Status: "preferred", Term: "=1, \"A\"", Note: "two\nlines"}}}
	data, _ := written(t, "csv", table)
	want := "\ufeffkind,id,lang,status,term,type,scope,since,until,certainty,unless,source,note\nlaws,a,en,preferred,\"'=1, \"\"A\"\"\",,,,,,,,two lines\n"
	if string(data) != want {
		t.Errorf("%q", data)
	}
	data, _ = written(t, "tsv", table)
	want = "kind\tid\tlang\tstatus\tterm\ttype\tscope\tsince\tuntil\tcertainty\tunless\tsource\tnote\nlaws\ta\ten\tpreferred\t'=1, \"A\"\t\t\t\t\t\t\t\ttwo lines\n"
	if string(data) != want {
		t.Errorf("%q", data)
	}
	table.Rows[0].Note = strings.Repeat("x", spreadsheet.LongestCell+1)
	f, _ := Lookup("csv")
	if _, err := f.Write(io.Discard, table); err == nil || !strings.HasPrefix(err.Error(), "a: note: more than 32767 characters") {
		t.Errorf("%v", err)
	}
}

func TestWriteSources(t *testing.T) {
	var out bytes.Buffer
	if err := WriteSources(&out, sample.Sources); err != nil {
		t.Fatal(err)
	}
	if got := read(t, "any.tsv", out.String()).Sources; fmt.Sprint(got) != fmt.Sprint(sample.Sources) {
		t.Errorf("%v", got)
	}
}

func TestFormats(t *testing.T) {
	for i, f := range Formats {
		if i > 0 && Formats[i-1].Name >= f.Name {
			t.Errorf("%s stands after %s", f.Name, Formats[i-1].Name)
		}
		if (f.write == nil) == (f.folder == nil) || (f.folder == nil) == (len(f.Extensions) == 0) {
			t.Errorf("%s is either a file with extensions or a folder", f.Name)
		}
		for _, column := range f.lacks {
			if said[column] == "" {
				t.Errorf("%s: nothing says what the column %s is", f.Name, column)
			}
		}
	}
	manual, err := os.ReadFile(filepath.FromSlash("../../docs/glossary-formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Formats {
		if !strings.Contains(string(manual), "\n| `"+f.Name+"` | ") {
			t.Errorf("docs/glossary-formats.md has no row of %s", f.Name)
		}
	}
	for _, extension := range Readable {
		if _, ok := ByExtension(extension); !ok {
			t.Errorf("%s stands for no format", extension)
		}
	}
	for path, want := range map[string]string{"a.TBX": "tbx", `C:\a.b\x.csv`: "csv", "styles": "", "a.doc": ""} {
		if f, ok := ByExtension(path); f.Name != want || ok != (want != "") {
			t.Errorf("%s stands for %q", path, f.Name)
		}
	}
	if f, ok := Lookup("tbxx"); ok {
		t.Errorf("tbxx stands for %q", f.Name)
	}
}

// Ids stay apart whatever they are made of, and very many of one name take no
// time.
func TestUnique(t *testing.T) {
	taken := names{"b-2": 1}
	var got []string
	for _, id := range []string{"a", "a", "b", "b", "a", "", "", "a-2"} {
		got = append(got, taken.unique(id))
	}
	if want := "[a a-2 b b-3 a-3 entry entry-2 a-2-2]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
	for range 100000 {
		taken.unique("a")
	}
}

func TestTally(t *testing.T) {
	if got := (tally{"b": 2, "a": 2, "c": 3}).list(); got != "c (3), a (2), b (2)" {
		t.Error(got)
	}
	many := tally{strings.Repeat("x", 100): 2}
	for i := range mostNamed + 4 {
		many[fmt.Sprintf("c%02d", i)] = 1
	}
	if got := many.list(); !strings.HasPrefix(got, strings.Repeat("x", 60)+" (2), c00 (1), ") || !strings.HasSuffix(got, "c18 (1), and 5 more") {
		t.Error(got)
	}
}
