package audit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rectify/internal/document"
	"rectify/internal/termbase"
)

// file makes a glossary file of lines whose cells are parted by bars.
func file(name string, lines ...string) termbase.File {
	columns := termbase.ColumnsOf(name)
	text := strings.Join(columns, "\t") + "\n"
	for _, line := range lines {
		text += strings.ReplaceAll(line, "|", "\t") + "\n"
	}
	return termbase.File{Name: name, Text: text}
}

// good is a row in which nothing is wrong, but that it is not all of its entry.
const (
	chinese   = "head|zh|preferred|主任|||||||us|"
	rendering = "head|en|preferred|Head of the Office|||||||us|"
	sources   = "us|Our names|Us|2020||official"
)

// looked says what an audit finds, a fault a line: "file:line check".
func looked(a Audit) string {
	var out []string
	for _, f := range a.Run() {
		out = append(out, fmt.Sprintf("%s:%d %s", f.File, f.Line, f.Check))
	}
	return strings.Join(out, "\n")
}

func TestChecks(t *testing.T) {
	covered := map[string]bool{}
	for _, c := range []struct {
		check string
		files []termbase.File
		want  string
	}{
		{"", []termbase.File{file("titles.tsv", chinese, rendering), file("sources.tsv", sources)}, ""},
		{
			"contradiction",
			[]termbase.File{file("titles.tsv", chinese, rendering, "chief|zh|preferred|主官|||||||us|", "chief|en|preferred|Chief|||||||us|", "chief|en|deprecated|head of the office|||||||us|"), file("sources.tsv", sources)},
			"titles.tsv:6 contradiction",
		},
		{
			"duplicate",
			[]termbase.File{file("titles.tsv", chinese, rendering, rendering), file("sources.tsv", sources, sources)},
			"sources.tsv:3 duplicate\ntitles.tsv:4 duplicate",
		},
		{
			"form",
			[]termbase.File{file("titles.tsv", chinese, rendering, "head|en|admitted|Неad|||||||us|", "head|en|admitted|He\u00adad|||||||us|",
				"head|en|admitted|Head 主任|||||||us|", "head|en|admitted|Ｈead|||||||us|", "head|zh|admitted|—|||||||us|", "head|en|admitted|Café Head|||||||us|"), file("sources.tsv", sources)},
			"titles.tsv:4 form\ntitles.tsv:5 form\ntitles.tsv:6 form\ntitles.tsv:7 form\ntitles.tsv:8 form",
		},
		{
			"hidden",
			[]termbase.File{file("titles.tsv", chinese, rendering, "head|en|admitted|Labor Head|||||||us|", "head|en|deprecated|Labour Head|||||||us|", "head|en|deprecated|Boss||||||Boss of Hearts|us|"), file("sources.tsv", sources)},
			"titles.tsv:5 hidden",
		},
		{"nested", []termbase.File{
			file("organs.tsv", "office|zh|preferred|办公室|||||||us|", "office|en|preferred|Office|||||||us|", "office|en|deprecated|Bureau||||||Bureau of Fish|us|",
				"harbor|zh|preferred|海港办公室|||||||us|", "harbor|en|preferred|Harbor Bureau|||||||us|", "fish|zh|preferred|鱼办公室|||||||us|", "fish|en|preferred|Bureau of Fish|||||||us|",
				"sea|zh|preferred|海局|||||||us|", "sea|en|preferred|Sea Bureau|||||||us|"),
			file("sources.tsv", sources),
		}, "organs.tsv:6 nested"},
		{"no-chinese", []termbase.File{file("titles.tsv", rendering), file("sources.tsv", sources)}, "titles.tsv:2 no-chinese"},
		{
			"no-preferred",
			[]termbase.File{file("titles.tsv", chinese, "head|en|deprecated|Boss|||||||us|"), file("sources.tsv", sources)},
			"titles.tsv:2 no-preferred\ntitles.tsv:3 no-preferred",
		},
		{
			"no-source",
			[]termbase.File{
				file("titles.tsv", chinese, rendering, "head|en|admitted|Chief||||||||"), file("sources.tsv", sources),
				file("holders.tsv", "Li Si|李四|head||2018|2019|"), file("posts.tsv", "office|主任|head|preferred|"), file("organs.tsv", "office|zh|preferred|办公室|||||||us|", "office|en|preferred|Office|||||||us|"),
			},
			"holders.tsv:2 no-source\nposts.tsv:2 no-source\ntitles.tsv:4 no-source",
		},
		{
			"office",
			[]termbase.File{
				file("titles.tsv", chinese, rendering), file("sources.tsv", sources),
				file("holders.tsv", "Li Si|李四|head||2018|2019|us", "Li Si|李四|head||2019||us", "Li Si|李四|head||2020|2021|us", "Wu Er|吴二|haed||||us", "Wu Er|吴二|head||2020|2021|us",
					"Li Si|李四|head|pier|2020|2021|us", "Wu Er|吴二|head|peer|2020|2021|us"),
				file("places.tsv", "pier|zh|preferred|码头|||||||us|", "pier|en|preferred|Pier|||||||us|"),
			},
			"holders.tsv:4 office\nholders.tsv:5 office\nholders.tsv:8 office",
		},
		{
			"row",
			[]termbase.File{file("titles.tsv", chinese, rendering, "head|en|prefered|Chief|||||||us|", "head|en|admitted|Chief|||2020-13||||us|"), file("sources.tsv", sources)},
			"titles.tsv:4 row\ntitles.tsv:5 row",
		},
		{
			"stray-space",
			[]termbase.File{file("titles.tsv", chinese, rendering, "head|en|admitted| Chief|||||||us|", "head|en|admitted|Chief  Clerk|||||||us|"), file("sources.tsv", sources)},
			"titles.tsv:4 stray-space\ntitles.tsv:5 stray-space",
		},
		{
			"two-preferred",
			[]termbase.File{file("titles.tsv", chinese, rendering, "head|en|preferred|Chief|||||||us|"), file("sources.tsv", sources)},
			"titles.tsv:4 two-preferred",
		},
		{
			"unknown-source",
			[]termbase.File{file("titles.tsv", chinese, rendering, "head|en|admitted|Chief|||||||them|"), file("sources.tsv", sources)},
			"titles.tsv:4 unknown-source",
		},
		{"unknown-source", []termbase.File{file("titles.tsv", chinese, rendering)}, ""}, // no list, no order
		{"unused-source", []termbase.File{file("titles.tsv", chinese, rendering), file("sources.tsv", sources, "them|Theirs||||compiled")}, "sources.tsv:3 unused-source"},
		{
			"fires-on-own",
			[]termbase.File{
				file("titles.tsv", chinese, rendering, "head|en|deprecated|Office Chief|||||||us|"),
				file("sources.tsv", sources, "them|A list for the office chief||||compiled", "gazette|The office chief speaks||2021||official", "more|The Office Chiefs||||state media"),
				file("ideas.tsv", "an-idea|zh|preferred|意|||||||them gazette more|", "an-idea|en|preferred|idea|||||||us|"),
			},
			"titles.tsv:4 fires-on-own\ntitles.tsv:4 fires-on-own",
		},
	} {
		covered[c.check] = true
		if got := looked(Audit{Files: c.files}); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.check, got, c.want)
		}
	}
	text := "Many an office chief\ncame."
	clean := document.New("good.txt", text, []document.Segment{{Runs: []document.Run{{Span: document.Span{End: len(text)}}}}})
	flags := []termbase.File{file("titles.tsv", chinese, rendering, "head|en|deprecated|Office Chief|||||||us|", "head|en|deprecated|many|||||advice||us|"), file("sources.tsv", sources)}
	if got, want := looked(Audit{Files: flags, Clean: []*document.Document{clean}}), "titles.tsv:4 fires-on-clean"; got != want {
		t.Errorf("good text: %s", got)
	}
	covered["fires-on-clean"] = true
	for _, c := range Checks {
		if !covered[c.ID] {
			t.Errorf("%s has no test", c.ID)
		}
	}
	if !slices.IsSortedFunc(Checks, func(a, b Check) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("the checks are not sorted")
	}
}

// Of two layers, only the faults of the upper one are told.
func TestLayers(t *testing.T) {
	below, above := file("titles.tsv", rendering), file("ours.tsv", "ours|en|preferred|Our Head||||||||")
	above.Layer = 1
	if got, want := looked(Audit{Files: []termbase.File{below, above}}), "ours.tsv:2 no-chinese\nours.tsv:2 no-source"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Rows without a source are told once a file, with their number.
func TestNoSource(t *testing.T) {
	bare := "x%d|en|preferred|Name %d||||||||"
	for _, c := range []struct {
		name  string
		rows  []string
		fault string
	}{
		{"one", []string{"a|zh|preferred|甲|||||||us|", "a|en|preferred|First||||||||"}, `titles.tsv:3: "First" has no source`},
		{"none has one", []string{"a|zh|preferred|甲||||||||", "a|en|preferred|First||||||||"}, "titles.tsv:2: none of the 2 rows has a source: say in a column source where each was seen"},
		{
			"some",
			[]string{"a|zh|preferred|甲||||||||", "a|en|preferred|First|||||||us|", "b|zh|preferred|乙||||||||", "b|en|preferred|Second||||||||"},
			"titles.tsv:2: 3 of 4 rows have no source, those on line 2, 4-5: say in a column source where each was seen",
		},
		{
			"many",
			func() (rows []string) {
				for i := range 24 {
					row := strings.ReplaceAll(bare, "%d", strconv.Itoa(i))
					if i%2 == 0 {
						row = strings.TrimSuffix(row, "|") + "us|"
					}
					rows = append(rows, row)
				}
				return rows
			}(),
			"titles.tsv:3: 12 of 24 rows have no source, those on line 3, 5, 7, 9, 11, 13, 15, 17, 19, 21 and 2 more: say in a column source where each was seen",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, fault := range (Audit{Files: []termbase.File{file("titles.tsv", c.rows...)}}).Run() {
				if fault.Check == "no-source" {
					got = append(got, fault.Error())
				}
			}
			if len(got) != 1 || got[0] != c.fault {
				t.Errorf("got %q\nwant %q", got, c.fault)
			}
		})
	}
}
