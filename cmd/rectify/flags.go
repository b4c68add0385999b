package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/check"
	"rectify/internal/checks"
	"rectify/internal/config"
	"rectify/internal/exchange"
	"rectify/internal/mqm"
	"rectify/internal/nearest"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// glossaryFlags choose the glossary.
type glossaryFlags struct {
	files     []string
	noBuiltin bool
	// notes is where it is said what of a file was not taken; nil for nowhere.
	notes func() io.Writer
}

func (f *glossaryFlags) register(cmd *cobra.Command) {
	f.notes = cmd.ErrOrStderr
	cmd.Flags().StringArrayVar(&f.files, "glossary", nil, "a glossary `FILE` ("+strings.Join(exchange.Readable, " ")+") to add to the built-in one; repeatable")
	cmd.Flags().BoolVar(&f.noBuiltin, "no-builtin", false, "leave the built-in glossary out")
}

// reviewFlags are what every command that reviews takes.
type reviewFlags struct {
	termsFlags
	usageFlags
	columnFlags
	sourceFlag
	certainty       string // set before register, it is the default
	enable, disable []string
	jobs            int
	failOn          string // only of commands that register it
	// inForce is what review found out.
	inForce inForce
}

func (f *reviewFlags) register(cmd *cobra.Command) {
	f.termsFlags.register(cmd)
	f.columnFlags.register(cmd)
	fl := cmd.Flags()
	f.sourceFlag.register(cmd)
	f.usageFlags.register(cmd, "the text is held against", "of the text", "the date it gives itself")
	fl.StringVar(&f.certainty, "certainty", cmp.Or(f.certainty, check.Advice.String()), "the lowest `CERTAINTY` shown: "+strings.Join(check.Certainties, "|"))
	fl.StringArrayVar(&f.enable, "enable", nil, "run only this `CHECK`, or those of a pattern such as 'term/*'; repeatable")
	fl.StringArrayVar(&f.disable, "disable", nil, "leave this `CHECK` out, or those of a pattern; repeatable")
	fl.IntVar(&f.jobs, "jobs", 0, "review `N` files at once; 0: as many as the machine has processors")
}

// usageFlags choose whose English, and of what day, is right.
type usageFlags struct{ house, asOf string }

// register adds the flags; the words say what the English and the date are for,
// and which date is the default.
func (f *usageFlags) register(cmd *cobra.Command, english, date, today string) {
	fl := cmd.Flags()
	fl.StringVar(&f.house, "house", "any", fmt.Sprintf("the `HOUSE` whose English %s: %s", english, strings.Join(config.Houses, "|")))
	fl.StringVar(&f.asOf, "as-of", "", fmt.Sprintf("the `DATE` %s (2018, 2018-03 or 2018-03-17); default: %s", date, today))
}

func (f *usageFlags) usage() (u termbase.Usage, err error) {
	if !slices.Contains(config.Houses, f.house) {
		return u, unknown("house", f.house, config.Houses)
	}
	u.House = f.house
	if f.asOf != "" {
		if u.Day, err = termbase.ParseDate(f.asOf); err != nil {
			return u, fmt.Errorf("--as-of: %w", err)
		}
	}
	return u, nil
}

// repeated are the flags that another command needs to review the same way.
func (f *reviewFlags) repeated() []string {
	out := f.settingsFlags.repeated()
	for _, name := range f.files {
		out = append(out, "--glossary", name)
	}
	if f.noBuiltin {
		out = append(out, "--no-builtin")
	}
	if f.house != "any" {
		out = append(out, "--house", f.house)
	}
	if f.asOf != "" {
		out = append(out, "--as-of", f.asOf)
	}
	out = append(out, f.columnFlags.repeated()...)
	if f.source != "" {
		out = append(out, "--source", f.source)
	}
	if f.set.Changed("certainty") {
		out = append(out, "--certainty", f.certainty)
	}
	for _, id := range f.enable {
		out = append(out, "--enable", id)
	}
	for _, id := range f.disable {
		out = append(out, "--disable", id)
	}
	return out
}

// review makes the review that the flags and the settings ask for.
func (f *reviewFlags) review() (review.Review, error) {
	r := review.Review{Jobs: f.jobs}
	switch {
	case f.jobs < 0:
		return r, hinted{fmt.Errorf("--jobs %d: at least one file is reviewed at a time", f.jobs), "leave it out for as many as the machine has processors"}
	case f.jobs == 0:
		r.Jobs = runtime.GOMAXPROCS(0)
	}
	var err error
	if f.inForce, err = f.resolve(); err != nil {
		return r, err
	}
	if err := f.inForce.anyCheck(); err != nil {
		return r, err
	}
	chosen, err := f.chosen(f.inForce)
	if err != nil {
		return r, err
	}
	r.For, r.Known = f.inForce.options, checks.IDs()
	r.Glossary, err = chosen.load()
	return r, err
}

// registerFailOn adds the flag of what makes a review fail.
func (f *reviewFlags) registerFailOn(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.failOn, "fail-on", "major", "the lowest `SEVERITY` that makes the exit status 1: "+strings.Join(config.FailOn, "|"))
}

// failure reads --fail-on; never is a severity above all.
func failure(name string) (mqm.Severity, error) {
	if name == "never" {
		return mqm.Critical + 1, nil
	}
	s, err := mqm.ParseSeverity(name)
	if err != nil {
		return 0, unknown("severity for --fail-on", name, config.FailOn)
	}
	return s, nil
}

// unknown is the error of a word that is none of the known ones.
func unknown(what, word string, known []string) error {
	hint := "known are " + strings.Join(known, ", ")
	if near := nearest.Nearest(word, known); near != "" {
		hint = fmt.Sprintf("did you mean %q? Known are %s", near, strings.Join(known, ", "))
	}
	return hinted{fmt.Errorf("unknown %s %q", what, word), hint}
}
