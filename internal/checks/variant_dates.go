package checks

import (
	"strings"

	"rectify/internal/document"
)

// The ways to write a day of a month.
const (
	cardinal, ordinal    = "9", "9th"
	monthFirst, dayFirst = "February 9", "9 February"
	fullMonth            = "February"
	pointed, pointless   = "Feb.", "Feb"
)

// month is a month by its name and by what is short for it, without a point.
type month struct{ full, short string }

// months are the months by every way to write them. Nobody need abbreviate those
// from March to July: there the full name is no other form.
var months = func() map[string]month {
	m := map[string]month{}
	for _, names := range strings.Split("January Jan|February Feb|March Mar|April Apr|May May|June Jun|July Jul|"+
		"August Aug|September Sept|October Oct|November Nov|December Dec", "|") {
		full, short, _ := strings.Cut(names, " ")
		m[full], m[short] = month{full, short}, month{full, short}
	}
	m["Sep"] = m["Sept"]
	return m
}()

// inFullAlways are the months whose full name stands beside abbreviations.
var inFullAlways = wordSet("March April May June July")

// date adds the day of a month that word i names: how the day is written, on
// which side of the month it stands, and whether the month is abbreviated.
func (f *variantFinder) date(i, end int) {
	last, point := i, false
	if month := word(f.pass, i); month != months[month].full && i+1 < end && word(f.pass, i+1) == "." && f.pass.Words[i+1].Start == f.pass.Words[i].End() {
		last, point = i+1, true
	}
	switch {
	case last+1 < end && f.isDay(last+1) && f.joint(last+1) == ' ':
		if !f.counts(&f.pass.Words[i]) || f.namesDay(last+1, end) {
			return
		}
		f.day(last + 1)
		f.dateOrder(i, last+1, monthFirst)
	case i > f.begin && f.isDay(i-1) && f.joint(i) == ' ':
		if !f.counts(&f.pass.Words[i]) || f.namesDay(last, end) || i-2 >= f.begin && isMonth(word(f.pass, i-2)) || f.agency(last+1) {
			return // that of a dateline in other agencies' order says nothing of the text
		}
		f.dateOrder(i-1, last, dayFirst)
	default:
		return
	}
	f.monthName(i, last, point)
}

// isDay reports whether word i may be the day of a month, 9 or 9th.
func (f *variantFinder) isDay(i int) bool {
	digits := plainDay(word(f.pass, i))
	return len(digits) > 0 && len(digits) <= 2 && isNumber(digits)
}

// plainDay is a day without the ending of an ordinal.
func plainDay(day string) string { return strings.TrimRight(day, "stndrh") }

// namesDay reports whether a day of a month, which ends with word i, is part of
// a name: the May 4th Movement.
func (f *variantFinder) namesDay(i, end int) bool {
	return i+1 < end && f.joint(i+1) != 0 && startsUpper(word(f.pass, i+1))
}

// day adds the day at word i, behind a month.
func (f *variantFinder) day(i int) {
	s := spelled{Span: f.pass.Words[i].Span(), form: cardinal, as: dayAs}
	if day := word(f.pass, i); plainDay(day) != day {
		s.form = ordinal
	}
	f.add("date", false, s)
}

func dayAs(f *variantFinder, s *spelled, form string) string {
	digits := plainDay(f.pass.Document.Slice(s.Span))
	if form == cardinal {
		return digits
	}
	return digits + ordinalEnding(digits)
}

// dateOrder adds the day and the month of words first to last, inclusive.
func (f *variantFinder) dateOrder(first, last int, form string) {
	if !f.sentence {
		return
	}
	f.add("order of a date", false, spelled{
		Span: document.Span{Start: int(f.pass.Words[first].Start), End: int(f.pass.Words[last].End())},
		form: form, as: turnedDate, first: int32(first), last: int32(last),
	})
}

// turnedDate is the text in the other order, a suggestion where no year follows: that
// takes a comma behind a day, and none behind a month.
func turnedDate(f *variantFinder, s *spelled, _ string) string {
	first, last := int(s.first), int(s.last)
	for next := last + 1; next < min(last+3, len(f.pass.Words)); next++ {
		if text := word(f.pass, next); isNumber(text) {
			return ""
		} else if text != "," {
			break
		}
	}
	if s.form == monthFirst {
		month := document.Span{Start: s.Start, End: int(f.pass.Words[last-1].End())}
		return plainDay(word(f.pass, last)) + " " + f.pass.Document.Slice(month)
	}
	month := document.Span{Start: int(f.pass.Words[first+1].Start), End: s.End}
	return f.pass.Document.Slice(month) + " " + plainDay(word(f.pass, first))
}

// monthName adds the name of a month that stands with a day: words i to last,
// the point that abbreviates it among them. The form of a dateline is an
// agency's, and rules.
func (f *variantFinder) monthName(i, last int, point bool) {
	text := word(f.pass, i)
	if !f.sentence || inFullAlways[text] {
		return
	}
	s := spelled{
		Span: document.Span{Start: int(f.pass.Words[i].Start), End: int(f.pass.Words[last].End())},
		form: pointless, as: monthAs, other: text, rules: f.dateline(last),
	}
	switch {
	case text == months[text].full:
		s.form = fullMonth
	case point:
		s.form = pointed
	}
	f.add("name of a month", false, s)
}

func monthAs(_ *variantFinder, s *spelled, form string) string {
	m := months[s.other]
	switch form {
	case fullMonth:
		return m.full
	case pointed:
		return m.short + "."
	}
	return m.short
}

func isMonth(text string) bool { return months[text].full != "" }

// dateline reports whether an agency's name in brackets follows the day behind
// word i: BEIJING, Feb. 10 (Xinhua).
func (f *variantFinder) dateline(i int) bool { return f.agency(i + 2) }

// agency reports whether a name in brackets begins with word i.
func (f *variantFinder) agency(i int) bool {
	return i+1 < len(f.pass.Words) && word(f.pass, i) == "(" && startsUpper(word(f.pass, i+1))
}

func isNumber(text string) bool { return strings.Trim(text, "0123456789") == "" }

// ordinalEnding is what makes an ordinal of a number.
func ordinalEnding(digits string) string {
	if len(digits) < 2 || digits[len(digits)-2] != '1' {
		switch digits[len(digits)-1] {
		case '1':
			return "st"
		case '2':
			return "nd"
		case '3':
			return "rd"
		}
	}
	return "th"
}
