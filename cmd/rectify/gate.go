package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"rectify/internal/check"
	"rectify/internal/checks"
	"rectify/internal/mqm"
	"rectify/internal/review"
)

// gateFlags say which issues of a review count, and how many of them make it
// fail.
type gateFlags struct {
	narrowFlags
	maxIssues int
}

func (f *gateFlags) register(cmd *cobra.Command) {
	f.narrowFlags.register(cmd)
	f.registerWriting(cmd)
	fl := cmd.Flags()
	fl.IntVar(&f.maxIssues, "max-issues", 0, "let pass up to `N` issues at or above --fail-on: they are shown, and the exit status is 0")
	for _, narrow := range []string{"new-from", "diff"} {
		cmd.MarkFlagsMutuallyExclusive("write-baseline", narrow)
	}
	cmd.MarkFlagsMutuallyExclusive("write-baseline", "shrink-baseline")
	cmd.MarkFlagsMutuallyExclusive("write-baseline", "output")
}

// gate takes the issues of a review that count from those that don't, and says
// in the end whether it is passed.
type gate struct {
	narrowing
	fail mqm.Severity
	most int // issues at or above fail that pass
	bad  int // issues at or above fail
}

// open makes the gate for a review of the texts, and takes those out that hold
// nothing that could count.
func (f *gateFlags) open(s streams, texts *inputs, r review.Review, fail mqm.Severity) (*gate, error) {
	if f.maxIssues < 0 {
		return nil, hinted{fmt.Errorf("--max-issues %d: fewer than none can't pass", f.maxIssues), "leave it out to let none pass"}
	}
	narrow, err := f.narrowFlags.open(s, texts, r, !r.Across)
	return &gate{narrowing: narrow, fail: fail, most: f.maxIssues}, err
}

// file is a reviewed file with those of its issues that count.
func (g *gate) file(f review.File) review.File {
	f = g.narrowing.file(f)
	for _, i := range f.Issues {
		if i.HowBad() >= g.fail {
			g.bad++
		}
	}
	return f
}

// close ends the gate: what the baseline holds is said and written. The error is
// errIssues if the review didn't pass.
func (g *gate) close(notes io.Writer) error {
	if g.accepted != nil {
		if err := g.accepted.close(notes); err != nil {
			return err
		}
	}
	if g.bad > g.most {
		return errIssues
	}
	return nil
}

// covers reports whether a review shows issues of a check and certainty. A check
// that is no more is covered: its issues are gone.
func covers(o review.Options, id string, c check.Certainty) bool {
	for _, run := range o.Checks {
		if run.ID == id {
			return c >= o.Certainty
		}
	}
	return checks.Find(id) == nil
}
