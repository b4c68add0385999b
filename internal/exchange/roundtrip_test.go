package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rectify/internal/english"
	"rectify/internal/termbase"
)

// failer is what a test, a property and a fuzz target report to.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

var ignoreLines = cmpopts.IgnoreFields(termbase.Row{}, "Line")

// full are the formats that lose no row and no cell, and whether they keep
// sources.
var full = map[string]bool{"csv": false, "tsv": false, "xlsx": true, "tbx": true, "tbx-dct": true, "tbx-v2": true}

// written is the table in a format, with what was left out.
func written(t failer, name string, table Table) ([]byte, []Loss) {
	t.Helper()
	f, ok := Lookup(name)
	if !ok {
		t.Errorf("no format %q", name)
		return nil, nil
	}
	var out bytes.Buffer
	left, err := f.Write(&out, table)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return out.Bytes(), left
}

// checkRoundTrip checks that a table comes back out of every format that holds
// all of it.
func checkRoundTrip(t failer, table Table) {
	t.Helper()
	for name, sources := range full {
		data, left := written(t, name, table)
		f, _ := Lookup(name)
		back, err := Read("glossary"+f.Extensions[0], bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, data)
			continue
		}
		if diff := cmp.Diff(table.Rows, back.Rows, ignoreLines, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: -written +read:\n%s", name, diff)
		}
		if len(back.Left) > 0 {
			t.Errorf("%s: reading left out %q", name, back.Left)
		}
		if sources {
			if diff := cmp.Diff(table.Sources, back.Sources, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s: sources: -written +read:\n%s", name, diff)
			}
		}
		if said := len(left) > 0; said != (!sources && len(table.Sources) > 0) {
			t.Errorf("%s: writing %s left out %q", name, english.Count(len(table.Sources), "source"), left)
		}
	}
}

// sample has everything a row may hold.
var sample = Table{
	Rows: []termbase.Row{
		{Kind: "meetings", ID: "plenum", Lang: "zh", Status: "preferred", Term: "{nth}中全会"},
		{Kind: "meetings", ID: "plenum", Lang: "zh", Status: "admitted", Term: "全会"},
		{Kind: "meetings", ID: "plenum", Lang: "en", Status: "preferred", Term: "{nth} plenary session of the {nth} CPC Central Committee", Type: "full", Scope: "npc xinhua", Since: "2018-03-17", Until: "2019-01-01", Source: "xinhua-2018 somewhere", Note: "Said “so”, & <always>."},
		{Kind: "meetings", ID: "plenum", Lang: "en", Status: "preferred", Term: "plenum", Type: "short"},
		{Kind: "meetings", ID: "plenum", Lang: "en", Status: "superseded", Term: "plenary meeting", Until: "2018-03-17"},
		{Kind: "meetings", ID: "plenum", Lang: "en", Status: "deprecated", Term: "general meeting", Certainty: "likely", Unless: "annual general meeting | general meeting of shareholders", Note: "rectify since: a note that looks like one of ours"},
		{Kind: "=1+1", ID: "国家", Lang: "en", Status: "preferred", Term: "=HYPERLINK(\"http://x\",\"y\")", Note: "'quoted' at the start"},
		{Kind: "#kind", ID: "2nd", Lang: "en", Status: "preferred", Term: "build~, and-so-on", Type: "acronym", Note: "'=1"},
		{Kind: "two words", ID: "a/b", Lang: "en", Status: "preferred", Term: "@a  b_x000D_c ]]> &amp;", Source: "xinhua-2018", Note: "rectify"},
	},
	Sources: []termbase.Source{
		{ID: "bare", Standing: "compiled"},
		{ID: "xinhua-2018", Title: "Title, \"quoted\"; <b>", Publisher: "Xinhua", Date: "2018", Address: "https://example.org/?a=1&b=2", Standing: "state media"},
	},
}

func TestRoundTrip(t *testing.T) {
	checkRoundTrip(t, sample)
	checkRoundTrip(t, Table{Rows: sample.Rows[:4]})
}

// drawCell is a text as a person may write it, or a program.
func drawCell(label string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom([]string{"=", "+", "-", "@", "#", "'", `"`, ",", ";", "\t", "\n", "|", " ", "  ", "<", "&", "]]>", "~", "{nth}", "{place}", "rectify ", "rectify note: ", ": ", "_x0041_", "＝", "\u00a0", "\ufeff", "<!--", "$1"}),
			rapid.StringMatching(`[A-Za-z0-9]{1,6}`), rapid.StringMatching(`\p{Han}{1,4}`), rapid.StringN(0, 4, 12),
		), 0, 6).Draw(t, label)
		return clean(strings.ToValidUTF8(strings.Join(parts, ""), ""))
	})
}

// drawTable is a glossary that loads.
func drawTable(t *rapid.T) Table {
	var table Table
	for i := range rapid.IntRange(0, 3).Draw(t, "sources") {
		table.Sources = append(table.Sources, termbase.Source{
			ID: fmt.Sprintf("s%d", i), Title: drawCell("title").Draw(t, "title"), Publisher: drawCell("publisher").Draw(t, "publisher"),
			Date: "2018", Address: drawCell("address").Draw(t, "address"), Standing: rapid.SampledFrom(termbase.Standings).Draw(t, "standing"),
		})
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "entries") {
		id := fmt.Sprintf("%d%s", i, strings.Join(strings.Fields(drawCell("id").Draw(t, "id")), "-"))
		kind := drawCell("kind").Draw(t, "kind")
		for j := range rapid.IntRange(1, 5).Draw(t, "rows") {
			table.Rows = append(table.Rows, drawRow(t, id, kind, j))
		}
	}
	return table
}

// drawRow is row j of an entry. Its number makes its term its own.
func drawRow(t *rapid.T, id, kind string, j int) termbase.Row {
	r := termbase.Row{
		Kind: kind, ID: id, Lang: "en", Status: "admitted", Term: clean(fmt.Sprintf("%s x%s%d", drawCell("term").Draw(t, "term"), id, j)),
		Type:   rapid.SampledFrom([]string{"", "full", "short", "acronym"}).Draw(t, "type"),
		Scope:  rapid.SampledFrom([]string{"", "mfa", "npc xinhua"}).Draw(t, "scope"),
		Source: rapid.SampledFrom([]string{"", "s0", "s0 s1 s2", "unknown"}).Draw(t, "source"),
		Note:   drawCell("note").Draw(t, "note"),
	}
	switch {
	case j == 0:
		r.Status, r.Scope = "preferred", ""
	case rapid.Bool().Draw(t, "wrong"):
		r.Status, r.Unless = "deprecated", drawCell("unless").Draw(t, "unless")
		r.Certainty = rapid.SampledFrom([]string{"", "likely", "advice"}).Draw(t, "certainty")
	case rapid.Bool().Draw(t, "superseded"):
		r.Status, r.Since, r.Until = "superseded", "1999-01-01", "2018-03-17"
	}
	return r
}

// Whatever a glossary holds comes back, cell by cell.
func TestRoundTripOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkRoundTrip(t, drawTable(t)) })
}
