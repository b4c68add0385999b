package main

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"rectify/internal/termbase"
)

func newGlossaryList(s streams) *cobra.Command {
	var f termsFlags
	var u usageFlags
	var kind string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List all entries with the English to use",
		Long: `List the entries, one a line: its id, the Chinese, and the English that is to be
used, with tabs between them. --house and --as-of say by whom and when.`,
		Example: "  rectify glossary list --kind laws\n  rectify glossary list --house mfa --as-of 2020 > terms.tsv",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			usage, err := u.usage()
			if err != nil {
				return err
			}
			g, err := f.load()
			if err != nil {
				return err
			}
			entries := g.Entries()
			if kind != "" {
				kinds := kindsOf(entries)
				if !slices.Contains(kinds, kind) {
					return unknown("kind", kind, kinds)
				}
				entries = slices.DeleteFunc(entries, func(e *termbase.Entry) bool { return string(e.Kind) != kind })
			}
			return show(s.out, func(w io.Writer) { listEntries(w, entries, usage) })
		},
	}
	f.register(cmd)
	u.register(cmd, "to list", "on which it is used", "today")
	cmd.Flags().StringVar(&kind, "kind", "", "only entries of this `KIND`, such as organs or laws")
	return cmd
}

// kindsOf lists the kinds of the entries, in the order they come.
func kindsOf(entries []*termbase.Entry) []string {
	var kinds []string
	for _, e := range entries {
		if k := string(e.Kind); !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}
