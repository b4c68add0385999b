package mqm

import "strings"

// What the scoring model of MQM 2.0 counts with.
const (
	// ReferenceWords is the size of text that penalties are normed to.
	ReferenceWords = 1000
	// MaximumScore is the quality score of a text without errors.
	MaximumScore = 100
)

// penalties are the points that an error costs, by severity: the standard's
// severity multipliers. Every error type weighs the same.
var penalties = [...]int{Neutral: 0, Minor: 1, Major: 5, Critical: 25}

// Penalty is the number of points that an error of the severity costs.
func (s Severity) Penalty() int { return penalties[s] }

// Counts are numbers of errors by severity, the least first.
type Counts [Critical + 1]int

// Add adds the errors of other counts.
func (c *Counts) Add(others Counts) {
	for severity, n := range others {
		c[severity] += n
	}
}

// All is the number of the errors.
func (c Counts) All() int {
	sum := 0
	for _, n := range c {
		sum += n
	}
	return sum
}

// Penalty is the number of points that the errors cost together.
func (c Counts) Penalty() int {
	sum := 0
	for severity, n := range c {
		sum += n * Severity(severity).Penalty()
	}
	return sum
}

// Dimensions lists the standard's dimensions in its order.
var Dimensions = []string{
	"terminology", "accuracy", "linguistic-conventions", "style",
	"locale-conventions", "audience-appropriateness", "design-and-markup",
}

// Dimension is the first half of a category.
func (c Category) Dimension() string {
	dimension, _, _ := strings.Cut(string(c), "/")
	return dimension
}

// Type is the second half of a category.
func (c Category) Type() string {
	_, kind, _ := strings.Cut(string(c), "/")
	return kind
}
