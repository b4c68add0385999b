package termbase

import (
	"strings"
	"testing"
	"unicode/utf8"
)

const termHeader = "id\tlang\tstatus\tterm\ttype\tscope\tsince\tuntil\tcertainty\tunless\tsource\tnote\n"

// rows makes the text of a file: a header, then lines whose cells are parted
// by vertical bars.
func rows(header string, lines ...string) string {
	return header + strings.ReplaceAll(strings.Join(lines, "\n"), "|", "\t") + "\n"
}

func file(name string, lines ...string) File {
	return File{Name: "glossary/" + name + ".tsv", Text: rows(termHeader, lines...)}
}

func loaded(t testing.TB, files ...File) *Glossary {
	t.Helper()
	g, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Every error names the place first, then the value, then what to do.
func TestLoadErrors(t *testing.T) {
	organ := file("organs", "npc|en|preferred|National People's Congress")
	posts := func(line string) File {
		return File{Name: "glossary/posts.tsv", Text: rows("organ\tzh\tword\tstatus\tsource\n", line)}
	}
	for _, c := range []struct {
		name, place string
		says        []string
		files       []File
	}{
		{"unknown status", "glossary/titles.tsv:2", []string{`status "prefered"`, `"preferred"`}, []File{file("titles", "a|en|prefered|A")}},
		{"status of another case", "glossary/titles.tsv:2", []string{`status "Preferred"`, `mean "preferred"`}, []File{file("titles", "a|en|Preferred|A")}},
		{"no status", "glossary/titles.tsv:2", []string{`status ""`}, []File{file("titles", "a|en||A")}},
		{"unknown language", "glossary/titles.tsv:3", []string{`lang "fr"`}, []File{file("titles", "a|en|preferred|A", "b|fr|preferred|B")}},
		{"unknown type", "glossary/titles.tsv:2", []string{`type "acronim"`, `"acronym"`}, []File{file("titles", "a|en|preferred|A|acronim")}},
		{"unknown scope", "glossary/titles.tsv:2", []string{`scope "xinhau"`, `"xinhua"`}, []File{file("titles", "a|en|preferred|A||mfa xinhau")}},
		{"unknown certainty", "glossary/titles.tsv:2", []string{`certainty "likly"`, `"likely"`}, []File{file("titles", "a|en|deprecated|A|||||likly")}},
		{"unknown column", "glossary/titles.tsv:1", []string{`column "stauts"`, `"status"`}, []File{{Name: "glossary/titles.tsv", Text: rows("id\tlang\tstauts\tterm\n", "a|en|preferred|A")}}},
		{"missing column", "glossary/titles.tsv:1", []string{`no column "term"`}, []File{{Name: "glossary/titles.tsv", Text: rows("id\tlang\tstatus\n")}}},
		{"column twice", "glossary/titles.tsv:1", []string{`"id" stands twice`}, []File{{Name: "glossary/titles.tsv", Text: rows("id\tlang\tstatus\tterm\tid\n")}}},
		{"too many cells", "glossary/titles.tsv:2", []string{"5 columns", "header has 4"}, []File{{Name: "glossary/titles.tsv", Text: rows("id\tlang\tstatus\tterm\n", "a|en|preferred|A|")}}},
		{"stray space", "glossary/titles.tsv:2", []string{`"A "`}, []File{file("titles", "a|en|preferred|A ")}},
		{"stray no-break space", "glossary/titles.tsv:2", []string{`around`, "a0"}, []File{file("titles", "a|en|preferred|\u00a0A")}},
		{"bad date", "glossary/titles.tsv:2", []string{"since", `"17 March 2018"`, "2018-03-17"}, []File{file("titles", "a|en|preferred|A|||17 March 2018")}},
		{"no such day", "glossary/titles.tsv:2", []string{"until", `"2018-02-30"`}, []File{file("titles", "a|en|preferred|A||||2018-02-30")}},
		{"until before since", "glossary/titles.tsv:2", []string{"2013-01-01", "2018-03-17"}, []File{file("titles", "a|en|preferred|A|||2018-03-17|2013")}},
		{"until is since", "glossary/titles.tsv:2", []string{"2018-03-01"}, []File{file("titles", "a|en|preferred|A|||2018-03|2018-03-01")}},
		{"no id", "glossary/titles.tsv:2", []string{"id"}, []File{file("titles", "|en|preferred|A")}},
		{"no term", "glossary/titles.tsv:2", []string{"term"}, []File{file("titles", "a|en|preferred|")}},
		{"too few cells", "glossary/titles.tsv:2", []string{"an id and a term"}, []File{file("titles", "a|en")}},
		{"row twice", "glossary/titles.tsv:4", []string{`"Premier" stands twice in a`, "glossary/titles.tsv:2"}, []File{file("titles", "a|en|preferred|Premier", "a|zh|preferred|总理", "a|en|admitted|Premier")}},
		{"row twice in two files", "glossary/laws.tsv:2", []string{`"A" stands twice in a`, "glossary/titles.tsv:2"}, []File{file("titles", "a|en|preferred|A"), file("laws", "a|en|preferred|A")}},
		{"contradiction", "glossary/titles.tsv:4", []string{`"Chair"`, "deprecated for b", "admitted for a", "glossary/titles.tsv:3"}, []File{file("titles", "a|en|preferred|A", "a|en|admitted|Chair", "b|en|deprecated|Chair", "b|en|preferred|B")}},
		{"contradiction where houses meet", "glossary/titles.tsv:3", []string{`"Chair"`, "glossary/titles.tsv:2"}, []File{file("titles", "a|en|preferred|Chair||mfa npc", "b|en|deprecated|Chair||npc", "b|en|preferred|B")}},
		{"two preferred", "glossary/titles.tsv:3", []string{"a prefers both", `"B"`, `"A"`, "glossary/titles.tsv:2"}, []File{file("titles", "a|en|preferred|A", "a|en|preferred|B")}},
		{"two preferred of a house", "glossary/titles.tsv:4", []string{`"C"`, `"B"`, "glossary/titles.tsv:3"}, []File{file("titles", "a|en|preferred|A", "a|en|preferred|B||npc", "a|en|preferred|C||npc mfa")}},
		{"two preferred in Chinese", "glossary/titles.tsv:3", []string{`"乙"`, `"甲"`}, []File{file("titles", "a|zh|preferred|甲", "a|zh|preferred|乙")}},
		{"two preferred whose days meet", "glossary/titles.tsv:3", []string{`"B"`, `"A"`}, []File{file("titles", "a|en|preferred|A||||2018-03", "a|en|preferred|B|||2018-02")}},
		{"nothing to suggest", "glossary/titles.tsv:3", []string{`a flags "B"`, "add a preferred term"}, []File{file("titles", "a|en|admitted|A", "a|en|deprecated|B")}},
		{"only Chinese to suggest", "glossary/titles.tsv:3", []string{`a flags "B"`}, []File{file("titles", "a|zh|preferred|甲", "a|en|superseded|B||||2018")}},
		{"post of an unknown organ", "glossary/posts.tsv:2", []string{`organ "ncp"`, `"npc"`}, []File{organ, posts("ncp|委员长|chairman|preferred|x")}},
		{"post of an unknown status", "glossary/posts.tsv:2", []string{`status "right"`}, []File{organ, posts("npc|委员长|chairman|right|x")}},
		{"post with a cell too many", "glossary/posts.tsv:2", []string{"6 columns", "header has 5"}, []File{organ, posts("npc|委员长|chairman|preferred|x|y")}},
		{"holder with a bad date", "glossary/holders.tsv:2", []string{`"soon"`}, []File{{Name: "glossary/holders.tsv", Text: rows("person\tzh\toffice\tsince\n", "A|甲|npc|soon")}}},
		{"source of an unknown standing", "glossary/sources.tsv:2", []string{`standing "offical"`, `"official"`}, []File{{Name: "glossary/sources.tsv", Text: rows("id\tstanding\n", "x|offical")}}},
		{"source twice", "glossary/sources.tsv:3", []string{`"x" stands twice`}, []File{{Name: "glossary/sources.tsv", Text: rows("id\tstanding\n", "x|official", "x|compiled")}}},
		{"not UTF-8", "glossary/titles.tsv:3", []string{"0xD6", "save the glossary as UTF-8"}, []File{file("titles", "a|en|preferred|A", "a|zh|preferred|\xd6\xf7")}},
		{"line counted with blank lines and remarks", "glossary/titles.tsv:5", []string{`"x"`}, []File{file("titles", "", "# a remark", "a|en|preferred|A", "b|en|x|B")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, err := Load(c.files)
			if err == nil {
				t.Fatalf("no error, but %d entries", len(g.Entries()))
			}
			if !strings.HasPrefix(err.Error(), c.place+": ") {
				t.Errorf("%v\ndoesn't begin with %s", err, c.place)
			}
			for _, s := range c.says {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%v\ndoesn't say %s", err, s)
				}
			}
		})
	}
}

func TestLoad(t *testing.T) {
	data := "\ufeffterm\tid\tstatus\tlang\tnote\r\n" +
		"# a remark\r\n\r\n" +
		"Cafe\u0301 \"Party\"\ta\tpreferred\ten\tsaid \"so\"\r\n" +
		"甲\ta\tpreferred\tzh"
	g := loaded(t, File{Name: `C:\glossary\places.tsv`, Text: data}, file("laws", "a|en|deprecated|Bad", "b|en|preferred|B"))
	if len(g.Entries()) != 2 || g.Entry("a") != g.Entries()[0] || g.Entry("c") != nil {
		t.Fatalf("entries: %v", g.Entries())
	}
	a := g.Entry("a")
	if a.Kind != Places || g.Entry("b").Kind != Laws {
		t.Errorf("kinds %q, %q", a.Kind, g.Entry("b").Kind)
	}
	if len(a.Terms) != 3 || a.Terms[0].Text != "Café \"Party\"" || a.Terms[0].Note != "said \"so\"" || a.Chinese() != "甲" {
		t.Errorf("terms: %v", a.Terms)
	}
	if got := a.Terms[0].Place() + " " + a.Terms[2].Place(); got != `C:\glossary\places.tsv:4 glossary/laws.tsv:2` {
		t.Errorf("places: %s", got)
	}
	if g := loaded(t); len(g.Entries()) != 0 || len(g.Find(paragraph("Nothing to find."), Usage{}).Matches) != 0 {
		t.Error("an empty glossary finds something")
	}
}

func TestRowsThatAgree(t *testing.T) {
	for name, lines := range map[string][]string{
		"one rendering of two entries":       {"a|en|preferred|Premier", "b|en|preferred|Premier"},
		"right for one house, wrong for all": {"a|en|preferred|Chair||npc", "b|en|deprecated|Chair||mfa", "b|en|preferred|B"},
		"right until a day, wrong since":     {"a|en|superseded|Chair||||2018-03", "a|en|preferred|A|||2018-03", "b|en|deprecated|Chair|||2018-03", "b|en|preferred|B"},
		"one preferred for a time":           {"a|en|preferred|A||||2018-03", "a|en|preferred|B|||2018-03"},
		"one preferred for a house":          {"a|en|preferred|A||npc", "a|en|preferred|B||mfa", "a|en|preferred|C"},
		"one text in both languages":         {"a|zh|preferred|APEC", "a|en|preferred|APEC"},
		"wrong in Chinese alone":             {"a|zh|deprecated|甲", "a|zh|preferred|乙", "b|zh|preferred|甲"},
	} {
		if _, err := Load([]File{file("titles", lines...)}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Where layers contradict each other the higher one's row holds, in whatever
// order the files are read.
func TestLayers(t *testing.T) {
	layered := func(layer int, lines ...string) File {
		f := file("titles", lines...)
		f.Name, f.Layer = strings.Repeat("x", layer)+"titles.tsv", layer
		return f
	}
	low := layered(0, "a|en|preferred|Chair", "a|en|deprecated|Head", "b|en|preferred|Boss")
	for _, c := range []struct {
		name string
		high File
		want string
	}{
		{"nothing new", layered(1), "a: preferred Chair, deprecated Head; b: preferred Boss"},
		{"another preferred", layered(1, "a|en|preferred|President"), "a: admitted Chair, deprecated Head, preferred President; b: preferred Boss"},
		{"what was wrong is right", layered(1, "a|en|admitted|head"), "a: preferred Chair, admitted head; b: preferred Boss"},
		{"what was right is wrong", layered(1, "a|en|deprecated|Chair", "a|en|preferred|President"), "a: deprecated Head, deprecated Chair, preferred President; b: preferred Boss"},
		{"right for another entry", layered(1, "c|en|preferred|Head"), "a: preferred Chair; b: preferred Boss; c: preferred Head"},
		{"wrong for another entry", layered(1, "c|en|deprecated|Boss", "c|en|preferred|Chief"), "a: preferred Chair, deprecated Head; b: ; c: deprecated Boss, preferred Chief"},
		{"the same row", layered(1, "a|en|preferred|Chair"), "a: deprecated Head, preferred Chair; b: preferred Boss"},
		{"of another house", layered(1, "a|en|preferred|President||npc"), "a: preferred Chair, deprecated Head, preferred President; b: preferred Boss"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := summary(loaded(t, low, c.high)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			backwards := loaded(t, c.high, low)
			for _, id := range []string{"a", "b", "c"} {
				forwards := loaded(t, low, c.high)
				if f, b := forwards.Entry(id), backwards.Entry(id); f != nil && sorted(f) != sorted(b) {
					t.Errorf("read backwards, %s is %s, not %s", id, sorted(b), sorted(f))
				}
			}
		})
	}
	_, err := Load([]File{low, layered(1, "a|en|admitted|Head", "b|en|deprecated|head")})
	if err == nil || !strings.HasPrefix(err.Error(), "xtitles.tsv:3: ") {
		t.Errorf("a contradiction inside the higher layer: %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("organs", string(rows(termHeader, "a|en|preferred|All-China {nth} build~ of the {place}", "a|en|deprecated|the a an the|||||likely|x | y")), "text")
	f.Add("posts", "organ\tzh\tword\tstatus\n\t\t\tpreferred\n", "head of the")
	f.Add("holders", "person\tzh\toffice\tsince\tuntil\nA\tB\tC\t2018\t2019\n", "")
	f.Add("ideas", "id\tlang\tstatus\tterm\n0\ten\tpreferred\tʼ", ": ''.8'")
	f.Add("laws", "id\tlang\tstatus\tterm\nx\ten\tpreferred\ta b\n", "a b")
	f.Add("sources", "id\tstanding\nx\tofficial\n", "")
	f.Add("titles", "id\tlang\tstatus\tterm\n#\n\x00\ten\tpreferred\t~\nb\ten\tpreferred\t{\nc\ten\tpreferred\t{nth}~ - ' \u00ad ʼ\n", "{nth} ʼ ~")
	f.Add("ideas", "id\tlang\tstatus\tterm\na\ten\tdeprecated\t"+strings.Repeat("the a ", 40)+"end\na\ten\tpreferred\t"+strings.Repeat("be~ ", 40)+"end\n", "the a")
	f.Fuzz(func(t *testing.T, kind, data, text string) {
		g, err := Load([]File{{Name: kind + ".tsv", Text: data}, {Name: "organs.tsv", Text: rows(termHeader, "npc|en|preferred|NPC")}})
		if err != nil {
			if !utf8.ValidString(kind) || strings.Contains(err.Error(), ".tsv:") {
				return
			}
			t.Fatalf("an error without a place: %v", err)
		}
		checkMatches(t, paragraph(text), g.Find(paragraph(text), Usage{}))
		for _, e := range g.Entries() {
			e.Preferred("xinhua", Date{})
			g.Search(e.Chinese())
			for _, term := range e.Terms {
				d := paragraph(Plain(term.Text))
				checkMatches(t, d, g.Find(d, Usage{House: "xinhua"}))
			}
		}
	})
}
