package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"rectify/internal/config"
	"rectify/internal/termbase"
)

// termsFlags choose the glossary, by the command line and the settings.
type termsFlags struct {
	glossaryFlags
	settingsFlags
}

func (f *termsFlags) register(cmd *cobra.Command) {
	f.glossaryFlags.register(cmd)
	f.settingsFlags.register(cmd)
}

// resolve finds out what is in force between a layer of defaults and one of
// flags, to which it adds those of the glossary.
func (f *termsFlags) resolve(first, last config.Layer) (inForce, error) {
	files, err := f.settingsFlags.read()
	if err != nil {
		return inForce{}, err
	}
	first.Builtin = config.Set(true, defaults)
	last.Builtin = given(&f.settingsFlags, "no-builtin", !f.noBuiltin)
	last.Glossaries = givenList("glossary", f.files)
	folder, err := filepath.Abs(".")
	return inForce{slices.Concat(config.Settings{first}, files, config.Settings{last}), folder}, err
}

// chosen are the flags that choose the glossary in force without settings.
func (f *termsFlags) chosen(in inForce) (glossaryFlags, error) {
	whole := in.Whole()
	out := glossaryFlags{noBuiltin: !whole.Builtin.Is, notes: f.notes}
	for _, g := range whole.Glossaries {
		out.files = append(out.files, g.Is)
	}
	if out.noBuiltin && len(out.files) == 0 && whole.Builtin.At.Line > 0 {
		return out, hinted{fmt.Errorf("%s: builtin: false leaves no glossary", whole.Builtin.At), "name one there under glossaries"}
	}
	return out, nil
}

// load reads the glossary in force.
func (f *termsFlags) load() (*termbase.Glossary, error) {
	in, err := f.resolve(config.Layer{}, config.Layer{})
	if err != nil {
		return nil, err
	}
	chosen, err := f.chosen(in)
	if err != nil {
		return nil, err
	}
	return chosen.load()
}
