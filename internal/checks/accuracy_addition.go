package checks

import (
	"rectify/internal/check"
	"rectify/internal/mqm"
)

// AccuracyAddition reports what the text says and the source doesn't.
var AccuracyAddition = &check.Check{
	ID: "accuracy/addition",
	Doc: check.Doc{
		Title: "a part of the text that the source lacks",
		Text: `A paragraph or a sentence of the text has no Chinese that it renders, and no words of
it come from the Chinese of the sentences beside it. A machine makes such sentences up,
and an editor forgets them from another version.

What is short is left alone, and so is a sentence of which the glossary can't tell.`,
		Source: `大桥有十二个桥拱。

桥灯每晚亮起。`,
		Before: `The bridge has twelve arches.

The ferry stopped running last year, and the crew all found new work in the north.

Its lamps are lit every evening.`,
		After: `The bridge has twelve arches.

Its lamps are lit every evening.`,
	},
	Category:    mqm.Addition,
	Severity:    mqm.Major,
	Certainty:   check.Likely,
	NeedsSource: true,
	Run: func(p *check.Pass) {
		pairs := pairTexts(p)
		for i := range pairs {
			t := &pairs[i]
			if t.Source != "" || len(t.words(p)) < leastAdded {
				continue
			}
			_, source := around(p, pairs, i)
			if covered, known := coverage(p, source, t.words(p)); known > 0 && float64(covered) <= mostBorrowed*float64(len(t.words(p))) {
				p.Report(check.Issue{Span: t.Span, Message: "nothing in the source says this"})
			}
		}
	},
}

const (
	// leastAdded is how many words with content a sentence has at least that is
	// reported, and mostBorrowed the part of them that may come from the sources
	// beside it.
	leastAdded, mostBorrowed = 6, 0.3
)
