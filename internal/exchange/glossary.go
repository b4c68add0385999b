package exchange

import (
	"slices"
	"strings"

	"rectify/internal/english"
	"rectify/internal/termbase"
)

// Of is a glossary as a table: its terms with the sources that they cite. What
// it derives or knows beside terms has no place in a format of others.
func Of(g *termbase.Glossary) Table {
	t := Table{Rows: g.Rows()}
	cited := map[string]bool{}
	for _, r := range t.Rows {
		for key := range strings.FieldsSeq(r.Source) {
			cited[key] = true
		}
	}
	for _, s := range g.Sources() {
		if cited[s.ID] {
			t.Sources = append(t.Sources, s)
		}
	}
	if n := len(g.Posts()); n > 0 {
		t.Left = append(t.Left, lossf("%s of posts.tsv %s left out: no format has titles made of an organ and a word", english.Count(n, "row"), are(n)))
	}
	if n := len(g.Patterns()); n > 0 {
		t.Left = append(t.Left, lossf("%s of awkward.tsv %s left out: no format has patterns of wording", english.Count(n, "row"), are(n)))
	}
	if n := len(g.Glosses()); n > 0 {
		t.Left = append(t.Left, lossf("%s of glosses.tsv %s left out: no format has what a machine makes of a word", english.Count(n, "row"), are(n)))
	}
	if n := len(g.Holders()); n > 0 {
		t.Left = append(t.Left, lossf("%s of holders.tsv %s left out: no format has who held an office", english.Count(n, "row"), are(n)))
	}
	return t
}

// Canonical sorts rows as the glossary's own files are: by entry, Chinese
// before English, by status and term; the kinds keep together.
func Canonical(rows []termbase.Row) {
	slices.SortStableFunc(rows, func(a, b termbase.Row) int {
		return slices.Compare(canonicalKey(a), canonicalKey(b))
	})
}

func canonicalKey(r termbase.Row) []string {
	lang := "1"
	if r.Lang == "zh" {
		lang = "0"
	}
	return []string{r.Kind, r.ID, lang, string(rune('0' + slices.Index(termbase.Statuses, r.Status))), strings.ToLower(r.Term)}
}
