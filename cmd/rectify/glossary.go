package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/nearest"
	"rectify/internal/termbase"
)

func newGlossary(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "glossary",
		Short: "Look into the glossary, take it from other tools and to them",
		RunE:  helpOnly,
	}
	cmd.AddCommand(newGlossarySearch(s), newGlossaryShow(s), newGlossaryImport(s), newGlossaryExport(s))
	return cmd
}

func newGlossarySearch(s streams) *cobra.Command {
	var f glossaryFlags
	cmd := &cobra.Command{
		Use:     "search WORDS",
		Short:   "List the entries that hold the words, in English or Chinese",
		Example: "  rectify glossary search 工会\n  rectify glossary search publicity department",
		Args:    atLeastOne("words"),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := f.load()
			if err != nil {
				return err
			}
			words := strings.Join(args, " ")
			entries := g.Search(words)
			if len(entries) == 0 {
				return notFound(g, words)
			}
			for _, e := range entries {
				fmt.Fprintf(s.out, "%s\t%s\t%s\n", e.ID, chinese(e), english(e))
			}
			return nil
		},
	}
	f.register(cmd)
	return cmd
}

func newGlossaryShow(s streams) *cobra.Command {
	var f glossaryFlags
	cmd := &cobra.Command{
		Use:     "show ENTRY|TERM...",
		Short:   "Show entries with all their renderings and sources",
		Example: "  rectify glossary show president-prc",
		Args:    atLeastOne("an entry or a term"),
		RunE: func(cmd *cobra.Command, args []string) error {
			g, err := f.load()
			if err != nil {
				return err
			}
			var entries []*termbase.Entry
			for _, a := range args {
				found := exactly(g, a)
				if len(found) == 0 {
					return notFound(g, a)
				}
				entries = append(entries, found...)
			}
			for _, e := range entries {
				showEntry(s.out, g, e)
			}
			return nil
		},
	}
	f.register(cmd)
	return cmd
}

// exactly lists the entries of that id or with that very term.
func exactly(g *termbase.Glossary, words string) []*termbase.Entry {
	var out []*termbase.Entry
	want := strings.ToLower(strings.TrimSpace(words))
	for _, e := range g.Search(words) {
		if e.ID == want {
			return []*termbase.Entry{e}
		}
		for _, t := range e.Terms {
			if strings.ToLower(termbase.Plain(t.Text)) == want {
				out = append(out, e)
				break
			}
		}
	}
	return out
}

// notFound points to what is near the words.
func notFound(g *termbase.Glossary, words string) error {
	err := fmt.Errorf("the glossary has nothing under %q", words)
	if part := g.Search(words); len(part) > 0 {
		var names []string
		for _, e := range part[:min(len(part), 5)] {
			names = append(names, fmt.Sprintf("%q", english(e)))
		}
		return hinted{err, "it has " + strings.Join(names, ", ")}
	}
	var known []string
	for _, e := range g.Entries {
		for _, t := range e.Terms {
			known = append(known, termbase.Plain(t.Text))
		}
	}
	if near := nearest.Nearest(words, known); near != "" {
		return hinted{err, fmt.Sprintf("did you mean %q?", near)}
	}
	return hinted{err, "search for a part of it: rectify glossary search WORDS"}
}

// chinese is the Chinese term, or "".
func chinese(e *termbase.Entry) string { return termbase.Plain(e.Chinese()) }

// english is the term to use today, or "".
func english(e *termbase.Entry) string {
	if t := e.Preferred("", termbase.Date{}); t != nil {
		return termbase.Plain(t.Text)
	}
	return ""
}

// showEntry prints an entry: its Chinese, then its renderings, the right ones
// first, each with who uses it, when, and where it was seen.
func showEntry(w io.Writer, g *termbase.Glossary, e *termbase.Entry) {
	fmt.Fprintf(w, "%s  %s  (%s, %s)\n", chinese(e), english(e), e.ID, e.Kind)
	for _, lang := range termbase.Languages {
		for status := range termbase.Statuses {
			for _, t := range e.Terms {
				if t.Lang == lang && int(t.Status) == status {
					showTerm(w, g, t)
				}
			}
		}
	}
	fmt.Fprintln(w)
}

// mostPhrases is how many of the phrases in which a rendering is right are
// shown.
const mostPhrases = 4

func showTerm(w io.Writer, g *termbase.Glossary, t *termbase.Term) {
	var about []string
	for _, a := range []string{string(t.Type), strings.Join(t.Scope, " "), t.Certainty} {
		if a != "" {
			about = append(about, a)
		}
	}
	if !t.Since.IsZero() {
		about = append(about, "since "+t.Since.String())
	}
	if !t.Until.IsZero() {
		about = append(about, "until "+t.Until.String())
	}
	line := fmt.Sprintf("  %-10s  %s", t.Status, termbase.Plain(t.Text))
	if len(about) > 0 {
		line += "  (" + strings.Join(about, ", ") + ")"
	}
	fmt.Fprintln(w, line)
	if t.Note != "" {
		fmt.Fprintf(w, "              %s\n", t.Note)
	}
	if len(t.Unless) > 0 {
		shown := t.Unless[:min(len(t.Unless), mostPhrases)]
		more := ""
		if n := len(t.Unless) - len(shown); n > 0 {
			more = fmt.Sprintf(" and %d more", n)
		}
		fmt.Fprintf(w, "              right in: %s%s\n", strings.Join(shown, ", "), more)
	}
	if t.Lang != "zh" {
		for _, key := range t.Sources {
			source := g.Source(key)
			fmt.Fprintf(w, "              seen in: %s\n", strings.TrimSuffix(source.String()+", "+source.Address, ", "))
		}
	}
}
