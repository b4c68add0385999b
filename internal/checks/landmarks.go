package checks

import (
	"rectify/internal/check"
	"rectify/internal/chinese"
	"rectify/internal/termbase"
)

// landmarks are the words of a document that some checks look at, and at no others,
// by their places in the pass. Most words are none: finding these once spares each of
// the checks a walk through all.
type landmarks struct {
	// capitals begin with a capital letter.
	capitals []int32
	// openings are the punctuation marks that are (, han the Chinese characters.
	openings, han []int32
	// apart are the words two bytes or more behind the one before.
	apart []int32
	// homes, speakers and parties are the words of [homeWords], [speakerWords] and
	// [partyWords]; among parties is any other word with a possessive ending, too.
	homes, speakers, parties []int32
}

// landmark is what a word is listed as.
type landmark uint8

const (
	home landmark = iota
	speaker
	party
)

// landmarkWords are the words that are listed, landmarkKinds what each is listed as.
var landmarkWords, landmarkKinds = func() (*termbase.WordTable, []landmark) {
	var words []string
	var kinds []landmark
	for kind, ofKind := range [...][]string{home: homeWords(), speaker: speakerWords, party: partyWords()} {
		for _, word := range ofKind {
			words, kinds = append(words, word), append(kinds, landmark(kind))
		}
	}
	return termbase.NewWordTable(words...), kinds
}()

// landmarksOf are those of a document.
var landmarksOf = check.Share(func(p *check.Pass) *landmarks {
	l := &landmarks{capitals: make([]int32, 0, len(p.Words)/4)}
	end := int32(0)
	for i := range p.Words {
		w := &p.Words[i]
		if w.Start-end > 1 {
			l.apart = append(l.apart, int32(i))
		}
		end = w.End()
		if w.Mark() {
			switch {
			case p.Document.Text[w.Start] == '(':
				l.openings = append(l.openings, int32(i))
			case chinese.In(p.Document.Text[w.Start:w.End()]):
				l.han = append(l.han, int32(i))
			}
			continue
		}
		if w.Capital() {
			l.capitals = append(l.capitals, int32(i))
		}
		if n := landmarkWords.Place(w); n >= 0 {
			l.list(landmarkKinds[n], int32(i))
		} else if w.Possessive() {
			l.list(party, int32(i))
		}
	}
	return l
})

// list adds a word to those of its kind.
func (l *landmarks) list(kind landmark, at int32) {
	switch kind {
	case home:
		l.homes = append(l.homes, at)
	case speaker:
		l.speakers = append(l.speakers, at)
	case party:
		l.parties = append(l.parties, at)
	}
}

// segmentFrom is the segment of word at, looked for from one on that isn't behind it: of
// words in their order, from that of the last.
func segmentFrom(p *check.Pass, segment int, at int32) int {
	for at >= p.Segments[segment+1] {
		segment++
	}
	return segment
}

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
