package checks

import (
	"fmt"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/mqm"
)

// NounStack reports nouns piled up in front of one another.
var NounStack = &check.Check{
	ID: "style/noun-stack",
	Doc: check.Doc{
		Title: "nouns piled up in a row",
		Text: `Chinese puts noun before noun; a machine keeps the row as it is: talent team
construction promotion work. The English reader has to guess how the words belong
together, and most often the last one (work, situation, mechanism) says nothing at
all. Say it with a verb and prepositions: to train more specialists.

Five nouns in a row are reported, and four that end in one of those hollow words. A
term of the glossary counts as one noun, and words with capitals are a name.`,
		Before: `They discussed the village enterprise talent team construction problem.`,
		After:  `They discussed how enterprises in villages can find qualified staff.`,
	},
	Category:  mqm.Awkward,
	Severity:  mqm.Neutral,
	Certainty: check.Advice,
	Run: func(p *check.Pass) {
		match := 0
		for segment := range p.Document.Segments {
			from, to := int(p.Text.Segments[segment]), int(p.Text.Segments[segment+1])
			if !(check.Sentence{Segment: segment, From: from, To: to}).Ended(p) {
				continue // a headline
			}
			// Of four words in a row one is looked at; the others if it is a noun.
			for i := from + fewestNouns - 1; i < to; i += fewestNouns {
				if nounAt(p, i) == noNoun {
					continue
				}
				first, last := stack(p, i, from, to)
				i = max(i, last)
				for match < len(p.Matches) && p.Matches[match].Last < first {
					match++
				}
				n := last - first + 1 - inTerms(p, match, first, last)
				if n > fewestNouns || n == fewestNouns && hollow[word(p, last)] {
					p.Report(check.Issue{
						Span:    document.Span{Start: int(p.Words[first].Start), End: int(p.Words[last].End())},
						Message: fmt.Sprintf("%d nouns in a row: part them with verbs and prepositions", last-first+1),
					})
				}
			}
		}
	},
}

// fewestNouns is how many nouns make a stack, if the last of them is hollow; of
// others it takes one more.
const fewestNouns = 4

// hollow are the nouns that say only what sort of thing the nouns before them are.
var hollow = wordSet(`ability abilities concept concepts consciousness construction issue issues level levels mechanism
	mechanisms mode modes phenomenon phenomena problem problems situation situations task tasks work`)

// stack is the row of nouns around word i, which is one. It begins with a sure
// one, holds no plural but at its end, and no word there that may be a verb.
func stack(p *check.Pass, i, from, to int) (first, last int) {
	first, last = i, i
	for first > from && joined(p, first) && nounAt(p, first-1) != noNoun && !plural(p, first-1) {
		first--
	}
	for last < to-1 && joined(p, last+1) && nounAt(p, last+1) != noNoun && !plural(p, last) {
		last++
	}
	for first < last && (nounAt(p, first) != sureNoun || hyphened(p, first)) {
		first++
	}
	if first < last && last < to-1 && nounAt(p, last) == maybeNoun && isVerb(p, last) {
		last--
	}
	return first, last
}

// isVerb reports whether a word that may be a verb is one, by the word behind it.
func isVerb(p *check.Pass, i int) bool {
	next := word(p, i+1)
	return takesObject[next] || plural(p, i) && isLetter(next[0]) && !nounEnds[next]
}

// plural reports whether word i is a plural that stands before no other noun.
func plural(p *check.Pass, i int) bool {
	w := word(p, i)
	return w[len(w)-1] == 's' && !attributive[w]
}

// attributive are the nouns in -s that stand before another noun.
var attributive = wordSet(`access business campus census communications consensus congress crisis customs defense
	economics emissions ethics focus gas goods headquarters logistics news operations physics process
	progress progressiveness rights sales savings securities series services sports statistics status telecommunications
	tennis virus arms earnings`)

// nounEnds are the words behind a noun that are seldom behind a verb.
var nounEnds = wordSet("and or of in for at on between among from by is are was were has have had that which who will can")

// takesObject are the words behind a verb that are seldom behind a noun.
var takesObject = wordSet("the a an their its his her our more new all many that this these up out about")

// joined reports whether word i stands behind the one before with nothing but
// a space between them.
func joined(p *check.Pass, i int) bool {
	a, b := &p.Words[i-1], &p.Words[i]
	return !a.Possessive() && b.Start == a.End()+1 && p.Document.Text[a.End()] == ' '
}

// inTerms is by how much the words first to last are fewer where every term among
// them counts as one word; match is the first term that may be among them.
func inTerms(p *check.Pass, match, first, last int) int {
	n := 0
	for ; match < len(p.Matches) && p.Matches[match].First <= last; match++ {
		m := &p.Matches[match]
		if m.Term.Right(p.Usage.Day) {
			n += min(m.Last, last) - max(m.First, first)
		}
	}
	return n
}
