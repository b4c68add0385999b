package mqm

import "strings"

// itsTypes are the issue types of the Internationalization Tag Set (ITS 2.0,
// 8.1.1), by error type, or by dimension for the error types that aren't listed.
var itsTypes = map[Category]string{
	InconsistentUse: "inconsistency",
	Untranslated:    "untranslated",
	Addition:        "addition",
	Grammar:         "grammar",
	Spelling:        "misspelling",

	"terminology":              "terminology",
	"accuracy":                 "mistranslation",
	"linguistic-conventions":   "grammar",
	"style":                    "style",
	"locale-conventions":       "locale-violation",
	"audience-appropriateness": "locale-specific-content",
	"design-and-markup":        "markup",
}

// ITSType is the issue type of ITS 2.0 that an error type belongs to.
func (c Category) ITSType() string {
	for kind := c; kind != ""; {
		if name, ok := itsTypes[kind]; ok {
			return name
		}
		at := strings.LastIndexByte(string(kind), '/')
		kind = kind[:max(at, 0)]
	}
	return "other"
}

// itsSeverities are the severities on the scale of ITS 2.0, from 0 to 100.
var itsSeverities = [...]int{Neutral: 0, Minor: 25, Major: 75, Critical: 100}

// ITSSeverity is the severity on the scale of ITS 2.0, from 0 to 100.
func (s Severity) ITSSeverity() int { return itsSeverities[s] }
