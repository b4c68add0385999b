package align

import (
	"cmp"
	"math"
	"slices"
)

// mark is something in a text by which a rendering is known.
type mark struct {
	at   int
	hash uint64
	// keeps is how often a rendering has it that should.
	keeps float64
}

// item is a mark that both texts have: what it says for a bead if both sides of it have
// the mark, and what it costs if only one has.
type item struct {
	anchor     bool
	gain, loss float64
}

const (
	// keepsAnchor is how often a rendering keeps a number or a term, keepsLetters a name in
	// Latin letters, which stands in the Chinese only once, and takesWord how often a word
	// is one that a word of its source is known to become.
	keepsAnchor, keepsLetters, takesWord = 0.85, 0.6, 0.45
	// chanceOfAnchor and chanceOfWord are how often a sentence that isn't its source has
	// it at least, mostChance at most.
	chanceOfAnchor, chanceOfWord, mostChance = 0.02, 0.2, 0.9
)

// number gives a number to everything that both sides have, and puts the numbers to the
// sentences that have it.
func number(chinese, english *side) []item {
	here, there := count(chinese), count(english)
	numbers := map[uint64]int32{}
	var items []item
	for _, u := range chinese.units {
		for _, m := range u.marks {
			if _, known := numbers[m.hash]; known || there[m.hash] == 0 {
				continue
			}
			numbers[m.hash] = int32(len(items))
			anchor, least := m.keeps > takesWord, chanceOfWord
			if anchor {
				least = chanceOfAnchor
			}
			chance := min(max(float64(here[m.hash]-1)/float64(chinese.n), least), mostChance)
			items = append(items, item{
				anchor: anchor,
				gain:   max(0, math.Log(m.keeps/chance)),
				loss:   max(0, math.Log((1-chance)/(1-m.keeps))),
			})
		}
	}
	chinese.items, english.items = listed(chinese, numbers), listed(english, numbers)
	chinese.weigh(items, func(one item) bool { return one.anchor })
	english.weigh(items, func(item) bool { return true })
	return items
}

// weigh adds up the items of each sentence, and what those cost that are to be found in
// the other text.
func (s *side) weigh(items []item, wanted func(item) bool) {
	s.all, s.missing = make([]float64, s.n), make([]float64, s.n)
	for i, numbers := range s.items {
		for _, n := range numbers {
			one := items[n]
			s.all[i] += one.gain + one.loss
			if wanted(one) {
				s.missing[i] += one.loss
			}
		}
	}
}

// count is in how many sentences each mark stands.
func count(s *side) map[uint64]int {
	counts, last := map[uint64]int{}, map[uint64]int{}
	for i, u := range s.units {
		for _, m := range u.marks {
			if last[m.hash] != i+1 {
				last[m.hash] = i + 1
				counts[m.hash]++
			}
		}
	}
	return counts
}

// listed are the numbers of the marks of each sentence.
func listed(s *side, numbers map[uint64]int32) [][]int32 {
	all := make([][]int32, s.n)
	for i, u := range s.units {
		for _, m := range u.marks {
			if n, known := numbers[m.hash]; known {
				all[i] = append(all[i], n)
			}
		}
		slices.Sort(all[i])
		all[i] = slices.Compact(all[i])
	}
	return all
}

// row is what a sentence of the Chinese and each English one near it have in common.
type row struct {
	low int
	// gains is what it says for them, losses what it takes back of the Chinese anchors
	// that no English one has.
	gains, losses []float64
}

// fill compares sentence i of the Chinese with those that beads may join to it: all that
// is looked at from where such a bead begins to where it ends.
func (r *row) fill(a *aligner, i int) {
	low, high := a.english.n, 0
	for n := max(0, i-longest+1); n <= min(i+longest, a.chinese.n); n++ {
		here, there := a.path.row(n)
		low, high = min(low, here), max(high, there)
	}
	r.low = low
	width := high - low
	r.gains = slices.Grow(r.gains[:0], width)[:width]
	r.losses = slices.Grow(r.losses[:0], width)[:width]
	for k := range width {
		r.gains[k], r.losses[k] = a.common(a.chinese.items[i], a.english.items[r.low+k])
	}
}

// common adds up what two sentences have in common.
func (a *aligner) common(here, there []int32) (gain, loss float64) {
	for i, j := 0, 0; i < len(here) && j < len(there); {
		switch cmp.Compare(here[i], there[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			one := &a.items[here[i]]
			gain += one.gain + one.loss
			if one.anchor {
				loss += one.loss
			}
			i, j = i+1, j+1
		}
	}
	return gain, loss
}

// alike is what the marks say for a bead, negative where they speak against it. What one
// side has once counts once, however often the other one has it.
func (a *aligner) alike(b bead) float64 {
	missing, ofEnglish, ofChinese := 0.0, 0.0, 0.0
	for j := b.english.from; j < b.english.to; j++ {
		found := 0.0
		for i := b.chinese.from; i < b.chinese.to; i++ {
			r := &a.likeness[(i+1)%longest]
			found += r.gains[j-r.low]
		}
		ofEnglish += min(found, a.english.all[j])
		missing += a.english.missing[j]
	}
	for i := b.chinese.from; i < b.chinese.to; i++ {
		r := &a.likeness[(i+1)%longest]
		found, anchors := 0.0, 0.0
		for j := b.english.from; j < b.english.to; j++ {
			found += r.gains[j-r.low]
			anchors += r.losses[j-r.low]
		}
		ofChinese += min(found, a.chinese.all[i])
		missing += a.chinese.missing[i] - min(anchors, a.chinese.missing[i])
	}
	return min(ofEnglish, ofChinese) - missing
}
