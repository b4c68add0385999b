package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rectify/internal/exchange"
)

// outputFlags are where a glossary goes.
type outputFlags struct {
	output, sources string
}

func (f *outputFlags) register(cmd *cobra.Command, output string) {
	cmd.Flags().StringVar(&f.output, "output", "", output)
	cmd.Flags().StringVar(&f.sources, "sources", "", "write the sources that the rows cite to this `FILE`, a table of its own")
}

func newGlossaryImport(s streams) *cobra.Command {
	var f outputFlags
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Make one glossary file of files in other tools' formats",
		Long: `Import reads glossaries (` + strings.Join(exchange.Readable, " ") + `), checks them and writes one, as rectify
keeps it: tab-separated, a term a row. A later file has the last word. What a
glossary has no place for is said on standard error.`,
		Example: "  rectify glossary import terms.xlsx --output terms.tsv\n  rectify glossary import old.tbx corrections.csv > terms.tsv",
		Args:    atLeastOne("a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			from := glossaryFlags{files: args, noBuiltin: true, notes: cmd.ErrOrStderr}
			g, err := from.load()
			if err != nil {
				return err
			}
			t := exchange.Of(g)
			exchange.Canonical(t.Rows)
			tsv, _ := exchange.Lookup("tsv") // it is rectify's own
			return f.write(s, tsv, t, args)
		},
	}
	f.register(cmd, "write the glossary to this `FILE`")
	return cmd
}

func newGlossaryExport(s streams) *cobra.Command {
	var f outputFlags
	var from glossaryFlags
	var name string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the glossary in another tool's format",
		Long:  "Export writes the glossary for another tool:\n\n" + formatList() + "\nWhat the format can't hold is said on standard error.",
		Example: "  rectify glossary export --output terms.xlsx\n" +
			"  rectify glossary export --format tbx-v2 --output terms.tbx\n" +
			"  rectify glossary export --format vale --output styles",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			format, err := formatOf(name, f.output)
			if err != nil {
				return err
			}
			g, err := from.load()
			if err != nil {
				return err
			}
			return f.write(s, format, exchange.Of(g), from.files)
		},
	}
	cmd.Flags().StringVar(&name, "format", "", "the `FORMAT`: "+strings.Join(exchange.Names(), "|")+"; default: what the extension of --output stands for")
	f.register(cmd, "write to this `FILE`, or for vale into this folder")
	from.register(cmd)
	return cmd
}

// formatList is a line a format.
func formatList() string {
	var out strings.Builder
	for _, f := range exchange.Formats {
		fmt.Fprintf(&out, "  %-8s  %s\n", f.Name, f.Title)
	}
	return out.String()
}

// formatOf is the format asked for, or the one of the file to write.
func formatOf(name, output string) (exchange.Format, error) {
	if name == "" {
		if f, ok := exchange.ByExtension(output); ok {
			return f, nil
		}
		return exchange.Format{}, hinted{fmt.Errorf("which format?"), "name it with --format " + strings.Join(exchange.Names(), "|") + ", or a file of its extension with --output"}
	}
	f, ok := exchange.Lookup(name)
	if !ok {
		return f, unknown("format", name, exchange.Names())
	}
	return f, nil
}

// write writes a table and its sources to where the flags say, when all of it
// could be made, and says what the format left out. read are the files that it
// was made of.
func (f *outputFlags) write(s streams, format exchange.Format, t exchange.Table, read []string) error {
	if f.output == "" && (format.IsFolder() || format.Name == "xlsx") {
		return hinted{fmt.Errorf("%s is not for standard output", format.Name), "say with --output where to write it"}
	}
	if f.output != "" && f.output == f.sources {
		return hinted{fmt.Errorf("--output and --sources name one file: %s", f.output), "the terms and their sources are two tables"}
	}
	if err := spares(read, f.output, f.sources); err != nil {
		return err
	}
	noteLosses(s.err, t.Left)
	var sources bytes.Buffer
	if f.sources != "" {
		if err := exchange.WriteSources(&sources, t.Sources); err != nil {
			return err
		}
		if format.Name == "csv" || format.Name == "tsv" {
			t.Sources = nil // they are in the other file
		}
	}
	var err error
	if format.IsFolder() {
		err = f.writeFolder(s, format, t)
	} else {
		err = f.writeFile(s, format, t)
	}
	if err == nil && f.sources != "" {
		err = writeTo(s.out, f.sources, sources.Bytes())
	}
	return err
}

func (f *outputFlags) writeFile(s streams, format exchange.Format, t exchange.Table) error {
	var data bytes.Buffer
	left, err := format.Write(&data, t)
	if err != nil {
		return err
	}
	noteLosses(s.err, left)
	return writeTo(s.out, f.output, data.Bytes())
}

// writeTo writes to a file, or to standard output if none is named.
func writeTo(out io.Writer, path string, data []byte) error {
	if path == "" {
		_, err := out.Write(data)
		return err
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return fmt.Errorf("can't write the glossary: %w", err)
	}
	return nil
}

// writeFolder writes the files of a format that is a folder. A file of the same
// kind that an earlier export left and this one doesn't write would go on
// counting: the user has to say what becomes of it.
func (f *outputFlags) writeFolder(s streams, format exchange.Format, t exchange.Table) error {
	files, left, err := format.Folder(t)
	if err != nil {
		return err
	}
	var mine []string
	for _, file := range files {
		mine = append(mine, filepath.Join(f.output, filepath.FromSlash(file.Name)))
	}
	for _, path := range mine {
		beside, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.yml"))
		if err != nil {
			return err
		}
		for _, other := range beside {
			if !slices.Contains(mine, other) {
				return hinted{fmt.Errorf("%s is no part of this export, and would be used with it", other), "delete it, or name another folder with --output"}
			}
		}
	}
	noteLosses(s.err, left)
	for i, file := range files {
		if err := os.MkdirAll(filepath.Dir(mine[i]), 0o755); err != nil {
			return fmt.Errorf("can't write the glossary: %w", err)
		}
		if err := writeTo(s.out, mine[i], file.Data); err != nil {
			return err
		}
	}
	return nil
}

// spares fails if a file to write is one of those that were read.
func spares(read []string, written ...string) error {
	for _, to := range written {
		out, err := os.Stat(to)
		if to == "" || err != nil {
			continue // there is no such file to lose
		}
		for _, from := range read {
			if info, err := os.Stat(from); err == nil && os.SameFile(info, out) {
				return hinted{fmt.Errorf("%s is read: it would be overwritten", from), "name another file to write"}
			}
		}
	}
	return nil
}
