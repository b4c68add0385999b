package format

import (
	"fmt"
	"strings"
	"testing"

	"rectify/internal/document"
	"rectify/internal/edit"
)

func TestXLIFF(t *testing.T) {
	for _, c := range []struct {
		sample          string
		segments, pairs []string
	}{
		{
			"xliff/plain12.xlf",
			[]string{
				"P: The Boss of the Harbor met the delegation & its guests. <unit 1>",
				"C: All-River Guild/of Boatmen <unit 2>",
				"P: See|here. <unit 5>",
				"C: The old pier <unit 5>",
				"P: One/pier. <unit 8, segment 0>",
				"P: Two <piers> & a <mrk>. <unit 8, segment 1>",
				"P: Keep|as it is. <unit 9>",
			},
			[]string{
				"港务主席会见了代表团。 = The Boss of the Harbor met the delegation & its guests. <unit 1>",
				"全江船工总会 成立 = All-River Guild of Boatmen <unit 2>",
				"不保留 = See \ufffc here. <unit 5>",
				"尚未翻译 =  <unit 6>",
				"空的 =  <unit 7>",
				"一。 = One pier. <unit 8, segment 0>",
				"二。 = Two <piers> & a <mrk>. <unit 8, segment 1>",
				"受保护 = Keep \ufffc as it is. <unit 9>",
			},
		},
		{
			"xliff/trados.sdlxliff",
			[]string{"P: The Boss of the Harbor has arrived. <unit a1, segment 1>"},
			[]string{"港务主席到了。 = The Boss of the Harbor has arrived. <unit a1, segment 1>"},
		},
		{
			"xliff/memo.mqxliff",
			[]string{"C: Boss of the Harbor <unit 1>"},
			[]string{"港务主席 = Boss of the Harbor <unit 1>"},
		},
		{
			"xliff/second.xlf",
			[]string{
				"P: The Boss of the Harbor spoke—briefly. <unit u1, segment s1>",
				"P: All-River Guild/of Boatmen. <unit u1, segment 2>",
				"C: The|end <unit u1, segment 3>",
			},
			[]string{
				"港务主席说了话。 = The Boss of the Harbor spoke—briefly. <unit u1, segment s1>",
				"全江船工总会。 = All-River Guild of Boatmen. <unit u1, segment 2>",
				"结束 = The\ufffc end <unit u1, segment 3>",
				"尚未翻译 =  <unit u3>",
			},
		},
	} {
		t.Run(c.sample, func(t *testing.T) {
			d := readSample(t, c.sample).Document
			compareLines(t, "segments", named(d), c.segments)
			compareLines(t, "pairs", paired(d), c.pairs)
		})
	}
}

// A change stays where it is made: tags, escapes and all other text keep their
// bytes.
func TestXLIFFEdit(t *testing.T) {
	f := readSample(t, "xliff/plain12.xlf")
	for _, c := range []struct{ old, new, before, after string }{
		{"Boss of the Harbor", "Master & Chair", `The Boss of <g id="1">the Harbor</g> met`, `The Master &amp; Chair<g id="1"></g> met`},
		{"its guests", "<guests>", "&amp; its guests.", "&amp; &lt;guests&gt;."},
		{" & its", " or its", "delegation &amp; its", "delegation or its"},
		{"<piers> & a", "a ]]> b", "Two <piers> & a", "Two a ]]]]><![CDATA[> b"},
	} {
		at := strings.Index(f.Document.Text, c.old)
		got, err := f.Apply([]edit.Edit{{Start: at, End: at + len(c.old), New: c.new}})
		if want := strings.Replace(string(f.Data), c.before, c.after, 1); err != nil || string(got) != want || want == string(f.Data) {
			t.Errorf("%q to %q: %v\n%s", c.old, c.new, err, got)
		}
	}
	at := strings.Index(f.Document.Text, document.Object)
	if _, err := f.Apply([]edit.Edit{{Start: at - 1, End: at + 4, New: "x"}}); err == nil {
		t.Error("a change takes an image out")
	}
}

// A missing translation has a line in the file.
func TestXLIFFMissing(t *testing.T) {
	d := readSample(t, "xliff/plain12.xlf").Document
	for i, line := range map[int]int{3: 26, 4: 27} {
		if p := d.Pairs[i]; d.Position(p.Start).Line != line {
			t.Errorf("%v is on line %d, want %d", p, d.Position(p.Start).Line, line)
		}
	}
}

func TestXLIFFLanguages(t *testing.T) {
	const head, tail = `<xliff version="1.2"><file source-language="zh"`, `><body><trans-unit id="1"><source>港</source><target>x y</target></trans-unit></body></file></xliff>`
	for _, c := range []struct {
		target   string
		segments int
		note     string
	}{
		{` target-language="en-GB"`, 1, ""},
		{` target-language="EN"`, 1, ""},
		{"", 1, ""},
		{` target-language="fr"`, 0, "nothing to review: it translates into fr, not into English"},
	} {
		d := read(t, "a.xlf", head+c.target+tail).Document
		if len(d.Segments) != c.segments || d.Note != c.note {
			t.Errorf("%s: %q, %q", c.target, named(d), d.Note)
		}
	}
}

func TestXLIFFRefused(t *testing.T) {
	refused(t, "a.xlf", [][2]string{
		{"", "line 1: XML without an element"},
		{"<xliff version='1.2'>\n<file", "line 2: the tag <file never ends"},
		{"<xliff version='1.2'>\n<file source-language='zh'>", "the file ends inside <file>"},
		{"<html/>", "line 1: <html> is no XLIFF"},
		{"<xliff/>", "<xliff> lacks its version"},
		{"<xliff version='3.0'/>", "XLIFF 3.0 is unknown"},
		{"<xliff version='1.2'><file/></xliff>", "<file> lacks its source-language"},
		{"<xliff version='1.2'><file source-language='zh'><body><trans-unit/></body></file></xliff>", "<trans-unit> lacks its id"},
		{"<xliff version='1.2'><file source-language='zh'><body><trans-unit id='4'/></body></file></xliff>", "<trans-unit> 4 has no <source>"},
		{"<!DOCTYPE xliff [<!ENTITY a 'b'>]><xliff version='1.2'/>", "declares entities"},
		{"<xliff version='1.2'>&a;</xliff>", "&a; is no reference"},
		{"<xliff version='1.2'>" + strings.Repeat("<file source-language='zh'><group>", 600), "nested more than 1000 deep"},
		{"<?xml version='1.0' encoding='ISO-8859-1'?><xliff version='1.2'>\u00e9</xliff>", `declares the encoding "ISO-8859-1", but its bytes are UTF-8`},
		{"<xliff version='2.0'/>", "belongs into the namespace"},
	})
}

// A file of XLIFF 2 is held against the standard, and the error names the line.
func TestXLIFF2Refused(t *testing.T) {
	const head = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><file id="f">`
	refused(t, "a.xlf", [][2]string{
		{head + "<unit id='u'>\n<segment state='done'><source/></segment></unit></file></xliff>", `line 2: state="done" in <segment>: it has to be one of`},
		{head + "<unit id='u'><segment><source><ph id='1' dataRef='d'/></source></segment></unit></file></xliff>", `no <data> here has the id "d"`},
		{head + "<unit id='u'><m:matches xmlns:m='urn:oasis:names:tc:xliff:matches:2.0'/><segment><source/></segment></unit></file></xliff>", "<mtc:matches> holds no <mtc:match>"},
	})
}

// What isn't to be translated isn't reviewed, whichever way the file says so.
func TestXLIFFTranslate(t *testing.T) {
	const (
		first  = `<xliff version="1.2"><file source-language="zh" target-language="en"><body>%s</body></file></xliff>`
		second = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its" version="2.0" srcLang="zh" trgLang="en"><file id="f">%s</file></xliff>`
	)
	for _, c := range []struct{ form, body, want string }{
		{first, `<trans-unit id="1" translate="no"><source>港</source><target>pier</target></trans-unit>`, ""},
		{first, `<group translate="no"><trans-unit id="1"><source>港</source><target>pier</target></trans-unit><trans-unit id="2" translate="yes"><source>港</source><target>boat</target></trans-unit></group>`, "boat"},
		{first, `<trans-unit id="1"><source>港</source><target>one <mrk mtype="protected">pier</mrk> boat</target></trans-unit>`, "one|boat"},
		{first, `<trans-unit id="1"><source>港</source><target>one <mrk mtype="protected">pier <mrk mtype="x-its-translate-yes">of</mrk> x</mrk> boat</target></trans-unit>`, "one|of|boat"},
		{first, `<trans-unit id="1"><source>港</source><target>one <g id="1" its:translate="no" xmlns:its="http://www.w3.org/2005/11/its">pier</g> boat</target></trans-unit>`, "one|boat"},
		{first, `<trans-unit id="1" translate="no"><source>港</source><target>pier <mrk mtype="x-its-translate-yes">boat</mrk></target></trans-unit>`, "boat"},
		{second, `<unit id="u" translate="no"><segment><source>港</source><target>pier</target></segment></unit>`, ""},
		{second, `<group id="g" translate="no"><unit id="u"><segment><source>港</source><target>pier</target></segment></unit><unit id="v" translate="yes"><segment><source>港</source><target>boat</target></segment></unit></group>`, "boat"},
		{second, `<unit id="u"><segment><source>港</source><target>one <mrk id="m" translate="no">pier <mrk id="n" translate="yes">of</mrk></mrk> boat</target></segment></unit>`, "one|of boat"},
		{second, `<unit id="u"><segment><source>港</source><target>one <sm id="m" translate="no"/>pier</target></segment><segment><source>口</source><target>of <pc id="p">x</pc><em startRef="m"/> boat</target></segment></unit>`, "one / boat"},
		{second, `<unit id="u"><segment><source>港</source><target>one <sm id="m" translate="no"/>pier <mrk id="n" translate="yes">of<em startRef="m"/></mrk> boat</target></segment><segment><source>口</source><target>ten</target></segment></unit>`, "one|of boat / ten"},
		{second, `<unit id="u"><segment><source>港</source><target>one <sm id="m" translate="no"/>of</target></segment><segment><source>口</source><target order="3">ten</target></segment><segment><source>船</source><target order="2">pier<em startRef="m"/> boat</target></segment></unit>`, "one / boat / ten"},
		{second, `<unit id="u" translate="no"><segment><source>港</source><target>pier <mrk id="m" translate="yes">boat</mrk></target></segment></unit>`, "boat"},
		{second, `<unit id="u"><segment><source><mrk id="m" translate="no">港</mrk></source></segment></unit>`, ""},
	} {
		d := read(t, "a.xlf", fmt.Sprintf(c.form, c.body)).Document
		var texts []string
		for _, s := range d.Segments {
			var runs []string
			for _, r := range s.Runs {
				runs = append(runs, d.Slice(r.Span))
			}
			texts = append(texts, strings.Join(runs, "|"))
		}
		if got := strings.Join(texts, " / "); got != c.want {
			t.Errorf("%s: %q, want %q", c.body, got, c.want)
		}
		for _, p := range d.Pairs {
			if p.Missing {
				t.Errorf("%s: %v is missing", c.body, p)
			}
		}
	}
}

// Targets are read in the order that the unit gives them, each against its own source,
// and are changed where they stand.
func TestXLIFFOrder(t *testing.T) {
	const text = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><file id="f"><unit id="u"><segment id="a"><source>甲船。</source><target order="3">The last boat.</target></segment><ignorable><source> </source></ignorable><segment id="b"><source>乙船。</source><target order="1">The first boat.</target></segment></unit></file></xliff>`
	f := read(t, "a.xlf", text)
	compareLines(t, "pairs", paired(f.Document), []string{
		"乙船。 = The first boat. <unit u, segment b>",
		"甲船。 = The last boat. <unit u, segment a>",
	})
	at := strings.Index(f.Document.Text, "boat")
	end := strings.LastIndex(f.Document.Text, "boat")
	got, err := f.Apply([]edit.Edit{{Start: at, End: at + 4, New: "ship"}, {Start: end, End: end + 4, New: "raft"}})
	want := strings.NewReplacer("first boat", "first ship", "last boat", "last raft").Replace(text)
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
}
