package align

import (
	"cmp"
	"slices"
	"sort"
)

// path is where the beads of two texts are looked for: for each number of Chinese
// sentences, between which numbers of English ones, both included.
type path struct{ lows, highs []int }

func (p *path) row(i int) (low, high int) { return p.lows[i], p.highs[i] }

const (
	// leastBand is how many sentences to each side of the path are looked at at least,
	// mostBand at most; bandPart the part of the gap between two points that is.
	leastBand, mostBand = 16, 128
	bandPart            = 0.5
)

// point is a place that the path goes through.
type point struct{ chinese, english int }

// newPath goes through what stands once in either text, and straight between.
func newPath(chinese, english *side, items []item) path {
	points := append([]point{{0, 0}}, skeleton(chinese, english, items)...)
	points = append(points, point{chinese.n, english.n})
	p := path{make([]int, chinese.n+1), make([]int, chinese.n+1)}
	for k := 1; k < len(points); k++ {
		from, to := points[k-1], points[k]
		width, height := to.chinese-from.chinese, to.english-from.english
		band := min(mostBand, max(leastBand, int(bandPart*float64(max(width, height)))))
		for i := from.chinese; i <= to.chinese; i++ {
			middle, next := to.english, to.english
			if width > 0 {
				middle = from.english + (i-from.chinese)*height/width
				next = from.english + min(i+1-from.chinese, width)*height/width
			}
			low, high := max(0, middle-band), min(english.n, next+band)
			if i == from.chinese && k > 1 { // the point belongs to both sides of it
				low, high = min(low, p.lows[i]), max(high, p.highs[i])
			}
			p.lows[i], p.highs[i] = low, high
		}
	}
	p.lows[0] = 0
	return p
}

// skeleton are the places of the anchors that stand in one sentence of either text, as
// many as go upwards together, and have others near.
func skeleton(chinese, english *side, items []item) []point {
	here, there := onlyPlaces(chinese, items), onlyPlaces(english, items)
	var all []point
	for n, it := range items {
		if it.anchor && here[n] >= 0 && there[n] >= 0 {
			all = append(all, point{here[n], there[n]})
		}
	}
	return supported(rising(all))
}

// onlyPlaces is the one sentence in which each item stands, -1 if they are several.
func onlyPlaces(s *side, items []item) []int {
	places := make([]int, len(items))
	for n := range places {
		places[n] = -2
	}
	for i, numbers := range s.items {
		for _, n := range numbers {
			if places[n] == -2 {
				places[n] = i
			} else {
				places[n] = -1
			}
		}
	}
	return places
}

// rising is the longest list of the points in which both sides rise.
func rising(points []point) []point {
	slices.SortFunc(points, func(a, b point) int { // backwards in the one sentence, of which one point is enough
		return cmp.Or(cmp.Compare(a.chinese, b.chinese), cmp.Compare(b.english, a.english))
	})
	var ends []int // ends[k] is the point with the least English that ends a list of k+1
	before := make([]int, len(points))
	for n, p := range points {
		k := sort.Search(len(ends), func(k int) bool { return points[ends[k]].english >= p.english })
		before[n] = -1
		if k > 0 {
			before[n] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, n)
		} else {
			ends[k] = n
		}
	}
	if len(ends) == 0 {
		return nil
	}
	var list []point
	for n := ends[len(ends)-1]; n >= 0; n = before[n] {
		list = append(list, points[n])
	}
	slices.Reverse(list)
	return list
}

// near is how many sentences two points are apart at most that support each other.
const near = 40

// supported are the points that have another one near: one alone may be a chance.
func supported(points []point) []point {
	beside := func(a, b point) bool { return b.chinese-a.chinese <= near && b.english-a.english <= near }
	var list []point
	for n, p := range points {
		if n > 0 && beside(points[n-1], p) || n+1 < len(points) && beside(p, points[n+1]) {
			list = append(list, p)
		}
	}
	return list
}
