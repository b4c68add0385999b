package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/checks"
	"rectify/internal/config"
	"rectify/internal/report"
)

// configFlags are what the config command takes beside what a review does.
type configFlags struct {
	reviewFlags
	format string
}

func newConfig(s streams) *cobra.Command {
	f := configFlags{}
	cmd := &cobra.Command{
		Use:   "config [PATH]",
		Short: "Show what settings hold for a file, and where each was set",
		Long: `config shows what holds for a review, for all files or for the one named: the
value of every setting, and the flag or the line of the settings file that set it.
The file needs not be there.`,
		Example: `  rectify config
  rectify config docs/letter.md
  rectify config --house mfa --format json docs/letter.md`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return f.run(s, append(args, stdinName)[0]) },
	}
	f.register(cmd)
	f.registerFailOn(cmd)
	cmd.Flags().StringVar(&f.format, "format", cardFormats[0], "the `FORMAT` of the list: "+strings.Join(cardFormats, "|"))
	return cmd
}

func (f *configFlags) run(s streams, path string) error {
	if !slices.Contains(cardFormats, f.format) {
		return unknown("format", f.format, cardFormats)
	}
	in, err := f.resolve()
	if err != nil {
		return err
	}
	if f.format == "json" {
		return report.WriteInForceJSON(s.out, in.show(path))
	}
	return report.WriteInForce(s.out, in.show(path))
}

// show lists what holds for a file.
func (s inForce) show(path string) report.InForce {
	whole, choice := s.Whole(), s.choice(path)
	shown := report.InForce{Files: append([]string{}, s.Files()...)}
	add := func(key, value string, at config.Place) {
		shown.Settings = append(shown.Settings, report.Setting{Key: key, Value: value, From: cmp.Or(at, defaults).String()})
	}
	if by, out := s.Excluded(s.absolute(path)); out {
		add("excluded", "true", by)
	}
	add("house", choice.House.Is, choice.House.At)
	add("as-of", cmp.Or(choice.AsOf.Is.String(), "the day of the text"), choice.AsOf.At)
	add("certainty", choice.Certainty.Is.String(), choice.Certainty.At)
	if choice.Columns.IsSet() {
		add("columns", choice.Columns.Is.String(), choice.Columns.At)
	}
	add("fail-on", whole.FailOn.Is, whole.FailOn.At)
	add("builtin", strconv.FormatBool(whole.Builtin.Is), whole.Builtin.At)
	for _, g := range whole.Glossaries {
		add("glossaries", g.Is, g.At)
	}
	if whole.Baseline.IsSet() {
		add("baseline", whole.Baseline.Is, whole.Baseline.At)
	}
	for _, l := range s.Settings {
		for _, v := range l.Exclude {
			add("exclude", v.Is, v.At)
		}
	}
	for _, i := range choice.Ignore {
		add("ignore", ignored(i), i.At)
	}
	for _, c := range choice.Checks {
		shown.Checks = append(shown.Checks, report.CheckInForce{Check: c.ID, Runs: c.On(), Severity: severityOf(c), From: c.At.String()})
	}
	return shown
}

func ignored(i config.Ignore) string {
	text := strconv.Quote(i.Phrase)
	if i.Check != "" {
		text += " in " + i.Check
	}
	return text + ": " + i.Reason
}

// severityOf is the severity that the settings give to all issues of a check, or
// that of most of them.
func severityOf(c config.CheckChoice) string {
	if c.Severity.IsSet() {
		return c.Severity.Is.String()
	}
	return checks.Find(c.ID).Severity.String()
}
