package format

import (
	"strings"
	"testing"

	"rectify/internal/edit"
)

func TestTable(t *testing.T) {
	for _, c := range []struct {
		sample          string
		segments, pairs []string
	}{
		{"table/terms.csv", []string{
			`C: Boss of the Harbor <row 2, column "English">`,
			`P: The "Boss", he said. <row 3, column "English">`,
			`P: He rows. <row 3, column "English">`,
			`C: Harbor & pier <row 5, column "English">`,
		}, []string{
			`港务主席 = Boss of the Harbor <row 2, column "English">`,
			`一,二 = The "Boss", he said. He rows. <row 3, column "English">`,
			`尚未翻译 =  <row 4, column "English">`,
		}},
		{"table/terms.tsv", []string{`C: The "Boss" of the Harbor <row 2, column "EN">`}, []string{`港务主席 = The "Boss" of the Harbor <row 2, column "EN">`}},
		{"table/semicolon.csv", []string{`C: Harbor <row 2, column "title_en">`, `C: pier <row 2, column "body_en">`}, []string{`港 = Harbor <row 2, column "title_en">`}},
	} {
		d := readSample(t, c.sample).Document
		compareLines(t, c.sample, named(d), c.segments)
		compareLines(t, c.sample, paired(d), c.pairs)
	}
}

func TestTableColumns(t *testing.T) {
	for _, c := range []struct {
		column       Column
		header, want string
	}{
		{Column{Target: "2"}, "a,b", `C: b <row 1, column 2>, C: x <row 2, column 2>`},
		{Column{Target: "B"}, "a,b", `C: x <row 2, column "b">`},
		{Column{Target: "2", Source: "a"}, "a,b", `C: x <row 2, column "b">`},
	} {
		f, err := Options{[]Column{c.column}}.Read("a.csv", []byte(c.header+"\n港,x\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(named(f.Document), ", "); got != c.want {
			t.Errorf("%v: %s; want %s", c.column, got, c.want)
		}
	}
	for _, target := range []string{"c", "0", "3"} {
		if _, err := (Options{[]Column{{Target: target}}}).Read("a.csv", []byte("a,b\n")); err == nil || !strings.Contains(err.Error(), "there are a, b") {
			t.Errorf("%s: %v", target, err)
		}
	}
}

// A cell gets quotes when what it holds needs them.
func TestTableEdit(t *testing.T) {
	f := readSample(t, "table/terms.csv")
	text := f.Document.Text
	at := func(old, new string) edit.Edit {
		i := strings.Index(text, old)
		return edit.Edit{Start: i, End: i + len(old), New: new}
	}
	for _, c := range []struct {
		edits         []edit.Edit
		before, after string
	}{
		{[]edit.Edit{at("Boss of", "Chair of")}, "Boss of the Harbor,plain", "Chair of the Harbor,plain"},
		{[]edit.Edit{at("Boss of", "Boss, chair of"), at("Harbor", `"Port"`)}, "Boss of the Harbor,plain", `"Boss, chair of the ""Port""",plain`},
		{[]edit.Edit{at(`"Boss",`, `"Chair", "Boss",`)}, `""Boss"",`, `""Chair"", ""Boss"",`},
	} {
		got, err := f.Apply(c.edits)
		if want := strings.Replace(string(f.Data), c.before, c.after, 1); err != nil || string(got) != want || want == string(f.Data) {
			t.Errorf("%v: %v\n%s", c.edits, err, got)
		}
	}
	f = readSample(t, "table/terms.tsv")
	got, err := f.Apply([]edit.Edit{{Start: 0, End: 3, New: "A\ttab\n"}})
	if err != nil || !strings.Contains(string(got), "\tA tab ") {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestTableRefused(t *testing.T) {
	refused(t, "a.csv", [][2]string{
		{"a,b\n1,2\n", "line 1: which column holds the English isn't known: choose with --columns target=NAME,source=NAME; there are a, b"},
		{"en\n\"x\n", `line 2: the quote before "x\n" is never closed`},
		{"en\n\"x\"y\n", `line 2: "y\n" stands behind a closing quote`},
	})
}

// A column is reviewed once, though the header has its name twice.
func TestTableColumnTwice(t *testing.T) {
	f := read(t, "a.csv", "en,en\nThe boats row.,Harbor\n")
	if len(f.Document.Segments) != 1 {
		t.Errorf("%d segments of %q", len(f.Document.Segments), f.Document.Text)
	}
	soundExtraction(t, f)
	changesBack(t, f)
}
