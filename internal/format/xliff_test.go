package format

import (
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

// The rules of XLIFF 2 that are held: each case breaks one.
func TestXLIFF2Refused(t *testing.T) {
	const good = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><file id="f"><unit id="u"><originalData><data id="d">x</data></originalData><segment id="s" state="initial"><source>港<ph id="1" dataRef="d"/></source><target>pier</target></segment></unit></file></xliff>`
	if _, err := Read("a.xlf", []byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ before, after, want string }{
		{` srcLang="zh"`, "", "<xliff> lacks its srcLang"},
		{` trgLang="en"`, "", "<xliff> lacks its trgLang"},
		{`srcLang="zh"`, `srcLang="z h"`, `srcLang="z h" is no language tag`},
		{`<file id="f">`, "<file>", "<file> lacks its id"},
		{`<unit id="u">`, `<unit id="u v">`, `the id "u v" of <unit> is no name`},
		{`state="initial"`, `state="done"`, `state="done" in <segment>: it is one of initial, translated, reviewed, final`},
		{`state="initial"`, `subState="a:b"`, "<segment> has subState without state"},
		{`state="initial"`, `note="x"`, "<segment> has an unknown attribute note"},
		{`state="initial"`, `my:a="x" xmlns:my="m"`, "attribute a of another namespace"},
		{`<ph id="1"`, `<ph id="s"`, `the id "s" of <ph> is taken`},
		{`dataRef="d"`, `dataRef="e"`, `no <data> of the id "e"`},
		{`dataRef="d"`, `subType="xlf:b"`, "<ph> has subType without type"},
		{`dataRef="d"`, `type="bold"`, `type="bold" in <ph>`},
		{`<ph id="1" dataRef="d"/>`, `<sc id="1"/>`, "the <sc> here never ends"},
		{`<ph id="1" dataRef="d"/>`, `<ec startRef="1"/>`, `<ec> ends "1", which doesn't begin`},
		{`<ph id="1" dataRef="d"/>`, `<ec/>`, "<ec> lacks its startRef"},
		{`<ph id="1" dataRef="d"/>`, `<cp hex="0041"/>`, "stands for no character"},
		{`<ph id="1" dataRef="d"/>`, `<g id="1"/>`, "<g> has no place in a text"},
		{`<ph id="1" dataRef="d"/>`, `<mrk id="1" type="comment"/>`, "a comment has either"},
		{`<target>`, `<target xml:lang="fr">`, "<target> is in fr, but <xliff> says en"},
		{`<target>pier</target>`, `<target>pier</target><target/>`, "more than one <target>"},
		{`<source>港<ph id="1" dataRef="d"/></source><target>pier</target>`, `<target>pier</target><source>港</source>`, "<source> stands too late in <segment>"},
		{`<source>港<ph id="1" dataRef="d"/></source>`, "", "<segment> holds no <source>"},
		{`<segment id="s"`, `<segment id="t"><source/></segment><segment id="t"`, `the id "t" of <segment> is taken`},
		{`</unit>`, `</unit><unit id="u"><segment><source/></segment></unit>`, `the id "u" of <unit> is taken`},
		{`<ph id="1" dataRef="d"/>`, `<ph id="1" type="fmt" subType="xlf:var"/>`, `subType="xlf:var" in <ph> doesn't go with type="fmt"`},
		{`<ph id="1" dataRef="d"/>`, `<ph id="1" copyOf="2"/>`, `no code "2" that may be copied`},
		{`<ph id="1" dataRef="d"/>`, `<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>`, `no code "1" that may be copied`},
		{`<ph id="1" dataRef="d"/>`, `<ph id="1" copyOf="2" dataRef="d"/>`, "<ph> has both copyOf and dataRef"},
		{`<ph id="1" dataRef="d"/>`, `<ph id="1" subFlows="x"/>`, `the file has no unit "x"`},
		{`<ph id="1" dataRef="d"/>`, `<mrk id="1" type="comment" ref="#n=1">x</mrk>`, `"#n=1" is no note of the unit`},
		{`<ph id="1" dataRef="d"/>`, `<sc id="1" canReorder="firstNo"/><ec startRef="1" canReorder="yes"/>`, "<ec> differs from its beginning in canReorder"},
		{`</segment>`, `</segment><segment><source/><target order="1"/></segment>`, "two targets of the unit are number 1"},
		{`<unit id="u">`, `<unit id="v"><ignorable><source/></ignorable></unit><unit id="u">`, "<unit> holds no <segment>"},
		{`<unit id="u">`, `<skeleton/><unit id="u">`, "<skeleton> has either an href or content"},
		{`</unit>`, `</unit><trans-unit id="4"/>`, "<trans-unit> has no place in <file>"},
		{`<file id="f">`, `<file id="g"/><file id="f">`, "<file> holds no <unit> and no <group>"},
	} {
		changed := strings.Replace(good, c.before, c.after, 1)
		if changed == good {
			t.Fatalf("%q isn't there", c.before)
		}
		refused(t, "a.xlf", [][2]string{{changed, c.want}})
	}
}
