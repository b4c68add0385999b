package checks

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the pages of the checks in docs/checks")

// Every check has a page, made from its manual. Run
// `go test ./internal/checks -update` to make them anew.
func TestPages(t *testing.T) {
	pages := map[string]string{"README.md": overview()}
	for _, c := range All {
		pages[c.ID+".md"] = c.Page()
	}
	for name, want := range pages {
		path := filepath.FromSlash("../../docs/checks/" + name)
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != want {
			t.Errorf("docs/checks/%s is not what the check's manual says (%v): run go test ./internal/checks -update", name, err)
		}
	}
	found, err := filepath.Glob(filepath.FromSlash("../../docs/checks/*/*.md"))
	if err != nil || len(found) != len(All) {
		t.Errorf("%d checks, %d pages (%v)", len(All), len(found), err)
	}
}

func overview() string {
	var b strings.Builder
	b.WriteString("# Checks\n\n| check | what it reports | severity | certainty |\n|---|---|---|---|\n")
	for _, c := range All {
		fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | %s |\n", c.ID, c.ID, c.Doc.Title, c.Severity, c.Certainty)
	}
	var needing []string
	for _, c := range All {
		if c.NeedsSource {
			needing = append(needing, fmt.Sprintf("[%s](%s.md)", c.ID, c.ID))
		}
	}
	fmt.Fprintf(&b, "\nThe Chinese is needed, in a bilingual file or by `--source`, by %s.\n", strings.Join(needing, ", "))
	b.WriteString("\nSeverity and certainty are those of most issues; a page says where a check departs from them.\n")
	return b.String()
}
