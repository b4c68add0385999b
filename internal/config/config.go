// Package config reads settings files: what a repository says of the review of
// its texts. A file is read strictly, each value keeps the place where it was
// set, and nothing that a file says runs a command or reads a file outside its
// repository.
//
// Settings are layers, the weakest first: what is the default, what each
// settings file says, what it says of some paths, what the flags say. Of single
// values the last one holds; lists add up.
package config

import (
	"fmt"

	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// Name is what a settings file is called.
const Name = ".rectify.yaml"

// Place is where a value was set.
type Place struct {
	// File is the settings file as its user sees it, a flag such as --house, or
	// "default".
	File string
	// Line counts from 1; 0 for what is no file.
	Line int
}

// String is file:line, or the file alone; "" for no place.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// Value is what was set, and where.
type Value[T any] struct {
	Is T
	At Place
}

// Set makes a value of what a place says.
func Set[T any](is T, at Place) Value[T] { return Value[T]{is, at} }

// IsSet reports whether any place set the value.
func (v Value[T]) IsSet() bool { return v.At != Place{} }

// Layer is what one place says: the defaults, a settings file, one of its
// overrides, or the flags.
type Layer struct {
	// File is the settings file that says it, "" for flags and defaults.
	File string
	// Paths are the globs of an override, nil for a layer that speaks for every
	// file; Folder is the absolute path of the folder that they count from.
	Paths  []Value[string]
	Folder string

	// House and AsOf say whose English and of which day is right, as --house and
	// --as-of do; Certainty is the least shown.
	House     Value[string]
	AsOf      Value[termbase.Date]
	Certainty Value[check.Certainty]
	// Columns are those of a table, or the keys of JSON, that hold the texts, as
	// --columns says it.
	Columns Value[Columns]
	// Enable and Disable are checks or patterns of them.
	Enable, Disable []Value[string]
	Severities      []Severity
	Ignore          []Ignore

	// What follows is for a whole review, and never in an override. Builtin is
	// false where the built-in glossary is left out; Glossaries are paths that can
	// be opened as they are, and so is Baseline, which needs not exist; FailOn is
	// as --fail-on.
	Builtin    Value[bool]
	Glossaries []Value[string]
	Baseline   Value[string]
	FailOn     Value[string]
	// Exclude are the globs of files to leave out, counted from Folder.
	Exclude []Value[string]
}

// Severity is how bad the issues of some checks are.
type Severity struct {
	// Checks is the ID of a check, or a pattern of IDs.
	Checks string
	// Is is what their issues are; Off says that the checks don't run.
	Is  mqm.Severity
	Off bool
	At  Place
}

// off is the severity of a check that doesn't run.
const off = "off"

// String is what the settings file says.
func (s Severity) String() string {
	if s.Off {
		return off
	}
	return s.Is.String()
}

// Ignore is a phrase that is never an issue.
type Ignore struct {
	Phrase, Reason string
	// Check is the ID of a check, or a pattern, that the phrase is no issue of;
	// "" for all.
	Check string
	At    Place
}

// Settings are layers, the weakest first.
type Settings []Layer
