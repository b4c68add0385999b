package report

import "testing"

func TestAddress(t *testing.T) {
	for path, want := range map[string]string{
		"a.txt":            "a.txt",
		"./a/../b//c.txt":  "b/c.txt",
		"../a.txt":         "../a.txt",
		"新闻/稿.txt":         "%E6%96%B0%E9%97%BB/%E7%A8%BF.txt",
		"a b?c#d%.txt":     "a%20b%3Fc%23d%25.txt",
		"a:b.txt":          "./a:b.txt",
		"/srv/a.txt":       "file:///srv/a.txt",
		"<stdin>":          "%3Cstdin%3E",
		"javascript:x.txt": "./javascript:x.txt",
		"a\x1b\n\xff.txt":  "a%1B%0A%FF.txt",
	} {
		if got := address(path); got != want {
			t.Errorf("%q: %s, want %s", path, got, want)
		}
	}
}
