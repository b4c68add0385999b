package review

import (
	"slices"

	"rectify/internal/check"
)

// suppressing are the suppressions of a document, and which of them left
// something out.
type suppressing struct {
	list []check.Suppression
	used []bool
}

// note takes an issue into account that a check found, whether it will be shown
// or not.
func (s *suppressing) note(i check.Issue) {
	for k, one := range s.able() {
		s.used[k] = s.used[k] || one.Covers(i)
	}
}

// able are the suppressions that can leave something out.
func (s *suppressing) able() []check.Suppression { return s.list[:min(len(s.list), mostSuppressions)] }

// judge finds out which suppressions are unused: those that left nothing out,
// though every check that they name looked for its issues.
func (s *session) judge() {
	for k := range s.suppressing.list {
		one := &s.suppressing.list[k]
		unheard := slices.ContainsFunc(s.Known, func(id string) bool { return one.Names(id) && !s.ran(id) })
		one.Unused = one.Fault == "" && !s.suppressing.used[k] && !unheard
	}
}

// ran reports whether a check of that ID ran, and nothing of it is still to come.
func (s *session) ran(id string) bool {
	return slices.ContainsFunc(s.Checks, func(c *check.Check) bool {
		return c.ID == id && (c.Across == nil || !s.Across)
	})
}

// suppress takes out of the issues what the document's author or the settings
// leave out, and says how many that were.
func (s *session) suppress(issues []check.Issue) ([]check.Issue, int) {
	if len(s.suppressing.list) == 0 && len(s.Ignored) == 0 {
		return issues, 0
	}
	all := len(issues)
	ignored := newPhraseFinder(s.document, s.Ignored)
	issues = slices.DeleteFunc(issues, func(i check.Issue) bool {
		return slices.ContainsFunc(s.able(), func(one check.Suppression) bool { return one.Covers(i) }) || ignored.has(i)
	})
	return issues, all - len(issues)
}
