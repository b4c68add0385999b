package pinyin

import (
	"slices"
	"testing"
)

func TestSpells(t *testing.T) {
	for _, c := range []struct {
		characters, letters string
		surname, want       bool
	}{
		{"王建华", "wangjianhua", true, true},
		{"王建华", "wangjianguo", true, false},
		{"王建华", "wangjian", true, false},
		{"吕丽", "lyuli", true, true},
		{"吕丽", "luli", true, true},
		{"吕丽", "lvli", true, true},
		{"曾华", "zenghua", true, true},
		{"曾华", "cenghua", true, false}, // as a surname it has one reading
		{"曾华", "cenghua", false, true},
		{"西安", "xian", false, true},
		{"", "", false, true},
	} {
		if got := Spells([]rune(c.characters), c.letters, c.surname); got != c.want {
			t.Errorf("%s, %s: %v", c.characters, c.letters, got)
		}
	}
}

func TestSurnameSplits(t *testing.T) {
	for name, want := range map[string][]int{"王建华": {1}, "欧阳华": {1, 2}, "上官华": {2}, "的建华": nil, "王": nil} {
		if got := Surnames([]rune(name)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestSound(t *testing.T) {
	if got := Sound([]rune("曾国芳"), true); !slices.Equal(got, []string{"zeng", "guo", "fang"}) {
		t.Errorf("%v", got)
	}
	if got := Sound([]rune("王行"), true); got != nil {
		t.Errorf("行 has one reading: %v", got)
	}
}
