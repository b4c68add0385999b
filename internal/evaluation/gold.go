// Package evaluation holds a review against texts whose faults a reviser has
// marked: how many of them it finds, how good its advice is, and how much of
// what it says the reviser said too.
package evaluation

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Fault is a fault that a reviser marked in a text, wherever in it the quote
// stands.
type Fault struct {
	// Quote is the faulty wording as the text has it.
	Quote string `json:"quote"`
	// Class is the kind of fault in the reviser's words.
	Class string `json:"class"`
	// Chinese is what stands behind the wording.
	Chinese string `json:"zh"`
	// Accept are parts of a suggestion that each make it a good one; none
	// means that any will do.
	Accept []string `json:"accept"`
	// Must says that a review has to find the fault; else it may.
	Must bool `json:"must"`
	// NeedsSource says that only who reads the Chinese can find the fault: it
	// isn't asked for, and an issue there is none too many.
	NeedsSource bool `json:"needs_source"`
}

// inconsistency is the class of faults that two places make together: an issue
// that points to the place as related finds it too.
const inconsistency = "inconsistency"

// ReadGold reads the faults of a text, an object a line. Names that it doesn't
// know are notes of the reviser's.
func ReadGold(data []byte) ([]Fault, error) {
	var faults []Fault
	number := 0
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		number++
		if strings.TrimSpace(line) == "" {
			continue
		}
		fault, err := readFault(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		faults = append(faults, fault)
	}
	return faults, nil
}

func readFault(line string) (f Fault, err error) {
	if err := json.Unmarshal([]byte(line), &f); err != nil {
		if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && wrong.Field != "" {
			return f, fmt.Errorf("%q can't be a %s", wrong.Field, wrong.Value)
		}
		return f, fmt.Errorf("no JSON object: %w", err)
	}
	for _, field := range []struct{ name, value string }{{"quote", f.Quote}, {"class", f.Class}} {
		if field.value == "" {
			return f, fmt.Errorf("%q is missing or empty", field.name)
		}
	}
	return f, nil
}
