package config

import (
	"slices"

	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// What the values of settings and of flags may be, beside the certainties and
// the IDs of the checks.
var (
	// Houses are the publishers, and "any".
	Houses = append(slices.Clone(termbase.Houses), "any")
	// FailOn are the severities from which on a review fails, and "never".
	FailOn = append(slices.Clone(mqm.Severities), "never")

	severities = append(slices.Clone(mqm.Severities), off)
)
