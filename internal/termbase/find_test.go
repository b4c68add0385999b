package termbase

import (
	"fmt"
	"strings"
	"testing"

	"rectify/internal/document"
)

// glossaryOf loads rows of "id status term [column=value ...]", parted by
// vertical bars, as a glossary of the given kind.
func glossaryOf(t testing.TB, kind string, rows ...string) *Glossary {
	t.Helper()
	columns := []string{"id", "lang", "status", "term", "type", "scope", "since", "until", "certainty", "unless"}
	text := strings.Join(columns, "\t") + "\n"
	for _, r := range rows {
		cells := strings.Split(r, "|")
		row := make([]string, len(columns))
		row[0], row[1], row[2], row[3] = cells[0], "en", cells[1], cells[2]
		for _, c := range cells[3:] {
			name, value, _ := strings.Cut(c, "=")
			for i, column := range columns {
				if column == name {
					row[i] = strings.ReplaceAll(value, "/", " | ")
				}
			}
		}
		text += strings.Join(row, "\t") + "\n"
	}
	g, err := Load([]File{{Name: kind + ".tsv", Text: text}})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// paragraph is a document of one segment, a run a line.
func paragraph(text string) *document.Document {
	var runs []document.Run
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		body := strings.TrimRight(line, "\r\n")
		if body != "" {
			runs = append(runs, document.Run{Span: document.Span{Start: at, End: at + len(body)}, Before: document.Spaced})
		}
		at += len(line)
	}
	return document.New("test.txt", text, []document.Segment{{Runs: runs}})
}

func describe(text string, matches []Match) string {
	var out []string
	for _, m := range matches {
		out = append(out, fmt.Sprintf("%s %s [%s]%s", m.Term.Entry.ID, m.Term.Status, text[m.Start:m.End], m.Deviation))
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	organs := glossaryOf(t, "organs",
		"acftu|preferred|All-China Federation of Trade Unions",
		"acftu|admitted|ACFTU|type=acronym",
		"congress|preferred|{nth} National Congress of Chinese Trade Unions",
		"president|preferred|President of the People's Republic of China",
		"president|deprecated|President of the State",
		"president|deprecated|State President",
		"cpc-cc|preferred|CPC Central Committee",
		"cpc-cc|admitted|Central Committee of the Communist Party of China|type=full",
		"provincial|preferred|CPC {place} Provincial Committee",
		"provincial|deprecated|{place} Provincial Party Committee",
		"gs|preferred|general secretary of the CPC Central Committee",
		"gs|deprecated|general secretary|unless=deputy general secretary",
		"modern|preferred|build~ a modern socialist country in all respects",
		"modern|deprecated|comprehensively build~ a modern socialist country",
		"group|preferred|leading Party members group",
		"moderni|preferred|Chinese modernization",
		"labor|preferred|labor relations",
		"workers|preferred|workers' movement",
		"belt|preferred|Belt and Road cooperation",
		"belt|deprecated|construction of the Belt and Road",
		"four|deprecated|Four Comprehensives strategic layout",
		"four|preferred|Four-pronged Comprehensive Strategy",
		"two|preferred|Two Upholds",
		"two|deprecated|two safeguards",
		"plan|preferred|five-year plan",
		"plan|deprecated|five-year programs",
	)
	for _, c := range []struct{ name, text, want string }{
		{"exact", "the All-China Federation of Trade Unions met", "acftu preferred [All-China Federation of Trade Unions]"},
		{"no hyphen", "All China Federation of Trade Unions", "acftu preferred [All China Federation of Trade Unions] hyphen"},
		{"non-breaking hyphen", "All‑China Federation of Trade Unions", "acftu preferred [All‑China Federation of Trade Unions]"},
		{"double spaces, tab, no-break space", "All-China  Federation\tof Trade\u00a0Unions", "acftu preferred [All-China  Federation\tof Trade\u00a0Unions]"},
		{"line break", "Central Committee of the\nCommunist Party of China", "cpc-cc admitted [Central Committee of the\nCommunist Party of China]"},
		{"hyphen at the line's end", "All-\nChina Federation of Trade Unions", "acftu preferred [All-\nChina Federation of Trade Unions]"},
		{"soft hyphen and zero width", "All-China Fede\u00adration of Trade Un\u200bions", "acftu preferred [All-China Fede\u00adration of Trade Un\u200bions]"},
		{"full width", "ＣＰＣ Central Committee", "cpc-cc preferred [ＣＰＣ Central Committee]"},
		{"upper case", "PRESIDENT OF THE STATE", "president deprecated [PRESIDENT OF THE STATE]"},
		{"possessive", "the CPC Central Committee's plan", "cpc-cc preferred [CPC Central Committee] possessive"},
		{"curly apostrophe", "President of the People’s Republic of China", "president preferred [President of the People’s Republic of China]"},
		{"plural head", "general secretaries of the CPC Central Committee", "gs preferred [general secretaries of the CPC Central Committee] plural"},
		{"plural of a wrong one", "two Presidents of the State", "president deprecated [Presidents of the State] plural"},
		{"spelling", "Chinese modernisation and labour relations", "moderni preferred [Chinese modernisation]; labor preferred [labour relations]"},
		{"longest first", "the general secretary of the CPC Central Committee spoke", "gs preferred [general secretary of the CPC Central Committee]"},
		{"wrong alone", "the general secretary spoke", "gs deprecated [general secretary]"},
		{"right in a context", "the deputy general secretary spoke", ""},
		{"verb form", "comprehensively building a modern socialist country", "modern deprecated [comprehensively building a modern socialist country]"},
		{"article left out of a wrong one", "President of State", "president deprecated [President of State]"},
		{"ordinal", "the 18th National Congress of Chinese Trade Unions", "congress preferred [18th National Congress of Chinese Trade Unions]"},
		{"near miss", "the 18th National Congress of the Chinese Trade Union", "congress preferred [18th National Congress of the Chinese Trade Union] article number"},
		{"order", "the China All Federation of Trade Unions", "acftu preferred [China All Federation of Trade Unions] order"},
		{"preposition and order", "All-China Trade Union Federation", "acftu preferred [All-China Trade Union Federation] preposition number order"},
		{"place", "the Hunan Provincial Party Committee and the Inner Mongolia Provincial Party Committee", "provincial deprecated [Hunan Provincial Party Committee]; provincial deprecated [Inner Mongolia Provincial Party Committee]"},
		{"place inside", "CPC Hunan Provincial Committee", "provincial preferred [CPC Hunan Provincial Committee]"},
		{"no place", "the Provincial Party Committee", ""},
		{"acronym in its letters", "the ACFTU and acftu", "acftu admitted [ACFTU]"},
		{"web address", "see https://example.org/President-of-the-State and www.cpc.cn/central/State-President now", ""},
		{"next to punctuation", "(President of the State),\"State President\"", "president deprecated [President of the State]; president deprecated [State President]"},
		{"sentence without a space", "He is President of the State.The end", "president deprecated [President of the State]"},
		{"not across sentences", "He chaired the State. President of clubs", ""},
		{"part of a word", "the interstate President of the Statehood", ""},
		{"lower case name", "the all-china federation of trade unions", "acftu preferred [all-china federation of trade unions] case"},
		{"quotation marks around its end", "the construction of the \"Belt and Road\" goes on", "belt deprecated [construction of the \"Belt and Road\"]"},
		{"quotation marks around its beginning", "the “Four Comprehensives” strategic layout", "four deprecated [“Four Comprehensives” strategic layout]"},
		{"quotation marks around it", "the \"two safeguards\" and", "two deprecated [two safeguards]"},
		{"quotation mark of something else", "the construction of the Belt \"and Road", "belt deprecated [construction of the Belt \"and Road]"},
		{"number word and singular", "the Two Uphold, two safeguard devices", ""},
		{"number word in a compound, and singular", "a five-year program", "plan deprecated [five-year program] plural"},
		{"possessive before a name", "China's All-China Federation of Trade Unions and China's CPC Central Committee", "acftu preferred [All-China Federation of Trade Unions]; cpc-cc preferred [CPC Central Committee]"},
		{"apostrophe as a mark", "the workers' movement", "workers preferred [workers' movement]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := describe(c.text, organs.Find(paragraph(c.text), Usage{}).Matches)
			if got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// A name of a place fills a slot though other terms have it; a word that is
// part of names of places and of other terms doesn't.
func TestPlacesInOtherTerms(t *testing.T) {
	g := loaded(t,
		file("places", "guangdong|en|preferred|Guangdong", "pudong|en|preferred|Pudong New Area"),
		file("ideas", "bay|en|preferred|Guangdong Bay", "area|en|preferred|Area Plan"),
		file("organs", "committee|en|preferred|CPC {place} Committee"))
	const text = "CPC Guangdong Committee, CPC Pudong Committee, CPC Area Committee, CPC Somewhere Committee"
	const want = "committee preferred [CPC Guangdong Committee]; committee preferred [CPC Pudong Committee]; committee preferred [CPC Somewhere Committee]"
	if got := describe(text, g.Find(paragraph(text), Usage{}).Matches); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Right renderings may differ in their capitals alone: each is found as it is
// written, without a fault.
func TestRightInBothCases(t *testing.T) {
	g := loaded(t, file("organs", "region|en|preferred|Green River Autonomous Region", "region|en|admitted|Green River autonomous region"))
	const text = "Green River Autonomous Region, Green River autonomous region, green River Autonomous region"
	const want = "region preferred [Green River Autonomous Region]; region admitted [Green River autonomous region]; region preferred [green River Autonomous region] case"
	if got := describe(text, g.Find(paragraph(text), Usage{}).Matches); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Of two right renderings the one that a near miss departs from the least is
// the one that it misses.
func TestNearestVariant(t *testing.T) {
	g := loaded(t, file("organs", "cc|en|preferred|Central Party School Committee", "cc|en|admitted|Committee of the Central Party School"))
	const text = "Committee of Central Party School"
	const want = "cc admitted [Committee of Central Party School] article"
	if got := describe(text, g.Find(paragraph(text), Usage{}).Matches); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Of what is longer than any word the beginning is one, in whole characters, and the
// text behind it is read on.
func TestLongWords(t *testing.T) {
	g := glossaryOf(t, "organs", "a|preferred|the Office")
	for _, long := range []string{
		strings.Repeat("a", longestWord), strings.Repeat("a", longestWord+1), strings.Repeat("a", 3*longestWord) + "’s",
		strings.Repeat("é", longestWord), "a" + strings.Repeat("é", longestWord), "http://" + strings.Repeat("a/", longestWord),
	} {
		d := paragraph(long + " of the Office")
		r := g.Find(d, Usage{})
		checkMatches(t, d, r)
		if len(r.Matches) != 1 || len(r.Words) != 4 || int(r.Words[0].End()) > len(long) || longestWord-r.Words[0].End() > 1 {
			t.Errorf("%d bytes of a word: %d words, the first to %d, %d matches", len(long), len(r.Words), r.Words[0].End(), len(r.Matches))
		}
	}
}
