package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rectify/internal/checks"
	"rectify/internal/document"
	"rectify/internal/format"
	"rectify/internal/report"
	"rectify/internal/review"
)

// reportFlags are what the commands that print a report take.
type reportFlags struct {
	reviewFlags
	gateFlags
	talkFlags
	format, output, color string
	across                bool
}

func (f *reportFlags) register(cmd *cobra.Command) {
	f.reviewFlags.register(cmd)
	fl := cmd.Flags()
	fl.StringVar(&f.output, "output", "", "write the report to this `FILE`")
	f.registerFailOn(cmd)
	fl.BoolVar(&f.across, "across", false, "hold the files against each other too: one term, one rendering in all of them")
	fl.StringVar(&f.color, "color", "auto", "`WHEN` to color: "+strings.Join(colors, "|")+"; auto heeds NO_COLOR")
	f.gateFlags.register(cmd)
	f.talkFlags.register(cmd)
}

func newCheck(s streams) *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Review files, folders or standard input",
		Long: `check reviews the files, the text files of the folders, or standard input, and
prints a report. Exit status: 0 if nothing is at or above --fail-on, 1 if
something is, 2 if the review could not be made. --max-issues lets some pass,
--baseline those accepted before, --new-from and --diff those on lines that
didn't change.`,
		Example: `  rectify check article.txt
  rectify check --format json docs > issues.json
  rectify check --across docs
  rectify check --new-from main docs
  rectify check --baseline old.tsv --write-baseline docs
  pbpaste | rectify check`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.format, "format", "table", "the `FORMAT` of the report: "+strings.Join(formatNames(), "|"))
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
	form, err := report.Lookup(f.format)
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
	r.Across = f.across
	if !f.set.Changed("baseline") {
		f.baselineFlags.file = f.inForce.Whole().Baseline.Is
	}
	fail, err := failure(f.inForce.Whole().FailOn.Is)
	if err != nil {
		return err
	}
	texts, err := f.find(s, args)
	if err != nil {
		return err
	}
	if err := f.against(&texts, r.Glossary); err != nil {
		return err
	}
	gate, err := f.gateFlags.open(s, &texts, r, fail)
	if err != nil {
		return err
	}
	if err := f.sparesInputs(texts); err != nil {
		return err
	}
	talk := f.talkFlags.open(s, len(texts.paths))
	defer talk.close()
	// The whole report or nothing: half of one would pass for all of it.
	var out spool
	defer out.discard()
	options.Files, options.Source = len(texts.paths), r.Glossary.Source
	options.Checks, options.Version = checks.All, version()
	writer := form.New(&out, options)
	err = r.Stream(len(texts.paths), func(i int) (*document.Document, error) {
		in, err := texts.open(i)
		if err != nil {
			return nil, err
		}
		return in.Document, f.fits(in)
	}, func(file review.File) error {
		counts := gate.file(file)
		talk.file(file, counts)
		return writer.File(counts)
	})
	if err == nil {
		err = writer.Close()
	}
	talk.close()
	if err == nil && !f.write {
		err = f.print(s, &out)
	}
	if err != nil {
		return err
	}
	return gate.close(talk.notes)
}

func (f *reportFlags) print(s streams, report *spool) error {
	switch {
	case f.output == "" && f.quiet:
		return nil
	case f.output == "":
		return report.copyTo(s.out)
	}
	file, err := os.Create(f.output)
	if err == nil {
		err = errors.Join(report.copyTo(file), file.Close())
	}
	if err != nil {
		return fmt.Errorf("can't write the report: %w", err)
	}
	return nil
}

// sparesInputs fails if --output names a file that the review reads.
func (f *reportFlags) sparesInputs(texts inputs) error {
	out, err := os.Stat(f.output)
	if f.output == "" || err != nil {
		return nil // there is no such file to lose
	}
	paths := append(slices.Clone(texts.paths), f.baselineFlags.file, f.diff, f.source)
	for _, g := range f.inForce.Whole().Glossaries {
		paths = append(paths, g.Is)
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && os.SameFile(info, out) {
			return hinted{fmt.Errorf("--output would overwrite %s, which the review reads", path), "name another file for the report"}
		}
	}
	return nil
}

// fits makes sure that the report can be of use: a patch is made of the bytes of
// UTF-8, and would not apply to a file in another encoding.
func (f *reportFlags) fits(in *format.File) error {
	if f.format == "patch" && in.Encoding != format.UTF8 {
		return hinted{
			fmt.Errorf("%s is %s: a patch would not apply to it", in.Document.Path, in.Encoding),
			"change it in place with rectify fix --write or --interactive",
		}
	}
	return nil
}

// colors are the values of --color.
var colors = []string{"auto", "always", "never"}

// options looks at where the report goes.
func (f *reportFlags) options(s streams, args []string) (report.Options, error) {
	if !slices.Contains(colors, f.color) {
		return report.Options{}, unknown("value of --color", f.color, colors)
	}
	var o report.Options
	if f.output == "" {
		o = lookOf(s.out)
	}
	if f.color != "auto" {
		o.Color = f.color == "always"
	}
	if !fromStdin(args) {
		o.Paths = args
	}
	o.Flags, o.Narrow = f.reviewFlags.repeated(), f.gateFlags.repeated()
	return o, nil
}

// lookOf is the width of the terminal that a stream goes to and whether it
// takes color; none of it for anything else.
func lookOf(stream io.Writer) report.Options {
	file := terminal(stream)
	if file == nil || !term.IsTerminal(int(file.Fd())) {
		return report.Options{}
	}
	o := report.Options{Color: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil {
		o.Width = width
	}
	return o
}
