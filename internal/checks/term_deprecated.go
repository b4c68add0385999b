package checks

import (
	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// TermDeprecated reports the renderings that the glossary lists as wrong.
var TermDeprecated = &check.Check{
	ID: "term/deprecated",
	Doc: check.Doc{
		Title: "a rendering that the glossary lists as wrong",
		Text: `The glossary knows the official English of the term and lists this rendering
as one to avoid: a word-for-word translation, an old name, or another thing's name.

A longer right term shields what lies inside it, and a rendering that is right
in some phrases is left alone there. Names of organs, meetings, laws and ideas
are major; set phrases, which a reader understands all the same, are minor.
Renderings of which the glossary is less sure are likely, or advice.`,
		Before: `They carried out the decision-making and deployment of the CPC Central Committee.`,
		After:  `They carried out the decisions and plans of the CPC Central Committee.`,
	},
	Category:  mqm.AgainstResource,
	Severity:  mqm.Major,
	Certainty: check.Proven,
	Run: func(p *check.Pass) {
		for i := range p.Matches {
			if t := p.Matches[i].Term; t.Wrong(p.Usage.House, p.Usage.Day) && t.Entry.Kind != termbase.Titles {
				p.Report(wrongTerm(p, p.Matches[i]))
			}
		}
	},
}
