package align

import "rectify/internal/document"

// unit is a sentence of one side.
type unit struct {
	document.Span
	// paragraph is the number of its paragraph.
	paragraph int
	// length is how much it says, in units that both languages share.
	length float64
	// marks are what a rendering keeps, or may become.
	marks []mark
}

// side is the sentences of one text, with all that beads of them may have.
type side struct {
	n     int
	units []unit
	// upTo is the length of all sentences before each, starts how many paragraphs begin
	// before each.
	upTo   []float64
	starts []int
	// ended is how many sentences the paragraph has that ends before each, 0 if none does.
	ended []int
	// items are the numbers of what each sentence has that the other text has too, sorted
	// and without repeats.
	items [][]int32
	// all is what the items of each sentence say if the other side has them all, and
	// missing what they cost if it has none of them.
	all, missing []float64
}

func newSide(units []unit) side {
	s := side{n: len(units), units: units, upTo: make([]float64, len(units)+1), starts: make([]int, len(units)+1), ended: make([]int, len(units)+1)}
	for i, u := range units {
		s.upTo[i+1] = s.upTo[i] + u.length
		s.starts[i+1] = s.starts[i]
		if s.begins(i) {
			s.starts[i+1]++
		}
	}
	begin := 0
	for i := 1; i <= s.n; i++ {
		if s.begins(i) {
			s.ended[i], begin = i-begin, i
		}
	}
	return s
}

// total is the length of the text.
func (s *side) total() float64 { return s.upTo[s.n] }

// paragraphs is how many paragraphs the text has.
func (s *side) paragraphs() int { return s.starts[s.n] }

func (s *side) length(at stretch) float64 { return s.upTo[at.to] - s.upTo[at.from] }

// begins reports whether a paragraph begins with a sentence, or the text has ended.
func (s *side) begins(i int) bool {
	return i == 0 || i == s.n || s.units[i].paragraph != s.units[i-1].paragraph
}

// inside is how many paragraphs begin inside a stretch.
func (s *side) inside(at stretch) int {
	if at.to <= at.from {
		return 0
	}
	return s.starts[at.to] - s.starts[at.from+1]
}

// splits reports whether a stretch holds parts of several paragraphs, and not all of
// them.
func (s *side) splits(at stretch) bool {
	return s.inside(at) > 0 && !(s.begins(at.from) && s.begins(at.to))
}
