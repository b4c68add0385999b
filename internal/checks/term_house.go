package checks

import (
	"fmt"

	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
	"rectify/internal/wording"
)

// TermHouse reports right renderings that are another house's.
var TermHouse = &check.Check{
	ID: "term/house",
	Doc: check.Doc{
		Title: "a rendering that is right, but not the chosen house's",
		Text: `Official houses differ: Xinhua, Qiushi, the Foreign Ministry, China Daily, the
National People's Congress and the courts have renderings of their own. Where
--house names one of them and the glossary knows its rendering of a term, another
right rendering is reported; and so is one that belongs to other houses alone.

Without --house every house is right, and nothing is reported. Set phrases, which
vary from sentence to sentence, are left alone.`,
		House:  "mfa",
		Before: `Let us build a community with a shared future for mankind.`,
		After:  `Let us build a community with a shared future for humanity.`,
	},
	Category:  mqm.HouseStyle,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		if !p.Usage.Chosen() {
			return
		}
		for _, m := range p.Matches {
			if m.Term.Type != termbase.Variant || m.Term.Entry.Kind == termbase.Phrases || !m.Term.Right(p.Usage.Day) {
				continue
			}
			own := m.Term.Entry.Preferred(p.Usage.House, p.Usage.Day)
			if own == nil || own == m.Term || m.Term.IsOf(p.Usage.House) || !own.IsOf(p.Usage.House) && !m.Term.Housed() {
				continue
			}
			issue := check.Issue{
				Span: m.Span, Entry: m.Term.Entry,
				Message: fmt.Sprintf("right, but %s writes %q", houseNames[p.Usage.House], termbase.Plain(own.Text)),
			}
			if s, ok := wording.Fit(p.Document, p.Text, m, own); ok {
				s.Safe = false
				issue.Suggestions = []check.Suggestion{s}
			}
			p.Report(issue)
		}
	},
}

// houseNames are the houses as a sentence names them.
var houseNames = map[string]string{
	"xinhua": "Xinhua", "qiushi": "Qiushi", "mfa": "the Foreign Ministry", "chinadaily": "China Daily",
	"npc": "the National People's Congress", "court": "the Supreme People's Court",
}
