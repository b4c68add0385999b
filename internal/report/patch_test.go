package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/check"
	"rectify/internal/edit"
	"rectify/internal/review"
)

// edited is a file with one likely issue for each edit.
func edited(path, text string, edits ...edit.Edit) review.File {
	f := newFile(path, text)
	for _, e := range edits {
		issue := check.Issue{Check: variant, Suggestions: []check.Suggestion{{Edits: []edit.Edit{e}, Text: e.New}}}
		issue.Start, issue.End = e.Start, e.End
		f.Issues = append(f.Issues, issue)
	}
	return f
}

func TestPatchApplies(t *testing.T) {
	lines := strings.Repeat("A line of text.\n", 30)
	for _, f := range []review.File{
		visit("visit.txt"),
		small("./deep/./er/b.txt"), // CRLF
		visit("/abs/olute.txt"),
		visit("新闻/稿件.txt"),
		visit("with a space.txt"),
		visit(`quo"ted\name.txt`),
		visit("tab\tand\nline.txt"),
		visit("trailing .txt "),
		edited("eof.txt", "one\ntwo", edit.Edit{Start: 4, End: 7, New: "2"}),
		edited("append.txt", "one\ntwo", edit.Edit{Start: 7, End: 7, New: "!\nthree\n"}),
		edited("appended.txt", "one\n", edit.Edit{Start: 4, End: 4, New: "two"}),
		edited("chop.txt", "one\ntwo\n", edit.Edit{Start: 7, End: 8, New: ""}),
		edited("join.txt", "one\ntwo\nthree\n", edit.Edit{Start: 3, End: 4, New: " "}),
		edited("empty.txt", "", edit.Edit{Start: 0, End: 0, New: "text\n"}),
		edited("mark.txt", "\ufeffone\r\ntwo\r\n", edit.Edit{Start: 3, End: 6, New: "One"}),
		edited("bytes.txt", "one \xff two\n", edit.Edit{Start: 6, End: 9, New: "2"}),
		edited("far.txt", lines, edit.Edit{Start: 2, End: 6, New: "row"}, edit.Edit{Start: 18, End: 22, New: "row"},
			edit.Edit{Start: 400, End: 400, New: "\nmore\n"}, edit.Edit{Start: 470, End: 479, New: ""}),
	} {
		t.Run(f.Document.Path, func(t *testing.T) {
			for _, tool := range [][]string{{"git", "apply", "--whitespace=nowarn"}, {"patch", "-p1", "--binary", "--quiet"}} {
				if _, err := exec.LookPath(tool[0]); err != nil {
					t.Logf("%s isn't installed: not tried", tool[0])
					continue
				}
				if out, ok := applied(t, t.TempDir(), tool, f); !ok {
					t.Error(out)
				}
			}
		})
	}
}

// applied lets a tool apply the patch of a file, and says what went wrong.
func applied(t interface{ Fatal(...any) }, dir string, tool []string, f review.File) (string, bool) {
	var patch strings.Builder
	if err := (Format{New: newPatch}).Write(&patch, &review.Result{Files: []review.File{f}}, Options{}); err != nil {
		t.Fatal(err)
	}
	edits, _ := merge(f.Issues, isLikely)
	want, err := edit.Apply(f.Document.Text, edits)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, patchPath(f.Document.Path))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(f.Document.Text), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool[0], tool[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	cmd.Stdin = strings.NewReader(patch.String())
	if out, err := cmd.CombinedOutput(); err != nil {
		return tool[0] + ": " + err.Error() + "\n" + string(out) + patch.String(), false
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		return tool[0] + " makes " + string(got) + ", the edits make " + want, false
	}
	return "", true
}

func TestPatchAppliesRandom(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git isn't installed")
	}
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b c", "\n", "\n", "\r\n", "国"}), 0, 60).Draw(t, "text"), "")
		var bounds []int
		for i := range text + " " {
			bounds = append(bounds, i)
		}
		var edits []edit.Edit
		for range rapid.IntRange(1, 6).Draw(t, "edits") {
			at := rapid.IntRange(0, len(bounds)-1).Draw(t, "at")
			end := min(at+rapid.IntRange(0, 6).Draw(t, "length"), len(bounds)-1)
			edits = append(edits, edit.Edit{
				Start: bounds[at], End: bounds[end],
				New: rapid.SampledFrom([]string{"", "x", "\n", "y\n", "\nz", "国\n\n"}).Draw(t, "new"),
			})
		}
		f := edited("a.txt", text, edits...)
		merged, _ := merge(f.Issues, isLikely)
		if made, err := edit.Apply(text, merged); err != nil || made == text || made == "" {
			return // git takes no empty patch, and removes a file that becomes empty
		}
		if out, ok := applied(t, dir, []string{"git", "apply", "--whitespace=nowarn"}, f); !ok {
			t.Fatal(out)
		}
	})
}

// A patch holds what is at least likely, and only that.
func TestPatchCertainty(t *testing.T) {
	f := newFile("a.txt", "one two\n",
		fault{acronym, "one", nil, "m", []string{"1"}, true}, // advice
		fault{variant, "two", nil, "m", []string{"2"}, false})
	if out := render(t, "patch", newResult(f), Options{}); !strings.Contains(out, "\n+one 2\n") {
		t.Error(out)
	}
}

// A hunk says where it stands in the new text, whatever the hunks before it hold.
func TestPatchNumbersLines(t *testing.T) {
	text := "one\na\nb\none\n" + strings.Repeat("line\n", 20) + "one\n"
	f := newFile("a.txt", text, fault{variant, "one", nil, "m", []string{"1"}, true})
	if out := render(t, "patch", newResult(f), Options{}); !strings.Contains(out, "\n@@ -22,4 +22,4 @@\n") {
		t.Error(out)
	}
}
