package pinyin

import (
	"strings"
	"testing"
)

func TestSyllables(t *testing.T) {
	for letters, want := range map[string]int{
		"hua": 1, "jianhua": 2, "xian": 1, "miner": 2, "lyu": 1, "yeo": 0, "kwok": 0, "": 0,
		"jianhuaming": 0, "ng": 0, "said": 0, "zhuangzhuang": 2,
	} {
		if got := Syllables([]byte(letters)); got != want {
			t.Errorf("%q: %d syllables, want %d", letters, got, want)
		}
	}
}

func TestSurnames(t *testing.T) {
	for line := range strings.Lines(surnames) {
		if name := strings.TrimSpace(line); Syllables([]byte(name)) == 0 {
			t.Errorf("%q is no pinyin", name)
		}
	}
	for name, want := range map[string]bool{"wang": true, "ouyang": true, "wong": false, "": false} {
		if IsSurname([]byte(name)) != want {
			t.Errorf("IsSurname(%q) is %t", name, !want)
		}
	}
}
