package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"rectify/internal/baseline"
	"rectify/internal/check"
	"rectify/internal/english"
	"rectify/internal/format"
	"rectify/internal/review"
)

// baselineFlags name the file of the issues that are accepted as they are, and
// say what is to be done to it.
type baselineFlags struct {
	file          string
	write, shrink bool
}

func (f *baselineFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.file, "baseline", "", "leave out the issues that this `FILE` accepts, which check --write-baseline writes")
}

// registerWriting adds the flags of a command that writes the file.
func (f *baselineFlags) registerWriting(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.BoolVar(&f.write, "write-baseline", false, "accept all issues there are, in the file of --baseline, and print no report")
	fl.BoolVar(&f.shrink, "shrink-baseline", false, "take what is gone out of the file of --baseline, and accept nothing new")
}

// acceptance is a baseline at work.
type acceptance struct {
	baselineFlags
	*baseline.Baseline
	lines []baseline.Line
	old   []byte // what the file held, nil if there was none
	scope baseline.Scope
	fresh int
}

// open reads the baseline for a review of the texts; nil if there is none.
func (f *baselineFlags) open(texts inputs, r review.Review) (*acceptance, error) {
	switch {
	case f.file == "" && f.write:
		return nil, hinted{errors.New("--write-baseline: no file to write"), "name it with --baseline FILE, or in the settings"}
	case f.file == "" && f.shrink:
		return nil, hinted{errors.New("--shrink-baseline: no baseline"), "name it with --baseline FILE, or in the settings"}
	case f.file == "":
		return nil, nil
	}
	a := &acceptance{baselineFlags: *f}
	var err error
	switch a.old, err = readFile(f.file); {
	case err == nil:
		if a.lines, err = baseline.Parse(f.file, string(a.old)); err != nil {
			return nil, hinted{err, "put the line right, or delete the file and write it again with --write-baseline"}
		}
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("can't read the baseline: %w", err)
	case !f.write:
		return nil, hinted{fmt.Errorf("no such file: %s", f.file), "accept the issues there are with --write-baseline"}
	}
	var paths []string
	for _, path := range texts.paths {
		paths = append(paths, a.path(path))
	}
	a.Baseline = baseline.New(a.lines, paths)
	exists, options := map[string]bool{}, map[string]review.Options{}
	a.scope = baseline.Scope{
		Exists: func(path string) bool {
			there, known := exists[path]
			if !known {
				_, err := os.Stat(filepath.Join(filepath.Dir(f.file), filepath.FromSlash(path)))
				there = err == nil
				exists[path] = there
			}
			return there
		},
		Covers: func(path, id string, c check.Certainty) bool {
			o, known := options[path]
			if !known {
				o = r.For(filepath.Join(filepath.Dir(f.file), filepath.FromSlash(path)))
				options[path] = o
			}
			return covers(o, id, c)
		},
	}
	return a, nil
}

// path is a path under review as the baseline has it: with slashes, from its own
// folder, so that it means the same wherever rectify is called.
func (a *acceptance) path(path string) string {
	folder, err := filepath.Abs(filepath.Dir(a.baselineFlags.file))
	full, bad := filepath.Abs(path)
	if path == stdinName || err != nil || bad != nil {
		return path
	}
	if path, err = filepath.Rel(folder, full); err != nil {
		path = full // it lies on another drive
	}
	return filepath.ToSlash(path)
}

// file is a file with those of its issues that aren't accepted.
func (a *acceptance) file(f review.File) review.File {
	fresh := a.File(a.path(f.Document.Path), f)
	a.fresh += len(fresh.Issues)
	return fresh.Only(func(int) bool { return !a.write })
}

// close says how the baseline stands to the review, and writes it if it is to be
// written.
func (a *acceptance) close(notes io.Writer) error {
	gone := len(a.Gone(a.scope))
	switch {
	case a.write:
		accepted, err := now()
		if err != nil {
			return err
		}
		lines := a.Renewed(a.scope, accepted.Format(time.DateOnly))
		if err := a.save(lines); err != nil {
			return err
		}
		note(notes, "%s accepts %s: %d new, %d gone", a.baselineFlags.file, english.Count(len(lines), "issue"), a.fresh, gone)
	case a.shrink:
		lines := a.Shrunk(a.scope)
		if err := a.save(lines); err != nil {
			return err
		}
		note(notes, "%s accepts %s: %d gone and taken out", a.baselineFlags.file, english.Count(len(lines), "issue"), gone)
	default:
		left := ""
		if gone > 0 {
			left = fmt.Sprintf(", %d gone since: take them out with --shrink-baseline", gone)
		}
		note(notes, "%s%s", a.leftOut(), left)
	}
	return nil
}

// leftOut says what the baseline accepted of the review.
func (a *acceptance) leftOut() string {
	return fmt.Sprintf("baseline of %s: %s left out", cmp.Or(baseline.Oldest(a.lines), "no day"), english.Count(a.Met(), "issue"))
}

func (a *acceptance) save(lines []baseline.Line) error {
	data := []byte(baseline.Format(lines))
	if a.old != nil {
		return format.Write(a.baselineFlags.file, data, a.old)
	}
	if err := os.WriteFile(a.baselineFlags.file, data, 0o666); err != nil {
		_ = os.Remove(a.baselineFlags.file) // a part of it would be in the way
		return fmt.Errorf("can't write the baseline: %w", err)
	}
	return nil
}
