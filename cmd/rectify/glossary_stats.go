package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/termbase"
)

func newGlossaryStats(s streams) *cobra.Command {
	var f termsFlags
	cmd := &cobra.Command{
		Use:   "stats",
		Short: "Count what the glossary holds",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			g, err := f.load()
			if err != nil {
				return err
			}
			return show(s.out, func(w io.Writer) {
				for _, group := range statistics(g) {
					group.print(w)
				}
			})
		},
	}
	f.register(cmd)
	return cmd
}

// figure counts one sort of thing, and what it is made up of.
type figure struct {
	name  string
	all   int
	parts []part
}

type part struct {
	name string
	n    int
}

// add counts one, of a part.
func (f *figure) add(name string) {
	f.all++
	for i := range f.parts {
		if f.parts[i].name == name {
			f.parts[i].n++
			return
		}
	}
	f.parts = append(f.parts, part{name, 1})
}

// print prints the figure, and below it its parts.
func (f *figure) print(w io.Writer) {
	fmt.Fprintf(w, "%7d  %s\n", f.all, f.name)
	for _, p := range f.parts {
		if p.n > 0 {
			fmt.Fprintf(w, "  %7d  %s\n", p.n, p.name)
		}
	}
}

func statistics(g *termbase.Glossary) []*figure {
	entries := &figure{name: "entries"}
	right := &figure{name: "renderings that are right"}
	wrong := &figure{name: "renderings to flag", parts: []part{{"proven", 0}, {"likely", 0}, {"advice", 0}}}
	chinese := &figure{name: "Chinese terms"}
	bound := &figure{name: "renderings bound to a house, a register or a date"}
	holders := &figure{name: "terms of office", parts: []part{{"ended", 0}, {"without an end", 0}}}
	derived := &figure{name: "titles made of the posts of organs"}
	patterns := &figure{name: "patterns of awkward wording", parts: []part{{"likely", 0}, {"advice", 0}}}
	for _, e := range g.Patterns() {
		patterns.add(e.Terms[0].Certainty)
	}
	sources := &figure{name: "sources"}
	for _, standing := range termbase.Standings {
		sources.parts = append(sources.parts, part{standing, 0})
	}
	for _, e := range g.Entries() {
		if !e.Terms[0].Derived() {
			entries.add(string(e.Kind))
		}
		for _, t := range e.Terms {
			switch {
			case t.Derived():
				derived.all++
				continue
			case t.Lang == "zh":
				chinese.add(t.Status.String())
			case t.Status == termbase.Deprecated && t.Certainty == "":
				wrong.add("proven")
			case t.Status == termbase.Deprecated:
				wrong.add(t.Certainty)
			default:
				right.add(t.Status.String())
			}
			if t.Lang == "en" {
				countBounds(bound, t)
			}
		}
	}
	for _, h := range g.Holders() {
		if h.Until.IsZero() {
			holders.add("without an end")
		} else {
			holders.add("ended")
		}
	}
	for _, s := range g.Sources() {
		sources.add(s.Standing)
	}
	glosses := &figure{name: "Chinese words with their word-for-word glosses", all: len(g.Glosses())}
	return []*figure{entries, chinese, right, wrong, bound, derived, holders, glosses, patterns, sources}
}

// countBounds counts a rendering under what bounds it.
func countBounds(bound *figure, t *termbase.Term) {
	switch {
	case !t.Since.IsZero() || !t.Until.IsZero():
		bound.add("a date")
	case len(t.Scope) > 0:
		bound.add(strings.Join(t.Scope, " "))
	}
}
