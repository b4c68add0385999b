package checks

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/quantity"
)

// AccuracyNumber reports numbers that aren't those of the source.
var AccuracyNumber = &check.Check{
	ID: "accuracy/number",
	Doc: check.Doc{
		Title: "a number that is not the source's",
		Text: `A number of the text is none of the Chinese beside it, and the Chinese has one that
the text doesn't have. Where both have the same digits the power of ten went wrong, as
it does with 万 and 亿, and that is proven; else they are likely to belong together if
they are the only ones of their kind.

Digits and words, 万 and million, percent, dates, decades, ordinals and five-year plans
are held against each other as what they mean: a number is right in any wording, and
in other units. Percent and percentage points are two things. What stands for several, many or all is no number, and nor is what
only one of the two texts has.`,
		Source: `全省共有1.2亿人。`,
		Before: `The province has 12 million people.`,
		After:  `The province has 120 million people.`,
	},
	Category:    mqm.Mistranslation,
	Severity:    mqm.Major,
	Certainty:   check.Proven,
	NeedsSource: true,
	Run: func(p *check.Pass) {
		pairs := p.Document.Pairs
		all := make([]numbers, len(pairs))
		for i, pair := range pairs {
			all[i] = numbers{quantity.Chinese(pair.Source), quantity.English(p.Document.Slice(pair.Span))}
		}
		for i := range pairs {
			wrongNumbers(p, all, i)
		}
	},
}

// numbers are those of the two sides of a pair.
type numbers struct{ chinese, english []quantity.Number }

// wrongNumbers reports the numbers of a pair that aren't the source's.
func wrongNumbers(p *check.Pass, all []numbers, i int) {
	var chinese, english []quantity.Number
	for n := max(0, i-1); n < min(len(all), i+2); n++ {
		chinese, english = append(chinese, all[n].chinese...), append(english, all[n].english...)
	}
	for _, n := range all[i].english {
		if source, ok := otherPercent(n, chinese); ok {
			reportNumber(p, i, n, source, check.Likely)
		}
	}
	lost, strange := without(all[i].chinese, english), without(all[i].english, chinese)
	for _, s := range strange {
		if k := slices.IndexFunc(lost, func(l quantity.Number) bool { return quantity.Shifted(l, s) && mayBeKin(l, s) }); k >= 0 {
			reportNumber(p, i, s, lost[k], check.Proven)
			lost = slices.Delete(lost, k, k+1)
			continue
		}
		alike := func(n quantity.Number) bool { return sameKind(n, s) }
		if count(strange, alike) == 1 && count(lost, alike) == 1 {
			reportNumber(p, i, s, lost[slices.IndexFunc(lost, alike)], check.Likely)
		}
	}
}

// otherPercent finds the number of the source that is as great, in percent where the
// text has percentage points or the other way round, if none is there in the same.
func otherPercent(n quantity.Number, source []quantity.Number) (found quantity.Number, ok bool) {
	other := map[quantity.Kind]quantity.Kind{quantity.Percent: quantity.Points, quantity.Points: quantity.Percent}[n.Kind]
	for _, s := range source {
		switch {
		case !quantity.Same(n, s):
		case s.Kind == other && other != 0:
			found, ok = s, true
		default:
			return found, false
		}
	}
	return found, ok
}

// without are the firm numbers of one side that the other doesn't have.
func without(side, other []quantity.Number) []quantity.Number {
	var out []quantity.Number
	for _, n := range side {
		if !n.Loose && !slices.ContainsFunc(other, func(o quantity.Number) bool { return quantity.Same(n, o) }) {
			out = append(out, n)
		}
	}
	return out
}

// count is how many different numbers there are of those that are asked for.
func count(all []quantity.Number, of func(quantity.Number) bool) int {
	values := map[float64]bool{}
	for _, one := range all {
		if of(one) {
			values[one.Values[0]] = true
		}
	}
	return len(values)
}

// mayBeKin reports whether two numbers of the same digits may count the same: what one
// text leaves to be understood is an amount.
func mayBeKin(a, b quantity.Number) bool {
	return a.Kind == b.Kind || a.Kind == quantity.Amount || b.Kind == quantity.Amount
}

// sameKind reports whether two numbers count the same. Four digits may be a year in
// the one text and an amount in the other.
func sameKind(a, b quantity.Number) bool {
	return a.Kind == b.Kind || mayBeYear(a) && mayBeYear(b)
}

// mayBeYear reports whether a number is a year, or an amount that looks like one.
func mayBeYear(n quantity.Number) bool {
	return n.Kind == quantity.Year || n.Kind == quantity.Amount && n.Values[0] >= 1000 && n.Values[0] < 2200
}

// reportNumber reports a number of pair i; where it is proven what it should be, that
// is suggested.
func reportNumber(p *check.Pass, i int, n, source quantity.Number, certainty check.Certainty) {
	pair := p.Document.Pairs[i]
	at := document.Span{Start: pair.Start + n.Start, End: pair.Start + n.End}
	message := fmt.Sprintf("the source has %s here", source.Text)
	if english := source.InEnglish(); strings.ReplaceAll(english, ",", "") != source.Text {
		message += ", " + english
	}
	issue := check.Issue{Span: at, Certainty: &certainty, Message: message}
	if certainty == check.Proven {
		new := source.InEnglish()
		if n.Kind == quantity.Ordinal {
			new += ordinalEnding(new)
		}
		issue.Suggestions = check.Suggest(new, edit.Edit{Start: at.Start, End: at.End, New: new})
	}
	p.Report(issue)
}
