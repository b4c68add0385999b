package checks

import (
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
)

// The ways to write a sum of Chinese and of American money.
const (
	yuan, renminbi = "yuan", "RMB"
	dollars, sign  = "dollars", "$"
)

// magnitudes stand between a figure and its unit.
var magnitudes = wordSet("hundred thousand million billion trillion")

// sum adds the sum of money that ends with word i, which is yuan or dollars.
func (f *variantFinder) sum(i, end int, unit string) {
	from := f.figureBefore(i)
	if unit == dollars && from == i && i > f.begin && word(f.pass, i-1) == "US" {
		from = f.figureBefore(i - 1)
		if from == i-1 {
			return
		}
	}
	if from == i || from > f.begin && strings.HasSuffix(word(f.pass, from-1), sign) || i+1 < end && word(f.pass, i+1) == renminbi {
		return
	}
	f.money(from, i, unit)
}

// renminbi adds the sum that is marked by word i, RMB or RMB5,000.
func (f *variantFinder) renminbi(i, end int, text string) {
	from := f.figureBefore(i)
	switch next := f.figureAfter(i, end); {
	case text != renminbi:
		if isAmount(text[len(renminbi):]) {
			f.money(i, f.multiplied(i, end), renminbi)
		}
	case next > i:
		f.money(i, next, renminbi)
	case from < i && (i+1 == end || word(f.pass, i+1) != yuan):
		f.marksBehind(from, i)
	}
}

// marksBehind reports a sum, words first to last, that has RMB behind it: no
// official English writes so, whatever else the document has.
func (f *variantFinder) marksBehind(first, last int) {
	if !f.sentence || !f.counts(&f.pass.Words[first]) {
		return
	}
	at := f.pass.Words[last].Span()
	f.pass.Report(check.Issue{
		Span:        document.Span{Start: int(f.pass.Words[first].Start), End: at.End},
		Message:     "RMB goes before a sum, if anywhere: official English writes yuan behind it",
		Suggestions: check.Suggest(f.pass.Document.Text[f.pass.Words[first].Start:at.Start]+yuan, edit.Edit{Start: at.Start, End: at.End, New: yuan}),
	})
}

// dollarSign adds the sum behind the sign that word i is.
func (f *variantFinder) dollarSign(i, end int) {
	at := f.pass.Words[i].Start
	if last := f.figureAfter(i, end); last > i && (at == 0 || !isLetter(f.pass.Document.Text[at-1])) {
		f.money(i, last, sign)
	}
}

// figureBefore is the first word of the figure that ends right before word i,
// with what multiplies it: 3 billion; i if there is none.
func (f *variantFinder) figureBefore(i int) int {
	from := i
	if from > f.begin && f.joint(from) == ' ' && magnitudes[word(f.pass, from-1)] {
		from--
	}
	if from > f.begin && f.joint(from) == ' ' && isAmount(word(f.pass, from-1)) {
		return from - 1
	}
	return i
}

// figureAfter is the last word of the figure that begins right behind word i; i
// if there is none.
func (f *variantFinder) figureAfter(i, end int) int {
	if i+1 == end || !isAmount(word(f.pass, i+1)) {
		return i
	}
	return f.multiplied(i+1, end)
}

// multiplied is the last word of the figure that word i begins: 3 billion.
func (f *variantFinder) multiplied(i, end int) int {
	if i+1 < end && f.joint(i+1) == ' ' && magnitudes[word(f.pass, i+1)] {
		return i + 1
	}
	return i
}

// isAmount reports whether a word is a number in figures.
func isAmount(text string) bool {
	return text != "" && text[0] >= '0' && text[0] <= '9' && strings.Trim(text, "0123456789.,") == ""
}

// money adds a sum, words first to last, that is written with one of the units.
// Yuan rules, as it does in official English.
func (f *variantFinder) money(first, last int, unit string) {
	if !f.sentence || !f.counts(&f.pass.Words[first]) {
		return
	}
	key := "sum in yuan"
	if unit == dollars || unit == sign {
		key = "sum in dollars"
	}
	f.add(key, false, spelled{
		Span: document.Span{Start: int(f.pass.Words[first].Start), End: int(f.pass.Words[last].End())},
		form: unit, as: sumAs, rules: unit == yuan,
	})
}

// units takes the units out of a sum.
var units = strings.NewReplacer(yuan, "", renminbi, "", "US", "", dollars, "", sign, "")

func sumAs(f *variantFinder, s *spelled, form string) string {
	amount := document.OneLine(units.Replace(f.pass.Document.Slice(s.Span)))
	if form == sign {
		return sign + amount
	}
	return amount + " " + form
}
