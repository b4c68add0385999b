package baseline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/review"
)

var marker = &check.Check{ID: "term/marker", Certainty: check.Likely}

// marked is a file with an issue at every "guild" of its text.
func marked(path, text string) review.File {
	segment := document.Segment{Runs: []document.Run{{Span: document.Span{End: len(text)}}}}
	f := review.File{Document: document.New(path, text, []document.Segment{segment})}
	for at := 0; ; {
		i := strings.Index(text[at:], "guild")
		if i < 0 {
			return f
		}
		span := document.Span{Start: at + i, End: at + i + len("guild")}
		f.Issues = append(f.Issues, check.Issue{Check: marker, Span: span})
		at = span.End
	}
}

// tree is the texts of a project by path; anywhere is a scope of all of them.
type tree map[string]string

func (t tree) paths() []string {
	var all []string
	for path := range t {
		all = append(all, path)
	}
	slices.Sort(all)
	return all
}

func (t tree) scope() Scope {
	return Scope{
		Exists: func(path string) bool { _, ok := t[path]; return ok },
		Covers: func(string, string, check.Certainty) bool { return true },
	}
}

// review holds some files of the tree against lines; what is new comes as
// path: text.
func (t tree) review(lines []Line, paths ...string) (b *Baseline, fresh []string) {
	b = New(lines, paths)
	for _, path := range paths {
		f := marked(path, t[path])
		for _, issue := range b.File(path, f).Issues {
			fresh = append(fresh, fmt.Sprintf("%s:%d", path, issue.Start))
		}
	}
	return b, fresh
}

func texts(lines []Line) []string {
	var all []string
	for _, l := range lines {
		all = append(all, l.Path+" "+l.Since)
	}
	slices.Sort(all)
	return all
}

func accepted(t *testing.T, before tree) []Line {
	t.Helper()
	b, _ := before.review(nil, before.paths()...)
	lines := b.Renewed(before.scope(), "2026-05-01")
	b, fresh := before.review(lines, before.paths()...)
	if len(fresh) > 0 || len(b.Gone(before.scope())) > 0 || b.Met() != len(lines) {
		t.Fatalf("a baseline leaves %q of its own text, and misses %v", fresh, b.Gone(before.scope()))
	}
	return lines
}

func TestOnlyWhatIsNewStays(t *testing.T) {
	before := tree{"a": "The guild met. It rose.", "b": "A guild fell."}
	lines := accepted(t, before)
	for name, c := range map[string]struct {
		after       tree
		fresh, gone []string
	}{
		"nothing changed":      {after: before},
		"lines moved":          {after: tree{"a": "\n\nNew.\n\nThe guild\nmet. It rose.", "b": before["b"]}},
		"a file renamed":       {after: tree{"c": before["a"], "b": before["b"]}},
		"a paragraph moved up": {after: tree{"a": before["a"] + " " + before["b"], "b": "None."}},
		"one more":             {tree{"a": before["a"] + " Our guild sat.", "b": before["b"]}, []string{"a:28"}, nil},
		"a sentence edited":    {tree{"a": "The guild met twice. It rose.", "b": before["b"]}, []string{"a:4"}, []string{"a 2026-05-01"}},
		"one put right":        {tree{"a": "The union met.", "b": before["b"]}, nil, []string{"a 2026-05-01"}},
		"a file deleted":       {tree{"a": before["a"]}, nil, []string{"b 2026-05-01"}},
		"the same once more":   {tree{"a": before["a"], "b": before["b"], "c": before["b"]}, []string{"c:2"}, nil},
		"twice in one file":    {tree{"a": before["a"] + " The guild met.", "b": before["b"]}, []string{"a:28"}, nil},
	} {
		b, fresh := c.after.review(lines, c.after.paths()...)
		if !slices.Equal(fresh, c.fresh) || !slices.Equal(texts(b.Gone(c.after.scope())), c.gone) {
			t.Errorf("%s: new %q, gone %q; want %q, %q", name, fresh, texts(b.Gone(c.after.scope())), c.fresh, c.gone)
		}
	}
}

// A copy in a file that comes first doesn't take the place of the one that was
// there, as long as the file of that one is at hand.
func TestOwnFileFirst(t *testing.T) {
	lines := accepted(t, tree{"b": "A guild fell.", "gone": "A guild fell."})
	after := tree{"a": "A guild fell.", "b": "A guild fell."}
	if b, fresh := after.review(lines, "a", "b"); len(fresh) > 0 || len(b.Gone(after.scope())) > 0 {
		t.Errorf("new %q, gone %v", fresh, b.Gone(after.scope()))
	}
}

func TestPartOfTheFiles(t *testing.T) {
	before := tree{"a": "The guild met.", "b": "A guild fell.", "c": "No guild."}
	lines := accepted(t, before)
	after := tree{"a": "The union met. One guild more.", "b": before["b"]}
	b, fresh := after.review(lines, "a")
	if !slices.Equal(fresh, []string{"a:19"}) || !slices.Equal(texts(b.Gone(after.scope())), []string{"a 2026-05-01"}) {
		t.Errorf("new %q, gone %q", fresh, texts(b.Gone(after.scope())))
	}
	// c is no more, or has another name and wasn't read: only a review of all the
	// files that there are can tell.
	if got := texts(b.Shrunk(after.scope())); !slices.Equal(got, []string{"b 2026-05-01", "c 2026-05-01"}) {
		t.Errorf("shrunk to %q", got)
	}
	if got := texts(b.Renewed(after.scope(), "2026-06-01")); !slices.Equal(got, []string{"a 2026-06-01", "b 2026-05-01", "c 2026-05-01"}) {
		t.Errorf("renewed to %q", got)
	}
	b, _ = after.review(lines, "a", "b")
	if got := texts(b.Shrunk(after.scope())); !slices.Equal(got, []string{"b 2026-05-01"}) {
		t.Errorf("shrunk to %q", got)
	}
	// What a narrower review would not have shown is not gone.
	narrow := after.scope()
	narrow.Covers = func(_, _ string, c check.Certainty) bool { return c >= check.Proven }
	if b, _ := after.review(lines, "a"); len(b.Gone(narrow)) > 0 || len(b.Shrunk(narrow)) != 3 {
		t.Errorf("gone %q, shrunk to %q", texts(b.Gone(narrow)), texts(b.Shrunk(narrow)))
	}
}

func TestRenewedFollowsARename(t *testing.T) {
	lines := accepted(t, tree{"old": "The guild met."})
	after := tree{"new": "The guild met."}
	b, _ := after.review(lines, "new")
	for _, got := range [][]Line{b.Shrunk(after.scope()), b.Renewed(after.scope(), "2027-01-01")} {
		if !slices.Equal(texts(got), []string{"new 2026-05-01"}) {
			t.Errorf("%q", texts(got))
		}
	}
	if Oldest(lines) != "2026-05-01" || Oldest(nil) != "" {
		t.Errorf("oldest %q, %q", Oldest(lines), Oldest(nil))
	}
}

// However texts are edited, what is new and what is accepted add up, a baseline
// never grows by shrinking, and one just written leaves nothing.
func TestBaselineProperties(t *testing.T) {
	sentence := rapid.SampledFrom([]string{"The guild met. ", "A guild fell. ", "It rained. ", "No guild or guild. "})
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(sentence, 0, 6).Draw(t, "text"), "")
	})
	trees := rapid.MapOfN(rapid.SampledFrom([]string{"a", "b", "c", "d\tå"}), text, 1, 4)
	rapid.Check(t, func(t *rapid.T) {
		before, after := tree(trees.Draw(t, "before")), tree(trees.Draw(t, "after"))
		b, _ := before.review(nil, before.paths()...)
		lines, err := Parse("b", Format(b.Renewed(before.scope(), "2026-05-01")))
		if err != nil {
			t.Fatal(err)
		}
		b, fresh := after.review(lines, after.paths()...)
		issues := 0
		for path, text := range after {
			issues += len(marked(path, text).Issues)
		}
		if len(fresh)+b.Met() != issues || b.Met()+len(b.Gone(after.scope())) != len(lines) {
			t.Fatalf("%d new, %d met, %d gone of %d issues and %d lines", len(fresh), b.Met(), len(b.Gone(after.scope())), issues, len(lines))
		}
		if n := len(b.Shrunk(after.scope())); n != b.Met() {
			t.Fatalf("shrunk to %d of %d", n, b.Met())
		}
		again, left := after.review(b.Renewed(after.scope(), "2026-06-01"), after.paths()...)
		if len(left) > 0 || len(again.Gone(after.scope())) > 0 {
			t.Fatalf("a new baseline leaves %q", left)
		}
	})
}

func TestFormat(t *testing.T) {
	lines := []Line{
		{Path: "b\t\\c\n", Check: "term/x", Certainty: check.Proven, Entry: "e", Text: "some text", Fingerprint: strings.Repeat("0f", 16), Since: "2026-05-01"},
		{Path: "#a", Check: "style/y", Fingerprint: strings.Repeat("1", 32), Since: "2025-12-31"},
	}
	want := comment + "\n" + columns + "\n" +
		"#a\tstyle/y\tadvice\t\t\t" + strings.Repeat("1", 32) + "\t2025-12-31\n" +
		`b\t\\c\n` + "\tterm/x\tproven\te\tsome text\t" + strings.Repeat("0f", 16) + "\t2026-05-01\n"
	if diff := cmp.Diff(want, Format(lines)); diff != "" {
		t.Error(diff)
	}
	slices.Reverse(lines)
	for name, text := range map[string]string{"as it is": want, "CRLF": strings.ReplaceAll(want, "\n", "\r\n"), "BOM": "\ufeff" + want, "blank line": want + "\n"} {
		got, err := Parse("b", text)
		if diff := cmp.Diff(lines, got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
	}
}

func TestParseErrors(t *testing.T) {
	good := "a\tterm/x\tproven\t\tt\t" + strings.Repeat("1", 32) + "\t2026-05-01\n"
	for text, want := range map[string]string{
		"":                           "base.tsv: this is no baseline: it is empty",
		"# nothing\n":                "base.tsv: this is no baseline: it is empty",
		"id\tterm\n":                 "base.tsv:1: this is no baseline: it has to begin with",
		columns + "\na\tb\n":         "base.tsv:2: 2 columns, where 7 belong",
		columns + "\n<<<<<<< HEAD\n": "base.tsv:2: a merge left a conflict here",
		columns + "\n" + good + good: "base.tsv:3: the issue stands in line 2 already",
		columns + "\n" + strings.Replace(good, "proven", "sure", 1): `base.tsv:2: unknown certainty "sure"`,
		columns + "\n" + strings.Replace(good, "11", "zz", 1):       "is no fingerprint",
		columns + "\n" + strings.Replace(good, "05-01", "13-01", 1): `"2026-13-01" is no day`,
		columns + "\n" + good[1:]:                                   "an issue needs a path",
	} {
		if _, err := Parse("base.tsv", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestTextOfALine(t *testing.T) {
	b := New(nil, []string{"a"})
	f := marked("a", "guild")
	f.Document.Text = "\x1b[31m\tred\n" + strings.Repeat("港", 100)
	f.Issues[0].End = len(f.Document.Text)
	b.File("a", f)
	if got := b.found[0].Text; got != "[31m red "+strings.Repeat("港", 50)+"…" {
		t.Errorf("%q", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(Format([]Line{{Path: `a\t`, Check: "c", Fingerprint: strings.Repeat("1", 32), Since: "2026-05-01"}}))
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := Parse("b", text)
		if err != nil {
			return
		}
		again, err := Parse("b", Format(lines))
		if slices.SortFunc(lines, compare); err != nil || cmp.Diff(lines, again) != "" {
			t.Errorf("%v\n%s", err, cmp.Diff(lines, again))
		}
	})
}

// BenchmarkLarge reads and writes a baseline of 200,000 issues.
func BenchmarkLarge(b *testing.B) {
	var lines []Line
	for i := range 200_000 {
		lines = append(lines, Line{Path: fmt.Sprintf("docs/%d.md", i/20), Check: "term/marker", Certainty: check.Likely, Entry: "guild", Text: "guild of boats", Fingerprint: fmt.Sprintf("%032x", i), Since: "2026-05-01"})
	}
	text := Format(lines)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read, err := Parse("b", text)
		if err != nil {
			b.Fatal(err)
		}
		New(read, nil)
		Format(read)
	}
}
