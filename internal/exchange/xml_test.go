package exchange

import (
	"fmt"
	"strings"
	"testing"

	"rectify/internal/spreadsheet"
)

const dcaFile = `<?xml version="1.0"?>
<?xml-model href="https://example.org/TBX-Basic.sch"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Harbor terms.</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1">
  <descrip type="subjectField">harbor</descrip>
  <descripGrp><descrip type="definition">Who runs it.</descrip><admin type="source">Dictionary</admin></descripGrp>
  <note>Not the port's.</note>
  <langSec xml:lang="zh-Hans">
    <termSec><term>港务
      委员会</term></termSec>
    <termSec><term>港委</term><termNote type="termType">shortForm</termNote></termSec>
  </langSec>
  <langSec xml:lang="en-US">
    <termSec>
      <term>Harbor <hi type="bold">Council</hi></term>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
      <termNote type="partOfSpeech">noun</termNote>
      <admin type="source">The Harbor Gazette, 2018</admin>
      <admin type="source">gazette-2019</admin>
    </termSec>
    <termSec><term>Quay Chamber</term><termNoteGrp><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><note>Of the group.</note></termNoteGrp></termSec>
    <termSec><term>Port Board</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
  </langSec>
  <langSec xml:lang="en-GB">
    <termSec><term>Harbour Council</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
    <termSec><term>harbor council</term></termSec>
  </langSec>
  <langSec xml:lang="fr"><termSec><term>Conseil du port</term></termSec></langSec>
</conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="de"><termSec><term>Hafenrat</term></termSec></langSec></conceptEntry>
<conceptEntry id="c3"><langSec xml:lang="en"><termSec><term>Jetty</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec></conceptEntry>
</body></text></tbx>`

const dcaWant = `11: harbor-council|zh|preferred|港务 委员会|harbor
13: harbor-council|zh|admitted|港委|harbor
16: harbor-council|en|preferred|Harbor Council|harbor||the-harbor-gazette-2018 gazette-2019|Not the port's.
23: harbor-council|en|deprecated|Quay Chamber|harbor
24: harbor-council|en|deprecated|Port Board|harbor|likely
27: harbor-council|en|admitted|Harbour Council|harbor
source the-harbor-gazette-2018: The Harbor Gazette, 2018 (compiled)
note: a.tbx: left out: data that a glossary has no place for: definition (1), note (1), partOfSpeech (1), source (1)
note: a.tbx: left out: terms in other languages than Chinese and English: de (1), fr (1)
note: a.tbx: left out: 2 entries without English
note: a.tbx: left out: 1 term that stood twice in an entry
note: a.tbx: left out: 1 rendering to flag in entries without one to use
note: a.tbx: 1 preferred term beside the first of an entry is taken as admitted
note: a.tbx: 1 superseded term without a last day is taken as likely wrong
`

func TestReadXML(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"TBX 3, DCA", dcaFile, dcaWant},
		{"TBX 3, DCT", `<tbx style="dct" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>harbor</min:subjectField><langSec xml:lang="en">
<termSec><term>Harbor Council</term><basic:termType>fullForm</basic:termType><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus><basic:source>key</basic:source><basic:context>The Harbor Council met.</basic:context></termSec>
<termSec><term>Quay Chamber</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
</langSec></conceptEntry></body></text></tbx>`, `3: harbor-council|en|preferred|Harbor Council|harbor||key
4: harbor-council|en|deprecated|Quay Chamber|harbor
note: a.tbx: left out: data that a glossary has no place for: context (1)
`},
		{"TBX 2", `<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="e1"><langSet xml:lang="zh"><ntig><termGrp><term>港务委员会</term></termGrp></ntig></langSet>
<langSet xml:lang="en"><tig><term>Harbor Council</term><termNote type="termType">entryTerm</termNote></tig>
<ntig><termGrp><term>Quay Chamber</term><termNote type="normativeAuthorization">deprecatedTerm</termNote><termNote type="termType">pictogram</termNote></termGrp></ntig></langSet></termEntry>
</body></text></martif>`, `3: harbor-council|zh|preferred|港务委员会
4: harbor-council|en|preferred|Harbor Council
5: harbor-council|en|deprecated|Quay Chamber
note: a.tbx: left out: data that a glossary has no place for: termType pictogram (1)
`},
		{"TBX-Min", `<TBX dialect="TBX-Min"><header><languages source="zh" target="en"/></header><body>
<entry id="C1"><subjectField>harbor</subjectField><langGroup xml:lang="zh"><termGroup><term>港务委员会</term></termGroup></langGroup>
<langGroup xml:lang="en"><termGroup><term>Harbor Council</term><termStatus>preferred</termStatus></termGroup><termGroup><term>Quay Chamber</term><termStatus>notRecommended</termStatus></termGroup></langGroup></entry>
</body></TBX>`, `2: harbor-council|zh|preferred|港务委员会|harbor
3: harbor-council|en|preferred|Harbor Council|harbor
3: harbor-council|en|deprecated|Quay Chamber|harbor
`},
		{"TMX", `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en-US"/><body>
<tu tuid="1"><note>Said so.</note><tuv xml:lang="en-US"><seg>Harbor <bpt i="1">&lt;b></bpt>Council<ept i="1">&lt;/b></ept></seg></tuv><tuv xml:lang="zh-CN"><seg>港务委员会</seg></tuv></tu>
<tu tuid="2"><tuv lang="EN"><seg>Council of the Harbor</seg></tuv><tuv lang="ZH-CN"><seg>港务委员会</seg></tuv></tu>
<tu tuid="3"><tuv xml:lang="en"><seg>Jetty</seg></tuv><tuv xml:lang="fr"><seg>jetée</seg></tuv></tu>
</body></tmx>`, `3: harbor-council|zh|preferred|港务委员会
3: harbor-council|en|preferred|Harbor Council||||Said so.
4: harbor-council|en|admitted|Council of the Harbor
note: a.tbx: 1 unit without both Chinese and English is left out
`},
		{
			"an entry of ours and one of the same name",
			`<martif><termEntry><note>rectify id: jetty</note><langSet xml:lang="en"><tig><term>pier</term></tig></langSet></termEntry><termEntry><langSet xml:lang="en"><tig><term>Jetty</term></tig></langSet></termEntry></martif>`,
			"1: jetty|en|preferred|pier\n1: jetty-2|en|preferred|Jetty\n",
		},
		{"empty", `<martif/>`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := read(t, "a.tbx", c.text)
			if got := show(table); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
			loads(t, table)
		})
	}
}

func TestHostileXML(t *testing.T) {
	entry := func(inside string) string {
		return "<martif><text><body>\n<termEntry>" + inside + "</termEntry></body></text></martif>"
	}
	attributes := ""
	for i := range 1000 {
		attributes += fmt.Sprintf(" a%d='x'", i)
	}
	for _, c := range []struct{ name, text, want string }{
		{"a billion laughs", "<?xml version='1.0'?>\n<!DOCTYPE martif [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>\n" + entry("&b;"), "a.tbx:2: the document type declares entities or elements of its own"},
		{"an external entity", "<!DOCTYPE martif [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + entry("&a;"), "a.tbx:1: the document type declares"},
		{"an unknown entity", entry("<langSet><tig><term>&eacute;</term></tig></langSet>"), "a.tbx:2: &eacute; is no reference that XML knows"},
		{"deep inside an entry", entry(strings.Repeat("<a>", 100000)), "a.tbx:2: elements are nested more than 1000 deep"},
		{"deep outside", strings.Repeat("<martif>", 100000), "a.tbx:1: elements are nested more than 1000 deep"},
		{"a huge attribute", entry("<note a='" + strings.Repeat("x", spreadsheet.LongestCell+1) + "'/>"), "a.tbx:2: the attribute a of <note>: more than 32767 characters"},
		{"many attributes", entry("<note" + attributes + "/>"), "a.tbx:2: <note> has more than 200 attributes"},
		{"an entry without an end", entry(strings.Repeat("<a/>", mostInEntry+1)), "a.tbx:2: more than 50000 elements in one entry"},
		{"a huge term", entry("<langSet xml:lang='en'><tig><term>" + strings.Repeat("x", spreadsheet.LongestCell+1) + "</term></tig></langSet>"), "a.tbx:2: more than 32767 characters in one cell"},
		{"cut short", dcaFile[:strings.Index(dcaFile, "<term>Port")], "a.tbx:24: the file ends inside <termSec>: it is cut short"},
		{"cut in a tag", "<mart", "a.tbx:1: the tag <mart never ends"},
		{"tags that cross", entry("<a><b></a></b>"), "a.tbx:2: <b> is ended by </a>"},
		{"a control character", entry("\x01"), "a.tbx: binary file: control byte 0x01"},
		{"nothing but a remark", "<!-- -->", "a.tbx:1: XML without an element"},
		{"another root inside", "<html><martif/></html>", "a.tbx:1: <html> is no glossary"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Read("a.tbx", strings.NewReader(c.text))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("%.300v, want %s\n%.300s", err, c.want, show(table))
			}
		})
	}
}

// What is written is TBX as the standard has it; a tool that knows no glossary
// of ours shows readable terms.
func TestWriteTBX(t *testing.T) {
	table := Table{Rows: sample.Rows[2:6], Sources: sample.Sources[1:]}
	for name, want := range map[string][]string{
		"tbx": {
			`<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">`,
			"<conceptEntry id=\"plenum\">\n<descrip type=\"subjectField\">meetings</descrip>\n<note>rectify id: plenum</note>\n<langSec xml:lang=\"en\">\n<termSec>\n",
			"<term>nth plenary session of the nth CPC Central Committee</term>\n<termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote>\n<termNote type=\"termType\">fullForm</termNote>\n<admin type=\"customerSubset\">npc xinhua</admin>\n",
			"<admin type=\"source\">xinhua-2018: Title, &#34;quoted&#34;; &lt;b&gt;, Xinhua, 2018</admin>\n<admin type=\"source\">somewhere</admin>\n<note>rectify term: {nth} plenary session",
			"<note>rectify since: 2018-03-17</note>\n<note>rectify until: 2019-01-01</note>\n<note>Said “so”, &amp; &lt;always&gt;.</note>\n</termSec>\n",
			"<back>\n<refObjectSec type=\"bibl\">\n<refObject>\n<item type=\"id\">xinhua-2018</item>\n",
		},
		"tbx-dct": {
			`style="dct"`, "<min:subjectField>meetings</min:subjectField>", "<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>",
			"<basic:termType>shortForm</basic:termType>", "<min:customerSubset>npc xinhua</min:customerSubset>", "<basic:source>somewhere</basic:source>",
		},
		"tbx-v2": {
			`<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">`, `<martif type="TBX-Basic" xml:lang="en">`, "<termEntry id=\"plenum\">", "<langSet xml:lang=\"en\">\n<tig>\n<term>",
			"<refObjectList type=\"bibl\">",
		},
	} {
		data, _ := written(t, name, table)
		for _, part := range want {
			if !strings.Contains(string(data), part) {
				t.Errorf("%s lacks %s:\n%s", name, part, data)
			}
		}
	}
}

func TestXMLNames(t *testing.T) {
	for id, want := range map[string]string{"a-b.c_d": "a-b.c_d", "2nd": "c-2nd", "国家": "c-__", "": "c-", "-a": "c--a", "a b": "a_b"} {
		if got := xmlName(id); got != want {
			t.Errorf("%q is %q", id, got)
		}
	}
}

func TestWriteTMX(t *testing.T) {
	data, left := written(t, "tmx", sample)
	if want := "<tu>\n<note>Said so.</note>"; strings.Contains(string(data), want) {
		t.Errorf("a term with a slot is written:\n%s", data)
	}
	if want := "<prop type=\"x-rectify-id\">plenum</prop>\n<prop type=\"x-rectify-kind\">meetings</prop>\n<tuv xml:lang=\"zh\"><seg>全会</seg></tuv>\n<tuv xml:lang=\"en\"><seg>plenum</seg></tuv>\n</tu>\n</body>"; !strings.Contains(string(data), want) {
		t.Errorf("it lacks %s:\n%s", want, data)
	}
	want := []Loss{
		"tmx has no place for the type column: 3 rows with a type lose it",
		"tmx has no place for the scope column: 1 row with a house or register loses it",
		"tmx has no place for the since column: 1 row with a first day loses it",
		"tmx has no place for the until column: 2 rows with a last day lose it",
		"tmx has no place for the certainty column: 1 row with a certainty loses it",
		"tmx has no place for the unless column: 1 row with phrases in which they are right loses it",
		"tmx has no place for the source column: 2 rows with a source lose it",
		"tmx holds no status: 2 renderings to flag are left out",
		"tmx holds no slots: 2 terms with {nth} or {place} are left out",
		"tmx holds pairs: 3 entries without Chinese or without English are left out",
		"tmx holds no citations: 2 sources are left out",
	}
	if fmt.Sprint(left) != fmt.Sprint(want) {
		t.Errorf("%q", left)
	}
	if got, want := show(read(t, "a.tmx", string(data))), "6: plenum|zh|preferred|全会|meetings\n6: plenum|en|preferred|plenum|meetings\n"; got != want {
		t.Errorf("got %s", got)
	}
}
