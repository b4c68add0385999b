package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/check"
	"rectify/internal/english"
	"rectify/internal/report"
	"rectify/internal/scorecard"
)

// scoreFlags are what a scorecard takes beside what a review does.
type scoreFlags struct {
	reviewFlags
	model  scorecard.Model
	format string
}

// cardFormats are how figures are printed.
var cardFormats = []string{"table", "json"}

func newScore(s streams) *cobra.Command {
	f := scoreFlags{reviewFlags: reviewFlags{certainty: check.Likely.String()}}
	cmd := &cobra.Command{
		Use:   "score [PATH...]",
		Short: "Score files by the standard: penalty points, quality score, pass or fail",
		Long: `score reviews like check, and prints a scorecard of the MQM scoring model, as an
evaluation after ISO 5060 takes it: the errors by type and severity, the penalty
points they cost, the points per word and per 1,000 words, and the overall
quality score, 100 less the points per 1,000 words. What is proven or likely
counts; --certainty advice counts all that check shows. Exit status: 0 if every
file reaches the pass mark, 1 if one doesn't, 2 if there is no score.`,
		Example: `  rectify score article.txt
  rectify score --pass 95 published/
  rectify score --format json article.txt > score.json`,
		RunE: func(_ *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.register(cmd)
	fl := cmd.Flags()
	fl.Float64Var(&f.model.Pass, "pass", scorecard.Default.Pass, "the lowest `SCORE` that passes, up to 100")
	fl.Float64Var(&f.model.Scaling, "scaling", scorecard.Default.Scaling, "what a penalty point per 1,000 words takes from the score: a `FACTOR`")
	fl.StringVar(&f.format, "format", cardFormats[0], "the `FORMAT` of the scorecard: "+strings.Join(cardFormats, "|"))
	return cmd
}

func (f *scoreFlags) run(s streams, args []string) error {
	if !slices.Contains(cardFormats, f.format) {
		return unknown("format", f.format, cardFormats)
	}
	if err := f.model.Validate(); err != nil {
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
	inputs, err := found.all(s.err)
	if err != nil {
		return err
	}
	cards := scorecard.Of(r.Run(documents(inputs)), f.model)
	if cards.All.Words == 0 {
		return hinted{fmt.Errorf("there is nothing to score: no word in %s", english.Count(len(inputs), "file")), "a score is for so many words of the translation"}
	}
	var out bytes.Buffer
	if f.format == "json" {
		err = report.WriteScorecardJSON(&out, cards)
	} else {
		err = report.WriteScorecard(&out, cards, lookOf(s.out))
	}
	if err != nil {
		return err
	}
	if _, err := s.out.Write(out.Bytes()); err != nil {
		return err
	}
	if !cards.Passes() {
		return errIssues
	}
	return nil
}
