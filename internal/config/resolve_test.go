package config

import (
	"cmp"
	"strings"
	"testing"
)

// layersOf reads settings as if a repository at /repository had them.
func layersOf(t *testing.T, texts ...string) Settings {
	t.Helper()
	var all Settings
	for _, text := range texts {
		layers, err := readText(text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, layers...)
	}
	return all
}

// running lists the checks that run, with the severity that is set.
func running(c Choice) string {
	var on []string
	for _, k := range c.Checks {
		if !k.On() {
			continue
		}
		name := k.ID
		if k.Severity.IsSet() {
			name += "=" + k.Severity.Is.String()
		}
		on = append(on, name)
	}
	return strings.Join(on, " ")
}

const allChecks = "style/awkward term/deprecated term/near-miss"

func TestWhichChecksRun(t *testing.T) {
	for _, c := range []struct {
		what   string
		layers []string
		want   string
	}{
		{"nothing is said", nil, allChecks},
		{"only these", []string{"enable: term/*"}, "term/deprecated term/near-miss"},
		{"not these", []string{"disable: [term/near-miss, style/*]"}, "term/deprecated"},
		{"of these not that", []string{"enable: term/*\ndisable: '*/near-miss'"}, "term/deprecated"},
		{"a later layer takes away", []string{"disable: style/*", "disable: term/near-miss"}, "term/deprecated"},
		{"a later layer begins anew", []string{"disable: term/*", "enable: term/near-miss"}, "term/near-miss"},
		{"off", []string{"severity: {term/*: off}"}, "style/awkward"},
		{"off, and one on", []string{"severity: {term/*: off, term/near-miss: minor}"}, "style/awkward term/near-miss=minor"},
		{"on again later", []string{"severity: {term/near-miss: off}", "severity: {term/near-miss: major}"}, "style/awkward term/deprecated term/near-miss=major"},
		{"enabled over off", []string{"severity: {term/near-miss: off}", "enable: term/near-miss"}, "term/near-miss"},
		{"a severity enables nothing", []string{"enable: term/near-miss\nseverity: {style/*: major}"}, "term/near-miss"},
		{"for these files", []string{"overrides: [{paths: docs/**, disable: style/*}]"}, "term/deprecated term/near-miss"},
		{"for other files", []string{"overrides: [{paths: '*.md', disable: style/*}]"}, allChecks},
	} {
		got := running(layersOf(t, c.layers...).For("/repository/docs/old/a.md", someChecks))
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestTheLaterValueHolds(t *testing.T) {
	s := layersOf(t,
		"house: mfa\noverrides: [{paths: 'docs/**', house: qiushi, certainty: likely}, {paths: 'docs/old/*', as-of: 2018}]",
		"certainty: proven")
	for path, want := range map[string]string{
		"/repository/a.md":          "mfa - proven",
		"/repository/docs/a.md":     "qiushi - proven",
		"/repository/docs/old/a.md": "qiushi 2018-01-01 proven",
		"/elsewhere/docs/old/a.md":  "mfa - proven",
		"":                          "mfa - proven",
	} {
		c := s.For(path, nil)
		if got := c.House.Is + " " + cmp.Or(c.AsOf.Is.String(), "-") + " " + c.Certainty.Is.String(); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

// The last layer that names columns names all of them.
func TestColumns(t *testing.T) {
	s := layersOf(t, "columns: [{target: en}, {target: title}]\noverrides: [{paths: '*.json', columns: {target: body, source: text}}]")
	for path, want := range map[string]string{
		"/repository/a.csv":  "target=en target=title",
		"/repository/a.json": "target=body,source=text",
	} {
		if got := s.For(path, nil).Columns.Is.String(); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func TestExcluded(t *testing.T) {
	s := layersOf(t, "exclude: [drafts/**, '**/*.{zh,src}.txt']")
	for path, want := range map[string]bool{
		"/repository/drafts/a.md":      true,
		"/repository/drafts/x/y/a.md":  true,
		"/repository/docs/drafts/a.md": false,
		"/repository/docs/a.zh.txt":    true,
		"/repository/b.src.txt":        true,
		"/repository/b.txt":            false,
		"/elsewhere/drafts/a.md":       false,
		"":                             false,
	} {
		if _, got := s.Excluded(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}

// No pattern that settings may hold takes long to match.
func TestPatternsMatchInTime(t *testing.T) {
	for _, pattern := range []string{
		strings.Repeat("**/", 60) + "b",
		strings.Repeat("*a", 90) + "b",
		strings.Repeat("{**,*,?,a*}", 4) + "b",
		"{" + strings.Repeat("**/*a,", 30) + "}b",
	} {
		s := layersOf(t, "exclude: ['"+pattern+"']")
		if _, out := s.Excluded("/repository/" + strings.Repeat("a/a", 200)); out {
			t.Errorf("%s matches", pattern)
		}
	}
}
