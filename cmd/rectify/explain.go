package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/check"
	"rectify/internal/checks"
	"rectify/internal/termbase"
)

func newExplain(s streams) *cobra.Command {
	var f glossaryFlags
	cmd := &cobra.Command{
		Use:   "explain CHECK|TERM",
		Short: "Say why a check exists, or everything known of a term",
		Example: `  rectify explain term/near-miss
  rectify explain 国家主席
  rectify explain "President of the State"`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			words := strings.Join(args, " ")
			if c := checks.Find(words); c != nil {
				explainCheck(s.out, c)
				return nil
			}
			if dimension, _, ok := strings.Cut(words, "/"); ok && isDimension(dimension) {
				return unknown("check", words, checks.IDs())
			}
			g, err := f.load()
			if err != nil {
				return err
			}
			entries := exactly(g, words)
			if len(entries) == 0 {
				return notFound(g, words)
			}
			for _, e := range entries {
				showEntry(s.out, g, e)
				exampleOf(s.out, e, words)
			}
			return nil
		},
	}
	f.register(cmd)
	return cmd
}

func isDimension(word string) bool {
	for _, id := range checks.IDs() {
		if dimension, _, _ := strings.Cut(id, "/"); dimension == word {
			return true
		}
	}
	return false
}

func explainCheck(w io.Writer, c *check.Check) {
	fmt.Fprintf(w, "%s: %s\n(%s, %s; %s)\n\n%s\n\nBefore:\n%s\n\nAfter:\n%s\n",
		c.ID, c.Doc.Title, c.Severity, c.Certainty, c.Category, c.Doc.Text, indent(c.Doc.Before), indent(c.Doc.After))
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ")
}

// exampleOf shows the rendering asked for, or the first that is flagged, put
// right.
func exampleOf(w io.Writer, e *termbase.Entry, words string) {
	var wrong *termbase.Term
	for _, t := range e.Terms {
		if t.Lang != "en" || t.Status != termbase.Deprecated {
			continue
		}
		if wrong == nil || strings.EqualFold(termbase.Plain(t.Text), words) {
			wrong = t
		}
	}
	if wrong != nil {
		fmt.Fprintf(w, "Before: … %s …\nAfter:  … %s …\n", termbase.Plain(wrong.Text), english(e))
	}
}
