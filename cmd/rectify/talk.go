package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/report"
	"rectify/internal/review"
)

// talkFlags say how much is told beside the report.
type talkFlags struct{ quiet, verbose bool }

func (f *talkFlags) register(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.BoolVar(&f.quiet, "quiet", false, "print errors only: the exit status says the rest")
	fl.BoolVar(&f.verbose, "verbose", false, "tell of every file on standard error: its words and issues, and how long it took")
	cmd.MarkFlagsMutuallyExclusive("quiet", "verbose")
}

// talk is what is told on standard error while a review goes on: nothing, a line
// for each file, or one line that says how far it is.
type talk struct {
	// notes is where it is told what no report holds.
	notes   io.Writer
	verbose bool
	// screen is a terminal for the line of progress, width what it holds; nil
	// where there is none.
	screen      io.Writer
	width       int
	done, files int
	shown       bool
	next        time.Time
}

// A short review shows no progress, and none is shown so often that it flickers.
const (
	progressAfter = 500 * time.Millisecond
	progressEvery = 100 * time.Millisecond
)

func (f *talkFlags) open(s streams, files int) *talk {
	t := &talk{notes: s.err, verbose: f.verbose, files: files, next: time.Now().Add(progressAfter)}
	if f.quiet {
		t.notes = io.Discard
		return t
	}
	file := terminal(s.err)
	if f.verbose || file == nil || !term.IsTerminal(int(file.Fd())) || os.Getenv("TERM") == "dumb" {
		return t
	}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil {
		t.screen, t.width = file, width
	}
	return t
}

// file tells of a file that was reviewed, and what of it counts.
func (t *talk) file(all, counts review.File) {
	t.done++
	if all.Document.Note != "" {
		t.close()
		noteOf(t.notes, all.Document)
	}
	if t.verbose {
		left := ""
		if n := len(all.Issues) - len(counts.Issues) + all.Suppressed; n > 0 {
			left = fmt.Sprintf(" (%d more left out)", n)
		}
		note(t.notes, "%s: %s, %s%s, %.1f ms", oneLine(all.Document.Path), english.Count(all.Words, "word"), english.Count(len(counts.Issues), "issue"), left,
			float64(all.Took)/float64(time.Millisecond))
	}
	if now := time.Now(); t.screen != nil && now.After(t.next) {
		t.next, t.shown = now.Add(progressEvery), true
		fmt.Fprint(t.screen, "\r\x1b[K"+progressLine(t.done, t.files, all.Document.Path, t.width))
	}
}

// noteOf tells what of a file isn't reviewed.
func noteOf(w io.Writer, d *document.Document) {
	if d.Note != "" {
		note(w, "%s: %s", d.Path, d.Note)
	}
}

// progressLine is the line of progress, cut so that it stays one line: characters
// of Chinese take two cells.
func progressLine(done, files int, path string, width int) string {
	line := fmt.Sprintf("reviewed %d of %d: ", done, files)
	name := []rune(oneLine(path))
	for len(name) > 0 && len(line)+2*len(name) >= width {
		name = name[1:]
	}
	if len(line) >= width {
		return ""
	}
	return line + string(name)
}

// oneLine is a path without line ends: what begins a line may be obeyed by the
// CI system that reads it.
func oneLine(path string) string { return strings.ReplaceAll(report.Printable(path), "\n", `\n`) }

// close takes the line of progress away.
func (t *talk) close() {
	if t.shown {
		fmt.Fprint(t.screen, "\r\x1b[K")
		t.shown = false
	}
}
