package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rectify/internal/report"
)

// reportFlags are what the commands that print a report take.
type reportFlags struct {
	reviewFlags
	format, output, failOn, color string
}

func (f *reportFlags) register(cmd *cobra.Command) {
	f.reviewFlags.register(cmd)
	fl := cmd.Flags()
	fl.StringVar(&f.output, "output", "", "write the report to this `FILE`")
	fl.StringVar(&f.failOn, "fail-on", "major", "the lowest severity that makes the exit status 1: "+strings.Join(failOn(), "|"))
	fl.StringVar(&f.color, "color", "auto", "auto|always|never; auto heeds NO_COLOR")
}

func newCheck(s streams) *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Review files, folders or standard input",
		Long: `check reviews the files, the text files of the folders, or standard input, and
prints a report. Exit status: 0 if nothing is at or above --fail-on, 1 if
something is, 2 if the review could not be made.`,
		Example: `  rectify check article.txt
  rectify check --format json docs > issues.json
  pbpaste | rectify check`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.format, "format", "table", "the report: "+strings.Join(formatNames(), "|"))
	return cmd
}

func newDiff(s streams) *cobra.Command {
	f := reportFlags{format: "diff"}
	cmd := &cobra.Command{
		Use:   "diff [PATH...]",
		Short: "Review, and show each sentence with its changes marked",
		Long: `diff is check --format diff: every sentence with an issue, the suggested
changes marked in it. In a pipe they are marked [-like this-]{+so+}.`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.register(cmd)
	return cmd
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats {
		names = append(names, f.Name)
	}
	return names
}

// run makes the review and prints the report.
func (f *reportFlags) run(s streams, args []string) error {
	fail, err := severityFlag(f.failOn)
	if err != nil {
		return err
	}
	writer, err := report.Lookup(f.format)
	if err != nil {
		return unknown("format", f.format, formatNames())
	}
	options, err := f.options(s, args)
	if err != nil {
		return err
	}
	r, err := f.review()
	if err != nil {
		return err
	}
	inputs, err := read(s, args)
	if err != nil {
		return err
	}
	result := r.Run(documents(inputs))
	// The whole report or nothing: half of one would pass for all of it.
	var out bytes.Buffer
	if err := writer.Write(&out, result, options); err != nil {
		return err
	}
	if err := f.print(s, out.Bytes()); err != nil {
		return err
	}
	for _, file := range result.Files {
		for _, issue := range file.Issues {
			if issue.HowBad() >= fail {
				return errIssues
			}
		}
	}
	return nil
}

func (f *reportFlags) print(s streams, data []byte) error {
	if f.output == "" {
		_, err := s.out.Write(data)
		return err
	}
	if err := os.WriteFile(f.output, data, 0o644); err != nil {
		return fmt.Errorf("can't write the report: %w", err)
	}
	return nil
}

// options looks at where the report goes.
func (f *reportFlags) options(s streams, args []string) (report.Options, error) {
	o := report.Options{Paths: args}
	file := terminal(s.out)
	onTerminal := f.output == "" && file != nil && term.IsTerminal(int(file.Fd()))
	if onTerminal {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil {
			o.Width = width
		}
	}
	switch f.color {
	case "always":
		o.Color = true
	case "never":
	case "auto":
		o.Color = onTerminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	default:
		return o, unknown("value of --color", f.color, []string{"auto", "always", "never"})
	}
	return o, nil
}
