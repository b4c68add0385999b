package exchange

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rectify/internal/termbase"
)

func style(t *testing.T, rows ...termbase.Row) (map[string]string, []Loss) {
	t.Helper()
	f, _ := Lookup("vale")
	files, left, err := f.Folder(Table{Rows: rows})
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]string{}
	for i, file := range files {
		if i > 0 && files[i-1].Name >= file.Name {
			t.Errorf("%s stands after %s", file.Name, files[i-1].Name)
		}
		byName[file.Name] = string(file.Data)
	}
	return byName, left
}

func row(kind, id, status, term string) termbase.Row {
	return termbase.Row{Kind: kind, ID: id, Lang: "en", Status: status, Term: term}
}

func TestValeStyle(t *testing.T) {
	likely := row("organs", "harbor", "deprecated", "Quay Chamber of the City")
	likely.Certainty, likely.Unless = "likely", "Old Quay Chamber of the City | a (certain) Quay Chamber of the City"
	advice := row("two words", "x", "deprecated", "X's")
	advice.Certainty = "advice"
	files, _ := style(
		t,
		row("organs", "harbor", "preferred", "Harbor Council"),
		row("organs", "harbor", "admitted", "Council of the Quay Chamber"),
		row("organs", "harbor", "deprecated", "Quay Chamber"),
		row("organs", "port", "preferred", "Port|Board"),
		row("organs", "port", "deprecated", "quay chamber"),
		likely,
		row("two words", "x", "preferred", "Y's"),
		advice,
	)
	const head = "# Made by rectify glossary export --format vale; the next export overwrites it.\nextends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n"
	want := map[string]string{
		"Rectify/meta.json": "{\n  \"vale_version\": \">= 3.21.0\"\n}\n",
		"README.md":         valeReadme,
		"Rectify/Organs.yml": head + "level: error\nignorecase: true\naction:\n  name: replace\n" +
			"exceptions:\n  - 'Council of(?: the)? Quay Chamber'\n  - 'Quay Chamber of(?: the)? City'\n" +
			"swap:\n  'Quay Chamber': 'Harbor Council'\n  'quay chamber': 'Port\\|Board'\n",
		"Rectify/OrgansLikely.yml": head + "level: warning\nignorecase: true\naction:\n  name: replace\n" +
			"exceptions:\n  - 'Old Quay Chamber of(?: the)? City'\n  - 'a \\(certain\\) Quay Chamber of(?: the)? City'\n" +
			"swap:\n  'Quay Chamber of(?: the)? City': 'Harbor Council'\n",
		"Rectify/TwoWordsAdvice.yml": head + "level: suggestion\nignorecase: true\naction:\n  name: replace\n" +
			"swap:\n  'X''s': 'Y''s'\n",
	}
	if diff := cmp.Diff(want, files); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSwaps(t *testing.T) {
	for _, c := range []struct{ wrong, right, want string }{
		{"A. (B)", "C", `[{A\. \(B\) C}]`},
		{"make~ a plan", "draw~ up a plan", "[{make(?: a)? plan draw up a plan} {makes(?: a)? plan draws up a plan} {making(?: a)? plan drawing up a plan} {made(?: a)? plan drew up a plan} {made(?: a)? plan drawn up a plan}]"},
		{"put~ it", "right", "[{put it right} {puts it right} {putting it right}]"},
		{"{nth} Party Congress", "{nth} CPC National Congress", `[{(\w+(?:st|nd|rd|th|first|second|third)) Party Congress $1 CPC National Congress}]`},
		{"{nth} x of the {place} {nth}", "{place} {nth} {nth} x", `[{(\w+(?:st|nd|rd|th|first|second|third)) x of(?: the)? ((?-i:[A-Z]\w+(?: [A-Z]\w+)?)) (\w+(?:st|nd|rd|th|first|second|third)) $2 $1 $3 x}]`},
		{"Party Congress", "{nth} CPC National Congress", "[]"},
		{"$1", "$2", `[{\$1 $$2}]`},
		{"cash", "US$ or A|B", `[{cash US$ or A\|B}]`},
		{strings.Repeat("long ", 250), "short", "[]"},
	} {
		if got := fmt.Sprint(swapsOf(c.wrong, c.right)); got != c.want {
			t.Errorf("%q for %q:\n%s, want\n%s", c.wrong, c.right, got, c.want)
		}
	}
}

func TestExceptions(t *testing.T) {
	for phrase, want := range map[string]string{
		"Old Chamber": "Old Chamber", "draw~ up the plan": "draw up(?: the)? plan|draws up(?: the)? plan|drawing up(?: the)? plan|drew up(?: the)? plan|drawn up(?: the)? plan",
	} {
		if got := exceptPattern(phrase); got != want {
			t.Errorf("%q: %s", phrase, got)
		}
	}
}

// What a style can't say is said to the user.
func TestValeLosses(t *testing.T) {
	scoped := row("laws", "a", "deprecated", "B")
	scoped.Scope = "mfa"
	until := row("laws", "a", "superseded", "C")
	until.Until, until.Source, until.Note = "2018", "x", "Said so."
	chinese := row("laws", "a", "deprecated", "乙")
	chinese.Lang = "zh"
	_, left := style(t, row("laws", "a", "preferred", "A"), scoped, until, chinese, row("laws", "b", "deprecated", "D"), row("laws", "a", "deprecated", strings.Repeat("long ", 250)))
	want := []Loss{
		"vale has no place for the until column: 1 row with a last day loses it",
		"vale has no place for the source column: 1 row with a source loses it",
		"vale has no place for the note column: 1 row with a note loses it",
		"vale: left out: 1 rendering right until a day: Vale knows no date of a text",
		"vale: left out: 1 rendering for certain houses: Vale knows no house",
		"vale: left out: 1 rendering with other slots than the term to use, or too long for a rule",
		"vale: left out: 2 renderings in Chinese, or without an English term to use",
		"vale finds renderings as they are written: plurals, other spellings and hyphens, near misses and the Chinese source are rectify's alone",
	}
	if diff := cmp.Diff(want, left); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Vale makes one expression of a file: a large kind is parted.
func TestValeFilesAreSmall(t *testing.T) {
	rows := []termbase.Row{row("laws", "a", "preferred", "A"), row("LAWS", "b", "preferred", "A"), row("国", "c", "preferred", "A")}
	for i := range mostSwaps + 1 {
		rows = append(rows, row("laws", "a", "deprecated", fmt.Sprintf("wrong %d", i)))
	}
	rows = append(rows, row("LAWS", "b", "deprecated", "other"), row("国", "c", "deprecated", "third"))
	files, _ := style(t, rows...)
	for name, swaps := range map[string]int{"Laws": mostSwaps, "Laws2": 1, "LAWS3": 1, "Terms": 1} {
		text := files["Rectify/"+name+".yml"]
		_, list, _ := strings.Cut(text, "swap:\n")
		if n := strings.Count(list, "\n"); n != swaps {
			t.Errorf("%s has %d renderings, want %d: %v", name, n, swaps, len(files))
		}
	}
}
