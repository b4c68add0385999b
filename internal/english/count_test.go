package english

import "testing"

func TestCount(t *testing.T) {
	for n, want := range map[int]string{-1234: "-1,234 entries", -123: "-123 entries", 0: "0 entries", 1: "1 entry", 999: "999 entries", 3478: "3,478 entries", 1234567: "1,234,567 entries"} {
		if got := Count(n, "entry"); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
	if got := Count(2, "preferred term"); got != "2 preferred terms" {
		t.Error(got)
	}
}
