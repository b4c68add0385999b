package exchange

import "testing"

func TestIsOwn(t *testing.T) {
	const rows = "id\tlang\tstatus\tterm\na\ten\tpreferred\tSea\n"
	for text, want := range map[string]bool{
		rows:                                true,
		rows + "a\tzh\tpreferred\t海\r\n":    true,
		"zh,en\n海,Sea\n":                    false,
		"zh\ten\n海\tSea\n":                  false,
		"ID\tlang\tstatus\tterm\n":          false,
		"id\tlang\tstatus\tterm\tcolor\n":   false,
		"id\tlang\tstatus\n":                false,
		rows + "a\ten\tadmitted\t'=Sea\n":   false, // a guard against formulas
		rows + "'=a\ten\tadmitted\tSea B\n": false,
		rows + "a\ten\tadmitted\t Sea B\n":  false,
		rows + "a\ten\tadmitted \tSea B\n":  false,
		rows + "a\ten\tadmitted\tSea B \n":  false,
		rows + "a\ten\tadmitted\tS\xffea\n": false,
		"":                                  false,
	} {
		if got := IsOwn([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
