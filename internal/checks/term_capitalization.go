package checks

import (
	"fmt"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/english"
	"rectify/internal/mqm"
)

// TermCapitalization reports the Party in small letters.
var TermCapitalization = &check.Check{
	ID: "term/capitalization",
	Doc: check.Doc{
		Title: "the Party, or its Central Committee, in small letters",
		Text: `In official English the Communist Party of China is "the Party", with a capital, in
Party building, Party members and non-Party as well; so is its Central Committee.

The check looks only at a document that names the Communist Party of China, or has
"the Party" too. Where it names another party, only what has the capital elsewhere
and a word behind it (party branch) counts. "Both parties", "a third party" and
the party to a contract are left alone. Where the document has the capital elsewhere
it is likely; where it never has, the house may write so, and it is advice.`,
		Before: `The Communist Party of China was founded in 1921. The Party has a plan, and the party keeps to it.`,
		After:  `The Communist Party of China was founded in 1921. The Party has a plan, and the Party keeps to it.`,
	},
	Category:  mqm.HouseStyle,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		c := capitals{pass: p}
		segment := 0
		for _, at := range landmarksOf.Of(p).parties {
			segment = segmentFrom(p, segment, at)
			c.look(int(at), int(p.Segments[segment]), int(p.Segments[segment+1]))
		}
		for _, small := range c.small {
			if c.isMeant(small) {
				p.Report(c.issue(small))
			}
		}
	},
}

// capitals is what a document has of parties.
type capitals struct {
	pass *check.Pass
	// named: the CPC is; others: another party is; parties: the word is there,
	// so that "the party" may be one of several.
	named, others, parties bool
	// upper is how many places have the capital, first the first of them.
	upper int
	first document.Span
	small []smallParty
}

// smallParty is a place in small letters.
type smallParty struct {
	document.Span
	new string
	// bare: "the party", with no word behind it that says which.
	bare bool
}

var (
	// ofParty are the words that follow the Party's name alone.
	ofParty = wordSet(`building member members membership committee committees organization organizations
		organisation organisations branch branches cadre cadres spirit style constitution central discipline
		school schools secretary secretaries history lecture lectures charter leadership group groups work
		affairs conduct regulations rules cell cells congress congresses delegates oath flag emblem classes
		official officials`)
	// withParty are the words that stand beside it in a pair.
	withParty = wordSet("government state people country nation governments masses")
	// beforeParty are the words that "party" has before it where it is the
	// Party: with others it is some party.
	beforeParty = wordSet("the our whole entire")
	// withinParty are what a hyphen joins before it.
	withinParty = wordSet("non intra inner")
	// someParty are the words that make it some other party.
	someParty = wordSet(`another other third both either each any every neither one a two opposition ruling political
		democratic foreign contracting birthday dinner tea search injured guilty interested winning losing
		rival governing left right wing coalition opposing`)
	// afterSome are the words that follow a party to something.
	afterSome = wordSet("to concerned involved whose who in which")
	// otherParties name a party or stand before the word in the name of one.
	otherParties = wordSet("DPP KMT GOP LDP BJP PAP Kuomintang Republicans Democrats Conservatives Tories UMNO CPV LPRP")
	// cpcBefore are the capitalised words before "Party" that leave it the CPC.
	cpcBefore = wordSet(`The Our Whole Entire All Communist CPC Of And In On For To With By As From Non China's Chinese
		Central Provincial Municipal County Village`)
)

// partyWords are the words that the check looks at, but for possessives.
func partyWords() []string {
	words := strings.Fields("cpc party parties central")
	for name := range otherParties {
		words = append(words, strings.ToLower(name))
	}
	return words
}

// look notes what word i says of parties.
func (c *capitals) look(i, begin, end int) {
	w := c.pass.Words[i]
	text := c.pass.Document.Text[w.Start:w.Stem()]
	switch text {
	case "CPC":
		c.named = true
	case "Party":
		c.capital(i, begin, end)
	case "party":
		c.lower(i, begin, end)
	case "parties":
		c.parties = true
	case "central":
		if i+1 < end && word(c.pass, i+1) == "committee" {
			c.committee(i, begin)
		}
	default:
		c.others = c.others || startsUpper(text) && otherParties[text]
	}
}

// isMeant reports whether a place means the CPC beyond doubt: the document has
// the capital elsewhere, or names the CPC, and there is no other party that
// "the party" could be.
func (c *capitals) isMeant(s smallParty) bool {
	switch {
	case c.others:
		return c.upper > 0 && !s.bare
	case c.parties:
		return c.upper > 0
	}
	return c.named || c.upper > 0
}

// before is the word before i in its segment, or "".
func (c *capitals) before(i, begin int) string {
	if i <= begin {
		return ""
	}
	return word(c.pass, i-1)
}

// capital counts the Party, or notes that it is the name of another party.
func (c *capitals) capital(i, begin, end int) {
	before := c.before(i, begin)
	of := i+2 < end && word(c.pass, i+1) == "of"
	switch {
	case before == "Communist" && of:
		country := word(c.pass, i+2)
		c.named = c.named || strings.HasPrefix(country, "China")
		c.others = c.others || !strings.HasPrefix(country, "China")
	case before == "Communist":
		c.named = true
	case before != "" && startsUpper(before) && !cpcBefore[before]:
		c.others = c.others || !isTitleCase(c.pass, i, begin, end)
	case before != "" && (beforeParty[strings.ToLower(before)] || i+1 < end && ofParty[word(c.pass, i+1)]):
		if c.upper == 0 {
			c.first = c.pass.Words[i].Span()
		}
		c.upper++
	}
}

// isTitleCase reports whether word i stands in a headline: the words around it
// have capitals, the small ones aside.
func isTitleCase(p *check.Pass, i, begin, end int) bool {
	for k := max(begin, i-3); k < min(end, i+4); k++ {
		if w := word(p, k); w[0] >= 'a' && w[0] <= 'z' && !english.FunctionWords[w] {
			return false
		}
	}
	return true
}

// lower notes the party, if its neighbours say that it is the Party.
func (c *capitals) lower(i, begin, end int) {
	before, after := strings.ToLower(c.before(i, begin)), ""
	if i+1 < end {
		after = word(c.pass, i+1)
	}
	if someParty[before] && !(before == "a" && ofParty[after]) {
		return
	}
	s := smallParty{Span: c.pass.Words[i].Span(), new: "Party"}
	s.End = s.Start + len(s.new)
	possessive := s.End < int(c.pass.Words[i].End())
	joined := hyphenBefore(c.pass, i) && !withinParty[before]
	switch {
	case joined, i > begin && startsUpper(word(c.pass, i-1)) && !cpcBefore[word(c.pass, i-1)]:
		return
	case !possessive && ofParty[after], hyphenBefore(c.pass, i):
	case !possessive && after == "and" && i+2 < end && withParty[word(c.pass, i+2)]:
	case hyphenAfter(c.pass, i) || !beforeParty[before] || !possessive && afterSome[after]:
		return
	default:
		s.bare = true
	}
	c.small = append(c.small, s)
}

// committee notes "central committee" behind the Party's name or an article.
func (c *capitals) committee(i, begin int) {
	switch strings.ToLower(c.before(i, begin)) {
	case "the", "party", "party's", "party’s", "cpc":
		s := smallParty{Span: document.Span{Start: int(c.pass.Words[i].Start), End: int(c.pass.Words[i+1].End())}, new: "Central Committee"}
		if c.pass.Document.Slice(s.Span) == "central committee" {
			c.small = append(c.small, s)
		}
	}
}

func (c *capitals) issue(s smallParty) check.Issue {
	issue := check.Issue{
		Span:        s.Span,
		Suggestions: check.Suggest(s.new, edit.Edit{Start: s.Start, End: s.End, New: s.new}),
	}
	if c.upper == 0 {
		issue.Severity, issue.Certainty = check.Grade(mqm.Neutral, check.Advice)
		issue.Message = fmt.Sprintf("official English writes %q, for the Communist Party of China", s.new)
		return issue
	}
	issue.Message = fmt.Sprintf("%q for the Communist Party of China, as elsewhere in this document", s.new)
	issue.Related = []check.Related{{Span: c.first, Message: "with a capital, " + times(c.upper) + " in the document"}}
	return issue
}
