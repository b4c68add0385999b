package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rectify/glossary"
	"rectify/internal/audit"
	"rectify/internal/english"
	"rectify/internal/format"
	"rectify/internal/termbase"
)

// lintFlags say what is looked at.
type lintFlags struct {
	noBuiltin, write, all bool
	clean                 []string
}

func newGlossaryLint(s streams) *cobra.Command {
	var f lintFlags
	cmd := &cobra.Command{
		Use:   "lint [FILE...]",
		Short: "Look for what is wrong with a glossary",
		Long: `lint looks for what is wrong with the glossary files named, held against the
built-in glossary, or with the built-in one itself: a fault a line, as
file:line: message (check). --write puts right what has one right form.
Exit status: 0 if nothing is wrong, 1 if something is, 2 if a file can't be read.

The checks:
` + lintChecks(),
		Example: "  rectify glossary lint\n  rectify glossary lint our-terms.tsv --clean published/",
		RunE: func(_ *cobra.Command, args []string) error {
			return f.run(s, args)
		},
	}
	fl := cmd.Flags()
	fl.BoolVar(&f.noBuiltin, "no-builtin", false, "don't hold the files against the built-in glossary")
	fl.BoolVar(&f.write, "write", false, "write back what has one right form (.tsv files)")
	fl.BoolVar(&f.all, "all", false, "print every fault, not only the first of each check")
	fl.StringArrayVar(&f.clean, "clean", nil, "a good text, or a folder of such, in which nothing may be flagged: `PATH`; repeatable")
	return cmd
}

func lintChecks() string {
	var out strings.Builder
	for _, c := range audit.Checks {
		fmt.Fprintf(&out, "  %-15s %s\n", c.ID, c.Doc)
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func (f *lintFlags) run(s streams, names []string) error {
	a, err := f.audit(s, names)
	if err != nil {
		return err
	}
	faults := a.Run()
	if f.write {
		left, err := mend(a.Files, faults)
		if err != nil {
			return err
		}
		right := english.Count(len(faults)-len(left), "fault")
		if err := show(s.out, func(w io.Writer) { fmt.Fprintf(w, "%s put right.\n", right) }); err != nil {
			return err
		}
		faults = left
	}
	if err := show(s.out, func(w io.Writer) { f.print(w, faults) }); err != nil {
		return err
	}
	if len(faults) > 0 {
		return errIssues
	}
	return nil
}

// audit reads the files and the good texts.
func (f *lintFlags) audit(s streams, names []string) (a audit.Audit, err error) {
	if !f.noBuiltin || len(names) == 0 {
		a.Files = slices.Clone(glossary.Files)
	}
	for i, name := range names {
		file, err := lintable(s, name)
		if err != nil {
			return a, err
		}
		file.Layer = 1 + i
		a.Files = append(a.Files, file)
	}
	if len(f.clean) == 0 {
		return a, nil
	}
	found, err := find(s, f.clean)
	if err != nil {
		return a, err
	}
	inputs, err := found.all(s.err)
	for _, in := range inputs {
		a.Clean = append(a.Clean, in.Document)
	}
	return a, err
}

// lintable reads a file so that its faults can be told: one of tabs as it is,
// to the line, and any other as it is understood.
func lintable(s streams, name string) (termbase.File, error) {
	if !strings.EqualFold(filepath.Ext(name), ".tsv") {
		file, left, err := readGlossary(name)
		noteLosses(s.err, left)
		return file, err
	}
	data, err := readFile(name)
	if err != nil {
		return termbase.File{}, fmt.Errorf("can't read the glossary: %w", err)
	}
	return termbase.File{Name: name, Text: string(data)}, nil
}

// mostFaults is how many faults of one check are printed.
const mostFaults = 10

func (f *lintFlags) print(w io.Writer, faults []termbase.Fault) {
	seen := map[string]int{}
	for _, fault := range faults {
		seen[fault.Check]++
		if f.all || seen[fault.Check] <= mostFaults {
			fmt.Fprintf(w, "%s (%s)\n", fault.Error(), fault.Check)
		}
	}
	for _, c := range audit.Checks {
		if n := seen[c.ID] - mostFaults; n > 0 && !f.all {
			fmt.Fprintf(w, "and %d more of %s: see them with --all\n", n, c.ID)
		}
	}
	if len(faults) > 0 {
		fmt.Fprintf(w, "\n%s.\n", english.Count(len(faults), "fault"))
	}
}

// mend writes the lines that have one right form into their files, and returns
// the faults that are left.
func mend(files []termbase.File, faults []termbase.Fault) (left []termbase.Fault, err error) {
	fixed := map[string]map[int]string{}
	for _, fault := range faults {
		at := slices.IndexFunc(files, func(f termbase.File) bool { return f.Name == fault.File })
		if fault.Fixed == nil || at < 0 || files[at].Layer == 0 || fixed[fault.File][fault.Line] != "" || files[at].Text == "" {
			left = append(left, fault)
			continue
		}
		if fixed[fault.File] == nil {
			fixed[fault.File] = map[int]string{}
		}
		fixed[fault.File][fault.Line] = *fault.Fixed
	}
	for _, f := range files {
		lines := fixed[f.Name]
		if len(lines) == 0 {
			continue
		}
		if err := format.Write(f.Name, []byte(withLines(f.Text, lines)), []byte(f.Text)); err != nil {
			return nil, err
		}
	}
	return left, nil
}

// withLines puts lines, by number, into a text; an empty one is taken out.
func withLines(text string, lines map[int]string) string {
	var out strings.Builder
	number := 0
	for line := range strings.Lines(text) {
		number++
		new, changed := lines[number]
		end := line[len(strings.TrimRight(line, "\r\n")):]
		switch {
		case !changed:
			out.WriteString(line)
		case new != "":
			out.WriteString(new + end)
		}
	}
	return out.String()
}
