package main

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/review"
)

// narrowFlags leave out the issues that were accepted before, and those that
// aren't on changed lines.
type narrowFlags struct {
	baselineFlags
	changedFlags
}

func (f *narrowFlags) register(cmd *cobra.Command) {
	f.baselineFlags.register(cmd)
	f.changedFlags.register(cmd)
	cmd.MarkFlagsMutuallyExclusive("new-from", "diff")
}

// repeated are the flags that another command needs to leave out the same.
func (f *narrowFlags) repeated() []string {
	var out []string
	for _, flag := range [][2]string{{"--baseline", f.baselineFlags.file}, {"--new-from", f.newFrom}, {"--diff", f.diff}} {
		if flag[1] != "" {
			out = append(out, flag[0], flag[1])
		}
	}
	return out
}

// settle takes the baseline of the settings, unless the flags say another.
func (f *narrowFlags) settle(r *reviewFlags) {
	if !r.set.Changed("baseline") {
		f.baselineFlags.file = r.inForce.Whole().Baseline.Is
	}
}

// narrowing takes the issues of a review that count from those that don't. Both
// of its parts are nil where every issue counts.
type narrowing struct {
	accepted *acceptance
	changed  *changedLines
}

// open makes ready for a review of the texts. If fewer are wanted, those are taken
// out that hold nothing that could count.
func (f *narrowFlags) open(s streams, texts *inputs, r review.Review, fewer bool) (n narrowing, err error) {
	if n.changed, err = f.changedFlags.open(s, *texts); err != nil {
		return n, err
	}
	if n.changed != nil && fewer {
		texts.paths = n.changed.only(texts.paths)
	}
	n.accepted, err = f.baselineFlags.open(*texts, r)
	return n, err
}

// file is a reviewed file with those of its issues that count.
func (n narrowing) file(f review.File) review.File {
	if n.accepted != nil {
		f = n.accepted.file(f)
	}
	if n.changed != nil {
		f = n.changed.file(f)
	}
	return f
}

// tell says what a baseline left out.
func (n narrowing) tell(notes io.Writer) {
	if n.accepted != nil {
		note(notes, "%s", n.accepted.leftOut())
	}
}

// changing is a text that is changed and reviewed again, and again: what doesn't
// count at first is not to count because its neighbor was changed.
type changing struct {
	narrowing
	// first is the text before the changes, spared are the places there of the
	// issues that don't count.
	first  *document.Document
	spared []document.Span
	// changes are those made since, one after another.
	changes [][]edit.Edit
}

// count are the issues that count of the text as it is now.
func (c *changing) count(f review.File) []check.Issue {
	if c.first == nil {
		c.first = f.Document
		counts := c.narrowing.file(f).Issues
		rest := counts // in the order of all
		for _, i := range f.Issues {
			if len(rest) > 0 && rest[0].Check == i.Check && rest[0].Span == i.Span {
				rest = rest[1:]
			} else {
				c.spared = append(c.spared, i.Span)
			}
		}
		return counts
	}
	return slices.DeleteFunc(slices.Clone(f.Issues), func(i check.Issue) bool { return !c.counts(i) })
}

// counts reports whether an issue of the changed text does.
func (c *changing) counts(i check.Issue) bool {
	for _, edits := range slices.Backward(c.changes) {
		i.Start, i.End = edit.Before(edits, i.Start, i.End)
	}
	for _, s := range c.spared {
		if i.Start <= s.End && s.Start <= i.End {
			return false
		}
	}
	return c.changed == nil || c.changed.touch(c.first, i)
}
