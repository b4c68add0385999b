package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"rectify/internal/checks"
	"rectify/internal/config"
)

// Every example of the settings that init writes is one that holds.
func TestSettingsTemplate(t *testing.T) {
	data, err := templates.ReadFile("templates/settings.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	examples := regexp.MustCompile(`(?m)^#(  |[a-z])`).ReplaceAllString(string(data), "$1")
	for name, text := range map[string]string{config.Name: examples, "terms.tsv": "", "common.yaml": ""} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, err := config.Loader{Checks: checks.IDs()}.Load(config.Name)
	if err != nil {
		t.Fatalf("%v in\n%s", err, examples)
	}
	if len(s) != 3 || len(s[1].Severities) != 2 || s[2].Paths == nil {
		t.Errorf("read as %+v", s)
	}
}

// The jobs are those of the manual.
func TestStartersAreThoseOfTheManual(t *testing.T) {
	for _, name := range []string{"github.yml", "gitlab-ci.yml"} {
		shown, err := os.ReadFile(filepath.Join(top, "docs", "ci", name))
		if err != nil {
			t.Fatal(err)
		}
		written, err := templates.ReadFile("templates/" + name)
		if err != nil || !bytes.Equal(shown, written) {
			t.Errorf("docs/ci/%s and cmd/rectify/templates/%s differ (%v)", name, name, err)
		}
	}
}
