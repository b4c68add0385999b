package format

import (
	"regexp"
	"strings"
)

// fences are the lines that front matter starts with: how it ends, and what
// its first line looks like. Without that look the fence is a rule between
// paragraphs, and the text below it is to be read.
var fences = map[string]struct {
	ends  []string
	first *regexp.Regexp
}{
	"---": {[]string{"---", "..."}, regexp.MustCompile(`^(?:["']?[\w.-]+(?: [\w.-]+)*["']?\s*:(?:\s|$)|#)`)},
	"+++": {[]string{"+++"}, regexp.MustCompile(`^(?:["']?[\w.-]+["']?\s*=|\[|#)`)},
}

// frontMatter is the offset at which the Markdown of a file starts: after its
// byte order mark and its YAML or TOML front matter.
func frontMatter(source string) int {
	start := len(source) - len(strings.TrimPrefix(source, bom))
	opening, at := nextLine(source, start)
	fence, ok := fences[opening]
	if !ok {
		return start
	}
	for first := true; at < len(source); {
		line, next := nextLine(source, at)
		for _, end := range fence.ends {
			if line == end {
				return next
			}
		}
		if first && line != "" {
			if !fence.first.MatchString(line) {
				return start
			}
			first = false
		}
		at = next
	}
	return start // never closed
}

// nextLine is the line at an offset, without white space at its end, and the
// offset of the line after it.
func nextLine(source string, at int) (string, int) {
	end := len(source)
	if n := strings.IndexByte(source[at:], '\n'); n >= 0 {
		end = at + n + 1
	}
	return strings.TrimRight(source[at:end], " \t\r\n"), end
}
