package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
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
	fmt.Fprintf(errs, "rectify: error: %v\n", err)
	var h hinted
	if errors.As(err, &h) {
		fmt.Fprintf(errs, "rectify: hint: %s\n", h.hint)
	}
	return exitFailed
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
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetVersionTemplate("rectify {{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return hinted{err, fmt.Sprintf("see '%s --help'", cmd.CommandPath())}
	})
	root.AddCommand(newCheck(s), newDiff(s), newFix(s), newExplain(s), newGlossary(s))
	return root
}

// terminal is the file behind a stream, or nil.
func terminal(stream any) *os.File {
	f, _ := stream.(*os.File)
	return f
}
