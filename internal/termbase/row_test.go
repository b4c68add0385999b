package termbase

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Rows are a glossary as text: loaded, they make the same glossary.
func TestRows(t *testing.T) {
	text := file("organs",
		"npc|zh|preferred|全国人民代表大会|||||||npc-2018",
		"npc|en|preferred|National People's Congress|full|npc xinhua|1954-09-15||||npc-2018 x|Said so.",
		"npc|en|superseded|People's Congress||||1954-09-15",
		"npc|en|deprecated|State Congress|||||likely|State Congress of Oz ¦ a State Congress",
		"plan|en|preferred|build~ the {nth} plan")
	text.Text = strings.ReplaceAll(text.Text, "¦", "|")
	posts := File{Name: "glossary/posts.tsv", Text: rows("organ\tzh\tword\tstatus\tsource\n", "npc|委员长|chairman|preferred|x")}
	g := loaded(t, text, posts)
	got := g.Rows()
	want := []Row{
		{Kind: "organs", ID: "npc", Lang: "zh", Status: "preferred", Term: "全国人民代表大会", Source: "npc-2018", Line: 2},
		{Kind: "organs", ID: "npc", Lang: "en", Status: "preferred", Term: "National People's Congress", Type: "full", Scope: "npc xinhua", Since: "1954-09-15", Source: "npc-2018 x", Note: "Said so.", Line: 3},
		{Kind: "organs", ID: "npc", Lang: "en", Status: "superseded", Term: "People's Congress", Until: "1954-09-15", Line: 4},
		{Kind: "organs", ID: "npc", Lang: "en", Status: "deprecated", Term: "State Congress", Certainty: "likely", Unless: "State Congress of Oz | a State Congress", Line: 5},
		{Kind: "organs", ID: "plan", Lang: "en", Status: "preferred", Term: "build~ the {nth} plan", Line: 6},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	source := Source{ID: "npc-2018", Title: "T", Standing: "official"}
	again := loaded(t, File{Name: "any.xlsx", Rows: got, Sources: []Source{source}})
	if diff := cmp.Diff(got, again.Rows()); diff != "" {
		t.Errorf("loaded again: -want +got:\n%s", diff)
	}
	if again.Source("npc-2018") != source {
		t.Errorf("the source is %v", again.Source("npc-2018"))
	}
}

func TestRowErrors(t *testing.T) {
	for _, c := range []struct {
		want string
		File
	}{
		{`a.csv:7: unknown status "prefered"`, File{Rows: []Row{{ID: "a", Lang: "en", Status: "prefered", Term: "A", Line: 7}}}},
		{`a.csv:3: stray space around "A "`, File{Rows: []Row{{ID: "a", Lang: "en", Status: "preferred", Term: "A ", Line: 3}}}},
		{`a.csv:3: a row needs an id and a term`, File{Rows: []Row{{ID: "a", Lang: "en", Status: "preferred", Line: 3}}}},
		{`a.csv: source "x": unknown standing "offical"`, File{Sources: []Source{{ID: "x", Standing: "offical"}}}},
		{`a.csv: source "x" stands twice`, File{Sources: []Source{{ID: "x", Standing: "official"}, {ID: "x", Title: "X", Standing: "official"}}}},
	} {
		c.Name = "a.csv"
		if _, err := Load([]File{c.File}); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// A file may say in a column what its entries are; else its name does.
func TestKindColumn(t *testing.T) {
	g := loaded(t,
		File{Name: "mine.tsv", Text: rows("kind\tid\tlang\tstatus\tterm\n", "laws|a|en|preferred|A", "|b|en|preferred|B")},
		File{Name: "dir/yours.CSV", Rows: []Row{{Kind: "places", ID: "c", Lang: "en", Status: "preferred", Term: "C"}, {ID: "d", Lang: "en", Status: "preferred", Term: "D"}}})
	for id, want := range map[string]Kind{"a": "laws", "b": "mine", "c": "places", "d": "yours"} {
		if got := g.Entry(id).Kind; got != want {
			t.Errorf("%s is of the kind %q, want %q", id, got, want)
		}
	}
}

func TestCell(t *testing.T) {
	var r Row
	for _, column := range RowColumns {
		*r.Cell(column) = column
	}
	if want := (Row{Kind: "kind", ID: "id", Lang: "lang", Status: "status", Term: "term", Type: "type", Scope: "scope", Since: "since", Until: "until", Certainty: "certainty", Unless: "unless", Source: "source", Note: "note"}); r != want {
		t.Errorf("%+v", r)
	}
	if r.Cell("line") != nil {
		t.Error("a row has no column line")
	}
}
