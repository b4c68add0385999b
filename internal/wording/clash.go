package wording

import (
	"slices"
	"strings"

	"rectify/internal/english"
)

// clashes reports whether the new text can't stand beside the words around it,
// however it is fitted.
func (p *place) clashes(new string) bool {
	return p.isNoObject(new) || p.isPluralOfOne()
}

// sureVerbs take a noun or a clause for their object and no gerund.
var sureVerbs = []string{"ensure", "ensures", "ensured", "ensuring", "guarantee", "guarantees", "guaranteed", "guaranteeing"}

// isNoObject reports whether a gerund would become the object of a verb that takes
// none: to ensure winning.
func (p *place) isNoObject(new string) bool {
	next := p.after(1)
	if ending := len(next) - len("ing"); ending < 0 || !strings.EqualFold(next[ending:], "ing") {
		return false
	}
	last := new[strings.LastIndexByte(new, ' ')+1:]
	return slices.Contains(sureVerbs, last) && !gerundNouns[strings.ToLower(next)]
}

// gerundNouns end like a gerund and are none.
var gerundNouns = map[string]bool{"ongoing": true, "outstanding": true, "nothing": true, "everything": true, "spring": true, "king": true}

// isPluralOfOne reports whether a plural would come into quotation marks whose name
// has a determiner that goes with one thing alone: a "summer visits" campaign.
func (p *place) isPluralOfOne() bool {
	if p.match.First == 0 || !p.text.Words[p.match.First-1].Mark() {
		return false // as most words are none
	}
	if !slices.Contains(opening, p.before(1)) || !slices.Contains(closing, p.after(1)) {
		return false
	}
	return english.Singular(p.words[head(p.words)]) != "" && !p.ownPlural() && slices.Contains(oneOnly, strings.ToLower(p.before(2)))
}

// opening and closing are the quotation marks around a name.
var (
	opening = []string{`"`, "“", "'", "‘"}
	closing = []string{`"`, "”", "'", "’"}
)

// oneOnly are the determiners that no plural follows.
var oneOnly = []string{"a", "an", "this", "that", "each", "every", "another"}

// reflexive makes the pronoun of a term that of the person whose the words in the
// match are: to arm our minds, equip ourselves.
func (p *place) reflexive() {
	for i, w := range p.words {
		if w != "ourselves" && w != "themselves" {
			continue
		}
		switch {
		case p.holds("our"):
			p.replaceWord(i, "ourselves")
		case p.holds("their"):
			p.replaceWord(i, "themselves")
		}
	}
}
