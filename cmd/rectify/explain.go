package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/checks"
	"rectify/internal/nearest"
	"rectify/internal/termbase"
)

func newExplain(s streams) *cobra.Command {
	var f termsFlags
	cmd := &cobra.Command{
		Use:   "explain CHECK|TERM",
		Short: "Say why a check exists, or everything known of a term",
		Example: `  rectify explain term/near-miss
  rectify explain 国家主席
  rectify explain "President of the State"`,
		Args: atLeastOne("a check or a term"),
		RunE: func(cmd *cobra.Command, args []string) error {
			words := strings.Join(args, " ")
			if c := checks.Find(words); c != nil {
				return show(s.out, func(w io.Writer) { fmt.Fprintln(w, c.Manual()) })
			}
			g, err := f.load()
			if err != nil {
				return err
			}
			entries := exactly(g, words)
			switch {
			case len(entries) == 0 && isLikeCheck(words):
				return unknown("check", words, checks.IDs())
			case len(entries) == 0:
				return notFound(g, words)
			}
			return show(s.out, func(w io.Writer) {
				for _, e := range entries {
					showEntry(w, g, e)
					neighborsOf(w, g, e)
					exampleOf(w, e, words)
				}
			})
		},
	}
	f.register(cmd)
	return cmd
}

// isLikeCheck reports whether the words are a check's ID but for some slips,
// or begin as one.
func isLikeCheck(words string) bool {
	dimension, _, ok := strings.Cut(words, "/")
	return nearest.Nearest(words, checks.IDs()) != "" || ok && slices.ContainsFunc(checks.IDs(), func(id string) bool {
		return strings.HasPrefix(id, dimension+"/")
	})
}

// mostNeighbors is how many entries are shown around one.
const mostNeighbors = 6

// neighborsOf lists the entries whose Chinese is part of this one's, or holds it.
func neighborsOf(w io.Writer, g *termbase.Glossary, e *termbase.Entry) {
	near := g.Neighbors(e)
	if len(near) == 0 {
		return
	}
	fmt.Fprintln(w, "Near it:")
	for _, n := range near[:min(len(near), mostNeighbors)] {
		fmt.Fprintf(w, "  %s  %s  (%s)\n", chineseOf(n), englishToday(n), n.ID)
	}
	if more := len(near) - mostNeighbors; more > 0 {
		fmt.Fprintf(w, "  and %d more: rectify glossary search %s\n", more, chineseOf(e))
	}
	fmt.Fprintln(w)
}

// exampleOf shows the rendering asked for, or the surest that is flagged, put
// right.
func exampleOf(w io.Writer, e *termbase.Entry, words string) {
	var wrong *termbase.Term
	for _, t := range e.Terms {
		if t.Lang != "en" || t.Status != termbase.Deprecated {
			continue
		}
		if strings.EqualFold(termbase.Plain(t.Text), words) {
			wrong = t
			break
		}
		if wrong == nil || wrong.Certainty != "" && t.Certainty == "" {
			wrong = t
		}
	}
	if right := e.Preferred("", termbase.Date{}); wrong != nil && right != nil {
		fmt.Fprintf(w, "Before: … %s …\nAfter:  … %s …\n", termbase.Example(wrong.Text), termbase.Example(right.Text))
	}
}
