package report

import (
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"rectify/internal/termbase"

	"github.com/mattn/go-runewidth"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"pgregory.net/rapid"

	"rectify/internal/review"
)

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

// screen measures as a terminal of any locale shows: by another library than
// the one that the reports use.
var screen = &runewidth.Condition{StrictEmojiNeutral: true}

// wide is a file full of what is hard to fit: Chinese in every part, long
// words, many places, long paths.
func wide() review.File {
	long := strings.Repeat("x", 300)
	return newFile("新闻/"+strings.Repeat("很长的路径/", 30)+"稿.txt",
		strings.Repeat("\n", 12345)+strings.Repeat("全面贯彻落实党的方针政策，", 20)+"\n"+long+"\n"+strings.Repeat("The 领导班子 of the 总工会 met. ", 40)+"\n",
		fault{
			deprecated, strings.Repeat("全面贯彻落实党的方针政策，", 20), entry("a", strings.Repeat("党的方针", 40), strings.Repeat("policy ", 60)), strings.Repeat("消息很长，", 50),
			[]string{strings.Repeat("方针", 90), strings.Repeat("word ", 50)},
			true,
		},
		fault{variant, long, entry("b", "长", "long", "long"), "m", []string{long + long}, false},
		fault{variant, "领导班子", entry("c", "领导班子", "leadership", "acftu"), "untranslated", []string{"leadership"}, true},
		fault{acronym, "总工会", nil, strings.Repeat("总工会是什么？", 30), nil, true},
	)
}

func TestWidth(t *testing.T) {
	r := newResult(visit("news/visit.txt"), wide(), hostile(), contrary(), small("b.txt"))
	r.Source = func(string) termbase.Source {
		return termbase.Source{Title: strings.Repeat("《中国工会章程》，", 20), Publisher: strings.Repeat("全国总工会", 20)}
	}
	for _, format := range []string{"table", "diff"} {
		for _, cells := range []int{80, 140, 1, 41, 63, 100, 200} {
			for _, color := range []bool{false, true} {
				out := render(t, format, r, Options{Width: cells, Color: color, Paths: []string{"新闻"}})
				for line := range strings.Lines(out) {
					line = escapes.ReplaceAllString(strings.TrimSuffix(line, "\n"), "")
					if got := screen.StringWidth(line); got > max(cells, leastWidth) {
						t.Errorf("%s at %d: %d cells: %s", format, cells, got, line)
					}
					if line != strings.TrimRight(line, " ") {
						t.Errorf("%s at %d: space at the end of %q", format, cells, line)
					}
				}
				if !color && strings.Contains(out, "\x1b") {
					t.Errorf("%s at %d: color without leave", format, cells)
				}
				if color && escapes.ReplaceAllString(out, "") != render(t, "table", r, Options{Width: cells, Paths: []string{"新闻"}}) && format == "table" {
					t.Errorf("table at %d: color changes more than the color", cells)
				}
				// Once found, twice suggested: 900 in all, and more in diff.
				if got := strings.Count(out, "x"); got < 900 {
					t.Errorf("%s at %d: a long word is cut: %d of 900 letters", format, cells, got)
				}
			}
		}
	}
}

// Columns of a table stay aligned beside Chinese, whatever the locale made
// tablewriter believe of arrows.
func TestAligned(t *testing.T) {
	twwidth.SetEastAsian(true)
	t.Cleanup(func() { twwidth.SetEastAsian(false) })
	f := newFile("a.txt", "中文 “→” word\n",
		fault{deprecated, "中文 “→”", federation, "m", []string{"Chinese"}, true},
		fault{deprecated, "word", federation, "m", []string{"Word"}, true})
	out := render(t, "table", newResult(f), Options{Width: 80})
	var arrows []int
	for line := range strings.Lines(out) {
		if before, _, ok := strings.Cut(line, "→ "); ok {
			arrows = append(arrows, screen.StringWidth(before))
		}
	}
	if len(arrows) != 2 || arrows[0] != arrows[1] {
		t.Errorf("arrows in columns %v:\n%s", arrows, out)
	}
}

// A cell may begin with a blank line, where a long space was wrapped.
func TestBlankLine(t *testing.T) {
	space := strings.Repeat(" ", 60)
	out := render(t, "table", newResult(newFile("a.txt", space+"word\n",
		fault{variant, space + "word", nil, "m", []string{space + "x", "y"}, true})), Options{Width: 60})
	if !regexp.MustCompile(`\n  1:1 +→\n +word +x\n +or y\n`).MatchString(out) {
		t.Error(out)
	}
}

// Of found and suggested, the narrower column gets what it needs.
func TestColumns(t *testing.T) {
	// What 60 columns leave after the indent, the gaps and the places (1:1).
	const free = 60 - 2 - 5 - 3
	short, long := "word", strings.Repeat("long words ", 10)
	for _, c := range []struct {
		found, suggested string
		want             columns
	}{
		{short, "other", columns{3, 4, 5}},
		{short, long, columns{3, 4, free - 4}},
		{long, short, columns{3, free - 4, 4}},
		{long, long, columns{3, free / 2, free - free/2}},
	} {
		f := newFile("a.txt", c.found, fault{variant, c.found, nil, "m", []string{c.suggested}, true})
		table := table{page: newPage(io.Discard, 60, false)}
		if got := table.columns(f.Document, groups(f.Document, f.Issues)); got != c.want {
			t.Errorf("%.9q, %.9q: %v, want %v", c.found, c.suggested, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		cells int
		want  string
	}{
		{"", 10, ""},
		{"one two three", 0, "one two three"},
		{"one two three", 7, "one two|three"},
		{"one two three", 6, "one|two|three"},
		{"unbreakable word", 5, "unbre|akabl|e|word"},
		{"a  b", 1, "a|b"},
		{"国家主席习近平", 6, "国家主|席习近|平"},
		{"国家主席，习近平", 8, "国家主|席，习近|平"}, // no line begins with a comma
		{"见《宪法》", 4, "见|《宪|法》"},       // and none ends with a bracket
		{"the 国家主席 met", 8, "the 国家|主席 met"},
		{"国国", 1, "国|国"},
		{"国\u0301b", 2, "国\u0301|b"},
		{"cafe\u0301s", 4, "cafe\u0301|s"}, // an accent stays on its letter
	} {
		var lines []string
		for _, l := range wrap([]piece{{plain, c.text}}, c.cells) {
			lines = append(lines, paint(l, false))
		}
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("%q in %d: %s, want %s", c.text, c.cells, got, c.want)
		}
	}
}

// Wrapped lines hold every character but spaces, fit, and keep their styles.
func TestWrapKeeps(t *testing.T) {
	letters := rapid.StringOfN(rapid.RuneFrom([]rune("ab 国，《é\u0301→ ")), 0, 40, -1)
	rapid.Check(t, func(t *rapid.T) {
		line := []piece{{wrong, letters.Draw(t, "a")}, {plain, letters.Draw(t, "b")}, {right, letters.Draw(t, "c")}}
		cells := rapid.IntRange(2, 30).Draw(t, "cells")
		kept := map[style]string{}
		for _, l := range wrap(line, cells) {
			if text := paint(l, false); width(text) > cells {
				t.Fatalf("%q has more than %d cells", text, cells)
			}
			for _, p := range l {
				kept[p.style] += p.text
			}
		}
		for _, p := range line {
			if got := strings.ReplaceAll(kept[p.style], " ", ""); got != strings.ReplaceAll(p.text, " ", "") {
				t.Fatalf("%q became %q", p.text, kept[p.style])
			}
		}
	})
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain — “text” 国家":         "plain — “text” 国家",
		"a\nb\r\nc\td\u2028e":       "a b c d e",
		"a  b":                      "a  b",
		"\x1b[31m\x07\x00\x7f":      `\x1b[31m\x07\x00\x7f`,
		"\u009b31m":                 `\u009b31m`,
		"\xff\xc3(":                 `\xff\xc3(`,
		"\u202egnp.exe\u200b\ufeff": `\u202egnp.exe\u200b\ufeff`,
		"\U000e0041":                `\U000e0041`,
		"👩\u200d🚀\ufffd":            "👩\u200d🚀\ufffd",
	} {
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
	if got, want := visiblePath("a\tb\n\u2028\u0085c\x1b国.txt"), `a\x09b\x0a\u2028\u0085c\x1b国.txt`; got != want {
		t.Errorf("visiblePath: %q, want %q", got, want)
	}
}

// No text and no path makes a report for people, or a line of one, hold what a
// terminal obeys; and nothing panics.
func FuzzFormats(f *testing.F) {
	h := hostile()
	f.Add(h.Document.Path, h.Document.Text, 3, 9, "x\x1b")
	f.Add("", "", 0, 0, "")
	f.Add("国.txt", "国家主席\r\n", 3, 5, "\n\n")
	f.Fuzz(func(t *testing.T, path, text string, start, end int, instead string) {
		start = min(max(start, 0), len(text))
		end = min(max(end, start), len(text))
		for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
			start--
		}
		for end < len(text) && !utf8.RuneStart(text[end]) {
			end++
		}
		file := newFile(path, text)
		file.Issues = newFile(path, "x", fault{deprecated, "x", entry(path, text, instead), text, []string{instead}, true}).Issues
		issue := &file.Issues[0]
		issue.Start, issue.End = start, end
		issue.Suggestions[0].Edits[0].Start, issue.Suggestions[0].Edits[0].End = start, end
		for _, format := range Formats {
			if format.Binary {
				continue // an archive: slow to make, and nothing to look at
			}
			out := render(t, format.Name, newResult(file, file), Options{Width: 40, Paths: []string{path}})
			if format.Name == "patch" {
				continue // bytes as they are, for programs
			}
			if format.Name == "csv" {
				out = strings.ReplaceAll(strings.TrimPrefix(out, byteOrderMark), "\r\n", "\n")
			}
			for _, r := range out {
				if r != '\n' && isHidden(r) {
					t.Fatalf("%s prints %q raw:\n%q", format.Name, r, out)
				}
			}
			if format.Name == "line" && strings.Count(out, "\n") != 2 {
				t.Fatalf("two issues, lines: %q", out)
			}
			if !utf8.ValidString(out) {
				t.Fatalf("%s prints invalid UTF-8: %q", format.Name, out)
			}
		}
	})
}
