package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// console is a block that shows a command and what it prints.
var console = regexp.MustCompile("(?s)```console\n\\$ rectify ([^\n]*)\n(.*?)```")

// What the documentation shows is what the commands print. Run
// `go test ./cmd/rectify -update` to make it so.
func TestDocumentedOutput(t *testing.T) {
	for _, name := range []string{"README.md", "docs/output.md", "docs/glossary.md", "docs/score.md", "docs/ci.md", "docs/eval.md", "docs/bilingual.md", "docs/formats.md", "docs/settings.md", "docs/suppression.md"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(top, filepath.FromSlash(name))
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			blocks := 0
			want := console.ReplaceAllStringFunc(string(data), func(block string) string {
				blocks++
				m := console.FindStringSubmatch(block)
				out, _ := rectify(t, "", words(m[1])...)
				return "```console\n$ rectify " + m[1] + "\n" + out + "```"
			})
			if blocks == 0 {
				t.Fatal("no output is shown")
			}
			if *update {
				if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(data), want); diff != "" {
				t.Errorf("-%s +what is printed; run go test ./cmd/rectify -update to accept:\n%s", name, diff)
			}
		})
	}
}

// The commands that the README gives for a fresh machine must be there to run.
func TestReadmeCommands(t *testing.T) {
	data, err := os.ReadFile(filepath.FromSlash("../../README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, sh, ok := strings.Cut(string(data), "```sh\n")
	sh, _, closed := strings.Cut(sh, "```")
	if !ok || !closed {
		t.Fatal("the README gives no commands")
	}
	ran := false
	for command := range strings.Lines(sh) {
		if args, ok := strings.CutPrefix(strings.TrimSpace(command), "go run ./cmd/rectify "); ok {
			out, status := rectify(t, "", words(args)...)
			if status != exitIssues || out == "" {
				t.Errorf("%s: exit %d, %q", command, status, out)
			}
			ran = true
		}
	}
	if !ran {
		t.Error("the README runs rectify nowhere")
	}
}

// words splits a command line at spaces, double quotes kept together.
func words(line string) []string {
	var out []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}
