package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/english"
	"rectify/internal/evaluation"
	"rectify/internal/format"
	"rectify/internal/report"
	"rectify/internal/termbase"
)

// evalFlags are what an evaluation takes beside what a review does.
type evalFlags struct {
	reviewFlags
	format string
}

func newEval(s streams) *cobra.Command {
	var f evalFlags
	cmd := &cobra.Command{
		Use:   "eval TEXT GOLD [TEXT GOLD...]",
		Short: "Measure the review against texts whose faults are marked",
		Long: `eval reviews each text and holds the issues against its gold, a file with the
faults that a reviser marked in it: how many are found, of those that must be
and of those that may be, how often the advice is right, how many of the issues
the reviser has too, and which faults and issues are left over on either side.
It is for tuning a glossary. Gold has a fault a line, such as
  {"quote": "State President", "class": "title", "zh": "国家主席",
   "accept": ["Chinese President"], "must": true}
on one line. Exit status: 0 if the figures are printed, 2 if they can't be had.`,
		Example: `  rectify eval article.txt article.gold.jsonl
  rectify eval --glossary ours.tsv a.txt a.jsonl b.txt b.jsonl
  rectify eval --certainty likely --format json a.txt a.jsonl > eval.json`,
		Args: inPairs,
		RunE: func(_ *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.format, "format", cardFormats[0], "the `FORMAT` of the figures: "+strings.Join(cardFormats, "|"))
	return cmd
}

// inPairs wants a text and its gold, so often as one likes.
func inPairs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 || len(args)%2 != 0 {
		return hinted{
			fmt.Errorf("%s needs a gold file for each text, and has %s", cmd.Name(), english.Count(len(args), "argument")),
			fmt.Sprintf("name them in turn: %s", cmd.UseLine()),
		}
	}
	return nil
}

func (f *evalFlags) run(s streams, args []string) error {
	if !slices.Contains(cardFormats, f.format) {
		return unknown("format", f.format, cardFormats)
	}
	r, err := f.review()
	if err != nil {
		return err
	}
	if err := f.ofOne(len(args) / 2); err != nil {
		return err
	}
	var inputs []*format.File
	var gold [][]evaluation.Fault
	for pair := range slices.Chunk(args, 2) {
		text, faults, err := f.readPair(s, pair[0], pair[1], r.Glossary)
		if err != nil {
			return err
		}
		inputs, gold = append(inputs, text), append(gold, faults)
	}
	result := evaluation.Evaluate(r.Run(documents(inputs)), gold)
	var out bytes.Buffer
	if f.format == "json" {
		err = report.WriteEvaluationJSON(&out, result)
	} else {
		err = report.WriteEvaluation(&out, result, lookOf(s.out))
	}
	if err != nil {
		return err
	}
	_, err = s.out.Write(out.Bytes())
	return err
}

// readPair reads a text and the faults marked in it.
func (f *evalFlags) readPair(s streams, text, gold string, g *termbase.Glossary) (*format.File, []evaluation.Fault, error) {
	for _, name := range []string{text, gold} {
		if info, err := os.Stat(name); name == "-" || err == nil && info.IsDir() {
			return nil, nil, hinted{fmt.Errorf("%s is no file", name), "each text is named with the gold that belongs to it"}
		}
	}
	found, err := find(s, []string{text})
	if err != nil {
		return nil, nil, err
	}
	if err := f.against(&found, g); err != nil {
		return nil, nil, err
	}
	in, err := found.open(0)
	if err != nil {
		return nil, nil, err
	}
	noteOf(s.err, in.Document)
	data, err := readFile(gold)
	if err != nil {
		return nil, nil, fmt.Errorf("can't read the gold: %w", err)
	}
	faults, err := evaluation.ReadGold(data)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", gold, err)
	}
	return in, faults, nil
}
