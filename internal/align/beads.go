package align

import (
	"math"
	"slices"

	"rectify/internal/document"
)

// unit is a paragraph or a sentence of one side.
type unit struct {
	document.Span
	// length is how much it says, in units that both languages share.
	length float64
	// anchors are the hashes of what a rendering keeps, words those of what it may
	// become.
	anchors, words []uint64
}

// stretch is some units that stand one after the other, half-open.
type stretch struct{ from, to int }

// bead is some units of the one side and those of the other that render them.
type bead struct{ chinese, english stretch }

// shape is how many units of each side a bead has, and what it costs to be one: the
// negative logarithm of how often it is seen, as Gale and Church counted.
type shape struct {
	chinese, english int
	cost             float64
}

// shapes are Gale's and Church's, with three and four sentences for one: a Chinese
// sentence is long, and a translator divides it. What is lost costs less: here the words
// tell it, too.
var shapes = []shape{
	{1, 1, 0.12},
	{1, 0, 3.5},
	{0, 1, 3.5},
	{1, 2, 2.4},
	{2, 1, 3.1},
	{2, 2, 4.5},
	{1, 3, 3.7},
	{3, 1, 5.3},
	{1, 4, 5},
	{4, 1, 7},
}

const (
	// variance is that of the length of a rendering, for each unit of length.
	variance = 3.5
	// leastBand is how many units to each side of the diagonal are looked at, and
	// bandPart the part of all units that is, where that is more.
	leastBand = 64
	bandPart  = 0.01
	// mostBand bounds the memory: that many bytes for each unit.
	mostBand = 2048
)

// longest is how many units a side of a bead has at most.
const longest = 4

// trust is what is known beforehand: how much more it costs for a unit to have no
// counterpart, and how much more for any bead that isn't one to one.
type trust struct{ alone, uneven float64 }

// aligner finds the cheapest beads of two rows of units. Only those near the
// diagonal are looked at, so that the work grows with the length of the texts.
type aligner struct {
	chinese, english side
	trust
	// weight is what the anchors tell by their numbers, wordWeight the words.
	weight, wordWeight []float64
	band               int
	// costs are those of the last rows, choices the shape that each place of the band
	// ends with, one more.
	costs   [longest + 1][]float64
	choices [][]uint8
}

func alignUnits(chinese, english []unit, known trust) []bead {
	switch {
	case len(chinese) == 0 && len(english) == 0:
		return nil
	case len(chinese) == 0 || len(english) == 0, len(chinese) == 1 && len(english) == 1:
		return oneSided(len(chinese), len(english))
	}
	a := &aligner{trust: known}
	a.chinese, a.english = newSide(chinese), newSide(english)
	anchors := func(u unit) []uint64 { return u.anchors }
	a.chinese.anchors, a.english.anchors, a.weight = number(chinese, english, anchors)
	words := func(u unit) []uint64 { return u.words }
	a.chinese.words, a.english.words, a.wordWeight = number(chinese, english, words)
	most, least := max(len(chinese), len(english)), min(len(chinese), len(english))
	a.band = min(mostBand, max(leastBand, int(bandPart*float64(most)))+most-least)
	a.band = max(a.band, len(english)/len(chinese)+1) // rows next to each other must overlap
	a.fill()
	return a.trace()
}

// oneSided are the beads of units of one side alone, or of one unit each.
func oneSided(chinese, english int) []bead {
	if chinese == english {
		return []bead{{stretch{0, 1}, stretch{0, 1}}}
	}
	var beads []bead
	for i := range chinese {
		beads = append(beads, bead{stretch{i, i + 1}, stretch{}})
	}
	for i := range english {
		beads = append(beads, bead{stretch{}, stretch{i, i + 1}})
	}
	return beads
}

// low is the first place of the other side that is looked at in row i: the band
// lies around the diagonal.
func (a *aligner) low(i int) int {
	middle := i * a.english.n / a.chinese.n
	return min(max(0, middle-a.band), max(0, a.english.n-2*a.band))
}

func (a *aligner) width() int { return min(2*a.band, a.english.n) + 1 }

func (a *aligner) fill() {
	width := a.width()
	for i := range a.costs {
		a.costs[i] = make([]float64, width)
	}
	a.choices = make([][]uint8, a.chinese.n+1)
	for i := range a.choices {
		a.choices[i] = make([]uint8, width)
		row := a.costs[i%len(a.costs)]
		for k := range row {
			row[k] = math.Inf(1)
			if i == 0 && a.low(i)+k == 0 {
				row[k] = 0
				continue
			}
			row[k], a.choices[i][k] = a.cheapest(i, a.low(i)+k)
		}
	}
}

// cheapest is the least cost of aligning the first i units with the first j of the
// other side, and the shape of the last bead, one more.
func (a *aligner) cheapest(i, j int) (cost float64, choice uint8) {
	cost = math.Inf(1)
	for n, s := range shapes {
		if i < s.chinese || j < s.english {
			continue
		}
		before := a.at(i-s.chinese, j-s.english)
		if before >= cost {
			continue
		}
		if s.chinese != 1 || s.english != 1 {
			before += a.uneven
		}
		if s.chinese == 0 || s.english == 0 {
			before += a.alone
		}
		if c := before + s.cost + a.cost(stretch{i - s.chinese, i}, stretch{j - s.english, j}); c < cost {
			cost, choice = c, uint8(n+1)
		}
	}
	return cost, choice
}

// at is the cost of a place, endless outside the band.
func (a *aligner) at(i, j int) float64 {
	k := j - a.low(i)
	if k < 0 || k >= a.width() {
		return math.Inf(1)
	}
	return a.costs[i%len(a.costs)][k]
}

// trace goes back from the end.
func (a *aligner) trace() []bead {
	var beads []bead
	i, j := a.chinese.n, a.english.n
	for i > 0 || j > 0 {
		k := j - a.low(i)
		if k < 0 || k >= a.width() || a.choices[i][k] == 0 {
			break
		}
		s := shapes[a.choices[i][k]-1]
		beads = append(beads, bead{stretch{i - s.chinese, i}, stretch{j - s.english, j}})
		i, j = i-s.chinese, j-s.english
	}
	slices.Reverse(beads)
	return beads
}

// cost is how unlikely it is that the one stretch renders the other: by their
// lengths, and by what both should have.
func (a *aligner) cost(chinese, english stretch) float64 {
	if chinese.from == chinese.to || english.from == english.to {
		return 0
	}
	here, there := a.chinese.length(chinese), a.english.length(english)
	mean := (here + there) / 2
	apart := math.Abs(here-there) / math.Sqrt(max(mean, 1)*variance)
	// Twice the tail of the normal distribution, as a negative logarithm.
	tail := -math.Log(max(math.Erfc(apart/math.Sqrt2), 1e-12))
	return tail + a.apart(chinese, english) + a.strange(chinese, english)
}
