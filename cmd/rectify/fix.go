package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/edit"
	"rectify/internal/format"
	"rectify/internal/review"
)

func newFix(s streams) *cobra.Command {
	var f reviewFlags
	var write bool
	cmd := &cobra.Command{
		Use:   "fix [PATH...]",
		Short: "Apply the suggestions that are safe",
		Long: `fix applies the suggestions that may be applied unread, and nothing else. It
prints the text to standard output, or changes the files in place with --write:
each file whole or not at all, its permissions, links and every byte outside the
changes kept. What is left for a person to decide is counted on standard error.`,
		Example: `  rectify fix article.txt > fixed.txt
  rectify fix --write docs`,
		RunE: func(cmd *cobra.Command, args []string) error { return fix(s, f, write, args) },
	}
	f.register(cmd)
	cmd.Flags().BoolVar(&write, "write", false, "change the files in place")
	return cmd
}

func fix(s streams, f reviewFlags, write bool, args []string) error {
	r, err := f.review()
	if err != nil {
		return err
	}
	inputs, err := read(s, args)
	if err != nil {
		return err
	}
	if write && inputs[0].Document.Path == stdinName {
		return hinted{fmt.Errorf("standard input can't be changed in place"), "leave --write out: the text goes to standard output"}
	}
	if !write && len(inputs) > 1 {
		return hinted{fmt.Errorf("%d files can't be printed as one", len(inputs)), "change them in place with --write, or name one file"}
	}
	total := tally{}
	for _, in := range inputs {
		text, done, err := fixed(r, in)
		if err != nil {
			return err
		}
		if err := put(s, in, text, write); err != nil {
			return err
		}
		total.add(done)
	}
	fmt.Fprintln(s.err, total.sentence(write, args))
	return nil
}

// put writes the text where it belongs.
func put(s streams, in input, text string, write bool) error {
	if write {
		return format.Write(in.Document.Path, text, in.Encoding, in.data)
	}
	if !format.RoundTrips(in.data) {
		return hinted{fmt.Errorf("%s: its %s bytes can't be written back unchanged", in.Document.Path, in.Encoding), "convert the file to UTF-8 first"}
	}
	data, err := in.Encoding.Encode(text)
	if err != nil {
		return fmt.Errorf("%s: %w", in.Document.Path, err)
	}
	_, err = s.out.Write(data)
	return err
}

// mostRounds bounds the rounds of a fix. A second one is needed where two
// suggestions touched each other; none ever needed a fourth.
const mostRounds = 10

// fixed applies the safe suggestions until none is left.
func fixed(r review.Review, in input) (string, tally, error) {
	file := in.File
	done := tally{}
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
	done.files = 1
	return file.Document.Text, done, nil
}

// tally counts what a fix did.
type tally struct{ files, fixed, left int }

func (t *tally) add(o tally) {
	t.files, t.fixed, t.left = t.files+o.files, t.fixed+o.fixed, t.left+o.left
}

func (t tally) sentence(write bool, args []string) string {
	verb := "fixed"
	if !write {
		verb = "fixed in the text printed"
	}
	text := fmt.Sprintf("%s %s in %s", count(t.fixed, "issue"), verb, count(t.files, "file"))
	if t.left > 0 {
		text += fmt.Sprintf("; %d left to decide", t.left)
		if len(args) > 0 {
			text += ": rectify diff " + strings.Join(args, " ")
		}
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
