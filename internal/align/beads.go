package align

import (
	"math"
	"slices"
)

// stretch is some sentences that stand one after the other, half-open.
type stretch struct{ from, to int }

// bead is some sentences of the one side and those of the other that render them.
type bead struct{ chinese, english stretch }

// shape is how many sentences of each side a bead has, and what it costs to be one: the
// negative logarithm of how often it is seen.
type shape struct {
	chinese, english int
	cost             float64
}

// alone is what it costs to have no counterpart.
const alone = 3.5

// shapes are Gale's and Church's, with up to five sentences for one: a Chinese
// sentence is long, and a translator divides it.
var shapes = []shape{
	{1, 1, 0.12},
	{1, 0, alone},
	{0, 1, alone},
	{1, 2, 2.4},
	{2, 1, 2.6},
	{2, 2, 4.5},
	{1, 3, 3.7},
	{3, 1, 4.5},
	{1, 4, 4.7},
	{1, 5, 5.7},
	{4, 1, 6},
}

const (
	// inParagraph is what it costs more for a sentence to be lost or added where its
	// paragraph isn't.
	inParagraph = 3
	// asMany is what it costs more for a paragraph where both texts have as many.
	asMany = 3
	// longestLost is how many sentences a paragraph has at most that is lost or added as
	// one.
	longestLost = 16
	// lostChinese and addedEnglish are the choices of such paragraphs, behind those of the
	// shapes.
	lostChinese, addedEnglish = 100, 101
)

// split is what it costs for a bead to hold parts of two English paragraphs.
const split = 2

// longest is how many sentences a side of a bead has at most.
const longest = 5

const (
	// variance is that of the length of a rendering, for each unit of length.
	variance = 3.5
	// mostTail bounds what lengths alone say against a bead.
	mostTail = 14
	// leastRatio and mostRatio bound how long a rendering is, for each unit of length: a
	// text that has lost its half is not a short rendering.
	leastRatio, mostRatio = 0.6, 1.8
	// usualRatio is what is likely before anything is known, which a text of surelyLong
	// outweighs.
	usualRatio, surelyLong = 1.1, 300
)

// aligner finds the cheapest beads of the sentences of two texts. Only what is near the
// path is looked at, so that the work grows with the length of the texts.
type aligner struct {
	chinese, english side
	// ratio is how long a rendering is, for each unit of length of its source.
	ratio float64
	// lonely is what a border of paragraphs costs that the other text doesn't have there:
	// one of the Chinese, one of the English.
	lonelyChinese, lonelyEnglish float64
	// lost is what it costs more for a paragraph to be lost or added.
	lost  float64
	items []item
	path  path
	// likeness and costs are those of the last rows; choices are the shape that each
	// place ends with, one more.
	likeness [longest]row
	costs    [longestLost + 1][]float64
	choices  [][]uint8
}

// align finds the beads of two texts.
func align(chinese, english []unit) []bead {
	if len(chinese) == 0 || len(english) == 0 {
		return oneSided(len(chinese), len(english))
	}
	a := &aligner{chinese: newSide(chinese), english: newSide(english)}
	a.items = number(&a.chinese, &a.english)
	a.path = newPath(&a.chinese, &a.english, a.items)
	a.ratio = bounded((a.english.total() + usualRatio*surelyLong) / (a.chinese.total() + surelyLong))
	a.lonelyChinese = lonely(a.chinese.paragraphs(), a.english.paragraphs())
	a.lonelyEnglish = lonely(a.english.paragraphs(), a.chinese.paragraphs())
	if a.chinese.paragraphs() == a.english.paragraphs() {
		a.lost = asMany
	}
	a.fill()
	beads := a.trace()
	// Where much is lost or added, what the whole texts say of the ratio is wrong.
	if ratio := bounded(a.usual(beads)); math.Abs(math.Log(ratio/a.ratio)) > otherRatio {
		a.ratio = ratio
		a.fill()
		beads = a.trace()
	}
	return a.english.whole(a.joined(beads))
}

// otherRatio is how much another ratio has to differ, as a logarithm, to be tried.
const otherRatio = 0.15

func bounded(ratio float64) float64 { return min(max(ratio, leastRatio), mostRatio) }

// usual is the ratio that half of the beads of one sentence each exceed, or the one at
// hand if there are few.
func (a *aligner) usual(beads []bead) float64 {
	var ratios []float64
	for _, b := range beads {
		if here := a.chinese.length(b.chinese); b.chinese.to == b.chinese.from+1 && b.english.to == b.english.from+1 && here > 0 {
			ratios = append(ratios, a.english.length(b.english)/here)
		}
	}
	if len(ratios) < leastBeads {
		return a.ratio
	}
	slices.Sort(ratios)
	return ratios[len(ratios)/2]
}

// leastBeads is how many beads tell what is usual.
const leastBeads = 8

// oneSided are the beads of sentences of one side alone.
func oneSided(chinese, english int) []bead {
	var beads []bead
	for i := range chinese {
		beads = append(beads, bead{stretch{i, i + 1}, stretch{}})
	}
	for i := range english {
		beads = append(beads, bead{stretch{}, stretch{i, i + 1}})
	}
	return beads
}

func (a *aligner) fill() {
	a.choices = make([][]uint8, a.chinese.n+1)
	for i := range a.choices {
		low, high := a.path.row(i)
		a.choices[i] = make([]uint8, high-low+1)
		costs := slices.Grow(a.costs[i%len(a.costs)][:0], high-low+1)[:high-low+1]
		a.costs[i%len(a.costs)] = costs
		if i > 0 {
			a.likeness[i%longest].fill(a, i-1)
		}
		for j := low; j <= high; j++ {
			costs[j-low] = math.Inf(1)
			if i == 0 && j == 0 {
				costs[0] = 0
				continue
			}
			costs[j-low], a.choices[i][j-low] = a.cheapest(i, j)
		}
	}
}

// cheapest is the least cost of aligning the first i sentences with the first j of the
// other side, and the shape of the last bead, one more.
func (a *aligner) cheapest(i, j int) (cost float64, choice uint8) {
	cost = math.Inf(1)
	for n, s := range shapes {
		if i < s.chinese || j < s.english {
			continue
		}
		before := a.at(i-s.chinese, j-s.english) + s.cost
		if math.IsInf(before, 1) {
			continue
		}
		b := bead{stretch{i - s.chinese, i}, stretch{j - s.english, j}}
		if a.chinese.inside(b.chinese) > 0 && a.english.inside(b.english) > 0 {
			continue // two paragraphs of each are two beads
		}
		if c := before + a.cost(b); c < cost {
			cost, choice = c, uint8(n+1)
		}
	}
	if n := a.chinese.ended[i]; n > 1 && n <= longestLost {
		if c := a.at(i-n, j) + alone + a.lost; c < cost {
			cost, choice = c, lostChinese
		}
	}
	if n := a.english.ended[j]; n > 1 && n <= longestLost {
		if c := a.at(i, j-n) + alone + a.lost; c < cost {
			cost, choice = c, addedEnglish
		}
	}
	return cost, choice
}

// at is the cost of a place, endless where none is looked at.
func (a *aligner) at(i, j int) float64 {
	low, high := a.path.row(i)
	if j < low || j > high {
		return math.Inf(1)
	}
	return a.costs[i%len(a.costs)][j-low]
}

// trace goes back from the end.
func (a *aligner) trace() []bead {
	var beads []bead
	i, j := a.chinese.n, a.english.n
	for i > 0 || j > 0 {
		low, high := a.path.row(i)
		if j < low || j > high || a.choices[i][j-low] == 0 {
			break
		}
		s := a.shape(i, j, a.choices[i][j-low])
		beads = append(beads, bead{stretch{i - s.chinese, i}, stretch{j - s.english, j}})
		i, j = i-s.chinese, j-s.english
	}
	slices.Reverse(beads)
	return beads
}

// shape is that of a choice made at a place.
func (a *aligner) shape(i, j int, choice uint8) shape {
	switch choice {
	case lostChinese:
		return shape{chinese: a.chinese.ended[i]}
	case addedEnglish:
		return shape{english: a.english.ended[j]}
	}
	return shapes[choice-1]
}
