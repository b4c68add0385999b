package chinese

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// found lists what an index finds, as the text has it.
func found(x *Index, text string) []string {
	var out []string
	for _, f := range x.Find(text) {
		out = append(out, text[f.Start:f.End])
	}
	return out
}

func TestFind(t *testing.T) {
	terms := []string{"委员会", "常务委员会", "民进", "“三化”", "全国大会", "大会主席", "甲乙丙"}
	x := NewIndex(terms, []string{"人民", "进入", "会主"})
	for text, want := range map[string][]string{
		"常务委员会开会":    {"常务委员会"},        // the longest
		"常務委員會開會":    {"常務委員會"},        // traditional characters
		"人民进入会场":     nil,              // parts of two words
		"民进成员":       {"民进"},           //
		"推进三化":       {"三化"},           // quotation marks count for nothing
		"推进“三化”":     {"三化"},           //
		"常务“委员会”":    {"常务“委员会"},       // nor do they inside
		"全国大会主席":     {"全国大会"},         // of two as long the first
		"甲 乙丙":       {"甲 乙丙"},         // spaces neither
		"":           nil,              //
		"委员":         nil,              //
		"委员会，常务委员会。": {"委员会", "常务委员会"}, //
	} {
		if got := found(x, text); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestFindNumbersTerms(t *testing.T) {
	x := NewIndex([]string{"甲", "乙"}, []string{"丙"})
	want := []Found{{0, 3, 1}, {6, 9, 0}}
	if got := x.Find("乙丙甲"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestSimplifiedTable(t *testing.T) {
	lines := strings.Fields(simplified)
	if len(lines) != 2 || utf8.RuneCountInString(lines[0]) != utf8.RuneCountInString(lines[1]) {
		t.Fatal("the table of simplified characters has no two lines of one length")
	}
	for text, want := range map[rune]rune{'國': '国', '黨': '党', '国': '国', 'Ａ': 'A', '，': ','} {
		if got := fold(text); got != want {
			t.Errorf("%c: %c, want %c", text, got, want)
		}
	}
}

// Whatever the text, what is found lies in it, on the borders of characters,
// sorted and without overlap.
func TestFindAnything(t *testing.T) {
	x := NewIndex([]string{"一", "一二", "二三四", "“四”"}, []string{"三四"})
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("一二三四“” \xff國")), -1, 40, -1).Draw(t, "text")
		end := 0
		for _, f := range x.Find(text) {
			if f.Start < end || f.End <= f.Start || f.End > len(text) || !utf8.RuneStart(text[f.Start]) {
				t.Fatalf("%q: %v", text, f)
			}
			end = f.End
		}
	})
}
