package report

import (
	"regexp"
	"strings"
	"testing"
)

// The runner gets back the path and the message as they were.
func TestGitHubEscapes(t *testing.T) {
	const path, text = "a,b:c%2C=d.txt", "50%0A, a::b: 100%"
	out := render(t, "github", newResult(newFile(path, text, fault{variant, text, nil, "100%25", nil, false})), Options{})
	m := regexp.MustCompile(`^::warning file=([^,:]*),line=1,endLine=1,col=1,endColumn=18,title=term/variant::(.*)\n$`).FindStringSubmatch(out)
	if m == nil {
		t.Fatalf("%q", out)
	}
	unescape := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace
	if got := unescape(m[1]); got != path {
		t.Errorf("path %q", got)
	}
	if got, want := unescape(m[2]), visible(text)+": 100%25"; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
}
