package document

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " ": "", "one": "one", "one two": "one two", " one": "one", "one ": "one", "one  ": "one",
		"one  two": "one two", "one\ntwo": "one two", "one\u00a0two": "one two", "\u3000一 二": "一 二",
	} {
		if got := OneLine(text); got != want {
			t.Errorf("%q is %q on one line, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab \t\n\r\u0085\u00a0\u2028é国")), 0, 8, -1).Draw(t, "text")
		if got, want := OneLine(text), strings.Join(strings.Fields(text), " "); got != want {
			t.Fatalf("%q is %q on one line, want %q", text, got, want)
		}
	})
}
