package edit

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name, text string
		edits      []Edit
		want, err  string
	}{
		{"none", "as it is", nil, "as it is", ""},
		{"replace", "the State President", []Edit{{4, 9, "Vice"}}, "the Vice President", ""},
		{"insert", "All China", []Edit{{3, 3, " of"}}, "All of China", ""},
		{"insert at both ends", "b", []Edit{{1, 1, "c"}, {0, 0, "a"}}, "abc", ""},
		{"delete everything", "gone", []Edit{{0, 4, ""}}, "", ""},
		{"in any order", "one two three", []Edit{{8, 13, "3"}, {0, 3, "1"}, {4, 7, "2"}}, "1 2 3", ""},
		{"edits that touch", "abcd", []Edit{{2, 4, "D"}, {0, 2, "A"}}, "AD", ""},
		{"insert right after a replaced range", "abcd", []Edit{{2, 2, "-"}, {0, 2, "A"}}, "A-cd", ""},
		{"insert right before a replaced range", "abcd", []Edit{{2, 2, "-"}, {2, 4, "C"}}, "", "edits of bytes 2 to 2 and 2 to 4 overlap"},
		{"two insertions at a place", "ab", []Edit{{1, 1, "x"}, {1, 1, "y"}}, "", "edits of bytes 1 to 1 and 1 to 1 overlap"},
		{"the same edit twice", "ab", []Edit{{0, 1, "x"}, {0, 1, "x"}}, "", "edits of bytes 0 to 1 and 0 to 1 overlap"},
		{"overlap", "abcdef", []Edit{{0, 4, ""}, {3, 6, ""}}, "", "edits of bytes 0 to 4 and 3 to 6 overlap"},
		{"one inside the other", "abcdef", []Edit{{0, 6, ""}, {3, 3, "x"}}, "", "edits of bytes 0 to 6 and 3 to 3 overlap"},
		{"characters of more bytes", "主席 met", []Edit{{3, 6, "任"}}, "主任 met", ""},
		{"split character", "主席", []Edit{{1, 3, ""}}, "", "edit of bytes 1 to 3 splits a character"},
		{"split character at the end", "主席", []Edit{{0, 5, ""}}, "", "edit of bytes 0 to 5 splits a character"},
		{"before the text", "ab", []Edit{{-1, 1, ""}}, "", "edit of bytes -1 to 1 lies outside a text of 2 bytes"},
		{"after the text", "ab", []Edit{{1, 3, ""}}, "", "edit of bytes 1 to 3 lies outside a text of 2 bytes"},
		{"backwards", "ab", []Edit{{2, 1, ""}}, "", "edit of bytes 2 to 1 lies outside a text of 2 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			given := slices.Clone(c.edits)
			got, err := Apply(c.text, c.edits)
			message := ""
			if err != nil {
				message = err.Error()
			}
			if got != c.want || message != c.err {
				t.Errorf("got %q, error %q\nwant %q, error %q", got, message, c.want, c.err)
			}
			if !slices.Equal(given, c.edits) {
				t.Errorf("the edits given were changed: %v", c.edits)
			}
		})
	}
}

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		name   string
		groups [][]Edit
		want   []Edit
		taken  []bool
	}{
		{"nothing", nil, nil, []bool{}},
		{"a group without edits", [][]Edit{{}}, nil, []bool{true}},
		{"sorted", [][]Edit{{{5, 6, "b"}}, {{0, 1, "a"}}}, []Edit{{0, 1, "a"}, {5, 6, "b"}}, []bool{true, true}},
		{"the earlier one wins", [][]Edit{{{2, 4, "a"}}, {{0, 3, "b"}}}, []Edit{{2, 4, "a"}}, []bool{true, false}},
		{"whole or not at all", [][]Edit{{{4, 6, "a"}}, {{0, 1, "b"}, {5, 6, "c"}}}, []Edit{{4, 6, "a"}}, []bool{true, false}},
		{"a refused group blocks nothing", [][]Edit{{{4, 6, "a"}}, {{0, 1, "b"}, {5, 6, "c"}}, {{0, 1, "d"}}}, []Edit{{0, 1, "d"}, {4, 6, "a"}}, []bool{true, false, true}},
		{"a shared edit", [][]Edit{{{0, 1, "an"}, {2, 4, "a"}}, {{0, 1, "an"}, {6, 8, "b"}}}, []Edit{{0, 1, "an"}, {2, 4, "a"}, {6, 8, "b"}}, []bool{true, true}},
		{"a shared insertion", [][]Edit{{{3, 3, "x"}}, {{3, 3, "x"}}}, []Edit{{3, 3, "x"}}, []bool{true, true}},
		{"two insertions at a place", [][]Edit{{{3, 3, "x"}}, {{3, 3, "y"}}}, []Edit{{3, 3, "x"}}, []bool{true, false}},
		{"insertion before what is replaced", [][]Edit{{{3, 5, "x"}}, {{3, 3, "y"}}}, []Edit{{3, 5, "x"}}, []bool{true, false}},
		{"insertion after what is replaced", [][]Edit{{{3, 5, "x"}}, {{5, 5, "y"}}}, []Edit{{3, 5, "x"}, {5, 5, "y"}}, []bool{true, true}},
		{"the same place, another text", [][]Edit{{{3, 5, "x"}}, {{3, 5, "y"}}}, []Edit{{3, 5, "x"}}, []bool{true, false}},
		{"a group against itself", [][]Edit{{{3, 5, "x"}, {4, 6, "y"}}, {{4, 6, "z"}}}, []Edit{{4, 6, "z"}}, []bool{false, true}},
		{"a group that says one thing twice", [][]Edit{{{3, 5, "x"}, {3, 5, "x"}}}, []Edit{{3, 5, "x"}}, []bool{true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, taken := Merge(c.groups)
			if !slices.Equal(got, c.want) || !slices.Equal(taken, c.taken) {
				t.Errorf("got %v %v\nwant %v %v", got, taken, c.want, c.taken)
			}
		})
	}
}

func drawText(t *rapid.T) string {
	return rapid.StringOfN(rapid.SampledFrom([]rune("ab \n主é😀")), 0, 40, -1).Draw(t, "text")
}

// drawEdits are edits on rune boundaries inside the text; they may overlap.
func drawEdits(t *rapid.T, text string) []Edit {
	var at []int
	for i := range text + "\x00" {
		at = append(at, i)
	}
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Edit {
		a, b := rapid.SampledFrom(at).Draw(t, "a"), rapid.SampledFrom(at).Draw(t, "b")
		return Edit{min(a, b), max(a, b), rapid.SampledFrom([]string{"", "x", "席", "long text"}).Draw(t, "new")}
	}), 0, 6).Draw(t, "edits")
}

// What no edit names keeps every byte: with the new texts as marks that the
// text can't hold, taking them out leaves the bytes between the edits.
func TestApplyTouchesNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		edits, _ := Merge([][]Edit{drawEdits(t, text), drawEdits(t, text)})
		kept, at := "", 0
		for i := range edits {
			edits[i].New = "\x01"
			kept += text[at:edits[i].Start]
			at = edits[i].End
		}
		kept += text[at:]
		shuffled := rapid.Permutation(edits).Draw(t, "order")
		got, err := Apply(text, shuffled)
		if err != nil {
			t.Fatal(err)
		}
		if strings.ReplaceAll(got, "\x01", "") != kept || strings.Count(got, "\x01") != len(edits) {
			t.Errorf("%q with %v became %q", text, edits, got)
		}
	})
}

func TestMergeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		var groups, given [][]Edit
		for range rapid.IntRange(0, 6).Draw(t, "groups") {
			g := drawEdits(t, text)
			groups, given = append(groups, g), append(given, slices.Clone(g))
		}
		merged, taken := Merge(groups)
		if _, err := Apply(text, merged); err != nil {
			t.Fatalf("%v: %v", merged, err)
		}
		if !slices.IsSortedFunc(merged, Compare) {
			t.Errorf("not sorted: %v", merged)
		}
		for i, group := range groups {
			if taken[i] {
				for _, e := range group {
					if !slices.Contains(merged, e) {
						t.Errorf("group %d went in, but not its edit %v", i, e)
					}
				}
			}
			// Earlier groups win: what goes in with a group doesn't depend on
			// the ones after it.
			in, before := Merge(groups[:i])
			if !slices.Equal(before, taken[:i]) {
				t.Errorf("group %d changed what was taken before it: %v, %v", i, before, taken)
			}
			all := slices.Concat(in, group)
			slices.SortStableFunc(all, Compare)
			all = slices.Compact(all)
			atOdds := slices.ContainsFunc(all, func(a Edit) bool {
				return slices.ContainsFunc(all, func(b Edit) bool { return a != b && Compare(a, b) <= 0 && conflicts(a, b) })
			})
			if taken[i] == atOdds {
				t.Errorf("group %d, %v, behind %v: taken is %v", i, group, in, taken[i])
			}
		}
		for _, e := range merged {
			if !slices.ContainsFunc(groups, func(g []Edit) bool { return slices.Contains(g, e) }) {
				t.Errorf("%v comes from no group", e)
			}
		}
		for i := range merged {
			merged[i].New = "changed"
		}
		if !cmp.Equal(groups, given) {
			t.Errorf("the groups given were changed: %v", groups)
		}
	})
}

func TestBefore(t *testing.T) {
	for _, c := range []struct {
		name       string
		edits      []Edit
		start, end int
		want       [2]int
	}{
		{"no edits", nil, 3, 5, [2]int{3, 5}},
		{"before the edit", []Edit{{6, 9, "long text"}}, 1, 5, [2]int{1, 5}},
		{"right before the edit", []Edit{{5, 9, "x"}}, 1, 5, [2]int{1, 5}},
		{"behind edits", []Edit{{0, 4, "x"}, {6, 6, "席"}}, 9, 11, [2]int{9, 11}},
		{"the new text", []Edit{{4, 9, "Vice"}}, 4, 8, [2]int{4, 9}},
		{"inside the new text", []Edit{{4, 9, "Vice"}}, 5, 6, [2]int{4, 9}},
		{"into the new text", []Edit{{4, 9, "Vice"}}, 0, 6, [2]int{0, 9}},
		{"out of the new text", []Edit{{4, 9, "Vice"}}, 6, 10, [2]int{4, 11}},
		{"around it all", []Edit{{4, 9, "Vice"}, {12, 12, "s"}}, 0, 14, [2]int{0, 14}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if start, end := Before(c.edits, c.start, c.end); [2]int{start, end} != c.want {
				t.Errorf("got %d to %d, want %v", start, end, c.want)
			}
		})
	}
}

// Text between edits is found where it stood.
func TestBeforeFindsWhatStayed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		edits, _ := Merge([][]Edit{drawEdits(t, text), drawEdits(t, text)})
		changed, err := Apply(text, edits)
		if err != nil {
			t.Fatal(err)
		}
		at, moved := 0, 0
		for _, e := range append(edits, Edit{Start: len(text)}) {
			if at < e.Start {
				start, end := Before(edits, at+moved, e.Start+moved)
				if start != at || end != e.Start {
					t.Errorf("%q with %v became %q: bytes %d to %d are said to come from %d to %d", text, edits, changed, at+moved, e.Start+moved, start, end)
				}
			}
			at, moved = e.End, moved+len(e.New)-(e.End-e.Start)
		}
	})
}

func FuzzApply(f *testing.F) {
	f.Add("text", -1, 2, "x", 1, 1, "y")
	f.Add("主席", 1, 3, "", 0, 6, "")
	f.Add("\xff\x80", 0, 1, "\xff", 1, 2, "")
	f.Add("", 1<<62, -1<<62, "", 0, 0, "a")
	f.Fuzz(func(t *testing.T, text string, start, end int, insert string, start2, end2 int, insert2 string) {
		edits := []Edit{{start, end, insert}, {start2, end2, insert2}}
		got, err := Apply(text, edits)
		if err != nil {
			if got != "" {
				t.Errorf("an error and a text: %q", got)
			}
			return
		}
		if want := len(text) - (end - start) - (end2 - start2) + len(insert) + len(insert2); len(got) != want {
			t.Errorf("%d bytes, not %d", len(got), want)
		}
		if utf8.ValidString(text) && utf8.ValidString(insert) && utf8.ValidString(insert2) && !utf8.ValidString(got) {
			t.Errorf("%q is no UTF-8", got)
		}
		Merge([][]Edit{edits, edits[1:]})
	})
}
