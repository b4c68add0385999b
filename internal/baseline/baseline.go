// Package baseline keeps the issues that a project accepts as they are, so that
// only new ones are reported. An issue is known by its fingerprint
// ([review.Fingerprints]): it stays known when its lines move and when its file
// is renamed, and is new again when its sentence is edited.
package baseline

import (
	"slices"
	"strings"
	"unicode"

	"rectify/internal/check"
	"rectify/internal/review"
)

// Line is an accepted issue.
type Line struct {
	// Path is where it was last seen, with slashes and relative to the folder of
	// the baseline. It tells a person where to look, and a review which lines it
	// can judge; it doesn't have to match.
	Path string
	// Check, Certainty, Entry and Text are those of the issue. Entry is "" for
	// one about no term; Text is cut where it is long.
	Check     string
	Certainty check.Certainty
	Entry     string
	Text      string
	// Fingerprint is what the issue is known by.
	Fingerprint string
	// Since is the day it was accepted, as in 2026-05-01.
	Since string
}

// Baseline is accepted issues, and what a review found of them.
type Baseline struct {
	lines []Line
	// known are the numbers of the lines that still wait for their issue.
	known map[string][]int
	// met says by number whose issue was found; found are all issues of the
	// review, accepted or new, as lines.
	met   []bool
	found []Line
	// reviewed are the paths that the review has or will have read.
	reviewed map[string]bool
}

// New is a baseline of the lines, for a review of the files of those paths. It
// takes no two lines of the same path and fingerprint.
func New(lines []Line, paths []string) *Baseline {
	b := &Baseline{lines: lines, met: make([]bool, len(lines)), known: make(map[string][]int, len(lines)), reviewed: make(map[string]bool, len(paths))}
	for i, l := range lines {
		b.known[l.Fingerprint] = append(b.known[l.Fingerprint], i)
	}
	for _, path := range paths {
		b.reviewed[path] = true
	}
	return b
}

// File takes a reviewed file, its path as in a [Line], and is the file without the
// issues that are accepted. Each line accepts one issue: best in its own file,
// next in place of a file that isn't reviewed or is no more, then of any other.
func (b *Baseline) File(path string, f review.File) review.File {
	names := review.Fingerprints(f)
	return f.Only(func(i int) bool {
		l := lineOf(path, f, i, names[i])
		at, accepted := b.take(path, names[i])
		if accepted {
			l.Since = b.lines[at].Since
		}
		b.found = append(b.found, l)
		return !accepted
	})
}

// take is the line that accepts an issue, which it then does no more.
func (b *Baseline) take(path, fingerprint string) (line int, ok bool) {
	waiting := b.known[fingerprint]
	best := -1
	rank := func(at int) int {
		switch other := b.lines[waiting[at]].Path; {
		case other == path:
			return 0
		case !b.reviewed[other]:
			return 1
		}
		return 2
	}
	for at := range waiting {
		if best < 0 || rank(at) < rank(best) {
			best = at
		}
		if rank(best) == 0 {
			break
		}
	}
	if best < 0 {
		return 0, false
	}
	line = waiting[best]
	b.met[line] = true
	b.known[fingerprint] = slices.Delete(waiting, best, best+1)
	return line, true
}

// Scope is what a review could have found.
type Scope struct {
	// Exists reports whether there is a file of that path, which the review
	// didn't read.
	Exists func(path string) bool
	// Covers reports whether an issue of the file, check and certainty would have been
	// shown.
	Covers func(path, check string, certainty check.Certainty) bool
}

// Gone are the lines whose issue is there no more. A line that the review could
// not judge isn't gone: its check didn't run, its file wasn't read, or its file
// is no more, but may be among others that weren't read, under a new name.
func (b *Baseline) Gone(s Scope) []Line {
	gone, _ := b.missing(s)
	return gone
}

// missing are the lines whose issue wasn't found: those that are gone, and those
// that the review can't judge.
func (b *Baseline) missing(s Scope) (gone, unjudged []Line) {
	all := true // files of the baseline that there are were read
	for _, l := range b.lines {
		all = all && (b.reviewed[l.Path] || !s.Exists(l.Path))
	}
	for i, l := range b.lines {
		switch {
		case b.met[i]:
		case s.Covers(l.Path, l.Check, l.Certainty) && (b.reviewed[l.Path] || all):
			gone = append(gone, l)
		default:
			unjudged = append(unjudged, l)
		}
	}
	return gone, unjudged
}

// Shrunk are the lines without those that are gone. What was found elsewhere
// stands under its new path.
func (b *Baseline) Shrunk(s Scope) []Line { return b.kept(s, false) }

// Renewed are the lines of everything found, what is new as of the day, and
// those that the review could not judge.
func (b *Baseline) Renewed(s Scope, day string) []Line {
	lines := b.kept(s, true)
	for i := range lines {
		if lines[i].Since == "" {
			lines[i].Since = day
		}
	}
	return lines
}

// kept are the lines found, the new ones too if they are wanted, and the lines
// that can't be judged.
func (b *Baseline) kept(s Scope, fresh bool) []Line {
	var lines []Line
	for _, l := range b.found {
		if fresh || l.Since != "" {
			lines = append(lines, l)
		}
	}
	_, unjudged := b.missing(s)
	return append(lines, unjudged...)
}

// Met is how many accepted issues the review found.
func (b *Baseline) Met() int {
	n := 0
	for _, met := range b.met {
		if met {
			n++
		}
	}
	return n
}

// Oldest is the earliest day of the lines, "" if there are none.
func Oldest(lines []Line) string {
	oldest := ""
	for _, l := range lines {
		if oldest == "" || l.Since < oldest {
			oldest = l.Since
		}
	}
	return oldest
}

// longest is how many characters of a text a line keeps.
const longest = 60

func lineOf(path string, f review.File, i int, fingerprint string) Line {
	issue := f.Issues[i]
	l := Line{Path: path, Check: issue.Check.ID, Certainty: issue.HowSure(), Fingerprint: fingerprint}
	if issue.Entry != nil {
		l.Entry = issue.Entry.ID
	}
	text := strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return ' '
		}
		return r
	}, f.Document.Slice(issue.Span))
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > longest {
		runes = append(runes[:longest-1], '…')
	}
	l.Text = string(runes)
	return l
}
