package spreadsheet

import (
	"testing"

	"pgregory.net/rapid"
)

// A spreadsheet runs what begins like a formula.
func TestNothingRuns(t *testing.T) {
	letters := rapid.StringOf(rapid.RuneFrom([]rune("=+-@#'\t\r＝＋－＠ a1党“")))
	rapid.Check(t, func(t *rapid.T) {
		text := letters.Draw(t, "text")
		out := Guard(text)
		if IsFormula(out) {
			t.Errorf("%q is written as %q", text, out)
		}
		if Unguard(out) != text {
			t.Errorf("%q comes back as %q", text, Unguard(out))
		}
	})
	for _, text := range []string{"=1", "+1", "-1", "@SUM(1)", "\t=1", "\r1", "＝1", "'=1", "''=1"} {
		if out := Guard(text); out != "'"+text || Unguard(out) != text {
			t.Errorf("%q is written as %q", text, out)
		}
	}
	for _, text := range []string{"", "'tis", "a=1", "党", "“=”"} {
		if Guard(text) != text || Unguard(text) != text {
			t.Errorf("%q is changed", text)
		}
	}
}
