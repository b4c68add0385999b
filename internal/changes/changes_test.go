package changes

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// lines are the lines of a file, up to some number, that a diff touches; "gap 3"
// is what lies between 3 and 4.
func touched(f *File, upTo int) string {
	var all []string
	if f.Whole {
		return "whole"
	}
	for n := range upTo {
		if n > 0 && f.Touches(n, n) {
			all = append(all, fmt.Sprint(n))
		}
		if n > 0 && f.Touches(n, n+1) && !f.Touches(n, n) && !f.Touches(n+1, n+1) {
			all = append(all, fmt.Sprintf("gap %d", n))
		}
	}
	return strings.Join(all, ", ")
}

func TestRead(t *testing.T) {
	for title, c := range map[string]struct{ diff, want string }{
		"nothing":     {"", ""},
		"white space": {"\n \n", ""},
		"changed, added, deleted": {
			"diff --git a/d/x.md b/d/x.md\nindex 1..2 100644\n--- a/d/x.md\n+++ b/d/x.md\n@@ -2 +2 @@ head\n-old\n+new\n@@ -4,0 +5,2 @@\n+a\n+b\n@@ -9,2 +11,0 @@\n-c\n-d\n",
			"d/x.md: 2, 5, 6, gap 11",
		},
		"with context": {
			"--- a/x\t2026-01-02\n+++ b/x\t2026-01-03\n@@ -1,4 +1,4 @@\n one\n-two\n+TWO\n three\n four\n",
			"x: 2",
		},
		"an empty line without its space": {"--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n\n+new\n b\n", "x: 2"},
		"lines that look like headers":    {"--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n--- a/z\n+++ b/z\n+@@ -1 +1 @@\n", "x: 1, 2"},
		"renamed and changed": {
			"diff --git a/x b/y z\nsimilarity index 90%\nrename from x\nrename to y z\n--- a/x\n+++ b/y z\t\n@@ -1 +1 @@\n-a\n+b\n",
			"y z: 1",
		},
		"renamed alone": {"diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n", "y: "},
		"new":           {"diff --git a/b/x b/b/x\nnew file mode 100644\n--- /dev/null\n+++ b/b/x\n@@ -0,0 +1 @@\n+a\n", "b/x: 1"},
		"gone":          {"diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", ""},
		"quoted": {
			"diff --git \"a/\\346\\270\\257.txt\" \"b/\\346\\270\\257.txt\"\n--- \"a/\\346\\270\\257.txt\"\n+++ \"b/\\346\\270\\257.txt\"\n@@ -1 +1 @@\n-a\n+b\n",
			"港.txt: 1",
		},
		"not quoted":          {"--- a/港.txt\n+++ b/港.txt\n@@ -1 +1 @@\n-a\n+b\n", "港.txt: 1"},
		"without prefix":      {"diff --git b/x b/x\n--- b/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "b/x: 1"},
		"new without prefix":  {"diff --git b/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+b\n", "b/x: 1"},
		"other prefixes":      {"diff --git i/x w/x\n--- i/x\n+++ w/x\n@@ -1 +1 @@\n-a\n+b\n", "x: 1"},
		"CRLF":                {"--- a/x\r\n+++ b/x\r\n@@ -1 +1 @@\r\n-a\r\n+b\r\n", "x: 1"},
		"no newline at end":   {"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n", "x: 1"},
		"binary":              {"diff --git a/x y b/x y\nindex 1..2 100644\nBinary files a/x y and b/x y differ\n", "x y: whole"},
		"binary, renamed":     {"diff --git a/x b/y\nrename from x\nrename to y\nBinary files a/x and b/y differ\n", "y: whole"},
		"binary, quoted":      {"diff --git \"a/\\346\\270\\257\" \"b/\\346\\270\\257\"\nGIT binary patch\nliteral 3\n", "港: whole"},
		"binary, gone":        {"diff --git a/x b/x\ndeleted file mode 100644\nBinary files a/x and /dev/null differ\n", ""},
		"binary, without git": {"Binary files a/x and b/x differ\n", "x: whole"},
		"in a letter":         {"From: a\nSubject: b\n\n---\n x | 1 +\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n-- \n2.39\n", "x: 1"},
	} {
		set, err := Read(strings.NewReader(c.diff))
		var got []string
		for _, path := range slices.Sorted(maps.Keys(set)) {
			got = append(got, path+": "+touched(set[path], 20))
		}
		if text := strings.Join(got, "; "); err != nil || text != c.want {
			t.Errorf("%s: %q, %v; want %q", title, text, err, c.want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	const head = "--- a/x\n+++ b/x\n"
	for diff, want := range map[string]string{
		"a letter to nobody\n":                                          "no diff",
		head + "@@ -1,3 +1,3 @@\n a\n":                                  "line 4: the diff ends here",
		head + "@@ -1 +x @@\n":                                          "line 3: \"@@ -1 +x @@\" is no place",
		head + "@@ -1 +99999999999999999999 @@\n":                       "is no place",
		head + "@@ -1 +1\n":                                             "is no place",
		"@@ -1 +1 @@\n-a\n+b\n":                                         "line 1: a change of no file",
		head + "@@ -1 +1 @@\n?a\n":                                      `line 4: a line of a change begins with "?"`,
		head + "@@ -1 +1 @@\n+a\n+b\n":                                  "line 5: the change has more lines",
		"diff --cc x\n@@@ -1,1 -1,1 +1,1 @@@\n":                         "line 1: a merge",
		head + "@@ -5 +5 @@\n-a\n+b\n@@ -1 +1 @@\n-a\n+b\n":             "line 6: the changes of a file are out of order",
		head + "@@ -1 +1 @@\n-a\n+b\n" + head + "@@ -1 +1 @@\n-a\n+b\n": "line 7: x is changed a second time",
	} {
		if _, err := Read(strings.NewReader(diff)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", diff, err, want)
		}
	}
}

func TestLongLines(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	set, err := Read(strings.NewReader("--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n-" + long + "\n+" + long + "\n+b\n"))
	if err != nil || touched(set["x"], 5) != "1, 2" {
		t.Errorf("%v, %v", set, err)
	}
}

// A diff of any edit touches exactly the lines that the edit made.
func TestReadFindsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var diff strings.Builder
		diff.WriteString("diff --git a/x b/x\n--- a/x\n+++ b/x\n")
		want := &File{}
		old, fresh := 1, 1
		for range rapid.IntRange(0, 8).Draw(t, "hunks") {
			same := rapid.IntRange(1, 5).Draw(t, "same")
			gone := rapid.IntRange(0, 3).Draw(t, "gone")
			made := rapid.IntRange(0, 3).Draw(t, "made")
			if gone+made == 0 {
				continue
			}
			old, fresh = old+same, fresh+same
			atOld, atFresh := old, fresh
			if gone == 0 {
				atOld--
			}
			if made == 0 {
				atFresh--
				want.add(behind(fresh - 1))
			}
			fmt.Fprintf(&diff, "@@ -%d,%d +%d,%d @@\n%s%s", atOld, gone, atFresh, made, strings.Repeat("-a\n", gone), strings.Repeat("+b\n", made))
			for i := range made {
				want.add(line(fresh + i))
			}
			old, fresh = old+gone, fresh+made
		}
		set, err := Read(strings.NewReader(diff.String()))
		if err != nil {
			t.Fatalf("%v in\n%s", err, &diff)
		}
		if got := set["x"]; touched(got, fresh+2) != touched(want, fresh+2) {
			t.Fatalf("touches %s, want %s\n%s", touched(got, fresh+2), touched(want, fresh+2), &diff)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,0 @@\n-a\n-b\n")
	f.Add("diff --git \"a/\\346\" \"b/\\346\"\nBinary files a/x and b/x differ\nrename to y\n")
	f.Fuzz(func(t *testing.T, diff string) {
		set, err := Read(strings.NewReader(diff))
		if err != nil && set != nil {
			t.Error("an error and a result")
		}
		for path, file := range set {
			for n := 1; n < len(file.touched); n++ {
				if file.touched[n].first <= file.touched[n-1].last {
					t.Errorf("%s: %v", path, file.touched)
				}
			}
		}
	})
}
