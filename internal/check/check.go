// Package check is the contract between the review and its checks: a check
// reads a [Pass] and reports an [Issue], and knows nothing else.
package check

import (
	"fmt"

	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// Certainty is how sure a check is that a reviser would agree, the least
// first, so that a threshold is a comparison.
type Certainty int

const (
	// Advice is a matter of style.
	Advice Certainty = iota
	// Likely is a near miss, a word-for-word rendering or a disagreement
	// inside the document.
	Likely
	// Proven is a rendering that the glossary lists as wrong, or a term that
	// the source holds.
	Proven
)

// Certainties lists every certainty by name, the least first.
var Certainties = []string{"advice", "likely", "proven"}

// String is the name of the certainty.
func (c Certainty) String() string { return Certainties[c] }

// MarshalText makes the certainty its name in JSON.
func (c Certainty) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// ParseCertainty reads a name; the error names the ones there are.
func ParseCertainty(name string) (Certainty, error) {
	for i, known := range Certainties {
		if name == known {
			return Certainty(i), nil
		}
	}
	return 0, fmt.Errorf("unknown certainty %q: it is one of %v", name, Certainties)
}

// Check is one thing that rectify looks for.
type Check struct {
	// ID is its MQM dimension, a slash and a name: term/deprecated.
	ID string
	// Doc is its manual.
	Doc Doc
	// Category, Severity and Certainty are those of its issues, unless an
	// issue brings its own.
	Category  mqm.Category
	Severity  mqm.Severity
	Certainty Certainty
	// Run reads the pass and reports to it. It keeps nothing between calls.
	Run func(*Pass)
	// NeedsSource says that it looks only at what the document is paired with: a
	// review leaves it out where there are no pairs.
	NeedsSource bool
	// Last says that it runs behind the others, when it is known which
	// suppressions left something out.
	Last bool
	// Across holds the documents of a review against each other; nil for a
	// check that looks at each by itself.
	Across *Across
}

// Across is how a check compares documents: what each one uses is listed, one
// choice is made of all the lists, and each document is held against it. It
// keeps nothing between calls either.
type Across struct {
	// Uses lists what the document uses.
	Uses func(*Pass) []Use
	// Choose takes the uses of all documents, in their order, and makes the
	// choice for every entry on which they differ.
	Choose func([]Use) map[*termbase.Entry]Use
	// Run reports what departs from the choice.
	Run func(*Pass, map[*termbase.Entry]Use)
}

// Use is one term in one document.
type Use struct {
	Term *termbase.Term
	// Count is how often it stands there, First what stands at the first place,
	// Path and Line where that is.
	Count int
	First string
	Path  string
	Line  int
	// Right and Preferred say what it is for the document's house and day.
	Right, Preferred bool
}

// Doc is the manual of a check. The explain command and the page of the check
// are made from it, and a test runs its example.
type Doc struct {
	// Title is what is wrong, in a few words; Text says more, in paragraphs.
	Title, Text string
	// Before is a text that the check reports; After is the text put right. Source
	// is the Chinese of both, for a check that needs it.
	Before, After, Source string
	// House is whose English the example is held against; "" for any.
	House string
}

// Pass is all that a check may see of one document.
type Pass struct {
	Check    *Check
	Document *document.Document
	// Recognition holds the words of the document and the terms among them.
	termbase.Recognition
	// Glossary is what they were recognised with, Usage whose English they
	// are held against.
	Glossary *termbase.Glossary
	Usage    termbase.Usage
	// Suppressions are those of the document; to a check that runs last they say
	// whether they are unused.
	Suppressions []Suppression
	// Report takes an issue found.
	Report func(Issue)
	// sentences are those of the document, nil until a check asks for them; shared is
	// what else checks asked for.
	sentences []Sentence
	shared    []shared
}

// Issue is a fault at a place.
type Issue struct {
	Check *Check
	document.Span
	// Severity and Certainty; nil means those of the check.
	Severity  *mqm.Severity
	Certainty *Certainty
	// Message tells a person what is wrong and why.
	Message string
	// Entry is what the issue is about, nil if it is about no term; Term its
	// rendering to use here, which the review fills in.
	Entry *termbase.Entry
	Term  *termbase.Term
	// Suggestions are alternatives, the best first: at most one applies.
	Suggestions []Suggestion
	// Related are other places that a reader wants to see.
	Related []Related
	// Also is what other checks said of this place: their issues gave way to
	// this one.
	Also []Remark
}

// Remark is what a check says in short.
type Remark struct {
	Check   *Check
	Message string
}

// HowBad is the severity of the issue.
func (i *Issue) HowBad() mqm.Severity {
	if i.Severity != nil {
		return *i.Severity
	}
	return i.Check.Severity
}

// HowSure is the certainty of the issue.
func (i *Issue) HowSure() Certainty {
	if i.Certainty != nil {
		return *i.Certainty
	}
	return i.Check.Certainty
}

// Suggestion is one way to put an issue right.
type Suggestion struct {
	// Message says what the suggestion does, where its text doesn't.
	Message string
	// Edits are to be made together; they may reach outside the issue (an
	// article before it, an insertion elsewhere).
	Edits []edit.Edit
	// Text is what the place of the issue reads like when the edits are made.
	Text string
	// Safe suggestions may be applied unread.
	Safe bool
}

// Related is a place that explains an issue.
type Related struct {
	document.Span
	Message string
}
