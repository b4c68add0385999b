// Package growing has a list for large elements, of which a long document has
// hundreds of thousands.
package growing

// blockSize is how many elements are made room for at a time: more than most
// documents have.
const blockSize = 128

// List is a list that grows by a block at a time, so that no element is ever moved:
// a pointer to one holds until the list is emptied. The zero List is empty.
type List[T any] struct {
	blocks [][]T // all but the last one full
	count  int
	unused [][]T // blocks of what was in the list before, empty
}

// Add copies an element to the end of the list.
func (l *List[T]) Add(v *T) {
	if l.count == len(l.blocks)*blockSize {
		l.blocks = append(l.blocks, l.emptyBlock())
	}
	last := &l.blocks[len(l.blocks)-1]
	*last = append(*last, *v)
	l.count++
}

func (l *List[T]) emptyBlock() []T {
	n := len(l.unused)
	if n == 0 {
		return make([]T, 0, blockSize)
	}
	block := l.unused[n-1]
	l.unused = l.unused[:n-1]
	return block
}

// Len is how many elements the list has.
func (l *List[T]) Len() int { return l.count }

// At is the element at a place, from 0 to below [List.Len].
func (l *List[T]) At(i int) *T { return &l.blocks[i/blockSize][i%blockSize] }

// All are the elements in the order in which they were added.
func (l *List[T]) All() []*T {
	all := make([]*T, 0, l.count)
	for _, block := range l.blocks {
		for i := range block {
			all = append(all, &block[i])
		}
	}
	return all
}

// Empty forgets the elements and keeps their memory, cleared, for others.
func (l *List[T]) Empty() {
	for i, block := range l.blocks {
		clear(block)
		l.blocks[i] = block[:0]
	}
	l.unused = append(l.unused, l.blocks...)
	l.blocks, l.count = l.blocks[:0], 0
}
