package review

import "rectify/internal/document"

// blocks are stretches of a text, one after another, with the numbers of the spans
// that reach into each, the lowest first.
type blocks struct {
	start, size int
	numbers     [][]int
}

// mostBlocks bounds them: a long span reaches into many. spansABlock is how many
// spans are expected in one.
const (
	mostBlocks  = 1 << 12
	spansABlock = 8
)

// newBlocks parts the text between two offsets for so many spans.
func newBlocks(start, end, spans int) blocks {
	count := min(1+spans/spansABlock, mostBlocks)
	return blocks{start, 1 + (end-start)/count, make([][]int, count)}
}

// of are the first and the last block that a span reaches into; an empty one reaches
// into that of its place.
func (b blocks) of(s document.Span) (first, last int) {
	return (s.Start - b.start) / b.size, (max(s.End-1, s.Start) - b.start) / b.size
}

// add adds a span by its number, which is higher than those before.
func (b blocks) add(s document.Span, number int) {
	first, last := b.of(s)
	for i := first; i <= last; i++ {
		b.numbers[i] = append(b.numbers[i], number)
	}
}

// first is the lowest number near a span that a function takes, -1 for none.
func (b blocks) first(s document.Span, take func(number int) bool) int {
	best := -1
	first, last := b.of(s)
	for i := first; i <= last; i++ {
		for _, number := range b.numbers[i] {
			if best >= 0 && number >= best {
				break
			}
			if take(number) {
				best = number
				break
			}
		}
	}
	return best
}
