package checks

import "rectify/internal/check"

// landmarks are the words of a document that some checks look at, and at no others,
// by their places in the pass. Most words are none: finding these once spares each of
// the checks a walk through all.
type landmarks struct {
	// capitals begin with a capital letter.
	capitals []int32
	// marks are the punctuation marks, openings those of them that are (.
	marks, openings []int32
	// apart are the words two bytes or more behind the one before.
	apart []int32
}

var landmarksOf = check.Share(func(p *check.Pass) *landmarks {
	l := &landmarks{
		capitals: make([]int32, 0, len(p.Words)/4),
		marks:    make([]int32, 0, len(p.Words)/6),
	}
	end := int32(0)
	for i := range p.Words {
		w := &p.Words[i]
		switch {
		case w.Mark():
			l.marks = append(l.marks, int32(i))
			if p.Document.Text[w.Start] == '(' {
				l.openings = append(l.openings, int32(i))
			}
		case w.Capital():
			l.capitals = append(l.capitals, int32(i))
		}
		if w.Start-end > 1 {
			l.apart = append(l.apart, int32(i))
		}
		end = w.End
	}
	return l
})

// inSegment cuts off a list of places, in their order, those before one, and gives
// those of the rest up to another: the words of a segment, of segments in their order.
func inSegment(list *[]int32, from, to int) []int32 {
	places := *list
	for len(places) > 0 && int(places[0]) < from {
		places = places[1:]
	}
	*list = places
	n := 0
	for n < len(places) && int(places[n]) < to {
		n++
	}
	return places[:n]
}
