package checks

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/check"
	"rectify/internal/format"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// What is said of a line by its rarest bytes is what reading it for each trigger
// says.
func TestTriggersAreFoundInAnyLine(t *testing.T) {
	pieces := []string{" ", "a", "D", "：", ":", "[", "-", "–", "é", "x", "Xinhua, ", "net", "line"}
	for _, r := range residues {
		pieces = append(pieces, r.triggers...)
	}
	rapid.Check(t, func(t *rapid.T) {
		var line strings.Builder
		for _, piece := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces") {
			switch rapid.IntRange(0, 3).Draw(t, "change") {
			case 0:
				piece = strings.ToUpper(piece)
			case 1:
				piece = piece[:len(piece)-1]
			}
			line.WriteString(strings.ToValidUTF8(piece, "?"))
		}
		text := line.String()
		likely := likelyIn(text)
		for n, r := range residues {
			at := text
			if r.atEnd {
				at = endOf(text)
			}
			has := strings.HasPrefix(strings.TrimLeft(text, " "), r.opening)
			if r.opening == "" {
				has = len(text) <= longestLine && hasAny(strings.ToLower(at), r.triggers) && (!r.atEnd || strings.ContainsAny(at, "-_|–—"))
			}
			if got := likely&(1<<n) != 0; got != has {
				t.Fatalf("%q: residue %d (%s) may stand there: %t, but found: %t", text, n, r.message, has, got)
			}
		}
	})
}

func hasAny(text string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

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
