package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rectify/internal/checks"
	"rectify/internal/config"
)

// settingsFlags choose the settings file.
type settingsFlags struct {
	config          string
	noConfig, trust bool
	// set are the flags of the command, to tell those that the user gave.
	set *pflag.FlagSet
}

func (f *settingsFlags) register(cmd *cobra.Command) {
	f.set = cmd.Flags()
	f.set.StringVar(&f.config, "config", "", "read the settings from this `FILE`; default: "+config.Name+" in this folder or above it")
	f.set.BoolVar(&f.noConfig, "no-config", false, "read no settings")
	f.set.BoolVar(&f.trust, "trust-config", false, "let the settings name files outside their repository")
}

// repeated are the flags that another command needs to find the same settings.
func (f *settingsFlags) repeated() []string {
	var out []string
	if f.config != "" {
		out = append(out, "--config", f.config)
	}
	if f.noConfig {
		out = append(out, "--no-config")
	}
	if f.trust {
		out = append(out, "--trust-config")
	}
	return out
}

// read reads the settings file and those that it extends.
func (f *settingsFlags) read() (config.Settings, error) {
	path := f.config
	switch {
	case f.noConfig && path != "":
		return nil, hinted{errors.New("--config and --no-config contradict each other"), "leave one of them out"}
	case f.noConfig:
		return nil, nil
	case path == "":
		var err error
		if path, err = config.Find("."); err != nil || path == "" {
			return nil, err
		}
	}
	settings, err := config.Loader{Checks: checks.IDs(), Named: f.config != "", Trust: f.trust}.Load(path)
	if errors.Is(err, config.ErrOutside) {
		return nil, hinted{err, "settings read nothing outside; if you trust these: --trust-config"}
	}
	return settings, err
}

// given is what a flag says, if the user gave it.
func given[T any](f *settingsFlags, name string, is T) config.Value[T] {
	if !f.set.Changed(name) {
		return config.Value[T]{}
	}
	return config.Set(is, config.Place{File: "--" + name})
}

// givenList is what a flag says that can be repeated.
func givenList(name string, list []string) []config.Value[string] {
	var out []config.Value[string]
	for _, is := range list {
		out = append(out, config.Set(is, config.Place{File: "--" + name}))
	}
	return out
}
