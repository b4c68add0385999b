package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/term"

	"rectify/internal/format"
	"rectify/internal/report"
	"rectify/internal/review"
)

// output is one report of a review: its format, and the file it goes to, ""
// for standard output.
type output struct {
	report.Format
	path   string
	spool  spool
	writer report.Writer
	closed bool
}

// outputs are all reports of a review. They are whole or not written at all:
// half of one would pass for all of it.
type outputs []*output

// defaultFormat is that of a report of which nothing is said.
const defaultFormat = "table"

// parseOutputs reads the values of --format, each a list of formats, with a file
// each but for one at most: sarif=out.sarif,table. That one goes to the file of
// --output, if there is one. A comma in the name of a file has a backslash before it.
func parseOutputs(values []string, file string) (outputs, error) {
	if len(values) == 0 {
		values = []string{defaultFormat}
	}
	var all outputs
	var free *output // the one without a file
	for _, value := range values {
		for i, item := range parted(value) {
			name, path, named := strings.Cut(item, "=")
			f, err := report.Lookup(name)
			if err != nil {
				err = unknown("format", name, formatNames())
				if h, ok := errors.AsType[hinted](err); ok && i > 0 { // it may be the rest of a path
					err = hinted{h.error, h.hint + `; a comma in the name of a file is written \,`}
				}
				return nil, err
			}
			if named && path == "" {
				return nil, hinted{fmt.Errorf("--format %s: no file is named", item), "write " + name + "=FILE, or " + name + " alone for standard output"}
			}
			out := &output{Format: f, path: path}
			if !named {
				if free != nil {
					return nil, hinted{
						fmt.Errorf("two reports for standard output: %s and %s", free.Name, name),
						"name a file for one of them: --format " + free.Name + "," + name + "=FILE",
					}
				}
				free, out.path = out, file
			}
			all = append(all, out)
		}
	}
	if file != "" && free == nil {
		return nil, hinted{errors.New("--output: every report has a file of its own"), "leave --output out, or add a format without a file"}
	}
	return all, nil
}

// parted splits a list at its commas, but for those behind a backslash.
func parted(list string) []string {
	var items []string
	var item strings.Builder
	for i := 0; i < len(list); i++ {
		switch {
		case strings.HasPrefix(list[i:], `\,`):
			i++
			item.WriteByte(',')
		case list[i] == ',':
			items = append(items, item.String())
			item.Reset()
		default:
			item.WriteByte(list[i])
		}
	}
	return append(items, item.String())
}

// fit makes sure that the reports can be written where they go: none over another
// or over a file that the review reads, none to a terminal that would print bytes.
func (all outputs) fit(s streams, read []string) error {
	var written []string
	for _, out := range all {
		switch file := terminal(s.out); {
		case out.path != "" && slices.Contains(written, filepath.Clean(out.path)):
			return hinted{fmt.Errorf("two reports for one file: %s", out.path), "name a file for each"}
		case out.path != "":
			if err := placeFor(out.path); err != nil {
				return err
			}
			written = append(written, filepath.Clean(out.path))
		case out.Binary && file != nil && term.IsTerminal(int(file.Fd())):
			return hinted{fmt.Errorf("%s is nothing for a terminal", out.Name), "write it to a file: --format " + out.Name + "=FILE"}
		}
	}
	return spares(read, written...)
}

// toFiles are the reports that go to a file.
func (all outputs) toFiles() outputs {
	return slices.DeleteFunc(all, func(out *output) bool { return out.path == "" })
}

// placeFor makes sure that there is a place for a file, before a long review is
// made for nothing.
func placeFor(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return hinted{fmt.Errorf("can't write the report: %s is a folder", path), "name a file in it"}
	}
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return hinted{fmt.Errorf("can't write the report: there is no folder %s", folder), "make it first, or name another file"}
	}
	return nil
}

// takes makes sure that a text can be in all of the reports: a patch is made of
// the bytes of UTF-8, and would not apply to a file in another encoding.
func (all outputs) takes(in *format.File) error {
	patch := slices.ContainsFunc(all, func(out *output) bool { return out.Name == "patch" })
	if patch && in.Encoding != format.UTF8 {
		return hinted{
			fmt.Errorf("%s is %s: a patch would not apply to it", in.Document.Path, in.Encoding),
			"change it in place with rectify fix --write or --interactive",
		}
	}
	return nil
}

// begin begins the reports. The look is that of standard output; a file is as wide
// as COLUMNS says, and takes color only by request.
func (all outputs) begin(o report.Options, look report.Options, color string) {
	for _, out := range all {
		o.Width, o.Color = askedWidth(), false
		if out.path == "" {
			o.Width, o.Color = look.Width, look.Color
		}
		if color != "auto" {
			o.Color = color == "always"
		}
		out.writer = out.New(&out.spool, o)
	}
}

// file adds a reviewed file to all reports.
func (all outputs) file(f review.File) error {
	for _, out := range all {
		if err := out.writer.File(f); err != nil {
			return err
		}
	}
	return nil
}

// close ends all reports. Nothing is written before write.
func (all outputs) close() error {
	for _, out := range all {
		out.closed = true
		if err := out.writer.Close(); err != nil {
			return err
		}
	}
	return nil
}

// write writes the reports.
func (all outputs) write(s streams) error {
	for _, out := range all {
		if err := out.write(s); err != nil {
			return err
		}
	}
	return nil
}

func (out *output) write(s streams) error {
	if out.path == "" {
		return out.spool.copyTo(s.out)
	}
	file, err := os.Create(out.path)
	if err != nil {
		return fmt.Errorf("can't write the report: %w", err)
	}
	if err := errors.Join(out.spool.copyTo(file), file.Close()); err != nil {
		out.unwrite()
		return fmt.Errorf("can't write the report: %w", err)
	}
	return nil
}

// unwrite takes a report away of which only a part could be written.
func (out *output) unwrite() {
	path, err := filepath.EvalSymlinks(out.path)
	if info, bad := os.Stat(path); err == nil && bad == nil && info.Mode().IsRegular() {
		_ = os.Remove(path) // the error of the report is what has to be told
	}
}

// discard takes away what the reports needed on the way. A review that failed has
// left its reports open; what they would say is not wanted.
func (all outputs) discard() {
	for _, out := range all {
		if !out.closed {
			_ = out.writer.Close()
		}
		out.spool.discard()
	}
}
