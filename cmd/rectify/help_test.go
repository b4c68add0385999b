package main

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A flag without a group would be missing from help; a group without its flag is
// about one that is gone.
func TestEveryFlagHasOneGroup(t *testing.T) {
	groups := map[string]int{}
	for _, group := range flagGroups {
		for _, name := range group.flags {
			groups[name]++
		}
	}
	used := map[string]bool{}
	var visit func(cmd *cobra.Command)
	visit = func(cmd *cobra.Command) {
		cmd.InitDefaultHelpFlag()
		cmd.InitDefaultVersionFlag()
		cmd.Flags().VisitAll(func(flag *pflag.Flag) {
			used[flag.Name] = true
			if groups[flag.Name] != 1 {
				t.Errorf("%s --%s is in %d groups of help.go, not in one", cmd.CommandPath(), flag.Name, groups[flag.Name])
			}
			if !strings.Contains(cmd.UsageString(), "--"+flag.Name+" ") {
				t.Errorf("the help of %s doesn't say what --%s is", cmd.CommandPath(), flag.Name)
			}
		})
		for _, sub := range cmd.Commands() {
			visit(sub)
		}
	}
	root := newRoot(streams{strings.NewReader(""), io.Discard, io.Discard})
	root.InitDefaultCompletionCmd()
	visit(root)
	for _, group := range flagGroups {
		if i := slices.IndexFunc(group.flags, func(name string) bool { return !used[name] }); i >= 0 {
			t.Errorf("no command has the flag --%s of the group %s", group.flags[i], group.title)
		}
	}
}
