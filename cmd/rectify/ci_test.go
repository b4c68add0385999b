package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v4"

	"rectify/internal/format"
)

// ciFiles are what CI systems read, and the page that shows it.
var ciFiles = []string{
	".ci/action", ".pre-commit-hooks.yaml", "Containerfile", "action.yml",
	"docs/ci.md", "docs/ci/Jenkinsfile", "docs/ci/github.yml", "docs/ci/gitlab-ci.yml",
}

func readTop(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(top, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func unmarshal(t *testing.T, name string, into any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(readTop(t, name)), into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// The flags of CI files are flags that there are.
func TestFlagsOfCIFiles(t *testing.T) {
	known := map[string]bool{"help": true}
	newCheck(streams{}).Flags().VisitAll(func(f *pflag.Flag) { known[f.Name] = true })
	call := regexp.MustCompile(`(?m)rectify check\b.*|^\s*flags=.*|flags\+=.*`)
	flag := regexp.MustCompile(`(?:^|[\s("])--([a-z][a-z-]+)`)
	for _, name := range ciFiles {
		calls := call.FindAllString(readTop(t, name), -1)
		if len(calls) == 0 && name != "action.yml" && name != "docs/ci/github.yml" {
			t.Errorf("%s calls rectify nowhere", name)
		}
		for _, line := range calls {
			for _, m := range flag.FindAllStringSubmatch(line, -1) {
				if !known[m[1]] {
					t.Errorf("%s: rectify check has no flag --%s: %s", name, m[1], line)
				}
			}
		}
	}
}

// The hook takes every file whose format is known, and no other.
func TestHookTakesEveryFormat(t *testing.T) {
	var hooks []struct{ ID, Entry, Language, Files string }
	unmarshal(t, ".pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].Entry != "rectify check" || hooks[0].Language != "golang" {
		t.Fatalf("%+v", hooks)
	}
	files, err := regexp.Compile(hooks[0].Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, extension := range format.Extensions() {
		for _, name := range []string{"docs/a" + extension, "A" + strings.ToUpper(extension)} {
			if !files.MatchString(name) {
				t.Errorf("the hook leaves %s out: add its extension to .pre-commit-hooks.yaml", name)
			}
		}
	}
	for _, name := range []string{"a.go", "text", "a.txt.gz"} {
		if files.MatchString(name) {
			t.Errorf("the hook takes %s", name)
		}
	}
}

// The hook that init writes takes the same files.
func TestHookOfInit(t *testing.T) {
	type hook struct{ Files string }
	var published []hook
	unmarshal(t, ".pre-commit-hooks.yaml", &published)
	var written struct {
		Repos []struct{ Hooks []hook }
	}
	unmarshal(t, "cmd/rectify/templates/pre-commit.yaml", &written)
	if got := written.Repos[0].Hooks; !slices.Equal(got, published) {
		t.Errorf("init writes %+v, not %+v", got, published)
	}
}

// An expression of a workflow may hold what a stranger wrote: none stands in a
// command, and every input reaches the script under its name.
func TestActionKeepsInputsOutOfCommands(t *testing.T) {
	var action struct {
		Inputs map[string]struct{ Description string }
		Runs   struct {
			Steps []struct {
				Run string
				Env map[string]string
			}
		}
	}
	unmarshal(t, "action.yml", &action)
	script := readTop(t, ".ci/action")
	var passed []string
	for _, step := range action.Runs.Steps {
		if strings.Contains(step.Run, "${{") {
			t.Errorf("an expression in a command: %s", step.Run)
		}
		for variable, value := range step.Env {
			passed = append(passed, value)
			if !strings.Contains(script, "${"+variable) {
				t.Errorf(".ci/action doesn't read %s", variable)
			}
		}
	}
	for input := range action.Inputs {
		if !slices.Contains(passed, "${{ inputs."+input+" }}") {
			t.Errorf("input %s goes nowhere", input)
		}
	}
	// The example gives what the action takes.
	var workflow struct {
		Jobs map[string]struct {
			Steps []struct {
				Uses string
				With map[string]any
			}
		}
	}
	unmarshal(t, "docs/ci/github.yml", &workflow)
	for _, step := range workflow.Jobs["rectify"].Steps {
		for input := range step.With {
			if _, ok := action.Inputs[input]; strings.HasPrefix(step.Uses, "OWNER/") && !ok {
				t.Errorf("docs/ci/github.yml gives %s, which the action doesn't take", input)
			}
		}
	}
	var job map[string]any
	unmarshal(t, "docs/ci/gitlab-ci.yml", &job)
}
