package termbase

import (
	"math"
	"strings"
	"testing"
)

// patternsAndTerms loads patterns, a row of cells parted by vertical bars each and the
// items of a cell by slashes,
// beside some terms.
func patternsAndTerms(t *testing.T, rows ...string) *Glossary {
	t.Helper()
	g, err := Load([]File{patternFile(rows...), {Name: "phrases.tsv", Text: strings.Join([]string{
		"id\tlang\tstatus\tterm", "work\ten\tpreferred\trescue work", "team\ten\tpreferred\tteam building",
		"talk\ten\tpreferred\ttalk", "talk\ten\tdeprecated\tbig talk", "board\ten\tpreferred\tAll-River Trade Board",
	}, "\n")}})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func patternFile(rows ...string) File {
	text := strings.Join(PatternColumns, "\t") + "\n"
	for _, r := range rows {
		text += strings.NewReplacer("|", "\t", "/", bar).Replace(r) + "\n"
	}
	return File{Name: "awkward.tsv", Text: text}
}

// Terms are found as if there were no patterns, and patterns where the terms
// leave room.
func TestPatternsGiveWay(t *testing.T) {
	g := patternsAndTerms(t,
		"carry~ out rescue work in|calque|advice|Why.", "work in|calque|advice|Why.", "team building|calque|advice|Why.",
		"make~ big talk of|calque|advice|Why.", "join~ the All River Trade Board|calque|advice|Why.",
		"vigorously {verb}|calque|advice|Why.|||vigorously promote~", "in the recent years|calque|advice|Why.")
	for text, want := range map[string]string{
		"They carried out rescue work in Hunan.":      "carried out rescue work in", // a right term inside
		"Their rescue work in Hunan":                  "",                           // a right term cut through
		"Their hard work in Hunan":                    "work in",
		"Their team building":                         "", // the same words
		"They made big talk of it":                    "", // a wrong term inside
		"They join the All River Trade Board":         "", // a near miss inside
		"They vigorously improved it":                 "vigorously improved",
		"They vigorously promoted it":                 "", // as long as the exception
		"Their hard work in's place":                  "",
		"They vigorously slept":                       "",
		"In recent years, not in the recent years":    "in the recent years", // no article is free
		"They vigorously\nensure it, they all ensure": "vigorously\nensure",
	} {
		r := g.Find(paragraph(text), Usage{})
		var got []string
		for _, m := range r.Awkward {
			got = append(got, text[m.Start:m.End])
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: patterns %q, not %q", text, got, want)
		}
	}
}

// Patterns are no entries: nothing that lists or counts entries meets them.
func TestPatternsAreNoEntries(t *testing.T) {
	g := patternsAndTerms(t, "big deal|calque|likely|Why.|deal/affair/-")
	if g.Len() != 4 || len(g.Entries()) != 4 || len(g.Rows()) != 5 || len(g.Search("big deal")) != 0 || g.Entry("big deal") != nil {
		t.Errorf("%d entries, %v", g.Len(), g.Rows())
	}
	if all := g.Patterns(); len(all) != 1 || len(all[0].Terms) != 3 || !all[0].Pattern.Cut || all[0].Terms[1].Text != "deal" {
		t.Errorf("patterns %+v", all)
	}
}

func TestPatternFaults(t *testing.T) {
	for row, want := range map[string]string{
		"|calque|advice|Why.":               "needs a pattern and a why",
		"big deal|calque|advice|":           "needs a pattern and a why",
		"big deal|calqu|advice|Why.":        `unknown class "calqu" (did you mean "calque"?)`,
		"big deal|calque||Why.":             "flagged as likely or as advice",
		"big {noun}|calque|advice|Why.":     `unknown slot "{noun}"`,
		"big deal|calque|advice|Why.|{vrb}": `unknown slot "{vrb}" (did you mean "{verb}"?)`,
	} {
		_, err := Load([]File{patternFile(row)})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, not %q", row, err, want)
		}
	}
	if _, err := Load([]File{patternFile("big deal|calque|advice|Why.", "Big deal|calque|advice|Why.")}); err == nil {
		t.Error("a pattern stands twice")
	}
	if _, err := Load([]File{{Name: "phrases.tsv", Text: "id\tlang\tstatus\tterm\na\ten\tpreferred\t{verb} it\n"}}); err == nil {
		t.Error("a term has the slot of a pattern")
	}
}

// The forms of all verbs are numbered in a byte, see variants.
func TestVerbsAreFew(t *testing.T) {
	if n := len(Verbs) * (1 + len(inflected)); n > math.MaxUint8 {
		t.Errorf("%d forms of verbs are too many", n)
	}
}
