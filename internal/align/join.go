package align

import (
	"math"
	"slices"
)

// tooShort is how long a side of a bead is at most, as part of what is usual, that may
// have sentences beside it which stand alone: a long sentence that becomes a list has more
// renderings than a bead holds.
const tooShort = 0.75

// joined puts the sentences that stand alone to the bead before or behind them whose other
// side they make less short.
func (a *aligner) joined(beads []bead) []bead {
	forth := a.join(beads, func(b, next bead) bead {
		return bead{stretch{b.chinese.from, next.chinese.to}, stretch{b.english.from, next.english.to}}
	})
	slices.Reverse(forth)
	back := a.join(forth, func(b, before bead) bead {
		return bead{stretch{before.chinese.from, b.chinese.to}, stretch{before.english.from, b.english.to}}
	})
	slices.Reverse(back)
	return back
}

// join goes through the beads and puts those of one side to the one before them in the
// list, if that makes it more like a rendering.
func (a *aligner) join(beads []bead, both func(b, next bead) bead) []bead {
	var out []bead
	for _, b := range beads {
		if len(out) > 0 {
			if last := &out[len(out)-1]; a.lacks(*last, b) {
				if whole := both(*last, b); math.Abs(a.off(whole)) < math.Abs(a.off(*last)) {
					*last = whole
					continue
				}
			}
		}
		out = append(out, b)
	}
	return out
}

// lacks reports whether a bead of both sides is too short on the side that is all of
// another one.
func (a *aligner) lacks(b, alone bead) bool {
	if b.chinese.to == b.chinese.from || b.english.to == b.english.from {
		return false
	}
	switch off := a.off(b); {
	case alone.chinese.to == alone.chinese.from:
		return off < math.Log(tooShort)
	case alone.english.to == alone.english.from:
		return off > -math.Log(tooShort)
	}
	return false
}

// off is how much longer the English of a bead is than usual, as a logarithm.
func (a *aligner) off(b bead) float64 {
	return math.Log(max(a.english.length(b.english), 1) / max(a.ratio*a.chinese.length(b.chinese), 1))
}

// whole joins the beads of the paragraphs that a bead holds parts of: a pair over the
// border of a segment has to hold all of it.
func (s *side) whole(beads []bead) []bead {
	var out []bead
	for n := 0; n < len(beads); n++ {
		b := beads[n]
		if s.splits(b.english) {
			for len(out) > 0 && !s.begins(b.english.from) {
				last := out[len(out)-1]
				b.chinese.from, b.english.from = last.chinese.from, last.english.from
				out = out[:len(out)-1]
			}
			for n+1 < len(beads) && !s.begins(b.english.to) {
				n++
				b.chinese.to, b.english.to = beads[n].chinese.to, beads[n].english.to
			}
		}
		out = append(out, b)
	}
	return out
}
