package format

import (
	"strings"
	"testing"

	"rectify/internal/edit"
)

func TestJSON(t *testing.T) {
	d := readSample(t, "json/page.json").Document
	compareLines(t, "segments", named(d), []string{
		"C: All-River Guild <items[0].title_en>",
		"C: Deep <items[2].more.text_en>",
		"C: One <items[2].list_en[0]>",
		"C: Two <items[2].list_en[1]>",
		`P: The "Boss" of the Harbor 🚣 rows. <text_en>`,
		"P: He sings. <text_en>",
	})
	compareLines(t, "pairs", paired(d), []string{
		"全江船工总会 = All-River Guild <items[0].title_en>",
		"尚未翻译 =  <items[1].title_en>",
		"一 = One <items[2].list_en[0]>",
		"二 = Two <items[2].list_en[1]>",
		`港务主席 = The "Boss" of the Harbor 🚣 rows. He sings. <text_en>`,
	})
	d = readSample(t, "json/pairs.jsonl").Document
	compareLines(t, "pairs", paired(d), []string{"港 = Harbor <record 1, en>", "码头 = Pier <record 2, en>"})
}

func TestJSONColumns(t *testing.T) {
	const file = `{"a": "One", "b": ["Two", {"a": "Three"}], "c": {"a": "四"}}`
	for _, c := range []struct {
		columns []Column
		want    string
	}{
		{[]Column{{Target: "a"}}, "C: Three <b[1].a>, C: 四 <c.a>, C: One <a>"},
		{[]Column{{Target: "b[].a"}}, "C: Three <b[1].a>"},
		{[]Column{{Target: "$.b[]"}}, "C: Two <b[0]>"},
		{[]Column{{Target: "*"}}, "C: Three <b[1].a>, C: 四 <c.a>, C: One <a>, C: Two <b[0]>"},
	} {
		f, err := Options{c.columns}.Read("a.json", []byte(file))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(named(f.Document), ", "); got != c.want {
			t.Errorf("%v: %s; want %s", c.columns, got, c.want)
		}
	}
	if _, err := (Options{[]Column{{Target: "d"}}}).Read("a.json", []byte(file)); err == nil || !strings.Contains(err.Error(), "no string has the key d") {
		t.Errorf("%v", err)
	}
}

func TestJSONEdit(t *testing.T) {
	f := readSample(t, "json/page.json")
	for _, c := range []struct{ old, new, before, after string }{
		{`"Boss" of the`, `Chair\ "of"`, `\"Boss\" of\u0020the`, `Chair\\ \"of\"`},
		{"🚣 ", "", `\ud83d\udea3 `, ""},
		{"sings", "<&>", "<i>sings</i>", "<i><&></i>"},
	} {
		at := strings.Index(f.Document.Text, c.old)
		got, err := f.Apply([]edit.Edit{{Start: at, End: at + len(c.old), New: c.new}})
		if want := strings.Replace(string(f.Data), c.before, c.after, 1); err != nil || string(got) != want || want == string(f.Data) {
			t.Errorf("%q to %q: %v\n%s", c.old, c.new, err, got)
		}
	}
}

func TestJSONRefused(t *testing.T) {
	refused(t, "a.json", [][2]string{
		{"", "the file holds no JSON"},
		{"{\n\"en\": ", "line 2: the file ends inside a value"},
		{"{\n\"en\" \"x\"}", "line 2: broken JSON"},
		{`{"text": "x", "n": {"body": "y"}}`, "which key holds the English isn't known: choose with --columns target=NAME,source=NAME; there are text, body"},
		{`{"en": "x"} {"en": "y"}`, "more than one value"},
		{strings.Repeat("[", 1000), "nested more than 500 deep"},
	})
	refused(t, "a.jsonl", [][2]string{{"{\"en\": \"x\"}\n{\"en\": \n", "line 2: the file ends inside a value"}})
}
