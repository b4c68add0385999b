package checks

import (
	"rectify/internal/check"
	"rectify/internal/mqm"
)

// Suppression reports comments that suppress nothing.
var Suppression = &check.Check{
	ID: "markup/suppression",
	Doc: check.Doc{
		Title: "a comment that suppresses nothing",
		Text: `A comment such as rectify-ignore term/deprecated: a quotation leaves issues out.
One that names no check or an unknown one, that gives no reason, or begins a range
without an end, leaves nothing out and says why. So does one that has become
unnecessary, since there is no such issue any more; that is only said when every
check that it names ran.

It is no fault of the translation, and costs nothing. To make a review fail on it,
set its severity in the settings.`,
		Before: "<!-- rectify-ignore term/deprecated -->\nThe council met in Lanzhou.",
		After:  "The council met in Lanzhou.",
	},
	Category:  mqm.QuestionableMarkup,
	Severity:  mqm.Neutral,
	Certainty: check.Proven,
	Last:      true,
	Run: func(p *check.Pass) {
		for _, s := range p.Suppressions {
			switch {
			case s.Fault != "":
				p.Report(check.Issue{Span: s.Span, Message: s.String() + " suppresses nothing: " + s.Fault})
			case s.Unused:
				p.Report(check.Issue{Span: s.Span, Message: s.String() + " suppresses nothing: there is no such issue here, it can go"})
			}
		}
	},
}
