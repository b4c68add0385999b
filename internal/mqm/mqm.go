// Package mqm holds the words of Multidimensional Quality Metrics (MQM), the
// error typology of ISO 5060: how bad an error is and what kind it is. Each
// table of the standard is written once, here.
package mqm

import "fmt"

// Severity is how much an error hurts, the least first.
type Severity int

const (
	// Neutral is a remark that costs nothing.
	Neutral Severity = iota
	// Minor is noticed, and doesn't mislead.
	Minor
	// Major misleads, or makes the text unfit for its purpose.
	Major
	// Critical does harm.
	Critical
)

// Severities lists every severity by name, the least first.
var Severities = []string{"neutral", "minor", "major", "critical"}

// String is the standard's name of the severity.
func (s Severity) String() string { return Severities[s] }

// MarshalText makes the severity its name in JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// ParseSeverity reads a name; the error names the ones there are.
func ParseSeverity(name string) (Severity, error) {
	for i, known := range Severities {
		if name == known {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: it is one of %v", name, Severities)
}

// Category is an error type of MQM: dimension, a slash, the type.
type Category string

// The error types that rectify's checks report.
const (
	WrongTerm       Category = "terminology/wrong-term"
	AgainstResource Category = "terminology/inconsistent-with-terminology-resource"
	InconsistentUse Category = "terminology/inconsistent-use-of-terminology"
	Untranslated    Category = "accuracy/untranslated"
	Addition        Category = "accuracy/addition"
	Mistranslation  Category = "accuracy/mistranslation"
	Omission        Category = "accuracy/omission"
	HouseStyle      Category = "style/organizational-style"
	Unidiomatic     Category = "style/unidiomatic-style"
	Grammar         Category = "linguistic-conventions/grammar"
	Spelling        Category = "linguistic-conventions/spelling"
	Punctuation     Category = "linguistic-conventions/punctuation"
	Awkward         Category = "style/awkward-style"

	QuestionableMarkup Category = "design-and-markup/questionable-markup"
)
