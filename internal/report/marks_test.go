package report

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
)

func show(marks []mark) string {
	var out strings.Builder
	for _, m := range marks {
		look := markLook[m.kind]
		out.WriteString(look.open + m.text + look.close)
	}
	return out.String()
}

// sides rebuilds the old and the new text.
func sides(marks []mark) (before, after string) {
	for _, m := range marks {
		if m.kind != inserted {
			before += m.text
		}
		if m.kind != deleted {
			after += m.text
		}
	}
	return before, after
}

func TestWordMarks(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"same", "same", "same"},
		{"President of the State", "President of the Republic", "President of the [-State-]{+Republic+}"},
		{"General secretary", "General Secretary", "General [-secretary-]{+Secretary+}"},
		{"new development concept", "fresh idea", "[-new development concept-]{+fresh idea+}"},
		{"decision-making and deployment", "decisions and plans", "[-decision-making-]{+decisions+} and [-deployment-]{+plans+}"},
		{"craftsman spirit", "craftsman's spirit", "[-craftsman-]{+craftsman's+} spirit"},
		{"one two", "the one new two", "{+the +}one{+ new+} two"},
		{"He is a worker worker.", "He is a worker.", "He is a worker[- worker-]."},
		{"国家主席", "国务院主席", "国[-家-]{+务院+}主席"},
		{"a\xff b", "a\xfe b", "a[-\xff-]{+\xfe+} b"},
	} {
		if got := show(wordMarks(c.before, c.after)); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}

// Both sides can be rebuilt byte for byte, whatever the bytes.
func TestWordMarksRebuild(t *testing.T) {
	words := rapid.SliceOf(rapid.OneOf(
		rapid.SampledFrom([]string{" ", "  ", "\r\n", "the", "The", "state", "of", "-", "'s", ".", "国家", "\xff", "\U000f0001", "é"}),
		rapid.String(),
	))
	rapid.Check(t, func(t *rapid.T) {
		a, b := strings.Join(words.Draw(t, "a"), ""), strings.Join(words.Draw(t, "b"), "")
		before, after := sides(wordMarks(a, b))
		if before != a || after != b {
			t.Fatalf("%q, %q rebuilt as %q, %q", a, b, before, after)
		}
	})
}

// A sentence is whole, and alone, unless an issue joins it to the next one.
func TestHunks(t *testing.T) {
	text := "One is here. Two is there. Three is gone.\nFour is not in a segment.\n"
	for _, c := range []struct {
		issues []string
		want   string
	}{
		{[]string{"is there"}, "Two is there."},
		{[]string{"is there", "Two"}, "Two is there."},
		{[]string{"One", "Three"}, "One is here.|Three is gone."},
		{[]string{"here. Two"}, "One is here. Two is there."},
		{[]string{"here. Two", "Three"}, "One is here. Two is there.|Three is gone."},
		{[]string{"there."}, "Two is there."},
		{[]string{"not"}, "Four is not in a segment."},
	} {
		var faults []fault
		for _, i := range c.issues {
			faults = append(faults, fault{variant, i, nil, "m", nil, false})
		}
		f := newFile("a.txt", text, faults...)
		f.Document.Segments[0].Runs[0].End = strings.Index(text, "\n")
		all, err := hunks(f.Document, f.Issues)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range all {
			got = append(got, f.Document.Slice(h.Span))
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%q: %s, want %s", c.issues, got, c.want)
		}
	}
}

// The hunks of any document make what edit.Apply makes of it, and every issue
// is in one of them.
func TestHunksRebuild(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab. \n国é-")), 0, 60, -1).Draw(t, "text")
		f := newFile("a.txt", text)
		if rapid.Bool().Draw(t, "gaps") && len(f.Document.Segments) > 0 {
			f.Document.Segments = f.Document.Segments[1:]
		}
		var bounds []int
		for i := range text + " " {
			bounds = append(bounds, i)
		}
		offset := rapid.SampledFrom(bounds)
		span := func(name string) document.Span {
			a, b := offset.Draw(t, name), offset.Draw(t, name)
			return document.Span{Start: min(a, b), End: max(a, b)}
		}
		for range rapid.IntRange(0, 5).Draw(t, "issues") {
			issue := check.Issue{Check: variant, Span: span("issue")}
			if rapid.Bool().Draw(t, "suggests") {
				s := span("edit")
				e := edit.Edit{Start: s.Start, End: s.End, New: rapid.SampledFrom([]string{"", "x", "国 y", "-z\n"}).Draw(t, "new")}
				issue.Suggestions = []check.Suggestion{{Edits: []edit.Edit{e}}}
			}
			f.Issues = append(f.Issues, issue)
		}
		all, err := hunks(f.Document, f.Issues)
		if err != nil {
			t.Fatal(err)
		}
		got, at, issues := "", 0, 0
		for _, h := range all {
			if h.Start < at {
				t.Fatalf("hunk %v overlaps the one before it", h.Span)
			}
			before, after := sides(h.marks(f.Document))
			if before != f.Document.Slice(h.Span) {
				t.Fatalf("hunk %q shows %q", f.Document.Slice(h.Span), before)
			}
			got += text[at:h.Start] + after
			at = h.End
			issues += len(h.issues)
		}
		edits, _ := merge(f.Issues, anyIssue)
		want, err := edit.Apply(text, edits)
		if err != nil {
			t.Fatal(err)
		}
		if got += text[at:]; got != want || issues != len(f.Issues) {
			t.Fatalf("%d of %d issues; hunks make %q, edits %q", issues, len(f.Issues), got, want)
		}
	})
}
