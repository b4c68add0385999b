package checks

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// TermMissing reports the terms of the source that have no official rendering in
// the text beside it.
var TermMissing = &check.Check{
	ID: "term/missing",
	Doc: check.Doc{
		Title: "a term of the source without its official rendering",
		Text: `The Chinese source holds a term of the glossary, and no right rendering of it stands
in the English beside it or in the sentence next to that. Any rendering will do that
is right for some house and some time: a plural, an abbreviation, a short name, the
words of the official name in another order, the committee or the law where the full
name stood before.

The check points at what stands there instead: a rendering that the glossary lists
as wrong, which with the source at hand is no guess any more but proven. Where several
entries share the Chinese that is likely. A name that goes word for word is proven, too,
and one that is rendered otherwise altogether is reported where its words stand closest
together, unless none of them is there: it is likely if that place could be all of it, else
advice. An idea or a strategy is only likely then, or advice: a good translator may well
put it in words of the sentence.

Of set phrases, places and Chinese that several entries share only a rendering that is
listed as wrong is reported.`,
		Source: `会议强调了“两个维护”。`,
		Before: `The meeting stressed the two maintenances.`,
		After:  `The meeting stressed the Two Upholds.`,
	},
	Category:    mqm.AgainstResource,
	Severity:    mqm.Major,
	Certainty:   check.Proven,
	NeedsSource: true,
	Run: func(p *check.Pass) {
		c := missing{Pass: p, pairs: pairTexts(p), before: map[*termbase.Entry]bool{}}
		c.literals = p.Glossary.Literals(p.Document.Text, p.Recognition)
		for i := range c.pairs {
			if c.pairs[i].Len() > 0 {
				c.pair(i)
			}
		}
	},
}

// leastLiteral is how many words a rendering word for word needs to be no chance.
const leastLiteral = 3

// missing looks for renderings, pair by pair.
type missing struct {
	*check.Pass
	pairs    []pairText
	literals []termbase.Literal
	// before holds the entries that had a right rendering in a pair before.
	before map[*termbase.Entry]bool
}

// worded are the kinds of entry that have one official wording. Set phrases are worded
// in many ways, and the names of places are short for one another.
var worded = map[termbase.Kind]bool{
	termbase.Organs: true, termbase.Titles: true, termbase.Meetings: true, termbase.Laws: true, honors: true,
	"ideas": true, "strategies": true,
}

const honors termbase.Kind = "honors"

// pair reports the terms of one pair.
func (c *missing) pair(i int) {
	asked := map[*termbase.Entry]int{}
	var terms []termbase.SourceTerm
	for _, t := range c.Glossary.SourceTerms(c.pairs[i].Source) {
		if asked[t.Entries[0]]++; asked[t.Entries[0]] == 1 {
			terms = append(terms, t)
		}
	}
	for _, t := range terms {
		right, wrong := c.renderings(i, t)
		switch {
		case len(wrong) > asked[t.Entries[0]]:
			// Some of them render other Chinese, and which can't be told: the other
			// checks report them for what they are.
		case len(wrong) > 0 && right < asked[t.Entries[0]]:
			certainty := check.Proven
			if len(t.Entries) > 1 {
				certainty = check.Likely
			}
			for _, m := range wrong {
				// Of what the glossary itself is sure, the other checks say more.
				if issue := wrongTerm(c.Pass, m); issue.HowSure() < check.Proven && !inPageTail(c.Document, m.Span) {
					c.Report(c.sourced(t, issue, certainty))
				}
			}
		case right > 0:
			c.before[t.Entries[0]] = true
		case len(t.Entries) > 1 || !worded[t.Entries[0].Kind] || c.named(i, t):
		default:
			c.literalOrOther(i, t)
		}
	}
}

// renderings counts the right renderings of a term in its pair and beside it, and
// lists those of the pair that the glossary is sure are wrong.
func (c *missing) renderings(i int, t termbase.SourceTerm) (right int, wrong []termbase.Match) {
	for _, n := range neighbors(c.Pass, c.pairs, i) {
		for _, m := range n.matches {
			switch {
			case !slices.Contains(t.Entries, m.Term.Entry):
			case m.Term.Status != termbase.Deprecated || m.Term.Certainty == "advice":
				right++
			case n.number == i:
				wrong = append(wrong, m)
			}
		}
	}
	return right, wrong
}

// named reports whether the term is there in other ways: its words in another
// order or form, its initials, a short name after the full one.
func (c *missing) named(i int, t termbase.SourceTerm) bool {
	for _, e := range t.Entries {
		for _, term := range e.Terms {
			if term.Lang != "en" || term.Status == termbase.Deprecated {
				continue
			}
			words := contentOf(term.Text)
			for _, n := range neighbors(c.Pass, c.pairs, i) {
				if share(words, n.words(c.Pass)) == 1 || c.hasInitials(n, term.Text) || c.before[e] && c.hasShort(n, words) {
					return true
				}
			}
		}
	}
	return false
}

// share is which part of the words stand among others, in any form.
func share(words, among []string) float64 {
	found := 0
	for _, w := range words {
		if slices.ContainsFunc(among, func(o string) bool { return kindred(w, o) }) {
			found++
		}
	}
	if len(words) == 0 {
		return 1
	}
	return float64(found) / float64(len(words))
}

// hasInitials reports whether the initials of a name stand in a pair.
func (c *missing) hasInitials(t *pairText, name string) bool {
	var initials strings.Builder
	for _, w := range strings.Fields(name) {
		if startsUpper(w) {
			initials.WriteByte(w[0])
		}
	}
	if initials.Len() < 2 {
		return false
	}
	for i := t.from; i < t.to; i++ {
		if w := c.Words[i]; c.Document.Text[w.Start:w.Stem()] == initials.String() {
			return true
		}
	}
	return false
}

// headNouns are the nouns that stand for a full name once it has been said.
var headNouns = wordSet(`academy administration agency agreement alliance assembly association bureau center committee
	commission conference congress constitution convention council court department drive federation forum force
	forces front fund group initiative institute law league meeting ministry office organization party plan
	president procuratorate program project secretary session state summit system thought union university`)

// hasShort reports whether "the" and the noun of a name stand in a pair.
func (c *missing) hasShort(t *pairText, words []string) bool {
	for i := t.from; i < t.to; i++ {
		lower := strings.ToLower(c.Document.Text[c.Words[i].Start:c.Words[i].Stem()])
		if headNouns[lower] && slices.Contains(words, lower) && i > t.from && strings.EqualFold(word(c.Pass, i-1), "the") {
			return true
		}
	}
	return false
}

// sourced is an issue of a wrong rendering, as sure as the source makes it.
func (c *missing) sourced(t termbase.SourceTerm, issue check.Issue, certainty check.Certainty) check.Issue {
	severity := mqm.Minor
	switch {
	case certainty == check.Advice:
		severity = mqm.Neutral
	case names[t.Entries[0].Kind]:
		severity = mqm.Major
	}
	if issue.Severity != nil && certainty > check.Advice {
		severity = max(severity, *issue.Severity)
	}
	issue.Severity, issue.Certainty = check.Grade(severity, certainty)
	issue.Message = fmt.Sprintf("the source has %s here", t.Chinese)
	return issue
}

// literalOrOther reports a rendering that goes word for word, or, of a name, the
// words that come closest to it.
func (c *missing) literalOrOther(i int, t termbase.SourceTerm) {
	name := names[t.Entries[0].Kind] || t.Entries[0].Kind == honors
	for _, l := range c.literals {
		if l.Entry == t.Entries[0] && l.Words >= leastLiteral && c.pairs[i].Contains(l.Span) {
			c.Report(c.sourced(t, literalIssue(c.Pass, l), sureOf(name, check.Proven, check.Likely)))
			return
		}
	}
	preferred := t.Entries[0].Preferred(c.Usage.House, c.Usage.Day)
	if preferred == nil || !capitalizedName(preferred.Text) {
		return
	}
	if m, ok := c.distorted(i, contentOf(preferred.Text)); ok {
		m.Term = preferred
		whole := isWhole(c.Pass, m, preferred)
		issue := c.sourced(t, check.Issue{Span: m.Span, Entry: t.Entries[0]}, sureOf(name && whole, check.Likely, check.Advice))
		if whole {
			issue.Suggestions = unread(c.Pass, m, preferred)
		}
		c.Report(issue)
	}
}

// sureOf is how sure a rendering is wrong of a name, or of what isn't one.
func sureOf(name bool, ofName, ofOther check.Certainty) check.Certainty {
	if name {
		return ofName
	}
	return ofOther
}

// capitalizedName reports whether a term is a name without a place to fill in: it
// has capitals, and two words.
func capitalizedName(term string) bool {
	return term != strings.ToLower(term) && !strings.Contains(term, "{") && len(contentOf(term)) > 1
}
