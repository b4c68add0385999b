package termbase

import (
	"strings"

	"rectify/internal/document"
	"rectify/internal/english"
)

// Deviation says how a text departs from the term it was recognised as; a
// set of bits, 0 for the term as it is written in the glossary.
type Deviation uint16

const (
	// Plural: the head noun stands in the other number. That is grammar.
	Plural Deviation = 1 << iota
	// Possessive: an 's follows the term. That is grammar.
	Possessive
	// Case: capitals where the term has none, or the other way round.
	Case
	// Hyphen: a hyphen for a space, a space for a hyphen, or one word for two.
	Hyphen
	// Article: an article or "and" inside the term too many or too few.
	Article
	// Preposition: another preposition inside the term.
	Preposition
	// Number: a noun inside the term, not its head, in the other number.
	Number
	// Order: the same words in another order.
	Order
)

// Faults are the deviations that no grammar explains: the near misses.
const Faults = Case | Hyphen | Article | Preposition | Number | Order

// Match is a rendering recognised in a document.
type Match struct {
	// Span is the exact place, markup between the words included.
	document.Span
	// Term is what stands there: right or wrong, by its status.
	Term *Term
	// Deviation says how the text departs from the term.
	Deviation Deviation
	// Form is the form in which the verb of the term stands.
	Form english.Form
	// Segment is the index of the document's segment.
	Segment int
	// First and Last are the indexes of its words in [Text.Words], inclusive.
	First, Last int
	// Fills are the words that stood in the slots of the term, in its order.
	Fills []document.Span
}

var deviationNames = []string{"plural", "possessive", "case", "hyphen", "article", "preposition", "number", "order"}

// String names the deviations, each after a space.
func (d Deviation) String() string {
	var out strings.Builder
	for i, name := range deviationNames {
		if d&(1<<i) != 0 {
			out.WriteString(" " + name)
		}
	}
	return out.String()
}
