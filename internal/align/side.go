package align

import (
	"math"
	"slices"
)

// side is the units of one text, with all that beads of them may have.
type side struct {
	n int
	// upTo is the length of all units before each.
	upTo           []float64
	anchors, words shared
}

func newSide(units []unit) side {
	s := side{n: len(units), upTo: make([]float64, len(units)+1)}
	for i, u := range units {
		s.upTo[i+1] = s.upTo[i] + u.length
	}
	return s
}

func (s *side) length(at stretch) float64 { return s.upTo[at.to] - s.upTo[at.from] }

// shared is what each stretch of units has that the other text has too, as sorted
// numbers: first those of one unit, then of two, up to the longest bead.
type shared [longest][][]int32

func (s *shared) of(at stretch) []int32 { return s[at.to-at.from-1][at.from] }

const leastWeight, mostWeight = 0.5, 3

// number gives a number to everything that both sides have, puts the numbers to the
// units that have it, and tells its weight: the rarer, the more.
func number(chinese, english []unit, of func(unit) []uint64) (inChinese, inEnglish shared, weights []float64) {
	here, there := count(chinese, of), count(english, of)
	numbers := map[uint64]int32{}
	all := float64(max(len(chinese), len(english)))
	for _, u := range chinese {
		for _, hash := range of(u) {
			if _, known := numbers[hash]; known || there[hash] == 0 {
				continue
			}
			numbers[hash] = int32(len(weights))
			weights = append(weights, min(mostWeight, leastWeight+math.Log(all/float64(max(here[hash], there[hash])))))
		}
	}
	inChinese.fill(chinese, numbers, of)
	inEnglish.fill(english, numbers, of)
	return inChinese, inEnglish, weights
}

// count is in how many units everything stands.
func count(units []unit, of func(unit) []uint64) map[uint64]int {
	counts := map[uint64]int{}
	for _, u := range units {
		all := of(u)
		for i, hash := range all {
			if i == 0 || all[i-1] != hash {
				counts[hash]++
			}
		}
	}
	return counts
}

func (s *shared) fill(units []unit, numbers map[uint64]int32, of func(unit) []uint64) {
	s[0] = make([][]int32, len(units))
	for i, u := range units {
		for _, hash := range of(u) {
			if n, known := numbers[hash]; known {
				s[0][i] = append(s[0][i], n)
			}
		}
		slices.Sort(s[0][i])
	}
	for size := 1; size < longest; size++ {
		s[size] = make([][]int32, max(0, len(units)-size))
		for i := range s[size] {
			s[size][i] = slices.Concat(s[size-1][i], s[0][i+size])
			slices.Sort(s[size][i])
		}
	}
}
