package xliff

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/markup"
)

// hold holds a text against the standard.
func hold(text string) error {
	r, err := markup.NewReader(text)
	if err != nil {
		return err
	}
	root, err := r.Root()
	if err != nil {
		return err
	}
	c := New(text, root.Space, r.Errorf)
	if err := c.Take(root); err != nil {
		return err
	}
	r.Watch(c.Take)
	for {
		if _, err := r.Next(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// sample is a file that has something of everything, and breaks no rule.
func sample(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../../testdata/formats/xliff/modules.xlf")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The sample has every element of the tables.
func TestSampleIsWhole(t *testing.T) {
	standard()
	text := sample(t)
	for _, v := range vocabularies {
		for _, e := range v.elements {
			if name := strings.Trim(e.String(), "<>"); !strings.Contains(text, "<"+name+" ") && !strings.Contains(text, "<"+name+">") && !strings.Contains(text, "<"+name+"/>") {
				t.Errorf("%s isn't in it", e)
			}
		}
	}
}

// Each case breaks one rule: what stands before is there once at least, its first
// place is changed.
func TestRefused(t *testing.T) {
	whole := sample(t)
	if err := hold(whole); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ before, after, want string }{
		// The core: attributes and their values.
		{` srcLang="zh"`, "", "line 1: <xliff> lacks its srcLang"},
		{`srcLang="zh"`, `srcLang="z h"`, `srcLang="z h" in <xliff>: it has to be a language tag`},
		{` trgLang="en"`, "", "there is a <target>, but <xliff> lacks its trgLang"},
		{`<unit id="u2">`, `<unit id="u 2">`, `id="u 2" in <unit>: it has to be a name without spaces`},
		{`state="translated"`, `state="done"`, `state="done" in <segment>: it has to be one of initial, translated, reviewed, final`},
		{`state="translated" `, ``, "<segment> has subState without state"},
		{`state="translated"`, `note="x"`, "<segment> has an unknown attribute note"},
		{`state="translated"`, `my:a="x"`, "<segment> has an attribute a of another namespace"},
		{`type="fmt" subType="xlf:b"`, `type="bold"`, `type="bold" in <pc>: it has to be one of fmt`},
		{`type="fmt" `, ``, "<pc> has subType without type"},
		{`subType="xlf:b"`, `subType="xlf:var"`, `subType="xlf:var" in <pc> doesn't go with type="fmt"`},
		{`order="3"`, `order="0"`, `order="0" in <target>: it has to be a whole number above 0`},
		{`order="3"`, `order="2"`, "two targets of the unit are number 2"},
		{`order="3"`, `order="4"`, `order="4" in a unit of 3 parts`},
		{`hex="001A"`, `hex="0041"`, `hex="0041" in <cp>`},
		{`<target><ph id="o1"`, `<target xml:lang="fr"><ph id="o1"`, "<target> is in fr, but <xliff> says en"},
		{`<target><ph id="o1"`, `<target xml:space="preserve"><ph id="o1"`, "another xml:space than its <source>"},
		// The core: elements and their order.
		{`<file id="f" `, `<file id="e"/><file id="f" `, "<file> holds no <unit> and no <group>"},
		{`href="pier.skl"`, ``, "<skeleton> has either an href or content"},
		{`<skeleton href="pier.skl"/>`, `<skeleton href="pier.skl">x</skeleton>`, "<skeleton> has either an href or content"},
		{`<unit id="u2">`, `<trans-unit id="4"/><unit id="u2">`, "XLIFF 2 knows no element <trans-unit> there in <group>"},
		{`</group>`, `<notes><note>x</note></notes></group>`, "<notes> stands too late in <group>"},
		{`<source>岸</source>`, `<target>pier</target><source>岸</source>`, "<source> stands too late in <segment>"},
		{`<source>岸</source>`, ``, "<segment> holds no <source>"},
		{`<source>岸</source>`, `<source/><source/>`, "<segment> holds more than one <source>"},
		{`<source>岸</source>`, `<source/>岸`, "text has no place directly in <segment>"},
		{`<source>岸</source>`, `<source/><my:x/>`, "<x> of another namespace has no place in <segment>"},
		{`<segment><source>岸</source></segment>`, `<ignorable><source>岸</source></ignorable>`, "<unit> holds no <segment>"},
		{`岸`, `<g id="1">岸</g>`, "XLIFF 2 knows no element <g>"},
		{`岸`, `<segment/>`, "<segment> has no place in <source>"},
		// The core: ids and what refers to them.
		{`<unit id="u2">`, `<unit id="u1">`, `the id "u1" of <unit> is taken`},
		{`<note id="c2"`, `<note id="c1"`, `the id "c1" of <note> is taken`},
		{`<pc id="1"`, `<pc id="o1"`, `the id "o1" of <pc> is taken`},
		{`<segment id="s2"`, `<segment id="2"`, `the id "2" of <segment> is taken`},
		{`<data id="d2"`, `<data id="d1"`, `the id "d1" of <data> is taken`},
		{`<my:thing id="x1">data`, `<my:thing id="x1"><my:a id="x1"/>`, `the id "x1" of <a> is taken`},
		{`dataRefEnd="d2"`, `dataRefEnd="d3"`, `no <data> here has the id "d3"`},
		{`subFlows="u2"`, `subFlows="u1 u3"`, `no <unit> here has the id "u3"`},
		{`copyOf="3"`, `copyOf="8"`, `no code "8" that may be copied`},
		{`copyOf="3"`, `copyOf="o1"`, `no code "o1" that may be copied`},
		{`copyOf="3"`, `copyOf="3" dataRef="d1"`, "<ph> has both copyOf and dataRef"},
		{`ref="#n=c1"`, `ref="#n=c9"`, `no <note> here has the id "c9"`},
		{`ref="#n=c1"`, `ref="#f=f/n=n1"`, "no note of the unit"},
		{`ref="#n=c1"`, `ref="#n=c1" value="x"`, "either a value or a ref"},
		{`ref="#n=c1"`, `ref="#u=u1/f=f/n=c1"`, `has f= where it has no place`},
		{`ref="#n=c1"`, `ref="#c1/n=c1"`, "names no one place"},
		{`ref="#n=c1"`, `ref="#zz=c1"`, "has zz= where it has no place or no meaning"},
		// The core: codes.
		{`口<ec startRef="2" dataRef="d2"/>`, ``, "the <sc> here never ends in its unit"},
		{`<em startRef="4"/>`, ``, "the <sm> here never ends in its unit"},
		{`<em startRef="4"/>`, `<em startRef="2"/>`, `<em> ends "2", which doesn't begin before it`},
		{`口<ec startRef="2" dataRef="d2"/>`, `口<ec dataRef="d2"/>`, "<ec> lacks its startRef"},
		{`口<ec startRef="2"`, `口<ec startRef="2" canCopy="no"`, "<ec> differs from its beginning in canCopy"},
		{`id="7" isolated="yes"`, `id="7" isolated="yes" startRef="2"`, "<ec> that is isolated has an id and no startRef"},
		{`<ph id="o1" canReorder="firstNo" canCopy="no"`, `<ph id="o1" canReorder="firstNo"`, `canReorder="firstNo": then canCopy and canDelete are no`},
		{`<ph id="o1" canReorder="firstNo"`, `<ph id="o1" canReorder="yes"`, "no code before it says firstNo"},
		{`<target><ph id="o1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="o2"`, `<target><ph id="o3" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="o2"`, "<ph> stands elsewhere than in the source"},
		{`<target><ph id="o1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="o2" canReorder="no" canCopy="no" canDelete="no"/>A`, `<target>A`, `the translation lacks the <ph> "o1" of its source`},
		// Candidates and glossaries.
		{` ref="#s1" type="tm"`, ` type="tm"`, "<mtc:match> lacks its ref"},
		{`ref="#s1"`, `ref="s1"`, `ref="s1" in <mtc:match> is no place in the file: write #s1`},
		{`ref="#s1"`, `ref="#u1"`, `no text here has the id "u1"`},
		{`ref="#s1"`, `ref="#n=c1"`, "names no text of the unit"},
		{`type="tm" `, ``, "<mtc:match> has subType without type"},
		{`type="tm"`, `type="my:tm"`, `type="my:tm" in <mtc:match>`},
		{`similarity="99.5"`, `similarity="100.5"`, "it has to be a number from 0 to 100"},
		{`ref="#t=k" reference`, `xml:lang="de" ref="#t=k" reference`, "<mtc:match> has xml:lang"},
		{`ref="#t=k" reference`, `id="m" ref="#t=k" reference`, `the id "m" of <mtc:match> is taken`},
		{`reference="yes"`, `reference="no"`, "<target> is in de, but <xliff> says en"},
		{`<target>boat<ph id="1" dataRef="md1"/></target></mtc:match>`, `</mtc:match>`, "<mtc:match> holds no <target>"},
		{`dataRef="md1"`, `dataRef="d1"`, `no <data> here has the id "d1"`},
		{`</gls:glossary>`, `</gls:glossary><gls:glossary/>`, "<unit> holds more than one <gls:glossary>"},
		{`<gls:translation id="e2"`, `<gls:translation id="e1"`, `the id "e1" of <gls:translation> is taken`},
		{`<gls:translation id="e2" ref="#t=k">boat</gls:translation><gls:definition>What floats.</gls:definition>`, ``, "no <gls:translation> and no <gls:definition>"},
		{`<gls:term>船</gls:term>`, ``, "<gls:glossEntry> holds no <gls:term>"},
		// Metadata and resources.
		{` type="author"`, ``, "<mda:meta> lacks its type"},
		{`<mda:metaGroup id="mg"`, `<mda:metaGroup id="md"`, `the id "md" of <mda:metaGroup> is taken`},
		{`category="page"`, `appliesTo="note"`, `appliesTo="note" in <mda:metaGroup>`},
		{`<mda:meta type="author">Lin</mda:meta>`, ``, "<mda:metaGroup> holds no"},
		{`<res:source href="a.png" xml:lang="zh"/>`, `<res:source href="a.png"><my:x/></res:source>`, "<res:source> has either an href or content"},
		{`href="a.png" xml:lang="zh"`, `href="a.png" xml:lang="fr"`, "<res:source> is in fr"},
		{`<res:resourceItem id="r1" mimeType="image/png">`, `<res:resourceItem id="r1"/><res:resourceItem id="r1">`, `the id "r1" of <res:resourceItem> is taken`},
		// Change tracking.
		{`ref="c1" currentVersion`, `ref="c9" currentVersion`, `ref="c9" in <ctr:revisions> names nothing beside it`},
		{`ref="c1" currentVersion`, `currentVersion`, "applies to one of 2 <note>"},
		{`property="priority"`, `property="category"`, `property="category" in <ctr:item>`},
		{`property="priority"`, `property="content"`, "the revision says content twice"},
		// Format style, sizes, validation.
		{`fs:fs="div"`, `fs:fs="script"`, `fs="script" in <group>`},
		{`fs:fs="div" `, ``, "<group> has subFs without fs"},
		{`fs:fs="div"`, `fs:is="div"`, "<group> has an attribute fs:is, which has no place there"},
		{`口<ec startRef="2"`, `口<ec startRef="2" fs:fs="b"`, "<ec> has an attribute that belongs on its <sc>"},
		{`slr:sizeRestriction="5,80"`, `slr:sizeRestriction="5-80"`, `the restriction "5-80" in <group>`},
		{`slr:sizeInfoRef="big"`, `slr:sizeInfoRef="small"`, `sizeInfoRef="small" in <group>`},
		{`slr:sizeInfo="3"`, `slr:sizeInfo="3" slr:sizeInfoRef="big"`, "<ec> has both sizeInfo and sizeInfoRef"},
		{`slr:equivStorage="7"`, `slr:equivStorage="7.5"`, `equivStorage="7.5" in <ec>`},
		{`isPresent="boat"`, `isPresent="boat" endsWith="t"`, "<val:rule> has one of"},
		{`my:is="x"`, ``, "<val:rule> has one of"},
		{`startsWith="T" exists`, `isNotPresent="T" exists`, "<val:rule> has existsInSource"},
		{`caseSensitive="no"`, `caseSensitive="false"`, `caseSensitive="false" in <val:rule>`},
		{`occurs="1"`, `occurs="0"`, `occurs="0" in <val:rule>`},
		{`<val:rule isPresent`, `<val:test isPresent`, "XLIFF 2 knows no element <test> there in <val:validation>"},
		// ITS, and choices.
		{`"#its=lqi"`, `"#its=other"`, `no record of ITS here has the id "other"`},
		{`its:locQualityIssuesRef`, `its:locQualityIssueComment="x" its:locQualityIssuesRef`, "<mrk> has both locQualityIssuesRef and locQualityIssueComment"},
		{`locQualityIssueType="misspelling" `, ``, "<its:locQualityIssue> has none of"},
		{`locQualityIssueType="misspelling"`, `locQualityIssueType="spelling"`, `locQualityIssueType="spelling"`},
		{`"#its=who"`, `"#its=whom"`, `no record of ITS here has the id "whom"`},
		{`<its:provenanceRecord person="Lin"/>`, `<its:provenanceRecord/>`, "<its:provenanceRecord> has none of org"},
		{`its:provenanceRecordsRef`, `its:person="Lin" its:provenanceRecordsRef`, "<mrk> has both provenanceRecordsRef and person"},
		{`its:termConfidence="0.9"`, `its:termConfidence="90"`, "it has to be a number from 0 to 1"},
		{`its:termConfidence="0.9"`, `its:taSource="x"`, "<mrk> has taSource without taIdent"},
		{`"terminology|http`, `"terms|http`, "it has to be a list of data categories of ITS"},
		{`"plural:boats gender:host"`, `"number:boats gender:host"`, `switch="number:boats gender:host" in <unit>`},
		{`pgs:case="one feminine"`, `pgs:case="one"`, "<segment> has 1 values in pgs:case"},
		{`pgs:case="one feminine"`, `pgs:case="several feminine"`, `"several" in pgs:case: for plural:boats`},
	} {
		changed := strings.Replace(whole, c.before, c.after, 1)
		if changed == whole {
			t.Fatalf("%q isn't there", c.before)
		}
		if strings.HasPrefix(c.after, "<val:test") {
			changed = strings.Replace(changed, "</val:rule>", "</val:test>", 1)
		}
		err := hold(changed)
		if err == nil {
			t.Errorf("%s → %s is read; want %q", c.before, c.after, c.want)
		} else if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s → %s: %v; want %q in it", c.before, c.after, err, c.want)
		}
	}
}

// What breaks no rule, or one that keeps nobody from reading the file.
func TestAccepted(t *testing.T) {
	whole := sample(t)
	for _, c := range []struct{ before, after string }{
		{`version="2.1"`, `version="2.2"`},
		{`<my:thing id="x1">data</my:thing>`, `<my:thing xmlns="urn:other"><file id="f"/><its:rules/></my:thing>`},
		{`</notes>` + "\n<group", `</notes><my:late/>` + "\n<group"},
		{`<unit id="u2">`, `<unit id="u2" xml:lang="zh" my:a="x">`},
		{`ref="#n=c1"`, `ref="#/f=f/u=u1/n=c1"`},
		{`ref="#t=k" reference`, `ref="#f=f/u=u1/t=k" reference`},
		{`ref="#t=k">boat`, `ref="t=#k">boat`},
		{`slr:sizeRestriction="5,80"`, `slr:sizeRestriction="one line"`},
		{`generalProfile="xliff:codepoints"`, `generalProfile="my:pixels"`},
		{`slr:sizeInfo="3"`, `slr:sizeInfo="wide"`},
		{`<my:font id="big"/>`, `<my:font/>`},
		{`its:version="2.0"`, `xmlns:new="urn:oasis:names:tc:xliff:new:3.0" new:a="x"`},
		{`<mda:meta type="author">Lin</mda:meta>`, `<meta type="author">Lin</meta>`},
	} {
		changed := strings.Replace(whole, c.before, c.after, 1)
		if changed == whole {
			t.Fatalf("%q isn't there", c.before)
		}
		if err := hold(changed); err != nil {
			t.Errorf("%s → %s: %v", c.before, c.after, err)
		}
	}
}

// A segment that isn't translated yet lacks no code.
func TestUntranslated(t *testing.T) {
	const head, tail = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><file id="f"><unit id="u"><segment><source>港<ph id="1" canDelete="no"/></source>`, `</segment></unit></file></xliff>`
	for target, lacks := range map[string]bool{
		``:                                   false,
		`<target/>`:                          false,
		`<target> </target>`:                 false,
		`<target>pier</target>`:              true,
		`<target>pier<ph id="1"/></target>`:  false,
		`<target><pc id="2">a</pc></target>`: true,
	} {
		if err := hold(head + target + tail); (err != nil) != lacks {
			t.Errorf("%s: %v", target, err)
		}
	}
}

// Codes in any order are let pass as long as each ends, and none that doesn't.
func TestCodes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		var nested []string // end tags
		var apart []string  // the tags that end what ends elsewhere
		for id := range rapid.IntRange(1, 20).Draw(t, "codes") {
			switch rapid.SampledFrom([]string{"ph", "pc", "mrk", "sc", "sm", "close", "end"}).Draw(t, "what") {
			case "ph":
				fmt.Fprintf(&text, `<ph id="%d"/>`, id)
			case "pc":
				fmt.Fprintf(&text, `<pc id="%d">`, id)
				nested = append(nested, "</pc>")
			case "mrk":
				fmt.Fprintf(&text, `<mrk id="%d">`, id)
				nested = append(nested, "</mrk>")
			case "sc":
				fmt.Fprintf(&text, `<sc id="%d"/>`, id)
				apart = append(apart, fmt.Sprintf(`<ec startRef="%d"/>`, id))
			case "sm":
				fmt.Fprintf(&text, `<sm id="%d"/>`, id)
				apart = append(apart, fmt.Sprintf(`<em startRef="%d"/>`, id))
			case "close":
				if n := len(nested); n > 0 {
					text.WriteString(nested[n-1])
					nested = nested[:n-1]
				}
			case "end":
				if len(apart) > 0 {
					text.WriteString(apart[0])
					apart = apart[1:]
				}
			}
		}
		for ; len(nested) > 0; nested = nested[:len(nested)-1] {
			text.WriteString(nested[len(nested)-1])
		}
		const head, tail = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh"><file id="f"><unit id="u"><segment><source>`, `</source></segment></unit></file></xliff>`
		if err := hold(head + text.String() + tail); (err == nil) != (len(apart) == 0) {
			t.Fatalf("%s with %d open: %v", text.String(), len(apart), err)
		}
		whole := text.String() + strings.Join(apart, "")
		if err := hold(head + whole + tail); err != nil {
			t.Fatalf("%s: %v", whole, err)
		}
		// Of the same codes in another segment, all ids are taken.
		if !strings.Contains(whole, " id=") {
			return
		}
		if err := hold(head + whole + `</source></segment><segment><source>` + whole + tail); err == nil {
			t.Fatalf("%s stands twice and is let pass", whole)
		}
	})
}

// Nothing about the number of ids or codes makes holding a unit slow or wrong.
func TestManyIDs(t *testing.T) {
	var codes strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&codes, `<sc id="%d"/><ec startRef="%[1]d"/>`, i)
	}
	const head, tail = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh"><file id="f"><unit id="u"><segment><source>`, `</source></segment></unit></file></xliff>`
	if err := hold(head + codes.String() + tail); err != nil {
		t.Error(err)
	}
	for _, id := range []string{"0", "49999"} {
		if err := hold(head + codes.String() + `<ph id="` + id + `"/>` + tail); err == nil {
			t.Errorf("the id %s stands twice and is let pass", id)
		}
	}
	// The lists of a unit serve the next one.
	for _, last := range []string{`<ph id="a0"/>`, `<ph id="a25"/>`} {
		text := head + codes.String() + `</source></segment></unit><unit id="v"><segment><source>`
		for i := range 26 {
			text += fmt.Sprintf(`<ph id="a%d"/>`, i)
		}
		if err := hold(text + tail); err != nil {
			t.Error(err)
		}
		if err := hold(text + last + tail); err == nil {
			t.Errorf("%s stands twice and is let pass", last)
		}
	}
}

func FuzzConformance(f *testing.F) {
	f.Add(sample(f))
	f.Add(`<unit xmlns="` + Space22 + `"><segment/></unit>`)
	f.Add(`<xliff xmlns="` + Space20 + `"><file><unit><segment><source><em startRef="1"/>`)
	f.Fuzz(func(_ *testing.T, text string) {
		_ = hold(text) // it panics at nothing
	})
}
