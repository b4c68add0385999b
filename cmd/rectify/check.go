package main

import (
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rectify/internal/checks"
	"rectify/internal/document"
	"rectify/internal/report"
	"rectify/internal/review"
)

// reportFlags are what the commands that print a report take.
type reportFlags struct {
	reviewFlags
	gateFlags
	talkFlags
	formats       []string
	output, color string
	across        bool
}

func (f *reportFlags) register(cmd *cobra.Command) {
	f.reviewFlags.register(cmd)
	fl := cmd.Flags()
	fl.StringVar(&f.output, "output", "", "write the report to this `FILE`; of several, the one that has none of its own")
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
  rectify check --format sarif=issues.sarif,table docs
  rectify check --across docs
  rectify check --new-from main docs
  rectify check --baseline old.tsv --write-baseline docs
  pbpaste | rectify check`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.register(cmd)
	cmd.Flags().StringArrayVar(&f.formats, "format", nil, "the `FORMAT` of the report: "+strings.Join(formatNames(), ", ")+"; several as in sarif=FILE,table; default: "+defaultFormat)
	cmd.MarkFlagsMutuallyExclusive("write-baseline", "format")
	return cmd
}

func newDiff(s streams) *cobra.Command {
	f := reportFlags{formats: []string{"diff"}}
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

// run makes the review and prints the reports.
func (f *reportFlags) run(s streams, args []string) error {
	reports, err := parseOutputs(f.formats, f.output)
	if err != nil {
		return err
	}
	options, err := f.options(args)
	if err != nil {
		return err
	}
	r, err := f.review()
	if err != nil {
		return err
	}
	r.Across = f.across
	f.settle(&f.reviewFlags)
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
	if err := reports.fit(s, f.reads(texts)); err != nil {
		return err
	}
	switch {
	case f.write:
		reports = nil
	case f.quiet:
		reports = reports.toFiles()
	}
	talk := f.talkFlags.open(s, len(texts.paths))
	defer talk.close()
	options.Files, options.Source = len(texts.paths), r.Glossary.Source
	options.Checks, options.Version, options.FailOn = checks.All, version(), fail
	reports.begin(options, lookOf(s.out), f.color)
	defer reports.discard()
	err = stream(r, texts, gate, talk, reports)
	talk.close()
	if err == nil {
		err = reports.write(s)
	}
	if err != nil {
		return err
	}
	return gate.close(talk.notes)
}

// stream reviews the texts, and hands each to the reports as soon as its turn comes.
func stream(r review.Review, texts inputs, gate *gate, talk *talk, reports outputs) error {
	err := r.Stream(len(texts.paths), func(i int) (*document.Document, error) {
		in, err := texts.open(i)
		if err != nil {
			return nil, err
		}
		return in.Document, reports.takes(in)
	}, func(file review.File) error {
		counts := gate.file(file)
		talk.file(file, counts)
		return reports.file(counts)
	})
	if err != nil {
		return err
	}
	return reports.close()
}

// reads are the files that the review reads.
func (f *reportFlags) reads(texts inputs) []string {
	paths := append(slices.Clone(texts.paths), f.baselineFlags.file, f.diff, f.source)
	paths = append(paths, f.inForce.Files()...)
	for _, g := range f.inForce.Whole().Glossaries {
		paths = append(paths, g.Is)
	}
	return paths
}

// colors are the values of --color.
var colors = []string{"auto", "always", "never"}

// options are what all reports have to know.
func (f *reportFlags) options(args []string) (report.Options, error) {
	if !slices.Contains(colors, f.color) {
		return report.Options{}, unknown("value of --color", f.color, colors)
	}
	var o report.Options
	if !fromStdin(args) {
		o.Paths = args
	}
	o.Flags = slices.Concat(f.reviewFlags.repeated(), f.narrowFlags.repeated())
	return o, nil
}

// lookOf is the width of the terminal that a stream goes to and whether it
// takes color. Anything else takes none, and is as wide as it is asked to be.
func lookOf(stream io.Writer) report.Options {
	file := terminal(stream)
	if file == nil || !term.IsTerminal(int(file.Fd())) {
		return report.Options{Width: askedWidth()}
	}
	o := report.Options{Color: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil {
		o.Width = width
	}
	return o
}

// askedWidth is what COLUMNS says (POSIX, "Environment Variables") of the place that
// a pipe or a file is read in, 0 if it says nothing.
func askedWidth() int {
	width, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if err != nil {
		return 0
	}
	return max(width, 0)
}
