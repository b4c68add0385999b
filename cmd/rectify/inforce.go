package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/checks"
	"rectify/internal/config"
	"rectify/internal/mqm"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// inForce is what holds for a review: the defaults, the settings, the flags.
type inForce struct {
	config.Settings
	// folder is the working directory: the paths of texts count from it.
	folder string
}

// defaults is the place of what nobody set.
var defaults = config.Place{File: "default"}

// resolve finds out what is in force. It fails on flags and settings that are
// wrong.
func (f *reviewFlags) resolve() (inForce, error) {
	usage, err := f.usage()
	if err != nil {
		return inForce{}, err
	}
	certainty, err := check.ParseCertainty(f.certainty)
	if err != nil {
		return inForce{}, unknown("certainty", f.certainty, check.Certainties)
	}
	for _, pattern := range slices.Concat(f.enable, f.disable) {
		if !slices.ContainsFunc(checks.IDs(), func(id string) bool { return check.Matches(pattern, id) }) {
			return inForce{}, unknown("check", pattern, checks.IDs())
		}
	}
	columns, err := f.columnFlags.read()
	if err != nil {
		return inForce{}, err
	}
	if f.failOn != "" {
		if _, err := failure(f.failOn); err != nil {
			return inForce{}, err
		}
	}
	return f.termsFlags.resolve(config.Layer{
		House:     config.Set(f.house, defaults),
		Certainty: config.Set(certainty, defaults),
		FailOn:    config.Set(f.failOn, defaults),
	}, config.Layer{
		House:     given(&f.settingsFlags, "house", f.house),
		AsOf:      given(&f.settingsFlags, "as-of", usage.Day),
		Certainty: given(&f.settingsFlags, "certainty", certainty),
		Columns:   given(&f.settingsFlags, "columns", columns),
		Enable:    givenList("enable", f.enable),
		Disable:   givenList("disable", f.disable),
		FailOn:    given(&f.settingsFlags, "fail-on", f.failOn),
	})
}

// choice is what holds for a text, by the path that a user knows it by.
func (s inForce) choice(path string) config.Choice {
	return s.For(s.absolute(path), checks.IDs())
}

// absolute is the absolute path of a text; "" for standard input.
func (s inForce) absolute(path string) string {
	switch {
	case path == stdinName:
		return ""
	case filepath.IsAbs(path):
		return path
	}
	return filepath.Join(s.folder, path)
}

// options are those of the review of a text.
func (s inForce) options(path string) review.Options {
	choice := s.choice(path)
	o := review.Options{
		Usage:      termbase.Usage{House: choice.House.Is, Day: choice.AsOf.Is},
		Certainty:  choice.Certainty.Is,
		Severities: map[*check.Check]mqm.Severity{},
	}
	for _, i := range choice.Ignore {
		o.Ignored = append(o.Ignored, review.Phrase{Text: i.Phrase, Check: i.Check})
	}
	for i, c := range choice.Checks {
		if c.On() {
			o.Checks = append(o.Checks, checks.All[i])
		}
		if c.Severity.IsSet() {
			o.Severities[checks.All[i]] = c.Severity.Is
		}
	}
	return o
}

// anyCheck fails if no text can have a check.
func (s inForce) anyCheck() error {
	overridden := slices.ContainsFunc(s.Settings, func(l config.Layer) bool { return l.Paths != nil })
	if overridden || len(s.options(stdinName).Checks) > 0 {
		return nil
	}
	var by []string
	for _, c := range s.choice(stdinName).Checks {
		if !slices.Contains(by, c.At.String()) {
			by = append(by, c.At.String())
		}
	}
	return hinted{fmt.Errorf("%s leave no check", strings.Join(by, " and ")), "the checks are " + strings.Join(checks.IDs(), ", ")}
}
