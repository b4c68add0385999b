package format

import (
	"strings"
	"testing"

	"rectify/internal/edit"
)

func TestPO(t *testing.T) {
	d := readSample(t, "po/en.po").Document
	compareLines(t, "segments", named(d), []string{
		`C: Boss of the "Harbor" <message 1, context "menu">`,
		"P: There is %d boatman on pier one. <message 2, fuzzy, form 0>",
		"P: There are %d boatmen. <message 2, fuzzy, form 1>",
		"P: They/row. <message 2, fuzzy, form 1>",
		"C: All-River Guild\u00a0of Boatmen <message 4>",
	})
	compareLines(t, "pairs", paired(d), []string{
		`港务主席 = Boss of the "Harbor" <message 1, context "menu">`,
		"有%d名船工。 = There is %d boatman on pier one. <message 2, fuzzy, form 0>",
		"有%d名船工们。 = There are %d boatmen. They row. <message 2, fuzzy, form 1>",
		"尚未翻译 =  <message 3>",
	})
}

func TestPOEdit(t *testing.T) {
	f := readSample(t, "po/en.po")
	for _, c := range []struct{ old, new, before, after string }{
		{`"Harbor"`, `"Big\Port"`, `\"Harbor\"`, `\"Big\\Port\"`},
		{"There is %d boatman", "One rows", "\"There is \"\n\"%d boat\"\n\"man on", "\"One rows\"\n\"\"\n\" on"},
		{"pier", "quay", "<b>pier</b>", "<b>quay</b>"},
		{"\u00a0of", " of", `\302\240of`, " of"},
	} {
		at := strings.Index(f.Document.Text, c.old)
		got, err := f.Apply([]edit.Edit{{Start: at, End: at + len(c.old), New: c.new}})
		if want := strings.Replace(string(f.Data), c.before, c.after, 1); err != nil || string(got) != want || want == string(f.Data) {
			t.Errorf("%q to %q: %v\n%s", c.old, c.new, err, got)
		}
	}
}

func TestPOLanguages(t *testing.T) {
	const head = "msgid \"\"\nmsgstr \"Language: "
	for _, c := range []struct {
		file, note string
		segments   int
	}{
		{head + "en_GB\\n\"\nmsgid \"港\"\nmsgstr \"x\"\n", "", 1},
		{head + "zh_CN\\n\"\nmsgid \"x\"\nmsgstr \"港\"\n", "nothing to review: it translates into zh_CN, not into English", 0},
		{"msgid \"港\"\nmsgstr \"x\"\n", "", 1},
		{"msgid \"x\"\nmsgstr \"港\"\n", "", 0},
		{"", "", 0},
	} {
		if d := read(t, "a.po", c.file).Document; d.Note != c.note || len(d.Segments) != c.segments {
			t.Errorf("%s: %q, %q", c.file, named(d), d.Note)
		}
	}
}

func TestPORefused(t *testing.T) {
	refused(t, "a.po", [][2]string{
		{"\"x\"\n", "line 1: a string without msgid"},
		{"# x\nmsgstr \"x\"\n", "line 2: msgstr without a msgid"},
		{"msgid x\n", `"msgid" begins neither`},
		{"msgid \"x\n", "no quote at its end"},
		{"msgid \"x\" y\n", "stands behind the end"},
		{`msgid "\q"`, `unknown escape \q`},
		{"msgid \"x\"\nmsgid \"y\"\n", "msgid stands twice"},
		{"msgid \"x\"\nmsgid_plural \"y\"\nmsgstr \"z\"\n", "its msgstr has a number"},
		{"msgid \"x\"\nmsgid_plural \"y\"\nmsgstr[1] \"z\"\n", "msgstr[1] is out of order"},
		{"msgid \"x\"\n", "line 1: a msgid without msgstr"},
		{"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n", "declares the charset iso-8859-1"},
	})
}
