package align

import "math"

// cost is how unlikely it is that the one stretch renders the other: by their
// lengths, by the borders of paragraphs, and by what both should have.
func (a *aligner) cost(b bead) float64 {
	borders := a.borders(b)
	if a.english.splits(b.english) {
		borders += split
	}
	switch {
	case b.english.from == b.english.to:
		return borders + a.partial(&a.chinese, b.chinese)
	case b.chinese.from == b.chinese.to:
		return borders + a.partial(&a.english, b.english)
	}
	here, there := a.ratio*a.chinese.length(b.chinese), a.english.length(b.english)
	mean := (here + there) / 2
	apart := math.Abs(here-there) / math.Sqrt(max(mean, 1)*variance*max(a.ratio, 1))
	return tails[min(int(apart*tailSteps), len(tails)-1)] + borders - a.alike(b)
}

// tailSteps is how many steps of the table of tails there are for one deviation.
const tailSteps = 64

// tails are twice the tails of the normal distribution, as negative logarithms, as far as
// they count: it is looked up millions of times.
var tails = func() []float64 {
	var all []float64
	for len(all) == 0 || all[len(all)-1] < mostTail {
		apart := float64(len(all)) / tailSteps
		all = append(all, min(-math.Log(math.Erfc(apart/math.Sqrt2)), mostTail))
	}
	return all
}()

// partial is what it costs more than alone that a stretch stands alone.
func (a *aligner) partial(s *side, at stretch) float64 {
	if s.begins(at.from) && s.begins(at.to) {
		return a.lost
	}
	return inParagraph
}

// borders is what the borders of paragraphs say against a bead: those before it that
// stand in one text alone, and those inside.
func (a *aligner) borders(b bead) float64 {
	cost := a.lonelyChinese*float64(a.chinese.inside(b.chinese)) + a.lonelyEnglish*float64(a.english.inside(b.english))
	here, there := a.chinese.begins(b.chinese.from), a.english.begins(b.english.from)
	switch {
	case here && !there && b.chinese.to > b.chinese.from:
		cost += a.lonelyChinese
	case there && !here && b.english.to > b.english.from:
		cost += a.lonelyEnglish
	}
	return cost
}

const (
	// kept is how often a border of paragraphs is kept where the other text has as many or
	// more, and sameKept where both have as many.
	kept, sameKept = 0.95, 0.99
)

// lonely is what a border costs that the other text, which has so many paragraphs, lacks.
func lonely(here, there int) float64 {
	if here == there {
		return -math.Log(1 - sameKept)
	}
	return -math.Log(1 - kept*min(1, float64(there)/float64(here)))
}
