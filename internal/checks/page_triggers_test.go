package checks

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/check"
	"rectify/internal/format"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// Whatever stands in a line, no residue is passed by for want of what it needs.
func TestNoResidueIsPassedBy(t *testing.T) {
	pieces := []string{
		" ", "a", "D", "：", ":", "-", "|", "–", "é", "x", ".", "\u00a0", "line", "2026-03-05 10:11", "May 3, 2026 9:05", "July 3 ",
		"Source: Harbor News", "Share to", "Editor: Li", "duty editor: ", "responsible ", "Font size: [large]", "Scan the QR code to follow", "scan code to read ",
		" Rolling News", "| Scroll News", " News", " - ", "Domestic News", "China Daily", "Xinhuanet", "Harbor Net", "port.com", "Sailors' Daily Network", "ECNS.", "page views: 12",
		"Photographed by Li Ming, a reporter of Xinhua", "Photo by Xinhua News Agency reporter Li Ming", "Xinhua, Chengdu, ",
	}
	rapid.Check(t, func(t *rapid.T) {
		var line strings.Builder
		for _, piece := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "pieces") {
			switch rapid.IntRange(0, 8).Draw(t, "change") {
			case 0:
				piece = strings.ToUpper(piece)
			case 1:
				piece = strings.ToLower(piece)
			}
			line.WriteString(piece)
		}
		text := line.String()
		likely := likelyIn(text)
		for n := range residues {
			r := &residues[n]
			pattern, at := r.pattern, text
			if r.tail != nil {
				pattern, at = tailPatterns[n], endOf(text)
			}
			found := pattern.FindStringIndex(at)
			if len(text) > longestLine && !r.inLong {
				found = nil
			}
			if found != nil && likely&(1<<n) == 0 {
				t.Fatalf("%q: residue %d (%s) stands there and isn't looked for", text, n, r.message)
			}
			if got := r.find(at); found != nil && (len(got) == 0 || got[0][0] != found[0] || got[0][1] != found[1]) {
				t.Fatalf("%q: residue %d (%s) stands at %v, but is found at %v", text, n, r.message, found, got)
			}
		}
	})
}

// tailPatterns are the residues at the end of a line, by their number, as one pattern
// each.
var tailPatterns = func() map[int]*regexp.Regexp {
	inner := func(r *regexp.Regexp) string { return strings.TrimSuffix(strings.TrimPrefix(r.String(), "^"), "$") }
	site, section, dash := inner(siteName), inner(sectionName), `\s*[-_|–—]+\s*`
	tails := []string{
		dash + `(?:Rolling|Scrolling|Scroll|Roll) News\b.*$`,
		dash + `(?:` + section + dash + `){0,2}` + site + `(?:` + dash + site + `)?\.?\s*$`,
	}
	patterns := map[int]*regexp.Regexp{}
	for n := range residues {
		if residues[n].tail != nil {
			patterns[n] = regexp.MustCompile(tails[len(patterns)])
		}
	}
	return patterns
}()

func TestWidgetKeyIsWordsInSmallLetters(t *testing.T) {
	for text, want := range map[string]string{
		"":                     "",
		"【Related News】":       "related news",
		"  24-hour  HOT list ": "24 hour hot list",
		"share→":               "share",
	} {
		if got := string(widgetKey(text, nil)); got != want {
			t.Errorf("%q is looked up as %q, want %q", text, got, want)
		}
	}
}

// What is said of one place is said of the next one alike: nothing of an issue
// stays behind in the list.
func TestResidueSaysTheSameTwice(t *testing.T) {
	line := "Xinhua News Agency, Chengdu, July 26 (Reporters Li Ming and Wang Hua) -- The team came.\n"
	file, err := format.Read("a.txt", []byte(line+"\n"+line))
	if err != nil {
		t.Fatal(err)
	}
	g, err := termbase.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	r := review.Review{Glossary: g, Options: review.Options{Checks: []*check.Check{PageResidue}}, Jobs: 1}
	issues := r.Document(file.Document).Issues
	if len(issues) != 2 || issues[0].Message != issues[1].Message {
		t.Errorf("two lines that are the same, and two messages: %+v", issues)
	}
}
