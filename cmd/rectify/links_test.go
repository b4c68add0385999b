package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// link is the target of a link of Markdown to a file of the project.
var link = regexp.MustCompile(`\]\(([^)#:\s]+)(?:#[^)\s]*)?\)`)

// manuals are the pages of Markdown, each with the files that it links to, by their
// paths from the top.
func manuals(t *testing.T) map[string][]string {
	t.Helper()
	project := os.DirFS(top)
	links := map[string][]string{}
	read := func(name string) error {
		data, err := fs.ReadFile(project, name)
		links[name] = []string{}
		for _, m := range link.FindAllStringSubmatch(string(data), -1) {
			links[name] = append(links[name], path.Join(path.Dir(name), m[1]))
		}
		return err
	}
	err := fs.WalkDir(project, "docs", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" {
			return err
		}
		return read(name)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "glossary/README.md"} {
		if err := read(name); err != nil {
			t.Fatal(err)
		}
	}
	return links
}

func TestLinksLead(t *testing.T) {
	for name, links := range manuals(t) {
		for _, to := range links {
			if _, err := os.Stat(filepath.Join(top, filepath.FromSlash(to))); err != nil {
				t.Errorf("%s links to %s, which isn't there", name, to)
			}
		}
	}
}

// docs/README.md is the way to every manual.
func TestEveryManualIsListed(t *testing.T) {
	all := manuals(t)
	listed := " " + strings.Join(all["docs/README.md"], " ") + " "
	for name := range all {
		if path.Dir(name) == "docs" && name != "docs/README.md" && !strings.Contains(listed, " "+name+" ") {
			t.Errorf("docs/README.md doesn't list %s", name)
		}
	}
}
