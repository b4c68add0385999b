package main

import (
	"os"
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

// What the hook and the jobs run is what rectify takes.
func TestStartersRunWhatThereIs(t *testing.T) {
	command := regexp.MustCompile(`(?m)(?:run: |- |entry: )rectify (.*)$`)
	for _, file := range starters[1:] {
		data, err := templates.ReadFile("templates/" + file.template)
		if err != nil {
			t.Fatal(err)
		}
		runs := command.FindAllStringSubmatch(string(data), -1)
		if len(runs) == 0 {
			t.Errorf("%s runs nothing", file.template)
		}
		for _, m := range runs {
			args := words(m[1])
			cmd, rest, err := newRoot(streams{}).Find(args)
			if err == nil {
				cmd.InitDefaultVersionFlag()
				err = cmd.ParseFlags(rest)
			}
			if err != nil {
				t.Errorf("%s: rectify %s: %v", file.template, m[1], err)
			}
		}
	}
}
