package review_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rectify/internal/check"
	"rectify/internal/checks"
	"rectify/internal/document"
	"rectify/internal/format"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// finding is a check that reports every place of a word.
func finding(id, word string, certainty check.Certainty) *check.Check {
	return &check.Check{ID: id, Certainty: certainty, Run: func(p *check.Pass) {
		for _, segment := range p.Document.Segments {
			for _, run := range segment.Runs {
				for at := run.Start; ; {
					n := strings.Index(p.Document.Text[at:run.End], word)
					if n < 0 {
						break
					}
					at += n + len(word)
					p.Report(check.Issue{Span: document.Span{Start: at - len(word), End: at}, Message: "found"})
				}
			}
		}
	}}
}

// trying is a review that finds bad and worse, the one only as advice.
func trying(t testing.TB) review.Review {
	t.Helper()
	g, err := termbase.Load([]termbase.File{{Name: "t.tsv", Text: "id\tlang\tstatus\tterm\na\ten\tpreferred\tHarbor Council\n"}})
	if err != nil {
		t.Fatal(err)
	}
	all := []*check.Check{finding("style/bad", "bad", check.Advice), finding("term/worse", "worse", check.Proven), checks.Suppression}
	return review.Review{
		Glossary: g,
		Options:  review.Options{Checks: all},
		Known:    []string{"markup/suppression", "style/bad", "term/worse", "term/other"},
	}
}

func readText(t testing.TB, name, text string) *document.Document {
	t.Helper()
	file, err := format.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return file.Document
}

// places are the issues of a file, each as line:column and the last word of its
// check.
func places(file review.File) []string {
	var out []string
	for _, i := range file.Issues {
		p := file.Document.Position(i.Start)
		out = append(out, fmt.Sprintf("%d:%d %s", p.Line, p.Column, i.Check.ID[strings.Index(i.Check.ID, "/")+1:]))
	}
	return out
}

func TestWhatASuppressionReaches(t *testing.T) {
	for _, c := range []struct {
		what, text string
		want       []string
	}{
		{"the paragraph below", "<!-- rectify-ignore style/bad: x -->\n\nA bad\nbad one.\n\nA bad one.\n", []string{"6:3 bad"}},
		{"the paragraph it parts off", "A bad one,\n<!-- rectify-ignore style/bad: x -->\na bad one.\n", []string{"1:3 bad"}},
		{"a heading", "<!-- rectify-ignore style/bad: x -->\n# A bad one\n\nA bad one.\n", []string{"4:3 bad"}},
		{"the paragraph around it", "A bad one,\na bad <!-- rectify-ignore style/bad: x --> bad one,\na bad one.\n\nA bad one.\n", []string{"5:3 bad"}},
		{"a heading before it", "# A bad one <!-- rectify-ignore style/bad: x -->\n\nA bad one.\n", []string{"3:3 bad"}},
		{"a cell", "| bad | bad <!-- rectify-ignore style/bad: x --> | bad |\n|---|---|---|\n| bad | <!-- rectify-ignore style/bad: x --> bad | bad |\n", []string{"1:3 bad", "1:52 bad", "3:3 bad", "3:52 bad"}},
		{"an item", "- A bad one. <!-- rectify-ignore style/bad: x -->\n- A bad one.\n", []string{"2:5 bad"}},
		{"only its checks", "<!-- rectify-ignore style/*: x -->\nA bad, worse one.\n", []string{"2:8 worse"}},
		{"several checks", "<!-- rectify-ignore style/bad ,term/worse: x -->\nA bad, worse one.\n", nil},
		{"nothing below", "A bad one.\n\n<!-- rectify-ignore style/bad: x -->\n", []string{"1:3 bad", "3:1 suppression"}},
		{"a range", "<!-- rectify-ignore-start style/bad: x -->\nA bad one.\n\nA bad one.\n\n<!-- rectify-ignore-end style/bad -->\nA bad one.\n", []string{"7:3 bad"}},
		{"ranges in each other", "<!-- rectify-ignore-start style/bad: x -->\n<!-- rectify-ignore-start term/*: x -->\nA bad, worse one.\n\n<!-- rectify-ignore-end style/bad -->\nA bad, worse one.\n\n<!-- rectify-ignore-end term/* -->\nA worse one.\n", []string{"6:3 bad", "9:3 worse"}},
		{"a range inside the same", "<!-- rectify-ignore-start style/bad: x -->\nA bad one.\n\n<!-- rectify-ignore-start style/bad: x -->\nA bad one.\n\n<!-- rectify-ignore-end style/bad -->\nA bad one.\n\n<!-- rectify-ignore-end style/bad -->\nA bad one.\n", []string{"11:3 bad"}},
		{"the file", "A bad one.\n\n<!-- rectify-ignore-file style/bad: x -->\n\nA bad one.\n", nil},
		{"a comment over lines", "<!-- rectify-ignore\nstyle/bad:\nx -->\nA bad one.\n", nil},
		{"a check that can't have run", "<!-- rectify-ignore term/other: x -->\nA good one.\n", nil},
		{"a check that ran", "<!-- rectify-ignore term/worse: x -->\nA good one.\n", []string{"1:1 suppression"}},
		{"itself", "<!-- rectify-ignore-file markup/*, term/worse: x -->\nA good one.\n", nil},
	} {
		got := trying(t).Document(readText(t, "a.md", c.text))
		if diff := cmp.Diff(c.want, places(got)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.what, diff)
		}
	}
}

// What isn't shown anyway still needs its suppression.
func TestASuppressionOfWhatIsNotShownIsUsed(t *testing.T) {
	r := trying(t)
	r.Certainty = check.Proven
	got := r.Document(readText(t, "a.md", "<!-- rectify-ignore style/bad: x -->\nA bad one.\n"))
	if len(got.Issues) != 0 || got.Suppressed != 0 {
		t.Errorf("%v, %d suppressed", places(got), got.Suppressed)
	}
}

func TestIgnoredPhrases(t *testing.T) {
	for _, c := range []struct {
		phrase, check, text string
		want                []string
	}{
		{"bad one", "", "A bad one, a bad two.", []string{"1:14 bad"}},
		{"Bad  one", "", "A bad\none.", nil},
		{"a bad one", "", "A **bad** one.", nil},
		{"a bad one", "style/*", "A bad one.", nil},
		{"a bad one", "term/*", "A bad one.", []string{"1:3 bad"}},
		{"bad on", "", "A bad one.", []string{"1:3 bad"}},
		{"a bad one", "", "A ba bad one; pa bad one.", []string{"1:6 bad", "1:18 bad"}},
		{"a Bad one", "", "A bad one.", []string{"1:3 bad"}},
		{"bad one", "", "# bad\n\none", []string{"1:3 bad"}},
		{"bad one", "", "bad `code` one", []string{"1:1 bad"}},
	} {
		r := trying(t)
		r.Ignored = []review.Phrase{{Text: c.phrase, Check: c.check}}
		if diff := cmp.Diff(c.want, places(r.Document(readText(t, "a.md", c.text)))); diff != "" {
			t.Errorf("%q in %q: -want +got\n%s", c.phrase, c.text, diff)
		}
	}
}

// Where documents are held against each other, a check that does so may still
// have something to say.
func TestNothingIsUnusedBeforeAllIsSaid(t *testing.T) {
	r := trying(t)
	r.Checks[1].Across = &check.Across{}
	d := readText(t, "a.md", "<!-- rectify-ignore term/worse: x -->\nA good one.\n")
	for _, across := range []bool{false, true} {
		r.Across = across
		if got := len(r.Document(d).Issues); (got == 0) != across {
			t.Errorf("across %v: %d issues", across, got)
		}
	}
}

// Without a source, a check that needs one can't have found what it would.
func TestNothingIsUnusedWithoutTheSource(t *testing.T) {
	r := trying(t)
	r.Checks[1].NeedsSource = true
	d := readText(t, "a.md", "<!-- rectify-ignore term/worse: x -->\nA good one.\n")
	for _, pairs := range [][]document.Pair{nil, {{Span: d.Segments[0].Span(), Source: "好"}}} {
		d.Pairs = pairs
		if got := len(r.Document(d).Issues); got != len(pairs) {
			t.Errorf("%d pairs: %d issues", len(pairs), got)
		}
	}
}

// A document made of comments costs no more than a limit, and says so.
func TestManySuppressions(t *testing.T) {
	var text strings.Builder
	for range 1001 {
		text.WriteString("<!-- rectify-ignore style/bad: x -->\nA bad one.\n\n")
	}
	got := trying(t).Document(readText(t, "a.md", text.String()))
	if diff := cmp.Diff([]string{"3001:1 suppression", "3002:3 bad"}, places(got)); diff != "" || got.Suppressed != 1000 {
		t.Errorf("%d suppressed; -want +got\n%s", got.Suppressed, diff)
	}
}

// onlyTakesAway makes sure that comments take issues away and bring none but those
// of their own check, that what is taken away is counted, and that without one
// that is called unused all is the same.
func onlyTakesAway(t rapid.TB, r review.Review, d *document.Document) {
	comments := d.Comments
	with := r.Document(d)
	d.Comments = nil
	without := r.Document(d)
	shown := others(with)
	if len(shown)+with.Suppressed != len(without.Issues) || !subset(shown, others(without)) {
		t.Fatalf("with comments %v and %d suppressed, without %v", shown, with.Suppressed, others(without))
	}
	for _, i := range with.Issues {
		if i.Check != checks.Suppression || !strings.Contains(i.Message, "it can go") || strings.HasPrefix(i.Message, "rectify-ignore-start") {
			continue // a start can go with its end alone
		}
		d.Comments = slices.DeleteFunc(slices.Clone(comments), func(c document.Comment) bool { return c.Span == i.Span })
		if len(d.Comments) != len(comments)-1 {
			continue // they can't be told apart by where they stand
		}
		if rest := others(r.Document(d)); !slices.Equal(rest, shown) {
			t.Fatalf("without %q %v, with it %v", d.Slice(i.Span), rest, shown)
		}
	}
}

func TestSuppressionsOnlyTakeAway(t *testing.T) {
	line := rapid.SampledFrom([]string{
		"A bad one.", "a worse bad one", "", "# bad", "- worse", "| bad |", "|---|", "> bad", "    bad", "```",
		"<!-- rectify-ignore style/bad: x -->", "bad <!-- rectify-ignore term/*: x --> worse",
		"<!-- rectify-ignore-start style/*: x -->", "<!-- rectify-ignore-end style/* -->",
		"<!-- rectify-ignore-start term/worse: x -->", "<!-- rectify-ignore-end term/worse -->",
		"<!-- rectify-ignore-file term/worse: x -->", "<!-- rectify-ignore x -->",
	})
	r := trying(t)
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.SampledFrom([]string{"a.md", "a.txt", "a.html"}).Draw(rt, "name")
		onlyTakesAway(rt, r, readText(t, name, strings.Join(rapid.SliceOfN(line, 0, 12).Draw(rt, "lines"), "\n")))
	})
}

func FuzzSuppressions(f *testing.F) {
	f.Add("bad <!-- rectify-ignore-start style/*: x --> bad\n\n> bad\n<!--rectify-ignore-end style/*-->\nbad")
	f.Add("<!-- rectify-ignore-file: , /[: -->\n<!-- rectify-ignore term/worse : : -->worse")
	f.Add("<p>bad <!--rectify-ignore style/bad: x--><b>worse</b></p><!-- rectify-ignore-start term/*: x --><li title=bad>bad")
	r := trying(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"a.md", "a.txt", "a.html"} {
			if file, err := format.Read(name, []byte(text)); err == nil {
				onlyTakesAway(t, r, file.Document)
			}
		}
	})
}

// others are the places of all issues but those of comments.
func others(file review.File) []string {
	file.Issues = slices.DeleteFunc(slices.Clone(file.Issues), func(i check.Issue) bool { return i.Check == checks.Suppression })
	return places(file)
}

func subset(some, all []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}
