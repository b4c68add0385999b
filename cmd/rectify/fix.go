package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rectify/internal/check"
	"rectify/internal/edit"
	"rectify/internal/english"
	"rectify/internal/format"
	"rectify/internal/report"
	"rectify/internal/review"
)

// fixFlags are what the fix command takes.
type fixFlags struct {
	reviewFlags
	narrowFlags
	write, interactive, track bool
	annotate                  string
	// tracking is there with track.
	tracking tracking
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

What --baseline accepts, and what is on no line that changed, by --new-from or
--diff, stays as it is.

With --interactive it asks about every suggestion, one at a time, and changes
the files in place after the last answer. Quitting, or the end of the input,
keeps what was accepted till then.

With --track it changes nothing for good: every suggestion that is at least
likely, or as sure as --certainty says, becomes a tracked change of a Word
document, with a comment that cites the source.

With --annotate the issues are written into XLIFF files instead, for a
translator's tool to show: as marks around the text (its) or as notes of the
units.`,
		Example: `  rectify fix article.txt > fixed.txt
  rectify fix --write docs
  rectify fix --interactive article.txt
  rectify fix --track article.docx > tracked.docx`,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.tracking.least = check.Likely
			if cmd.Flags().Changed("certainty") {
				f.tracking.least = check.Advice // what is less sure than it says is not shown
			}
			return f.run(s, args)
		},
	}
	f.reviewFlags.register(cmd)
	f.narrowFlags.register(cmd)
	cmd.Flags().BoolVar(&f.write, "write", false, "change the files in place")
	cmd.Flags().StringVar(&f.annotate, "annotate", "", "change no text: write every issue into the XLIFF files, as `KIND` of remark: "+strings.Join(annotations, "|"))
	cmd.Flags().BoolVar(&f.interactive, "interactive", false, "ask about each suggestion, then change the files in place")
	cmd.Flags().BoolVar(&f.track, "track", false, "propose the suggestions as tracked changes of a Word document")
	return cmd
}

// checkStdin makes sure that standard input is asked for nothing but its text.
func (f *fixFlags) checkStdin(args []string) error {
	switch {
	case fromStdin(args) && f.interactive:
		return hinted{errors.New("standard input is where --interactive reads the answers"), "name a file or a folder"}
	case f.diff == "-" && f.interactive:
		return hinted{errors.New("standard input is where --interactive reads the answers"), "write the diff to a file and name that: --diff FILE"}
	case fromStdin(args) && f.write:
		return hinted{errors.New("standard input can't be changed in place"), "leave --write out: the text goes to standard output"}
	}
	return nil
}

func (f *fixFlags) run(s streams, args []string) error {
	if err := cmp.Or(f.checkAnnotate(), f.checkStdin(args), f.checkTrack()); err != nil {
		return err
	}
	r, err := f.review()
	if err != nil {
		return err
	}
	found, err := f.find(s, args)
	if err != nil {
		return err
	}
	if err := f.against(&found, r.Glossary); err != nil {
		return err
	}
	f.settle(&f.reviewFlags)
	narrow, err := f.narrowFlags.open(s, &found, r, f.write || f.interactive)
	if err != nil {
		return err
	}
	inputs, err := found.all(s.err)
	if err != nil {
		return err
	}
	if f.interactive {
		return fixAsking(s, r, narrow, inputs, f.repeated(), args)
	}
	if !f.write && len(inputs) > 1 {
		return hinted{fmt.Errorf("%d files can't be printed as one", len(inputs)), "change them in place with --write, or name one file"}
	}
	if err := f.fits(s, inputs); err != nil {
		return err
	}
	return f.fixAll(s, r, narrow, inputs, args)
}

// repeated are the flags that another command needs to review the same way.
func (f *fixFlags) repeated() []string {
	return slices.Concat(f.reviewFlags.repeated(), f.narrowFlags.repeated())
}

// fixAll makes the changes, and writes or prints them.
func (f *fixFlags) fixAll(s streams, r review.Review, narrow narrowing, inputs []*format.File, args []string) error {
	contents := make([][]byte, len(inputs))
	var err error
	var total tally
	for i, in := range inputs {
		var done tally
		if contents[i], done, err = f.change()(r, narrow, in); err != nil {
			return err
		}
		total.add(done)
	}
	total.proposed = f.track
	where := ""
	if f.write {
		where = " in " + english.Count(total.files, "file")
		err = rewrite(inputs, contents)
	} else {
		for i, data := range contents { // one at most
			where = " in the " + printed(inputs[i])
			_, err = s.out.Write(data)
		}
	}
	if err != nil {
		return err
	}
	said := total.sentence(where, f.repeated(), args)
	if f.annotate != "" {
		said = english.Count(total.fixed, "issue") + " written" + where
	}
	fmt.Fprintln(s.err, said)
	narrow.tell(s.err)
	return nil
}

// printed says what a file is on standard output.
func printed(in *format.File) string {
	switch {
	case in.Office != nil:
		return "document written to standard output"
	case in.Document.Origin != nil:
		return "file printed"
	}
	return "text printed"
}

// fits makes sure that the files can be changed as the flags say, and that what
// is printed is of use where it goes.
func (f *fixFlags) fits(s streams, inputs []*format.File) error {
	if f.track {
		if err := trackable(inputs); err != nil {
			return err
		}
	}
	if out := terminal(s.out); !f.write && out != nil && term.IsTerminal(int(out.Fd())) {
		for _, in := range inputs {
			if in.Office != nil {
				return hinted{fmt.Errorf("%s is no text that a terminal shows", in.Document.Path), "change it in place with --write, or send the output to a file"}
			}
		}
	}
	return nil
}

// mostRounds bounds the rounds of a fix. A second one is needed where two
// suggestions touched each other; none ever needed a fourth.
const mostRounds = 10

// fixed applies the safe suggestions until none is left.
func fixed(r review.Review, narrow narrowing, file *format.File) ([]byte, tally, error) {
	path := file.Document.Path
	var done tally
	text := changing{narrowing: narrow}
	for range mostRounds {
		issues := text.count(r.Document(file.Document))
		var groups [][]edit.Edit
		for _, i := range issues {
			if len(i.Suggestions) > 0 && i.Suggestions[0].Safe {
				groups = append(groups, i.Suggestions[0].Edits)
			}
		}
		done.left = len(issues)
		if len(groups) == 0 {
			break
		}
		edits, taken := edit.Merge(groups)
		data, err := file.Apply(edits)
		if err != nil {
			return nil, done, fmt.Errorf("%s: %w", path, err)
		}
		for _, t := range taken {
			if t {
				done.fixed++
			}
		}
		if file, err = file.Again(data); err != nil {
			return nil, done, err
		}
		text.changes = append(text.changes, edits)
	}
	if done.fixed > 0 {
		done.files = 1
	}
	return file.Data, done, nil
}

// tally counts what a fix did: files changed, issues fixed in them, issues
// left in all files. proposed says that nothing was changed for good; silent counts
// the proposals that have no comment.
type tally struct {
	files, fixed, left, silent int
	proposed                   bool
}

func (t *tally) add(o tally) {
	t.files, t.fixed, t.left, t.silent = t.files+o.files, t.fixed+o.fixed, t.left+o.left, t.silent+o.silent
}

// sentence says what was fixed, and where, and what the user may do about the
// rest.
func (t tally) sentence(where string, flags, args []string) string {
	text := english.Count(t.fixed, "issue") + " fixed" + where
	switch {
	case t.fixed == 0 && t.left == 0:
		return "nothing to fix"
	case t.fixed == 0:
		text = "nothing fixed"
	case t.proposed:
		text = english.Count(t.fixed, "change") + " proposed" + where
		if t.silent > 0 {
			text += fmt.Sprintf(", %s without a comment: Word has none in headers, footers, notes and text boxes", english.Figures(t.silent))
		}
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
