package report

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

// mostFrequent is how many entries a summary names.
const mostFrequent = 3

// frequency counts issues by what they are about.
type frequency struct {
	known map[*termbase.Entry]*entryCount
	all   []*entryCount // in the order in which they were met
}

type entryCount struct {
	name string
	n    int
}

func (f *frequency) add(issue check.Issue) {
	if issue.Entry == nil {
		return
	}
	c := f.known[issue.Entry]
	if c == nil {
		c = &entryCount{name: strings.Join(entryNames(issue), " ")}
		f.known[issue.Entry] = c
		f.all = append(f.all, c)
	}
	c.n++
}

// sentence names the entries that most issues are about, or is "" where each is
// about another.
func (f *frequency) sentence() string {
	sorted := slices.Clone(f.all)
	slices.SortStableFunc(sorted, func(a, b *entryCount) int { return b.n - a.n })
	var names []string
	for _, c := range sorted[:min(len(sorted), mostFrequent)] {
		if c.n > 1 {
			names = append(names, fmt.Sprintf("%s (%s)", c.name, english.Figures(c.n)))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "Most often: " + strings.Join(names, ", ") + "."
}

// entryNames are what a reader knows an entry by: its Chinese and the term to
// use, or its ID where it has neither.
func entryNames(issue check.Issue) []string {
	var names []string
	for _, name := range []string{chinese(issue.Entry), preferredText(issue.Term)} {
		if name != "" {
			names = append(names, visible(name))
		}
	}
	if len(names) == 0 {
		names = []string{visible(issue.Entry.ID)}
	}
	return names
}
