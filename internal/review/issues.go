package review

import (
	"sync"

	"rectify/internal/check"
)

// issueList holds what the checks report of a document. An issue is large, and a
// long document has them by the hundred thousand: the list grows by a block at a
// time, and no issue is moved for it.
type issueList struct {
	blocks [][]check.Issue // all but the last one full
	count  int
	unused [][]check.Issue // blocks of a document before, empty
}

// issuesPerBlock are more than most documents have.
const issuesPerBlock = 128

// spare keeps the memory of one document's list for the next.
var spare = sync.Pool{New: func() any { return new(issueList) }}

// add copies an issue to the end of the list.
func (l *issueList) add(i *check.Issue) {
	if l.count == len(l.blocks)*issuesPerBlock {
		l.blocks = append(l.blocks, l.emptyBlock())
	}
	last := &l.blocks[len(l.blocks)-1]
	*last = append(*last, *i)
	l.count++
}

func (l *issueList) emptyBlock() []check.Issue {
	n := len(l.unused)
	if n == 0 {
		return make([]check.Issue, 0, issuesPerBlock)
	}
	block := l.unused[n-1]
	l.unused = l.unused[:n-1]
	return block
}

// all are the issues in the order of their reports. They are the list's own.
func (l *issueList) all() []*check.Issue {
	all := make([]*check.Issue, 0, l.count)
	for _, block := range l.blocks {
		for i := range block {
			all = append(all, &block[i])
		}
	}
	return all
}

// release gives the memory back; the list is of no use after it.
func (l *issueList) release() {
	l.empty()
	spare.Put(l)
}

// empty forgets the issues and keeps their memory.
func (l *issueList) empty() {
	for i, block := range l.blocks {
		clear(block)
		l.blocks[i] = block[:0]
	}
	l.unused = append(l.unused, l.blocks...)
	l.blocks, l.count = l.blocks[:0], 0
}
