// Package quantity reads the numbers of Chinese and of English texts, so that the
// one can be held against the other: digits and words, 万 and million, percent,
// dates, ordinals, decades, and units that a translator converts.
package quantity

import (
	"math"
	"strconv"
	"strings"
)

// Kind is what a number counts.
type Kind int

// The kinds of number that are told apart.
const (
	// Amount is any number that is nothing else.
	Amount Kind = iota
	// Percent is a part of a hundred, Points the difference of two such.
	Percent
	Points
	// Year, Month and Day are those of a date.
	Year
	Month
	Day
	// Ordinal is a place in an order.
	Ordinal
)

// Number is a number in a text.
type Number struct {
	// Start and End bound it, half-open in bytes; Text is what stands there.
	Start, End int
	Text       string
	Kind       Kind
	// Values are what it may be, the likeliest first: in "5 to 10 million" the 5 may
	// be five million.
	Values []float64
	// Rough are what it is about in other units, in which a translator may give it.
	Rough []float64
	// Loose numbers are no firm ones: words that stand in any sentence, parts of
	// names and of times, several and dozens. They may render others, and need no
	// counterpart themselves.
	Loose bool

	// scale is the million of 5 million, 1 if there is none.
	scale float64
	// decade says that it is the 80 of the eighties.
	decade bool
}

// quoted notes what stands at the numbers.
func quoted(text string, all []Number) []Number {
	for i, n := range all {
		all[i].Text = text[n.Start:n.End]
	}
	return all
}

// tolerance is how far a number in other units may be from the exact one, as part
// of it: translators round.
const tolerance = 0.06

// exact is how far equal numbers may be apart, as they are reckoned.
const exact = 1e-9

// Same reports whether two numbers of two texts may be one.
func Same(a, b Number) bool {
	for _, x := range a.Values {
		for _, y := range b.Values {
			if near(x, y, exact) || rounded(x, y) || rounded(y, x) {
				return true
			}
		}
	}
	return about(a, b) || about(b, a)
}

// rounded reports whether a number is another one with its last digits rounded: two
// are left at least.
func rounded(number, to float64) bool {
	if to == 0 || number == 0 {
		return false
	}
	digits := strings.TrimRight(strings.Replace(strconv.FormatFloat(to, 'f', -1, 64), ".", "", 1), "0")
	count := len(strings.TrimLeft(digits, "0"))
	if count < 2 {
		return false
	}
	back, err := strconv.ParseFloat(strconv.FormatFloat(number, 'e', count-1, 64), 64)
	return err == nil && near(back, to, exact)
}

func about(a, b Number) bool {
	for _, x := range a.Rough {
		for _, y := range b.Values {
			if near(x, y, tolerance) {
				return true
			}
		}
	}
	return false
}

func near(x, y, part float64) bool { return math.Abs(x-y) <= part*math.Max(math.Abs(x), math.Abs(y)) }

// Shifted reports whether two numbers have the same digits and another power of
// ten: 12亿 and 12 billion.
func Shifted(a, b Number) bool {
	x, y := a.Values[0], b.Values[0]
	if x <= 0 || y <= 0 {
		return false
	}
	power := math.Log10(x / y)
	whole := math.Round(power)
	return whole != 0 && math.Abs(power-whole) < exact
}

// InEnglish is the number as an English text has it: 120 million, 35 percent.
func (n Number) InEnglish() string {
	value := n.Values[0]
	out := strconv.FormatFloat(value, 'f', -1, 64)
	switch {
	case n.Kind == Year, n.Kind == Ordinal:
	case value >= 1e6:
		for _, scale := range []struct {
			name  string
			value float64
		}{{"trillion", 1e12}, {"billion", 1e9}, {"million", 1e6}} {
			if value >= scale.value {
				out = strconv.FormatFloat(value/scale.value, 'f', -1, 64) + " " + scale.name
				break
			}
		}
	case value >= 1000 && value == math.Trunc(value):
		out = out[:len(out)-3] + "," + out[len(out)-3:]
	}
	switch n.Kind {
	case Percent:
		out += " percent"
	case Points:
		out += " percentage points"
	}
	return out
}
