package termbase

import (
	"slices"
	"strings"
)

// Pattern is what is known of wording that is awkward, beside the terms of its
// entry: the first of them is the wording, flagged; the others, if there are any,
// are what to write instead, the best first.
type Pattern struct {
	// Class is one of [Classes].
	Class string
	// After holds the phrases of which one must stand before the wording in its
	// sentence; empty means none must.
	After []string
	// Cut: it may be left out.
	Cut bool
}

// Classes say what is wrong with wording, as revisers of Chinese English part it.
var Classes = []string{
	"unnecessary word", "noun plague", "redundant twin", "said twice", "connective", "calque", "misused word",
}

// VerbSlot stands in a pattern for one of [Verbs], in any form.
const VerbSlot = "{verb}"

// Verbs are what official Chinese does to things, so that a word too many before
// or behind one of them is found for all. A word that is a noun as often is left
// out.
var Verbs = strings.Fields(`promote strengthen improve implement develop build enhance deepen expand
	accelerate consolidate optimize ensure safeguard protect maintain cultivate foster create solve resolve
	enrich uphold establish advance push study realize achieve increase overcome prevent reduce eliminate adhere grasp carry standardize
	stimulate mobilize integrate explore innovate perform fulfill participate cooperate`)

// patternSlots are the slots of a pattern.
var patternSlots = append(slices.Clone(slots), VerbSlot)

// leaveOut stands among the wordings to use for none.
const leaveOut = "-"

// addPattern adds the pattern of a row.
func (c *contents) addPattern(layer int, r row) error {
	e, err := r.pattern(layer)
	if err != nil {
		return err
	}
	c.patterns = append(c.patterns, e)
	return nil
}

// pattern reads the pattern of a row.
func (r row) pattern(layer int) (*Entry, error) {
	e := &Entry{ID: r.get("pattern"), Kind: Awkward, Pattern: &Pattern{Class: r.get("class"), After: items(r.get("after"))}}
	flagged := &Term{
		Status: Deprecated, Text: r.get("pattern"), Certainty: r.get("certainty"), Unless: items(r.get("unless")), Note: r.get("why"),
	}
	e.Terms = []*Term{flagged}
	status := Preferred
	for _, better := range items(r.get("better")) {
		if better == leaveOut {
			e.Pattern.Cut = true
			continue
		}
		e.Terms = append(e.Terms, &Term{Status: status, Text: better})
		status = Admitted
	}
	for _, t := range e.Terms {
		t.Entry, t.Lang, t.File, t.Line, t.Layer = e, "en", r.file, r.line, layer
		if slot := unknownSlot(t.Text, patternSlots); slot != "" {
			return nil, r.errorf("unknown slot %q%s", slot, hint(slot, patternSlots))
		}
	}
	switch {
	case flagged.Text == "" || flagged.Note == "":
		return nil, r.errorf("a row needs a pattern and a why")
	case !slices.Contains(Classes, e.Pattern.Class):
		return nil, r.errorf("unknown class %q%s", e.Pattern.Class, hint(e.Pattern.Class, Classes))
	case flagged.Certainty != "likely" && flagged.Certainty != "advice":
		return nil, r.errorf("unknown certainty %q: wording is flagged as likely or as advice", flagged.Certainty)
	}
	return e, nil
}

// items are the items of a cell.
func items(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, bar)
}

// patternsOnce makes sure that no pattern stands twice in a layer.
func patternsOnce(patterns []*Entry) error {
	type key struct {
		layer int
		text  string
	}
	seen := map[key]*Term{}
	for _, e := range patterns {
		t := e.Terms[0]
		k := key{t.Layer, strings.ToLower(t.Text)}
		if before := seen[k]; before != nil {
			return t.Fault("duplicate", "%q stands twice (%s); delete one of the rows", t.Text, before.Place())
		}
		seen[k] = t
	}
	return nil
}
