package check

import (
	"path"
	"strings"
)

// Matches reports whether the ID of a check is meant by a pattern: the ID
// itself, or one in which * stands for any characters but a slash, as in
// term/*. A pattern that is broken matches nothing.
func Matches(pattern, id string) bool {
	if !strings.ContainsAny(pattern, `*?[\`) {
		return pattern == id
	}
	ok, err := path.Match(pattern, id)
	return err == nil && ok
}
