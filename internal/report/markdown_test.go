package report

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rectify/internal/english"
	"rectify/internal/review"
)

func TestMarkdownText(t *testing.T) {
	for text, want := range map[string]string{
		"state-owned enterprises (SOEs), 50%": "state-owned enterprises (SOEs), 50%",
		"the 2020-25 plan: $5 & more":         `the 2020-25 plan: \$5 \& more`,
		"- a":                                 `\- a`,
		"12. a":                               `12\. a`,
		"12.5 percent":                        `12\.5 percent`,
		"a_b *c* [d](e) `f` <g>":              "a\\_b \\*c\\* \\[d\\](e) \\`f\\` \\<g\\>",
		"@a, b@c.d, #1":                       `\@&#8203;a, b\@&#8203;c.d, \#&#8203;1`,
		"see https://a.b or www.a.b":          "see https:&#8203;//a.b or www&#8203;.a.b",
	} {
		if got := markdownText(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// However much is found, a comment holds the report, and what is left out is
// counted.
func TestMarkdownFits(t *testing.T) {
	many := func(files, terms, repeats int) *review.Result {
		r := newResult()
		for i := range files {
			var faults []fault
			var text strings.Builder
			for j := range terms {
				id := fmt.Sprintf("t%d.%d.", i, j)
				faults = append(faults, fault{deprecated, id, entry(id, strings.Repeat("国", 30), strings.Repeat("word ", 20)), "m", []string{strings.Repeat("x ", 60)}, true})
				text.WriteString(strings.Repeat("The "+id+" came | and | went. ", repeats) + "\n\n")
			}
			r.Files = append(r.Files, newFile(fmt.Sprintf("folder/%d.txt", i), text.String(), faults...))
		}
		return r
	}
	for _, r := range []*review.Result{many(1, 3, 2), many(200, 2, 2), many(1, 1, 3000), many(3, 300, 1), many(1, 70, 4)} {
		out := render(t, "markdown", r, Options{})
		if n := utf8.RuneCountInString(out); n >= 65_000 {
			t.Errorf("%d characters", n)
		}
		if strings.Count(out, "<details>") != strings.Count(out, "</details>") {
			t.Error("details aren't closed")
		}
		shown, issues := strings.Count(out, "\n- The "), 0
		for _, f := range r.Files {
			issues += len(f.Issues)
		}
		if more := issues - shown; more > 0 && !strings.Contains(out, "… and "+english.Count(more, "more issue")+", not shown here.") {
			t.Errorf("%d issues, %d shown: %s", issues, shown, out[len(out)-200:])
		}
		if utf8.RuneCountInString(out) < 50_000 && shown < issues {
			t.Errorf("there was room for more than %d of %d issues", shown, issues)
		}
	}
}

// Whatever a text is, a reader of the Markdown sees it as it is in other reports,
// with its references broken by what nobody sees.
func TestMarkdownReads(t *testing.T) {
	letters := rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("\\`*_~[]()<>&|#!@$:/.-+=1aA \"'{}^国")), rapid.Rune()))
	rapid.Check(t, func(t *rapid.T) {
		text := letters.Draw(t, "text")
		var out bytes.Buffer
		if err := onGitHub.Convert([]byte(markdownText(text)), &out); err != nil {
			t.Fatal(err)
		}
		read, ok := strings.CutPrefix(strings.TrimSuffix(out.String(), "</p>\n"), "<p>")
		want := strings.TrimSpace(visible(text))
		if want == "" {
			return // no paragraph at all
		}
		if got := strings.ReplaceAll(html.UnescapeString(read), breaker, ""); !ok || got != want {
			t.Fatalf("%q reads %q, in Markdown %s", want, got, markdownText(text))
		}
	})
}

// No reference is passed by for want of its first sign.
func TestMayRefer(t *testing.T) {
	pieces := []string{"@", "#", "!", "GH-", "gh", "-", ":", "//", "/", "www", "WWW", ".", "w", "h", " ", "1", "team", "é", "国"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 8).Draw(t, "pieces"), "")
		if reference.MatchString(text) && !mayRefer(text) {
			t.Fatalf("%q holds a reference, and isn't looked at", text)
		}
	})
}
