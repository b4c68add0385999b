package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var someChecks = []string{"style/awkward", "term/deprecated", "term/near-miss"}

func readText(text string) ([]Layer, error) {
	r := reader{file: Name, folder: "/repository", checks: someChecks}
	return r.read([]byte(text))
}

func TestMistakesNameTheirLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"hosue: mfa\n", `.rectify.yaml:1: unknown key "hosue" (did you mean "house"?)`},
		{"# ours\nhouse: mfa\nzzzzzzz: 1\n", `.rectify.yaml:3: unknown key "zzzzzzz" (known are extends, glossaries, builtin, baseline, fail-on, exclude, overrides, house, as-of, certainty, columns, enable, disable, severity, ignore)`},
		{"house: mfaa\n", `.rectify.yaml:1: unknown house "mfaa" (did you mean "mfa"?)`},
		{"house: [mfa]\n", `.rectify.yaml:1: a list where a word belongs`},
		{"house:\n", `.rectify.yaml:1: nothing where a word belongs`},
		{"house: mfa\nhouse: any\n", `.rectify.yaml:2: "house" is set again: line 1 sets it`},
		{"as-of: 2018-13\n", `.rectify.yaml:1: "2018-13" is no date: write 2018, 2018-03 or 2018-03-17`},
		{"certainty: proven\nfail-on: miner\n", `.rectify.yaml:2: unknown severity "miner" (did you mean "minor"?)`},
		{"builtin: no\n", `.rectify.yaml:1: true or false belongs here`},
		{"disable:\n  - term/near-miss\n  - trem/deprecated\n", `.rectify.yaml:3: unknown check "trem/deprecated" (did you mean "term/deprecated"?)`},
		{"severity:\n  term/deprecated: of\n", `.rectify.yaml:2: unknown severity "of" (did you mean "off"?)`},
		{"severity: [off]\n", `.rectify.yaml:1: a list where keys with values belong`},
		{"ignore:\n  - phrase: State President\n", `.rectify.yaml:2: ignore needs a reason for "State President", for whoever reads it later`},
		{"ignore:\n  - reason: quoted\n", `.rectify.yaml:2: ignore needs a phrase`},
		{"ignore:\n  - phrase: ' .. '\n    reason: quoted\n", `.rectify.yaml:2: a phrase has words, and " .. " has none`},
		{"ignore: State President\n", `.rectify.yaml:1: "State President" where a list belongs`},
		{"ignore:\n  - phrase: a\n    raeson: b\n", `.rectify.yaml:3: unknown key "raeson" (did you mean "reason"?)`},
		{"columns:\n  - source: zh\n", `.rectify.yaml:2: columns need a target, the one that holds the English`},
		{"columns: target=en\n", `.rectify.yaml:1: "target=en" where a list belongs`},
		{"columns: {target: en, from: zh}\n", `.rectify.yaml:1: unknown key "from" (known are target, source)`},
		{"overrides:\n  - house: mfa\n", `.rectify.yaml:2: the override has no paths: say for which files it is, such as paths: [docs/**]`},
		{"overrides:\n  - paths: docs/**\n    builtin: false\n", `.rectify.yaml:3: unknown key "builtin" (known are paths, house, as-of, certainty, columns, enable, disable, severity, ignore)`},
		{"exclude: ['docs/[']\n", `.rectify.yaml:1: "docs/[" is no pattern of paths: a bracket or a brace isn't closed`},
		{"exclude: ['" + strings.Repeat("{a,b}", 5) + "']\n", `.rectify.yaml:1: a pattern of paths has at most 200 bytes and 4 braces`},
		{"house: &h mfa\ncertainty: *h\n", `.rectify.yaml:2: an alias (*h), which settings don't know, where a word belongs`},
		{"<<: {house: mfa}\n", `.rectify.yaml:1: unknown key "<<" (known are `},
		{"- house\n", `.rectify.yaml:1: a list where keys with values belong`},
		{"? [house]\n: mfa\n", `.rectify.yaml:1: a list where a key belongs`},
		{"house: mfa\n---\nhouse: any\n", `.rectify.yaml:2: a second document begins: settings are one`},
		{"house: 'mfa\n", `.rectify.yaml:2: broken YAML: found unexpected end of stream`},
		{"house: mfa\n\t- b\n", `.rectify.yaml:2: broken YAML: `},
		{"house: \xff\n", `.rectify.yaml: not UTF-8: convert the file`},
		{"house: \"m\\nfa\"\n", `.rectify.yaml:1: one line of text belongs here, not "m\nfa"`},
		{strings.Repeat("#", mostBytes+1), `.rectify.yaml: larger than 256 KB: too large for settings`},
		{"disable: [" + strings.Repeat("a,", mostItems+1) + "]", `.rectify.yaml:1: a list of more than 5000`},
	} {
		_, err := readText(c.text)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.60q:\n got %v\nwant %s", c.text, err, c.want)
		}
	}
}

func TestAllMistakesAreTold(t *testing.T) {
	_, err := readText("hosue: mfa\ncertainty: sure\n")
	if err == nil || strings.Count(err.Error(), Name) != 2 {
		t.Errorf("got %v, want both mistakes", err)
	}
}

func TestFilesThatSayNothing(t *testing.T) {
	for _, text := range []string{"", "# all is commented out\n", "---\n", "\ufeff# a mark first\n", "null\n"} {
		if layers, err := readText(text); err != nil || len(layers) != 1 || layers[0].File != Name || layers[0].House.IsSet() {
			t.Errorf("%q: %v, %v", text, layers, err)
		}
	}
}

// Files that are made to keep the reader busy end soon.
func TestHostileFiles(t *testing.T) {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+",", 9) + "]\n"
	}
	for _, text := range []string{
		bomb,
		strings.Repeat("[", mostBytes),
		strings.Repeat("{a: ", mostBytes/4),
		strings.Repeat("? ", mostBytes/2),
		strings.Repeat("- ", mostBytes/2),
		strings.Repeat("a: b\n", mostBytes/5),
	} {
		begun := time.Now()
		if _, err := readText(text); err == nil {
			t.Errorf("%.20q… is taken", text)
		}
		if took := time.Since(begun); took > 5*time.Second {
			t.Errorf("%.20q… takes %v", text, took)
		}
	}
}

// The manual and the file that init writes have every key.
func TestKeysAreExplained(t *testing.T) {
	for name, mark := range map[string]string{"../../docs/settings.md": "`%s`", "../../cmd/rectify/templates/settings.yaml": "%s: "} {
		data, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(data), ":\n", ": \n")
		for _, k := range slices.Concat(fileKeys, overrideKeys) {
			if !strings.Contains(text, fmt.Sprintf(mark, k.name)) {
				t.Errorf("%s says nothing of %s", name, k.name)
			}
		}
	}
}

// The manual shows the settings that its examples are run with.
func TestManualShowsTheSample(t *testing.T) {
	manual, err := os.ReadFile(filepath.FromSlash("../../docs/settings.md"))
	if err != nil {
		t.Fatal(err)
	}
	sample, err := os.ReadFile(filepath.FromSlash("../../testdata/settings/rectify.yaml"))
	if err != nil || !strings.Contains(string(manual), "```yaml\n"+string(sample)+"```") {
		t.Errorf("docs/settings.md doesn't show testdata/settings/rectify.yaml (%v)", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("house: mfa\nseverity: {term/*: off}\noverrides:\n  - paths: ['**/*.md']\n    enable: term/deprecated\n")
	f.Add("extends: base.yaml\nignore:\n  - {phrase: a b, reason: c, check: term/*}\nas-of: 2018-03\nexclude: [a/{b,c}]\n")
	f.Add("a: &a [b]\nc: *a\n--- 1")
	f.Fuzz(func(t *testing.T, text string) {
		layers, err := readText(text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), Name) {
				t.Errorf("an error without its place: %v", err)
			}
			return
		}
		// What is read can be asked.
		Settings(layers).For("/repository/docs/a.md", someChecks)
		Settings(layers).Excluded("/repository/docs/a.md")
	})
}
