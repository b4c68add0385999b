package checks

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// leastLetters is the shortest name that is held against others: in shorter
// ones a letter makes another name.
const leastLetters = 7

// nearNames reports the names that stand once and differ by one letter from
// another one of the document. People who are named in one paragraph are two.
func nearNames(p *check.Pass, people []*namesake) {
	if len(people) <= fewPeople && !anyNear(people) {
		return
	}
	// Two names that differ by one letter are the same without one letter each.
	without := map[uint64]int{} // to the first of the names that are the same
	names := make([]sameWithout, 1, 1+len(people)*leastLetters)
	var seen []*namesake
	for _, one := range people {
		if len(one.letters) < leastLetters {
			continue
		}
		seen = append(seen[:0], one)
		for i := 0; i <= len(one.letters); i++ {
			key := hashWithout(one.letters, i)
			last, n := 0, 0
			for at := without[key]; at != 0; at = names[at].next {
				if other := names[at].name; !slices.Contains(seen, other) {
					seen = append(seen, other)
					nearPair(p, other, one)
				}
				last, n = at, n+1
			}
			// Names by the dozen that differ by a letter are no slips.
			if n < fewNames {
				names = append(names, sameWithout{name: one})
				if n == 0 {
					without[key] = len(names) - 1
				} else {
					names[last].next = len(names) - 1
				}
			}
		}
	}
}

// fewPeople are so few that it is quicker to hold each name against each other.
const fewPeople = 50

// anyNear reports whether any two names differ by one letter.
func anyNear(people []*namesake) bool {
	for i, one := range people {
		if len(one.letters) < leastLetters {
			continue
		}
		for _, other := range people[:i] {
			if oneLetterApart(one.letters, other.letters) {
				return true
			}
		}
	}
	return false
}

// sameWithout is a name that is the same as others without a letter; next is the
// next of them, or 0.
type sameWithout struct {
	name *namesake
	next int
}

// hashWithout is the FNV hash of a text without the byte at a place.
func hashWithout(text string, at int) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(text) {
		if i != at {
			h = (h ^ uint64(text[i])) * 1099511628211
		}
	}
	return h
}

const fewNames = 4

// nearPair reports the rarer of two names, the later if both stand once.
func nearPair(p *check.Pass, keep, slip *namesake) {
	if len(slip.names) > len(keep.names) || slip.holder != "" {
		keep, slip = slip, keep
	}
	if len(slip.names) > 1 || slip.holder != "" || !oneLetterApart(keep.letters, slip.letters) {
		return
	}
	n := slip.names[0]
	alike := len(keep.names) > 1
	for _, k := range keep.names {
		if k.segment == n.segment {
			return
		}
		alike = alike || sharedContext(p, n, k)
	}
	kept := keep.holder
	if kept == "" {
		kept = document.OneLine(p.Document.Slice(keep.names[0].Span))
	}
	issue := renamed(p, n, kept, fmt.Sprintf("elsewhere in this document there is %q (%s): the same person?", kept, times(len(keep.names))))
	issue.Related = []check.Related{{Span: keep.names[0].Span, Message: "the other name"}}
	if !alike {
		issue.Severity, issue.Certainty = check.Grade(mqm.Neutral, check.Advice)
	}
	p.Report(issue)
}

// oneLetterApart reports whether one letter put in, left out or put for another
// makes one of the two different names the other.
func oneLetterApart(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	return len(a) == len(b) && i < len(a) && a[i+1:] == b[i+1:] || len(a) == len(b)+1 && a[i+1:] == b[i:]
}

// contextWords is how far the context of a name reaches, before and behind.
const contextWords = 5

// sharedContext reports whether two content words stand near both names: a
// title, an organ.
func sharedContext(p *check.Pass, a, b *personName) bool {
	near := contextOf(p, a)
	shared := 0
	for w := range contextOf(p, b) {
		if near[w] {
			shared++
		}
	}
	return shared >= 2
}

func contextOf(p *check.Pass, n *personName) map[string]bool {
	words := map[string]bool{}
	from, to := int(p.Segments[n.segment]), int(p.Segments[n.segment+1])
	for i := max(from, n.first-contextWords); i < min(to, n.last+1+contextWords); i++ {
		w := strings.ToLower(p.Document.Text[p.Words[i].Start:p.Words[i].Stem()])
		if (i < n.first || i > n.last) && len(w) > 3 && !english.FunctionWords[w] {
			words[w] = true
		}
	}
	return words
}

// heldByOther reports a name beside the title of an office that differs by one
// letter from that of a holder of the office, and is no holder's.
func heldByOther(p *check.Pass, one *namesake) {
	if one.holder != "" || len(one.letters) < leastLetters {
		return
	}
	for _, n := range one.names {
		for _, office := range officesBeside(p, n) {
			for _, h := range p.Glossary.HoldersOf(office) {
				if oneLetterApart(termbase.Letters(h.Person), one.letters) {
					issue := renamed(p, n, h.Person, fmt.Sprintf("the glossary knows %s in this office, and nobody of this name", h.Person))
					severity := mqm.Major
					issue.Severity = &severity
					p.Report(issue)
				}
			}
		}
	}
}
