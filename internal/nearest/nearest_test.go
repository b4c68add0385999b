package nearest

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"diff", "json", "jsonl", "line", "patch", "table"}
	for _, c := range []struct{ word, want string }{
		{"table", "table"},
		{"tabel", "table"},  // swapped
		{"tble", "table"},   // left out
		{"tablle", "table"}, // added
		{"Patch", "patch"},
		{"jsn", "json"}, // json before jsonl: fewer slips
		{"jsonk", "json"},
		{"jsonll", "jsonl"},
		{"lime", "line"},
		{"xml", ""},
		{"a", ""},
		{"", ""},
		{"表", ""},
		{strings.Repeat("table", 1_000_000), ""},
	} {
		if got := Nearest(c.word, known); got != c.want {
			t.Errorf("Nearest(%.20q) = %q, want %q", c.word, got, c.want)
		}
	}
	if got := Nearest("table", nil); got != "" {
		t.Errorf("Nearest with nothing known = %q", got)
	}
	if got := Nearest("国家主习", []string{"国务委员", "国家主席"}); got != "国家主席" {
		t.Errorf("Nearest counts bytes, not characters: %q", got)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"kitten", "sitting", 3},
		{"ab", "ba", 1},
		{"ca", "abc", 3},
		{"report", "report", 0},
	} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
