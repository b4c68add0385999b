package checks

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// TermName reports one person under several spellings.
var TermName = &check.Check{
	ID: "term/name",
	Doc: check.Doc{
		Title: "one person under several spellings",
		Text: `A Chinese name is written surname first, the given name in one word: Wang Jianhua.
Here the same syllables are split or ordered in several ways, or a name that
stands only once differs by a letter from another one that has the same title
beside it. The spelling that the document uses most is kept, and the place of the
first is shown; names from Hong Kong, Macao, Taiwan and abroad, which have ways of
their own, are left alone if they are the same throughout.

The glossary knows who holds the high offices. Their names are right in one
spelling, whatever the document uses most, and a name beside such an office that
differs from its holder's by a letter is reported too.`,
		Before: `Wang Jianhua spoke first. The plan, Wang Jianhua said, is ready. Later Wang Jian Hua left.`,
		After:  `Wang Jianhua spoke first. The plan, Wang Jianhua said, is ready. Later Wang Jianhua left.`,
	},
	Category:  mqm.InconsistentUse,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		names := personNames.Of(p)
		if len(names) == 0 {
			return
		}
		people := byPerson(p, names)
		for _, one := range people {
			spellings(p, one)
			heldByOther(p, one)
		}
		nearNames(p, people)
	},
}

// straight makes typographic apostrophes and hyphens plain.
var straight = strings.NewReplacer("’", "'", "‐", "-", "‑", "-")

// spelling is how a name is spelled, but for capitals, line breaks and the kind of its
// apostrophes and hyphens.
func spelling(name string) string {
	lower := strings.ToLower(document.OneLine(name))
	if strings.ContainsFunc(lower, func(r rune) bool { return r > unicode.MaxASCII }) {
		return straight.Replace(lower)
	}
	return lower
}

// namesake are the places of one name, in whatever spelling.
type namesake struct {
	letters string
	names   []*personName
	// spelled holds the spelling of each of the names, plain is the plain one.
	spelled []string
	plain   string
	// holder is how the glossary spells the name, "" if it doesn't know it.
	holder string
}

// byPerson groups the names by their letters, in the order of their first
// places. One with the surname last counts only where the name stands in the
// usual order too, or the title of an office beside it says who is meant.
func byPerson(p *check.Pass, names []*personName) []*namesake {
	type key struct {
		letters string
		family  int
	}
	at := map[key]*namesake{}
	var people []*namesake
	for _, reversed := range []bool{false, true} {
		for _, n := range names {
			if n.reversed != reversed {
				continue
			}
			whose := key{n.letters, n.family}
			one := at[whose]
			if one == nil {
				holder := holderName(p, n)
				if reversed && (holder == "" || !heldBeside(p, n)) {
					continue
				}
				one = &namesake{letters: n.letters, holder: holder, plain: n.surname() + " " + n.given()}
				at[whose] = one
				people = append(people, one)
			}
			spelled := one.plain
			if !n.plain() || n.Len() != len(one.plain) {
				spelled = spelling(p.Document.Slice(n.Span))
			}
			one.names, one.spelled = append(one.names, n), append(one.spelled, spelled)
		}
	}
	return people
}

// holderName is how the glossary spells the name, "" if it knows no such
// holder of an office.
func holderName(p *check.Pass, n *personName) string {
	for _, h := range p.Glossary.OfficesOf(n.letters) {
		if surname, _, _ := strings.Cut(h.Person, " "); strings.EqualFold(surname, n.surname()) {
			return h.Person
		}
	}
	return ""
}

// heldBeside reports whether a title beside the name is that of an office which
// a person of these letters held.
func heldBeside(p *check.Pass, n *personName) bool {
	beside := officesBeside(p, n)
	return slices.ContainsFunc(p.Glossary.OfficesOf(n.letters), func(h termbase.Holder) bool {
		return slices.Contains(beside, h.Office)
	})
}

// isBetter reports whether name i is spelled better than name k: as more are, or as
// pinyin is, with the mark that parts its syllables (Xi'an).
func (one *namesake) isBetter(i, k int, count map[string]int) bool {
	if more := count[one.spelled[i]] - count[one.spelled[k]]; more != 0 {
		return more > 0
	}
	if marked := parted(one.spelled[i]); marked != parted(one.spelled[k]) {
		return marked
	}
	return one.names[i].plain() && !one.names[k].plain()
}

// parted reports whether an apostrophe parts two syllables, as it does before one
// that begins with a vowel.
func parted(name string) bool {
	at := strings.IndexAny(name, "'’")
	if at < 0 {
		return false
	}
	rest := strings.TrimLeft(name[at:], "'’")
	return rest != "" && strings.IndexByte("aeoAEO", rest[0]) >= 0
}

// spellings reports the names of one person that aren't spelled as the others,
// or as the glossary spells them.
func spellings(p *check.Pass, one *namesake) {
	if one.holder != "" {
		right := spelling(one.holder)
		for i, n := range one.names {
			if one.spelled[i] == right {
				continue
			}
			issue := renamed(p, n, one.holder, fmt.Sprintf("the glossary spells this name %q", one.holder))
			if heldBeside(p, n) {
				certainty := check.Proven
				issue.Certainty, issue.Suggestions[0].Safe = &certainty, true
			}
			p.Report(issue)
		}
		return
	}
	if !slices.ContainsFunc(one.spelled, func(spelling string) bool { return spelling != one.spelled[0] }) {
		return
	}
	count := map[string]int{}
	for _, spelling := range one.spelled {
		count[spelling]++
	}
	keep := 0
	for i := range one.spelled {
		if one.isBetter(i, keep, count) {
			keep = i
		}
	}
	kept := document.OneLine(p.Document.Slice(one.names[keep].Span))
	for i, n := range one.names {
		if one.spelled[i] == one.spelled[keep] {
			continue
		}
		issue := renamed(p, n, kept, fmt.Sprintf("elsewhere in this document it is %q (%s), here %q (%s)",
			kept, times(count[one.spelled[keep]]), document.OneLine(p.Document.Slice(n.Span)), times(count[one.spelled[i]])))
		issue.Related = []check.Related{{Span: one.names[keep].Span, Message: "the spelling to keep"}}
		p.Report(issue)
	}
}

// times is how often, in words.
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

func renamed(p *check.Pass, n *personName, name, message string) check.Issue {
	return check.Issue{
		Span: n.Span, Message: message,
		Suggestions: check.Suggest(name, edit.Edit{Start: n.Start, End: n.End, New: name}),
	}
}
