package format

import (
	"strings"
	"testing"
)

// What would keep the parser busy for minutes is refused at once, with its
// line; what people write is not.
func TestMarkdownLimits(t *testing.T) {
	var list strings.Builder
	for i := range 300 {
		list.WriteString(strings.Repeat("  ", i) + "- deep\n")
	}
	table := "|" + strings.Repeat("a|", 1000) + "\n|" + strings.Repeat("-|", 1000) + "\n" + strings.Repeat("b|c\n", 1000)
	for name, c := range map[string]struct{ text, want string }{
		"quotations":       {"Text.\n\n" + strings.Repeat(">", 500) + " deep\n", "line 3: lists or quotations are nested more than 100 deep"},
		"lists":            {list.String(), "nested more than 100 deep"},
		"brackets":         {"Text.\n" + strings.Repeat("[a](", 5000), "line 2: more than 2000 brackets open"},
		"cells":            {table, "the table has more than 262144 cells"},
		"numbered lists":   {"Text.\n" + strings.Repeat("1. ", 500) + "deep\n", "line 2: lists or quotations are nested more than 100 deep"},
		"addresses":        {strings.Repeat("[x]: y\n", 30000), "line 20001: more than 20000 lines with addresses of links in a row"},
		"parted addresses": {strings.Repeat(strings.Repeat("[x]: y\n", 500)+"\n", 60), ""},
		"a numbered list":  {"1. a\n   10) b\n" + strings.Repeat(" 2.5 2. 3 ", 200), ""},
		"a nested list":    {"- a\n  - b\n    - c\n      1. d\n", ""},
		"a quoted reply":   {"> > > a reply to a reply\n", ""},
		"indented code":    {strings.Repeat(" ", 400) + "x = 1\n", ""},
		"a line of dashes": {strings.Repeat("- ", 40) + "\n", ""},
		"a long table":     {"|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", 20000), ""},
		"many links":       {strings.Repeat("- [a](b)\n", 20000), ""},
	} {
		_, err := Read("a.md", []byte(c.text))
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: error %v, not %q", name, err, c.want)
		}
	}
	if _, err := Read("a.txt", []byte(strings.Repeat(">", 500))); err != nil {
		t.Errorf("plain text has no nesting: %v", err)
	}
}

// Marks of emphasis beyond what anybody writes in a paragraph are text, and each
// block has its own.
func TestCrowdedMarks(t *testing.T) {
	crowd := strings.Repeat("*a* ", mostMarks)
	for _, c := range []struct{ name, text, want string }{
		{"a crowd", crowd, strings.Repeat("a ", mostMarks/2) + strings.TrimSpace(strings.Repeat("*a* ", mostMarks/2))},
		{"the next paragraph", "*a* *b*", "a b"},
	} {
		d, err := Read("a.md", []byte(crowd+"\n\n"+c.text+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, run := range d.Document.Segments[1].Runs {
			got.WriteString(d.Document.Slice(run.Span))
		}
		if got.String() != c.want {
			t.Errorf("%s reads %.60q…, not %.60q…", c.name, got.String(), c.want)
		}
	}
}
