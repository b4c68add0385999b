package edit

import (
	"cmp"
	"slices"
	"strings"
)

// merger joins groups of edits. All of them are sorted before the first is taken, so
// that no list has to make room for each.
type merger struct {
	// all are the edits of all groups, sorted, each once; in says which are taken.
	all []Edit
	in  []bool
	// reach is how far the edits up to one go at most.
	reach []int
	// added are the edits of the group in turn that weren't in before.
	added []int
}

func newMerger(groups [][]Edit) *merger {
	n := 0
	for _, group := range groups {
		n += len(group)
	}
	m := &merger{all: make([]Edit, 0, n)}
	for _, group := range groups {
		m.all = append(m.all, group...)
	}
	slices.SortFunc(m.all, compareAll)
	m.all = slices.Compact(m.all)
	m.in, m.reach = make([]bool, len(m.all)), make([]int, len(m.all))
	furthest := 0
	for i, e := range m.all {
		furthest = max(furthest, e.End)
		m.reach[i] = furthest
	}
	return m
}

// compareAll orders edits by place, and those of one place by their text.
func compareAll(a, b Edit) int { return cmp.Or(Compare(a, b), strings.Compare(a.New, b.New)) }

// add takes a group and says how many of its edits weren't in before, or -1 where
// the group is at odds with what is in, or with itself.
func (m *merger) add(group []Edit) int {
	m.added = m.added[:0]
	for _, e := range group {
		at, _ := slices.BinarySearchFunc(m.all, e, compareAll)
		if m.in[at] {
			continue
		}
		if m.blocked(at) {
			for _, i := range m.added {
				m.in[i] = false
			}
			return -1
		}
		m.in[at] = true
		m.added = append(m.added, at)
	}
	return len(m.added)
}

// blocked reports whether an edit conflicts with one that is in. It looks no further
// than edits can lie that do.
func (m *merger) blocked(at int) bool {
	e := m.all[at]
	for i := at - 1; i >= 0 && (m.reach[i] > e.Start || m.all[i].Start == e.Start); i-- {
		if m.in[i] && conflicts(m.all[i], e) {
			return true
		}
	}
	for i := at + 1; i < len(m.all) && conflicts(e, m.all[i]); i++ {
		if m.in[i] {
			return true
		}
	}
	return false
}
