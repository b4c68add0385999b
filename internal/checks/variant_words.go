package checks

import (
	"strings"

	"rectify/internal/document"
	"rectify/internal/english"
)

// beginnings tells which words may be the first of a listed form, by their
// first three bytes and their length.
var beginnings = func() (table [1 << 12]bool) {
	for first := range formsByWord {
		table[beginning(first)] = true
	}
	return table
}()

// beginning is a number of twelve bits made of the first three bytes, of any
// capitals, and the length.
func beginning(text string) uint32 {
	n := uint32(len(text)) << 24
	for i := range min(len(text), 3) {
		n |= uint32(text[i]|0x20) << (8 * i)
	}
	return n * 0x9e3779b1 >> 20
}

// listed adds the listed form that begins with word i, the longest, and says
// how many words it has; 0 if there is none.
func (f *variantFinder) listed(i, end int, text string) int {
	var best *variantForm
	forms := formsByWord[strings.ToLower(text)]
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
		Span: document.Span{Start: int(f.pass.Words[i].Start), End: int(f.pass.Words[last].End)},
		form: best.family.forms[best.number],
	}
	switch {
	case best.family.forms[0] == perCent:
		if i == 0 || !endsInDigit(word(f.pass, i-1)) || !f.sentence {
			return len(best.words)
		}
		s.gap = s.Start - int(f.pass.Words[i-1].End)
	case !best.exact && f.inName(i, last, end):
		return len(best.words)
	}
	s.attributive = strings.HasSuffix(best.joints, "-") && !f.free(last+1, end)
	old, plural := f.pass.Document.Slice(s.Span), best.plural
	s.as = func(form string) string { return likeFamily(best.family, old, form, plural) }
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
	for k, want := range form.words {
		got := word(f.pass, i+k)
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
	gap := f.pass.Document.Text[f.pass.Words[i-1].End:f.pass.Words[i].Start]
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

// likeFamily is the text of a place in another form of its family.
func likeFamily(family *variantFamily, old, form string, plural bool) string {
	switch {
	case form == "%":
		return form
	case family.forms[0] == perCent:
		return " " + form
	}
	if plural {
		form = english.Plural(form)
	}
	if strings.ToLower(form) != form {
		return form
	}
	return inCase(old, form)
}

func endsInDigit(text string) bool {
	c := text[len(text)-1]
	return c >= '0' && c <= '9'
}

// odd adds what shows in the letters of word i and its neighbours: a hyphened
// compound, points in an abbreviation, the day of a month, a sum of money, a
// British ending.
func (f *variantFinder) odd(i, end int, text string) {
	switch c := text[0]; {
	case c == '$':
		f.dollarSign(i, end)
	case c >= 'a' && c <= 'z':
		if text == yuan || text == dollars {
			f.sum(i, end, text)
			return
		}
		w := &f.pass.Words[i]
		if i+1 < end && f.pass.Document.Text[w.End] == '-' {
			f.compound(i, end, text)
		} else if other, british := english.Across(text); other != "" && f.counts(w) {
			f.american(w, other, british)
		}
	case c < 'A' || c > 'Z' || len(text) < 2:
	case strings.HasPrefix(text, renminbi):
		f.renminbi(i, end, text)
	case text[1] == '.' || text[1] >= 'A' && text[1] <= 'Z':
		f.abbreviation(i, end, text)
	case isMonth(text):
		f.date(i, end)
	}
}
