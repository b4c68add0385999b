package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/config"
	"rectify/internal/format"
)

// columnFlags choose the columns of tables and the keys of JSON.
type columnFlags struct{ columns []string }

func (f *columnFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.columns, "columns", nil, "the `COLUMNS` of a table, or the keys of JSON, that hold the texts: target=en,source=zh; repeatable; default: those with known names")
}

// repeated are the flags that another command needs to read the same columns.
func (f *columnFlags) repeated() []string {
	var out []string
	for _, c := range f.columns {
		out = append(out, "--columns", c)
	}
	return out
}

// read makes columns of the words: a target, and what it renders, if that is
// named too.
func (f *columnFlags) read() (config.Columns, error) {
	var all config.Columns
	for _, words := range f.columns {
		var c format.Column
		for word := range strings.SplitSeq(words, ",") {
			role, name, _ := strings.Cut(word, "=")
			into := &c.Target
			switch role {
			case "target":
			case "source":
				into = &c.Source
			default:
				return nil, unknown("role in --columns", role, []string{"target", "source"})
			}
			if name == "" || *into != "" {
				return nil, columnsHint(words)
			}
			*into = name
		}
		if c.Target == "" {
			return nil, columnsHint(words)
		}
		all = append(all, c)
	}
	return all, nil
}

func columnsHint(words string) error {
	return hinted{fmt.Errorf("--columns %s: it names one target and at most one source", words), "such as --columns target=en,source=zh"}
}
