package termbase

import (
	"slices"
	"strings"
	"testing"
)

// summary lists what is left of a glossary: "entry: status term, …; …".
func summary(g *Glossary) string {
	var out []string
	for _, e := range g.Entries() {
		out = append(out, e.ID+": "+strings.Join(terms(e), ", "))
	}
	return strings.Join(out, "; ")
}

func terms(e *Entry) []string {
	var out []string
	for _, t := range e.Terms {
		out = append(out, t.Status.String()+" "+t.Text)
	}
	return out
}

func sorted(e *Entry) string { return strings.Join(slices.Sorted(slices.Values(terms(e))), ", ") }

func day(t testing.TB, text string) Date {
	t.Helper()
	if text == "" {
		return Date{}
	}
	d, err := ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2018": "2018-01-01", "2018-03": "2018-03-01", "2018-03-17": "2018-03-17",
	} {
		if d := day(t, text); d.String() != want || d.IsZero() {
			t.Errorf("%s is %s", text, d)
		}
	}
	for _, text := range []string{"", "18", "2018-3", "2018-13", "2018-02-30", "2018/03/17", "2018-03-17 ", "March 2018"} {
		if d, err := ParseDate(text); err == nil || !strings.Contains(err.Error(), `"`+text+`"`) || !d.IsZero() {
			t.Errorf("%q: %v, %v", text, d, err)
		}
	}
	if got := (Date{}).String(); got != "" {
		t.Errorf("no day is %q", got)
	}
}

func TestPreferred(t *testing.T) {
	g := loaded(t, file("titles",
		"a|zh|preferred|甲",
		"a|en|deprecated|Bad",
		"a|en|admitted|Chair",
		"a|en|preferred|Old||||2018-03-17",
		"a|en|preferred|New|||2018-03-17",
		"a|en|preferred|Ours||npc mfa|2020",
		"h|en|preferred|House||qiushi",
		"w|en|admitted|None",
		"s|en|preferred|Was||||2000"))
	for _, c := range []struct{ id, house, day, want string }{
		{"a", "", "", "New"},
		{"a", "any", "", "New"},
		{"a", "xinhua", "2018-03-17", "New"},
		{"a", "xinhua", "2018-03-16", "Old"},
		{"a", "npc", "2018-03-16", "Old"},
		{"a", "npc", "2019-12-31", "New"},
		{"a", "npc", "2020-01-01", "Ours"},
		{"a", "mfa", "", "Ours"},
		{"h", "qiushi", "", "House"},
		{"h", "xinhua", "", "House"},
		{"w", "", "", ""},
		{"s", "", "", ""},
		{"s", "", "1999", "Was"},
		{"s", "", "2000", ""},
	} {
		got := ""
		if term := g.Entry(c.id).Preferred(c.house, day(t, c.day)); term != nil {
			got = term.Text
		}
		if got != c.want {
			t.Errorf("%s of %q on %q: %q, not %q", c.id, c.house, c.day, got, c.want)
		}
	}
}

func TestRightAndWrong(t *testing.T) {
	for _, c := range []struct {
		row, house, day string
		right, wrong    bool
	}{
		{"preferred|X", "", "", true, false},
		{"preferred|X|||2018", "", "2017-12-31", false, false},
		{"preferred|X|||2018", "", "2018-01-01", true, false},
		{"preferred|X|||2018", "", "", true, false},
		{"admitted|X||npc", "mfa", "", true, false},
		{"superseded|X||||2018-03-17", "", "2018-03-16", true, false},
		{"superseded|X||||2018-03-17", "", "2018-03-17", false, true},
		{"superseded|X||||2018-03-17", "", "", true, false},
		{"deprecated|X", "", "", false, true},
		{"deprecated|X", "npc", "2000", false, true},
		{"deprecated|X||npc", "npc", "", false, true},
		{"deprecated|X||npc mfa", "mfa", "", false, true},
		{"deprecated|X||npc", "mfa", "", false, false},
		{"deprecated|X||npc", "", "", false, false},
		{"deprecated|X|||2018", "", "2017", false, false},
		{"deprecated|X|||2018", "", "2018", false, true},
		{"deprecated|X||||2018", "", "2018", false, false},
	} {
		term := loaded(t, file("titles", "a|en|"+c.row, "a|en|preferred|Y||list")).Entry("a").Terms[0]
		if got := term.Right(day(t, c.day)); got != c.right {
			t.Errorf("%s on %q: right is %v", c.row, c.day, got)
		}
		if got := term.Wrong(c.house, day(t, c.day)); got != c.wrong {
			t.Errorf("%s for %q on %q: wrong is %v", c.row, c.house, c.day, got)
		}
	}
}

// What is neither right nor wrong on the day, for the house, is not found.
func TestFindByUsage(t *testing.T) {
	g := loaded(t, file("titles",
		"a|en|preferred|Chair", "a|en|superseded|State Head||||2018-03", "a|en|deprecated|Boss||npc", "a|en|deprecated|Top Leader|||2020"))
	const text = "the State Head, the Boss and the Top Leader"
	for _, c := range []struct{ house, day, want string }{
		{"", "", "a superseded [State Head]; a deprecated [Top Leader]"},
		{"", "2017", "a superseded [State Head]"},
		{"npc", "2019", "a superseded [State Head]; a deprecated [Boss]"},
		{"mfa", "2021", "a superseded [State Head]; a deprecated [Top Leader]"},
	} {
		if got := describe(text, g.Find(paragraph(text), Usage{House: c.house, Day: day(t, c.day)}).Matches); got != c.want {
			t.Errorf("%q on %q: %s\nwant %s", c.house, c.day, got, c.want)
		}
	}
}

func TestSearch(t *testing.T) {
	g := loaded(t, file("titles",
		"vice-premier|zh|preferred|副总理", "vice-premier|en|preferred|vice premier",
		"premier|zh|preferred|总理", "premier|en|preferred|Premier", "premier|en|deprecated|Prime Minister",
		"premiers-office|en|preferred|Office of the Premier",
		"build|en|preferred|build~ {place} by the {nth} plan"))
	for words, want := range map[string]string{
		"premier":          "premier vice-premier premiers-office",
		"PREMIER":          "premier vice-premier premiers-office",
		" premier ":        "premier vice-premier premiers-office",
		"总理":               "premier vice-premier",
		"prime":            "premier",
		"premiers-office":  "premiers-office",
		"build … by the n": "build",
		"build~":           "build",
		"office premier":   "premiers-office", // in any order
		"zongli":           "premier vice-premier",
		"fzl":              "vice-premier",
		"prmeier":          "vice-premier premier premiers-office", // slips
		"vice premeir":     "vice-premier",
		"tremier":          "", // no slip on the first letter
		"fan premier":      "", // nor in a word so short
		"nobody":           "",
		"":                 "",
		"  ":               "",
	} {
		var got []string
		for _, e := range g.Search(words) {
			got = append(got, e.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, not %s", words, got, want)
		}
	}
}

func TestSource(t *testing.T) {
	g := loaded(t, File{Name: "sources.tsv", Text: rows("id\ttitle\tpublisher\tdate\tstanding\n",
		"law|Legislation Law|NPC|2023|official", "list|Terms|||compiled")})
	for key, want := range map[string][2]string{
		"law": {"Legislation Law, NPC, 2023", "NPC, 2023"}, "list": {"Terms", "Terms"}, "observed": {"observed", "observed"},
	} {
		if s := g.Source(key); s.String() != want[0] || s.Short() != want[1] {
			t.Errorf("%q: %q and %q, not %q", key, s, s.Short(), want)
		}
	}
}

func TestHolders(t *testing.T) {
	g := loaded(t, File{Name: "holders.tsv", Text: rows("person\tzh\toffice\tsince\tuntil\tsource\n", "Li Ming|李明|premier|2013-03-15|2018|a b", "Wang Fang|王芳|premier")})
	if len(g.Holders()) != 2 {
		t.Fatalf("%d holders", len(g.Holders()))
	}
	h := g.Holders()[0]
	if h.Person != "Li Ming" || h.Chinese != "李明" || h.Office != "premier" || h.Since.String() != "2013-03-15" || h.Until.String() != "2018-01-01" || !slices.Equal(h.Sources, []string{"a", "b"}) {
		t.Errorf("%+v", h)
	}
	if h := g.Holders()[1]; !h.Since.IsZero() || !h.Until.IsZero() {
		t.Errorf("%+v", h)
	}
}

func TestPosts(t *testing.T) {
	g := loaded(t,
		file("organs",
			"pd|zh|preferred|中宣部", "pd|en|preferred|Publicity Department|||||||s1", "pd|en|admitted|PD|acronym", "pd|en|deprecated|Propaganda Department|||||likely",
			"pd|en|superseded|Publicity Office||||2000"),
		file("titles", "chief|en|preferred|chief of the publicity department"),
		File{Name: "glossary/posts.tsv", Text: rows("organ\tzh\tword\tstatus\tsource\n",
			"pd|部长|head|preferred|s2", "pd|部长|minister|deprecated|s2", "pd|部长|chief|admitted", "pd|副部长|deputy head|preferred|s2")})
	post := g.Entry("post-pd-部长")
	if post == nil || post.Kind != Titles || post.Chinese() != "中宣部部长" {
		t.Fatalf("%+v", post)
	}
	want := []string{
		"preferred 中宣部部长",
		"preferred head of the Publicity Department", "admitted head of the PD",
		"deprecated head of the Propaganda Department", "superseded head of the Publicity Office",
		"deprecated minister of the Publicity Department", "deprecated minister of the PD",
		"deprecated minister of the Propaganda Department", "deprecated minister of the Publicity Office",
		"admitted chief of the PD", "deprecated chief of the Propaganda Department", "superseded chief of the Publicity Office",
	}
	if got := terms(post); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	head := post.Preferred("", Date{})
	if head == nil || head.Text != "head of the Publicity Department" || head.Place() != "glossary/posts.tsv:2" || !slices.Equal(head.Sources, []string{"s2", "s1"}) {
		t.Errorf("%+v", head)
	}
	for text, want := range map[string]string{
		"the minister of the Publicity Department":             "post-pd-部长 deprecated [minister of the Publicity Department]",
		"Deputy Head of the Publicity Department":              "post-pd-副部长 preferred [Deputy Head of the Publicity Department]",
		"two heads of the Publicity Department":                "post-pd-部长 preferred [heads of the Publicity Department] plural",
		"Chief of the Publicity Department":                    "chief preferred [Chief of the Publicity Department]",
		"the Minister of the\nPD":                              "post-pd-部长 deprecated [Minister of the\nPD]",
		"the head of Publicity, not of the Publicity Officers": "",
	} {
		if got := describe(text, g.Find(paragraph(text), Usage{}).Matches); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"build~ a {place} by the {nth} plan": "build a … by the nth plan", "NPC": "NPC", "": "",
	} {
		if got := Plain(text); got != want {
			t.Errorf("%q is %q", text, got)
		}
	}
}
