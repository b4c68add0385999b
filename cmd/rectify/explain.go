package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/check"
	"rectify/internal/checks"
	"rectify/internal/config"
	"rectify/internal/nearest"
	"rectify/internal/termbase"
)

func newExplain(s streams) *cobra.Command {
	var f termsFlags
	cmd := &cobra.Command{
		Use:   "explain CHECK|TERM|TEXT",
		Short: "Say why a check exists, what is known of a term, or what is wrong with a text",
		Long: `explain says why a check exists, or everything that the glossary knows of a term,
in Chinese or English, right or wrong. Of any other English it says what check
would say of it, and why: the entry or the pattern behind it, and what to write.`,
		Example: `  rectify explain term/near-miss
  rectify explain 国家主席
  rectify explain "President of the State"
  rectify explain "the whole province"`,
		Args: atLeastOne("a check, a term or a text"),
		RunE: func(_ *cobra.Command, args []string) error { return explain(s, &f, strings.Join(args, " ")) },
	}
	f.register(cmd)
	return cmd
}

func explain(s streams, f *termsFlags, words string) error {
	if c := checks.Find(words); c != nil {
		return show(s.out, func(w io.Writer) { fmt.Fprintln(w, c.Manual()) })
	}
	in, err := f.resolve(config.Layer{House: config.Set("any", defaults), Certainty: config.Set(check.Advice, defaults)}, config.Layer{})
	if err != nil {
		return err
	}
	chosen, err := f.chosen(in)
	if err != nil {
		return err
	}
	g, err := chosen.load()
	if err != nil {
		return err
	}
	if entries := exactly(g, words); len(entries) > 0 {
		return show(s.out, func(w io.Writer) {
			for _, e := range entries {
				showEntry(w, g, e)
				neighborsOf(w, g, e)
				exampleOf(w, e, words)
			}
		})
	}
	if isLikeCheck(words) {
		return unknown("check", words, checks.IDs())
	}
	p, err := readPassage(g, in, words)
	switch {
	case err != nil:
		return err
	case len(p.issues)+len(p.terms) == 0:
		err := notFound(g, words)
		if h, ok := errors.AsType[hinted](err); ok && p.document != nil {
			err = hinted{fmt.Errorf("%w, and check finds nothing wrong with it", h.error), h.hint}
		}
		return err
	}
	return show(s.out, p.show)
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
