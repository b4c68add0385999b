package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rectify/internal/report"
)

// The exit statuses that scripts rely on.
const (
	exitClean  = 0 // nothing at or above --fail-on
	exitIssues = 1 // there is
	exitFailed = 2 // the review could not be made
)

// errIssues ends a command whose review found what --fail-on names. It is no
// error to print.
var errIssues = errors.New("issues found")

// hinted is an error with a way out of it.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

// streams are where a command reads and prints.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run executes the command line and returns the exit status.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	root := newRoot(streams{in, out, errs})
	root.SetArgs(args)
	err := root.Execute()
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errIssues):
		return exitIssues
	}
	fmt.Fprintf(errs, "rectify: error: %s\n", report.Printable(err.Error()))
	var h hinted
	if errors.As(err, &h) {
		fmt.Fprintf(errs, "rectify: hint: %s\n", report.Printable(h.hint))
	}
	return exitFailed
}

// note says something on standard error that is no error.
func note(w io.Writer, format string, values ...any) {
	fmt.Fprintf(w, "rectify: note: %s\n", report.Printable(fmt.Sprintf(format, values...)))
}

// show prints what is made for a person to read. It may hold what a stranger wrote
// into a glossary.
func show(w io.Writer, print func(io.Writer)) error {
	var out bytes.Buffer
	print(&out)
	_, err := io.WriteString(w, report.Printable(out.String()))
	return err
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "rectify",
		Short: "Review translated English against official terms and titles",
		Long: `rectify reviews translated English, mostly machine translations of Chinese
official and news texts, against a glossary of official terms and titles. It
says what is wrong, what it should be and where the official rendering was seen,
and applies what can be applied unread. It works offline.`,
		Example: `  rectify check article.txt          what is wrong, grouped by term
  rectify diff article.txt           each sentence with its changes marked
  rectify fix --write article.txt    apply the safe suggestions
  rectify explain 国家主席            everything known of a term`,
		Version:           version(),
		RunE:              mistaken,
		Args:              cobra.ArbitraryArgs,
		PersistentPreRunE: noEmptyFlag,
		SilenceErrors:     true,
		SilenceUsage:      true,
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	groupFlags(root, s)
	root.SetVersionTemplate("rectify {{.Version}}\n")
	root.SetFlagErrorFunc(badFlag)
	root.AddCommand(newCheck(s), newDiff(s), newFix(s), newScore(s), newExplain(s), newGlossary(s), newEval(s), newConfig(s), newInit(s))
	root.SetHelpCommand(newHelp(root))
	return root
}

// mistaken is rectify without a command: help, or an error.
func mistaken(root *cobra.Command, args []string) error {
	if len(args) > 0 {
		if _, err := os.Stat(args[0]); err == nil {
			return hinted{fmt.Errorf("unknown command %q", args[0]), "to review the file or folder of that name: rectify check " + report.Arguments(report.Options{Paths: args})}
		}
	}
	return helpOnly(root, args)
}

// helpOnly is what a command does that is only there to hold others.
func helpOnly(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return unknownCommand(cmd, args)
	}
	return cmd.Help()
}

// unknownCommand is the error of arguments that begin with no command of the
// parent.
func unknownCommand(parent *cobra.Command, args []string) error {
	var known []string
	for _, c := range parent.Commands() {
		if c.IsAvailableCommand() {
			known = append(known, c.Name())
		}
	}
	what := "command"
	if parent.HasParent() {
		what += " of " + parent.CommandPath()
	}
	return unknown(what, args[0], known)
}

// atLeastOne wants an argument.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return hinted{fmt.Errorf("%s needs %s", cmd.Name(), what), fmt.Sprintf("see '%s --help'", cmd.CommandPath())}
		}
		return nil
	}
}

// badFlag is the error of a flag, without the words of Go's libraries.
func badFlag(cmd *cobra.Command, err error) error {
	if number, ok := errors.AsType[*strconv.NumError](err); ok {
		kind := "a whole number"
		if number.Func == "ParseFloat" {
			kind = "a number"
		}
		err = fmt.Errorf("%s: it takes %s", strings.TrimSuffix(err.Error(), ": "+number.Error()), kind)
	}
	return hinted{err, fmt.Sprintf("see '%s --help'", cmd.CommandPath())}
}

// noEmptyFlag fails on a flag whose value is empty: what it was to say would be
// ignored. No baseline at all is one way to say that there is to be none.
func noEmptyFlag(cmd *cobra.Command, _ []string) (err error) {
	cmd.Flags().Visit(func(flag *pflag.Flag) {
		if flag.Value.Type() == "string" && flag.Value.String() == "" && flag.Name != "baseline" {
			err = hinted{fmt.Errorf("--%s is empty", flag.Name), "is a variable of the shell not set?"}
		}
	})
	return err
}

// terminal is the file behind a stream, or nil.
func terminal(stream any) *os.File {
	f, _ := stream.(*os.File)
	return f
}
