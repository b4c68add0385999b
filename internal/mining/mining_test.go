package mining

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rectify/internal/document"
	"rectify/internal/termbase"
)

const terms = `id	lang	status	term	type
lake	zh	preferred	湖区委员会	
lake	en	preferred	Lake District Commission	
lake	en	admitted	Lake Commission	
lake	en	deprecated	Lake Area Committee	
`

const glosses = `zh	en	source
绿色	green	literal
堤坝	dike	literal
计划	plan	literal
通过	adopt	literal
`

// mined are the rows that are found in passages, a line Chinese | English each, of
// the years from 2020.
func mined(t *testing.T, least int, passages ...string) string {
	t.Helper()
	g, err := termbase.Load([]termbase.File{{Name: "organs.tsv", Text: terms}, {Name: "glosses.tsv", Text: glosses}})
	if err != nil {
		t.Fatal(err)
	}
	var texts []Text
	for i, p := range passages {
		chinese, english, _ := strings.Cut(p, " | ")
		whole := document.Span{End: len(english)}
		d := document.New("text.txt", english, []document.Segment{{Runs: []document.Run{{Span: whole}}}})
		d.Pairs = []document.Pair{{Span: whole, Source: chinese}}
		texts = append(texts, Text{d, 2020 + i})
	}
	var out []string
	for _, r := range Mine(g, texts, least) {
		out = append(out, fmt.Sprintf("%s %s %s %s: %s", r.ID, r.Lang, r.Status, r.Term, r.Note))
	}
	return strings.Join(out, "\n")
}

func TestMineKnown(t *testing.T) {
	got := mined(t, 2,
		"湖区委员会开会。 | The Lake Commission met.",
		"湖区委员会开会了。 | The Lake Commission has met.",
		"湖区委员会讲话。 | The Lake Area Committee spoke.",
		"湖区委员会回答。 | They gave an answer.")
	want := `lake zh preferred 湖区委员会: seen 4 times, 2020 to 2023; once without a rendering that the glossary knows
lake en admitted Lake Commission: seen 2 times, 2020 to 2021; more often than the one that the glossary prefers
lake en deprecated Lake Area Committee: seen once, 2022; the glossary lists it as wrong`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMineNew(t *testing.T) {
	got := mined(t, 2,
		"绿色堤坝计划已通过。 | The Green Dike Plan was adopted.",
		"他们讨论了绿色堤坝计划。 | They talked about the Green Dike Plan all day.",
		"没有人来。 | Nobody came to talk, and nobody left.")
	want := `green-dike-plan zh preferred 绿色堤坝计划: seen 2 times, 2020 to 2021
green-dike-plan en preferred Green Dike Plan: new; beside it in 2 of 2`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMineInPlaceOfKnown(t *testing.T) {
	got := mined(t, 2,
		"湖区委员会开会。 | The Lakeland Board met.",
		"湖区委员会讲话。 | The Lakeland Board spoke.")
	if want := "lake en admitted Lakeland Board: not in the glossary; beside it in 2 of 2"; !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A passage that comes again is one witness, and what is seen too seldom is none.
func TestMineNothing(t *testing.T) {
	passage := "绿色堤坝计划已通过。 | The Green Dike Plan was adopted."
	for name, got := range map[string]string{
		"twice the same": mined(t, 2, passage, passage),
		"too seldom":     mined(t, 3, passage, "绿色堤坝计划。 | The Green Dike Plan."),
		"too long": mined(t, 2, "绿色堤坝。 | The rivers of the wide northern plains need many new walls.",
			"绿色堤坝，好。 | All rivers of the wide northern plains need many new walls."),
		"no likeness": mined(t, 2, passage, "绿色堤坝计划。 | Nobody came."),
		"nothing":     mined(t, 1, " | "),
	} {
		if got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestWords(t *testing.T) {
	var got []string
	for _, w := range words("China’s plan, (R&D) is 5-year-old.") {
		got = append(got, fmt.Sprintf("%s/%s/%v", w.text, w.lower, w.parted))
	}
	want := []string{"China’s/china/true", "plan/plan/false", "R&D/r&d/true", "is/is/true", "5-year-old/5-year-old/false"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
