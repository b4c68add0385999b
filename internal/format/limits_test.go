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
