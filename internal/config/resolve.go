package config

import (
	"path/filepath"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// Whole is what holds for a whole review.
type Whole struct {
	Builtin    Value[bool]
	FailOn     Value[string]
	Baseline   Value[string]
	Glossaries []Value[string]
}

// Whole is what the layers together say of a whole review.
func (s Settings) Whole() Whole {
	var w Whole
	for _, l := range s {
		w.Builtin = later(w.Builtin, l.Builtin)
		w.FailOn = later(w.FailOn, l.FailOn)
		w.Baseline = later(w.Baseline, l.Baseline)
		w.Glossaries = append(w.Glossaries, l.Glossaries...)
	}
	return w
}

// Files are the settings files, in the order in which they hold.
func (s Settings) Files() []string {
	var files []string
	for _, l := range s {
		if l.File != "" && !slices.Contains(files, l.File) {
			files = append(files, l.File)
		}
	}
	return files
}

// later is what a later layer says, or what was said before if it is silent.
func later[T any](before, now Value[T]) Value[T] {
	if now.IsSet() {
		return now
	}
	return before
}

// Choice is what holds for one file.
type Choice struct {
	House     Value[string]
	AsOf      Value[termbase.Date]
	Certainty Value[check.Certainty]
	Columns   Value[Columns]
	// Checks are all checks, in the order of their IDs.
	Checks []CheckChoice
	Ignore []Ignore
}

// CheckChoice says whether a check runs, and how bad its issues are.
type CheckChoice struct {
	ID string
	// Severity is that of all its issues; not set, each has its own.
	Severity Value[mqm.Severity]
	// At is what spoke of the check last; no place if nothing did.
	At Place
	// chosen is what enable and disable make of it, off what severity does.
	chosen, off bool
}

// On reports whether the check runs.
func (c CheckChoice) On() bool { return c.chosen && !c.off }

// For is what the layers together say of one file, by its absolute path; ids are
// the IDs of all checks. Of a text without a file the path is "": no override
// speaks of it.
func (s Settings) For(path string, ids []string) Choice {
	c := Choice{Checks: make([]CheckChoice, len(ids))}
	for i, id := range ids {
		c.Checks[i] = CheckChoice{ID: id, chosen: true}
	}
	for _, l := range s {
		if l.Paths != nil && l.matching(l.Paths, path) == nil {
			continue
		}
		c.House = later(c.House, l.House)
		c.AsOf = later(c.AsOf, l.AsOf)
		c.Certainty = later(c.Certainty, l.Certainty)
		c.Columns = later(c.Columns, l.Columns)
		c.Ignore = append(c.Ignore, l.Ignore...)
		for i := range c.Checks {
			c.Checks[i].decide(l)
		}
	}
	return c
}

// decide takes what a layer says of the check: enable leaves only what it names,
// disable takes away, severity off takes away and any other one gives back what
// off took.
func (c *CheckChoice) decide(l Layer) {
	if len(l.Enable) > 0 {
		c.chosen, c.At = false, l.Enable[0].At
		if v := naming(l.Enable, c.ID); v != nil {
			c.chosen, c.off, c.At = true, false, v.At
		}
	}
	if v := naming(l.Disable, c.ID); v != nil {
		c.chosen, c.At = false, v.At
	}
	for _, s := range l.Severities {
		if check.Matches(s.Checks, c.ID) {
			c.off, c.At = s.Off, s.At
			if !s.Off {
				c.Severity = Set(s.Is, s.At)
			}
		}
	}
}

// naming is the first pattern that means the check, or nil.
func naming(patterns []Value[string], id string) *Value[string] {
	i := slices.IndexFunc(patterns, func(v Value[string]) bool { return check.Matches(v.Is, id) })
	if i < 0 {
		return nil
	}
	return &patterns[i]
}

// Excluded is the place that leaves a file out, if one does; the path is absolute.
func (s Settings) Excluded(path string) (Place, bool) {
	for _, l := range s {
		if v := l.matching(l.Exclude, path); v != nil {
			return v.At, true
		}
	}
	return Place{}, false
}

// matching is the first glob that a file matches, or nil.
func (l Layer) matching(globs []Value[string], path string) *Value[string] {
	if path == "" {
		return nil
	}
	name, err := filepath.Rel(l.Folder, path)
	if err != nil {
		return nil
	}
	name = filepath.ToSlash(name)
	for i, g := range globs {
		if ok, err := doublestar.Match(g.Is, name); ok && err == nil {
			return &globs[i]
		}
	}
	return nil
}
