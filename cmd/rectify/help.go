package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagGroups are the flags of all commands by what they are for, as help lists
// them: a command shows those that it has.
var flagGroups = []struct {
	title string
	flags []string
}{
	{"Input", []string{"source", "columns", "clean"}},
	{"Glossary", []string{"glossary", "no-builtin", "kind", "least"}},
	{"What is checked", []string{"enable", "disable", "certainty", "house", "as-of", "across"}},
	{"Which issues count", []string{"new-from", "diff", "baseline", "write-baseline", "shrink-baseline"}},
	{"Pass or fail", []string{"fail-on", "max-issues", "pass", "scaling"}},
	{"What is changed", []string{"write", "interactive", "track", "annotate"}},
	{"Output", []string{"format", "output", "color", "all", "sources", "quiet", "verbose", "pre-commit", "github", "gitlab", "no-descriptions"}},
	{"Settings", []string{"config", "no-config", "trust-config"}},
	{"Other", []string{"jobs", "help", "version"}},
}

// helpWidth is how wide help is where no terminal says it: as its prose.
const helpWidth = 80

func init() {
	cobra.AddTemplateFunc("groupedFlags", groupedFlags)
}

// groupFlags makes the help of a command and of those below it list the flags in
// their groups, as wide as the stream is: what a flag does is longer than a line of
// most terminals.
func groupFlags(root *cobra.Command, s streams) {
	const all = "Flags:\n{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}"
	grouped := fmt.Sprintf("{{groupedFlags .LocalFlags %d}}", cmp.Or(lookOf(s.out).Width, helpWidth))
	root.SetUsageTemplate(strings.Replace(root.UsageTemplate(), all, grouped, 1))
}

// groupedFlags is the help on flags, each group under its title. A flag of a
// command that isn't in a group would be missing; a test sees to it.
func groupedFlags(flags *pflag.FlagSet, width int) string {
	var groups []string
	for _, group := range flagGroups {
		some := pflag.NewFlagSet("", pflag.ContinueOnError)
		some.SortFlags = false
		for _, name := range group.flags {
			if flag := flags.Lookup(name); flag != nil {
				some.AddFlag(flag)
			}
		}
		if some.HasAvailableFlags() {
			groups = append(groups, group.title+":\n"+strings.TrimRight(some.FlagUsagesWrapped(width), "\n"))
		}
	}
	return strings.Join(groups, "\n\n")
}

// newHelp is help as a command. The library's own shrugs at a command that it
// doesn't know.
func newHelp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about any command",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(about, rest)
			}
			about.InitDefaultHelpFlag()
			about.InitDefaultVersionFlag()
			return about.Help()
		},
	}
}
