package report

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"
)

// address is a path as a URI reference (RFC 3986): relative where the path is,
// else with the scheme file.
func address(name string) string {
	slashed := slashPath(name)
	if volume := filepath.VolumeName(name); volume != "" {
		slashed = "/" + slashed
	}
	u := url.URL{Path: slashed}
	if strings.HasPrefix(slashed, "/") {
		u.Scheme = "file"
	}
	return u.String()
}

// slashPath is a path in the one form that tools compare: with slashes, and
// without dots that say nothing.
func slashPath(name string) string { return path.Clean(filepath.ToSlash(name)) }
