package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/termbase"
)

func newGlossary(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "glossary",
		Short: "Look into the glossary, take it from other tools and to them",
		RunE:  helpOnly,
	}
	cmd.AddCommand(newGlossaryExport(s), newGlossaryImport(s), newGlossaryLint(s), newGlossaryList(s), newGlossaryMine(s), newGlossarySearch(s), newGlossaryShow(s), newGlossaryStats(s))
	return cmd
}

func newGlossarySearch(s streams) *cobra.Command {
	var f termsFlags
	cmd := &cobra.Command{
		Use:   "search WORDS",
		Short: "List the entries that hold the words, in English, Chinese or pinyin",
		Long: `List the entries with a term that holds the words, right or wrong: an entry a
line, as its id, the Chinese, and the English to use, with tabs between them. The
likest come first. Chinese is found by its pinyin too, whole (guojia zhuxi) or by
first letters (gjzx); and where nothing is found, slips of typing are forgiven.`,
		Example: "  rectify glossary search 工会\n  rectify glossary search publicity department\n  rectify glossary search gjzx",
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
			return show(s.out, func(w io.Writer) { listEntries(w, entries, termbase.Usage{}) })
		},
	}
	f.register(cmd)
	return cmd
}

func newGlossaryShow(s streams) *cobra.Command {
	var f termsFlags
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
			return show(s.out, func(w io.Writer) {
				for _, e := range entries {
					showEntry(w, g, e)
				}
			})
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

// mostNear is how many near entries an error names.
const mostNear = 5

// notFound points to what is near the words.
func notFound(g *termbase.Glossary, words string) error {
	err := fmt.Errorf("the glossary has nothing under %q", words)
	if near := nearNames(g, words); near != "" {
		return hinted{err, "did you mean " + near + "?"}
	}
	return hinted{err, "search for a part of it, in English, Chinese or pinyin: rectify glossary search WORDS"}
}

// nearNames are the terms to use of the entries that are near the words, or "".
func nearNames(g *termbase.Glossary, words string) string {
	var names []string
	for _, e := range g.Search(words) {
		if name := fmt.Sprintf("%q", englishToday(e)); len(names) < mostNear && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// chineseOf is the Chinese term, or "".
func chineseOf(e *termbase.Entry) string { return termbase.Plain(e.Chinese()) }

// englishToday is the term to use today, or "".
func englishToday(e *termbase.Entry) string { return englishOf(e, termbase.Usage{}) }

// englishOf is the term that a house uses on a day, or "".
func englishOf(e *termbase.Entry, u termbase.Usage) string {
	if t := e.Preferred(u.House, u.Day); t != nil {
		return termbase.Plain(t.Text)
	}
	return ""
}

// listEntries prints an entry a line: its id, the Chinese, the English to use.
func listEntries(w io.Writer, entries []*termbase.Entry, u termbase.Usage) {
	for _, e := range entries {
		fmt.Fprintf(w, "%s\t%s\t%s\n", e.ID, chineseOf(e), englishOf(e, u))
	}
}

// showEntry prints an entry: its Chinese, then its renderings, the right ones
// first, each with who uses it, when, and where it was seen.
func showEntry(w io.Writer, g *termbase.Glossary, e *termbase.Entry) {
	fmt.Fprintf(w, "%s  %s  (%s, %s)\n", chineseOf(e), englishToday(e), e.ID, e.Kind)
	for _, lang := range termbase.Languages {
		for status := range termbase.Statuses {
			for _, t := range e.Terms {
				if t.Lang == lang && int(t.Status) == status {
					showTerm(w, g, t)
				}
			}
		}
	}
	showHolders(w, g, e)
	fmt.Fprintln(w)
}

// showHolders prints who held an office, the latest first.
func showHolders(w io.Writer, g *termbase.Glossary, e *termbase.Entry) {
	if e.Kind != termbase.Titles {
		return
	}
	var held []termbase.Holder
	for _, h := range g.Holders() {
		if h.Office == e.ID {
			held = append(held, h)
		}
	}
	slices.SortStableFunc(held, func(a, b termbase.Holder) int { return b.Since.Compare(a.Since) })
	for _, h := range held {
		line := fmt.Sprintf("  %-10s  %s %s", "held by", h.Person, h.Chinese)
		if p := g.Entry(h.Place); p != nil {
			line += ", " + englishToday(p)
		}
		fmt.Fprintln(w, strings.TrimRight(line+"  "+days(h.Since, h.Until), " "))
	}
}

// days says from when and until when, as far as it is known.
func days(since, until termbase.Date) string {
	var out []string
	if !since.IsZero() {
		out = append(out, "since "+since.String())
	}
	if !until.IsZero() {
		out = append(out, "until "+until.String())
	}
	return strings.Join(out, ", ")
}

// mostPhrases is how many of the phrases in which a rendering is right are
// shown.
const mostPhrases = 4

func showTerm(w io.Writer, g *termbase.Glossary, t *termbase.Term) {
	var about []string
	for _, a := range []string{string(t.Type), strings.Join(t.Scope, " "), t.Certainty, days(t.Since, t.Until)} {
		if a != "" {
			about = append(about, a)
		}
	}
	var seen []termbase.Source
	for _, key := range t.Sources {
		switch source := g.Source(key); {
		case source.Publisher == ownWord:
			about = append(about, strings.ToLower(source.Title[:1])+source.Title[1:])
		case t.Lang != "zh":
			seen = append(seen, source)
		}
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
		fmt.Fprintf(w, "              %s\n", rightIn(t))
	}
	for _, source := range seen {
		fmt.Fprintf(w, "              seen in: %s\n", strings.TrimSuffix(source.String()+", "+source.Address, ", "))
	}
}

// rightIn says in which phrases a rendering is right.
func rightIn(t *termbase.Term) string {
	shown := t.Unless[:min(len(t.Unless), mostPhrases)]
	more := ""
	if n := len(t.Unless) - len(shown); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	return "right in: " + strings.Join(shown, ", ") + more
}

// ownWord is the publisher of what the glossary judges by itself.
const ownWord = "rectify"
