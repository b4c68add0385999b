package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"rectify/internal/edit"
	"rectify/internal/format"
	"rectify/internal/report"
	"rectify/internal/review"
)

// fixFlags are what the fix command takes.
type fixFlags struct {
	reviewFlags
	write, interactive bool
}

func newFix(s streams) *cobra.Command {
	var f fixFlags
	cmd := &cobra.Command{
		Use:   "fix [PATH...]",
		Short: "Apply the suggestions that are safe, or those that you accept",
		Long: `fix applies the suggestions that may be applied unread, and nothing else. It
prints the text to standard output, or changes the files in place with --write:
each file whole or not at all, its permissions, symbolic links and every byte
outside the changes kept. What is left for a person to decide is counted on
standard error.

With --interactive it asks about every suggestion, one at a time, and changes
the files in place after the last answer. Quitting, or the end of the input,
keeps what was accepted till then.`,
		Example: `  rectify fix article.txt > fixed.txt
  rectify fix --write docs
  rectify fix --interactive article.txt`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.register(cmd)
	cmd.Flags().BoolVar(&f.write, "write", false, "change the files in place")
	cmd.Flags().BoolVar(&f.interactive, "interactive", false, "ask about each suggestion, then change the files in place")
	return cmd
}

func (f *fixFlags) run(s streams, args []string) error {
	if fromStdin(args) && f.interactive {
		return hinted{errors.New("standard input is where --interactive reads the answers"), "name a file or a folder"}
	}
	if fromStdin(args) && f.write {
		return hinted{errors.New("standard input can't be changed in place"), "leave --write out: the text goes to standard output"}
	}
	r, err := f.review()
	if err != nil {
		return err
	}
	found, err := f.find(s, args)
	if err != nil {
		return err
	}
	inputs, err := found.all()
	if err != nil {
		return err
	}
	if f.interactive {
		return fixAsking(s, r, inputs, f.repeated(), args)
	}
	if !f.write && len(inputs) > 1 {
		return hinted{fmt.Errorf("%d files can't be printed as one", len(inputs)), "change them in place with --write, or name one file"}
	}
	texts := make([]string, len(inputs))
	var total tally
	for i, in := range inputs {
		var done tally
		if texts[i], done, err = fixed(r, in); err != nil {
			return err
		}
		total.add(done)
	}
	where := ""
	if f.write {
		where = " in " + count(total.files, "file")
		err = rewrite(inputs, texts)
	} else {
		where = " in the text printed"
		for i, in := range inputs { // one at most
			err = printText(s, in, texts[i])
		}
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(s.err, total.sentence(where, f.repeated(), args))
	return nil
}

// rewrite changes the files in place, once it knows that all can be.
func rewrite(inputs []input, texts []string) error {
	for i, in := range inputs {
		if texts[i] != in.Document.Text {
			if err := writable(in); err != nil {
				return err
			}
		}
	}
	var failed []error
	for i, in := range inputs {
		if texts[i] != in.Document.Text {
			failed = append(failed, format.Write(in.Document.Path, texts[i], in.Encoding, in.data))
		}
	}
	return errors.Join(failed...)
}

// writable is the error that writing the file would end with: it is asked to
// hold what it holds.
func writable(in input) error {
	return format.Write(in.Document.Path, in.Document.Text, in.Encoding, in.data)
}

// printText prints the text in the encoding that it was read in.
func printText(s streams, in input, text string) error {
	data := in.data
	if text != in.Document.Text {
		if !format.RoundTrips(in.data) {
			return hinted{fmt.Errorf("%s: its %s bytes can't be written back unchanged", in.Document.Path, in.Encoding), "convert the file to UTF-8 first"}
		}
		var err error
		if data, err = in.Encoding.Encode(text); err != nil {
			return fmt.Errorf("%s: %w", in.Document.Path, err)
		}
	}
	_, err := s.out.Write(data)
	return err
}

// mostRounds bounds the rounds of a fix. A second one is needed where two
// suggestions touched each other; none ever needed a fourth.
const mostRounds = 10

// fixed applies the safe suggestions until none is left.
func fixed(r review.Review, in input) (string, tally, error) {
	file := in.File
	var done tally
	for range mostRounds {
		result := r.Document(file.Document)
		var groups [][]edit.Edit
		for _, i := range result.Issues {
			if len(i.Suggestions) > 0 && i.Suggestions[0].Safe {
				groups = append(groups, i.Suggestions[0].Edits)
			}
		}
		done.left = len(result.Issues)
		if len(groups) == 0 {
			break
		}
		edits, taken := edit.Merge(groups)
		text, err := edit.Apply(file.Document.Text, edits)
		if err != nil {
			return "", done, fmt.Errorf("%s: %w", file.Document.Path, err)
		}
		for _, t := range taken {
			if t {
				done.fixed++
			}
		}
		if file, err = format.Read(file.Document.Path, []byte(text)); err != nil {
			return "", done, err
		}
	}
	if done.fixed > 0 {
		done.files = 1
	}
	return file.Document.Text, done, nil
}

// tally counts what a fix did: files changed, issues fixed in them, issues
// left in all files.
type tally struct{ files, fixed, left int }

func (t *tally) add(o tally) {
	t.files, t.fixed, t.left = t.files+o.files, t.fixed+o.fixed, t.left+o.left
}

// sentence says what was fixed, and where, and what the user may do about the
// rest.
func (t tally) sentence(where string, flags, args []string) string {
	text := count(t.fixed, "issue") + " fixed" + where
	switch {
	case t.fixed == 0 && t.left == 0:
		return "nothing to fix"
	case t.fixed == 0:
		text = "nothing fixed"
	}
	if t.left == 0 {
		return text
	}
	text += fmt.Sprintf("; %d left to decide", t.left)
	if !fromStdin(args) {
		text += ": rectify diff " + report.Arguments(report.Options{Paths: args, Flags: flags})
	}
	return text
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
