package checks

import (
	"maps"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

// variantUse is what a word may be that some spellings begin with: the first of
// listed forms, or a unit of money, a month or a country.
type variantUse struct {
	forms                       []variantForm
	isMoney, isMonth, isCountry bool
}

// variantWords are those words, and variantUses what each of them may be; percentSigns
// are the forms that begin with a mark.
var variantWords, variantUses, percentSigns = func() (*termbase.WordTable, []variantUse, []variantForm) {
	uses := map[string]*variantUse{}
	use := func(word string) *variantUse {
		lower := strings.ToLower(word)
		if uses[lower] == nil {
			uses[lower] = new(variantUse)
		}
		return uses[lower]
	}
	for word, forms := range formsByWord {
		use(word).forms = forms
	}
	for name := range months {
		use(name).isMonth = true
	}
	for country := range countries {
		use(country).isCountry = true
		use(strings.Join(strings.Split(country, ""), ".")).isCountry = true
	}
	use(yuan).isMoney, use(dollars).isMoney = true, true
	words := slices.Sorted(maps.Keys(uses))
	inOrder := make([]variantUse, len(words))
	for place, word := range words {
		inOrder[place] = *uses[word]
	}
	return termbase.NewWordTable(words...), inOrder, formsByWord["%"]
}()

// listed adds what word i begins, which may be of some use, and says how many words
// that has; 0 if it begins nothing.
func (f *variantFinder) listed(i, end int, use *variantUse) int {
	if use.forms != nil && f.counts(&f.pass.Words[i]) {
		if n := f.family(i, end, use.forms); n > 0 {
			return n
		}
	}
	text := word(f.pass, i)
	switch {
	case use.isMoney && (text == yuan || text == dollars):
		f.sum(i, end, text)
	case use.isCountry && startsUpper(text) && (text[1] == '.' || startsUpper(text[1:])):
		f.abbreviation(i, end, text)
	case use.isMonth && isMonth(text):
		f.date(i, end)
	default:
		return 0
	}
	return 1
}

// family adds the longest of some forms that stands at word i, and says how many
// words it has; 0 if none stands there.
func (f *variantFinder) family(i, end int, forms []variantForm) int {
	var best *variantForm
	for k := range forms {
		if form := &forms[k]; (best == nil || len(form.words) > len(best.words)) && f.is(form, i, end) {
			best = form
		}
	}
	if best == nil {
		return 0
	}
	last := i + len(best.words) - 1
	s := spelled{
		Span: document.Span{Start: int(f.pass.Words[i].Start), End: int(f.pass.Words[last].End())},
		form: best.family.forms[best.number], as: listedAs, listed: best,
	}
	switch {
	case best.family.forms[0] == perCent:
		if i == 0 || !endsInDigit(word(f.pass, i-1)) || !f.sentence {
			return len(best.words)
		}
		s.gap = s.Start - int(f.pass.Words[i-1].End())
	case !best.exact && f.inName(i, last, end):
		return len(best.words)
	}
	s.attributive = strings.HasSuffix(best.joints, "-") && !f.free(last+1, end)
	f.add(best.family.forms[0], false, s)
	return len(best.words)
}

// perCent is the family whose sign a headline may have; it joins the figure
// before it without a space.
const perCent = "percent"

// inName reports whether words i to last are part of a name or a headline: one
// behind the first has a capital, or the first has one and so has a neighbour.
func (f *variantFinder) inName(i, last, end int) bool {
	for k := i + 1; k <= last; k++ {
		if startsUpper(word(f.pass, k)) {
			return true
		}
	}
	return startsUpper(word(f.pass, i)) && (last+1 < end && startsUpper(word(f.pass, last+1)) || i > 0 && f.joint(i) != 0 && startsUpper(word(f.pass, i-1)))
}

// is reports whether the form stands at word i.
func (f *variantFinder) is(form *variantForm, i, end int) bool {
	if i+len(form.words) > end {
		return false
	}
	for k := len(form.words) - 1; k >= 0; k-- { // the last word tells most
		got, want := word(f.pass, i+k), form.words[k]
		if got != want && (form.exact || !strings.EqualFold(got, want)) {
			return false
		}
		if k > 0 && f.joint(i+k) != form.joints[k-1] {
			return false
		}
	}
	last := i + len(form.words)
	return (i == 0 || f.joint(i) != '-') && (last == end || f.joint(last) != '-')
}

// joint is what parts word i from the one before it: a space, a hyphen, or 0
// for anything else.
func (f *variantFinder) joint(i int) byte {
	if i == 0 {
		return 0
	}
	gap := f.pass.Document.Text[f.pass.Words[i-1].End():f.pass.Words[i].Start]
	switch {
	case gap == "-":
		return '-'
	case gap != "" && strings.TrimSpace(gap) == "":
		return ' '
	}
	return 0
}

// free reports whether no noun follows at word i that a hyphen could be for.
func (f *variantFinder) free(i, end int) bool {
	if i >= end {
		return true
	}
	next := word(f.pass, i)
	c := next[0]
	letter := c|0x20 >= 'a' && c|0x20 <= 'z'
	return !letter || english.FunctionWords[next] || phraseEnds[next]
}

// listedAs is the text of a place in another form of its family.
func listedAs(f *variantFinder, s *spelled, form string) string {
	switch {
	case form == "%":
		return form
	case s.listed.family.forms[0] == perCent:
		return " " + form
	}
	if s.listed.plural {
		form = english.Plural(form)
	}
	if strings.ToLower(form) != form {
		return form
	}
	return inCase(f.pass.Document.Slice(s.Span), form)
}

func endsInDigit(text string) bool {
	c := text[len(text)-1]
	return c >= '0' && c <= '9'
}

// odd adds what shows in the letters of word i and its neighbours, whatever word it
// is: a hyphened compound, a sum of money, a British ending.
func (f *variantFinder) odd(i, end int) {
	w := &f.pass.Words[i]
	switch c := f.pass.Document.Text[w.Start]; {
	case c >= 'a' && c <= 'z':
		if i+1 < end && f.pass.Document.Text[w.End()] == '-' {
			f.compound(i, end, word(f.pass, i))
		} else if w.End()-w.Start >= english.ShortestOfSide {
			if side := english.SideOf(f.pass.Document.Text[w.Start:w.End()]); side != english.BothSides && f.counts(w) {
				f.american(w, side)
			}
		}
	case c == renminbi[0]:
		if text := word(f.pass, i); strings.HasPrefix(text, renminbi) {
			f.renminbi(i, end, text)
		}
	}
}
