// Package audit looks for what is wrong with a glossary: beside what keeps one
// from being loaded, rows without a source, renderings to flag that stand
// inside right ones, and the like.
package audit

import (
	"cmp"
	"fmt"
	"slices"

	"rectify/internal/document"
	"rectify/internal/termbase"
)

// Check is one thing that is looked for.
type Check struct {
	// ID names it: what [termbase.Fault] has as its Check.
	ID string
	// Doc says in a sentence what is wrong.
	Doc string
	run func(*pass)
}

// Checks lists all checks, sorted. Those without a run are made when the files
// are read.
var Checks = []Check{
	{ID: "contradiction", Doc: "a rendering is right by one row and flagged by another"},
	{ID: "duplicate", Doc: "a row, a source or a gloss stands twice", run: twiceGlossed},
	{ID: "fires-on-clean", Doc: "a flagged rendering is found in a text that is known to be good", run: firesOnClean},
	{ID: "fires-on-own", Doc: "a flagged rendering is found in the title of a source that the glossary cites", run: firesOnOwn},
	{ID: "form", Doc: "letters that look alike, invisible or decomposed characters, another script inside a term", run: form},
	{ID: "hidden", Doc: "a flagged rendering is never found: a right term or a phrase in which it is right hides it", run: hidden},
	{ID: "nested", Doc: "a right rendering holds another entry's flagged one, and its Chinese the other's", run: nested},
	{ID: "no-chinese", Doc: "an entry without Chinese", run: noChinese},
	{ID: "no-preferred", Doc: "a rendering is flagged, but none is to be used", run: noPreferred},
	{ID: "no-source", Doc: "a row that says not where it was seen", run: noSource},
	{ID: "office", Doc: "a term of office of an unknown office, or two of one person in one office at a time", run: office},
	{ID: "row", Doc: "a row that can't be read"},
	{ID: "stray-space", Doc: "white space around a cell, or twice in it", run: straySpace},
	{ID: "two-preferred", Doc: "two renderings are preferred for one house and day"},
	{ID: "unknown-source", Doc: "a source that sources.tsv doesn't list", run: unknownSource},
	{ID: "unused-source", Doc: "a source that no row cites", run: unusedSource},
}

// Audit says what to look at.
type Audit struct {
	Files []termbase.File
	// Clean are texts in which nothing may be flagged but as advice.
	Clean []*document.Document
}

// pass is one look at a glossary.
type pass struct {
	*termbase.Draft
	audit  Audit
	check  string
	faults []termbase.Fault
	// whole is the glossary, flagged what it flags alone.
	whole, flagged *termbase.Glossary
}

// Run lists the faults, by file and line. Where there are files of a layer above
// 0, only those are looked at: the built-in glossary has been.
func (a Audit) Run() []termbase.Fault {
	p := &pass{Draft: termbase.ReadDraft(a.Files), audit: a}
	p.faults = p.Faults
	p.whole, p.flagged = p.Glossary(), p.Flagged()
	for _, c := range Checks {
		if c.run != nil {
			p.check = c.ID
			c.run(p)
		}
	}
	above := slices.ContainsFunc(a.Files, func(f termbase.File) bool { return f.Layer > 0 })
	faults := slices.DeleteFunc(p.faults, func(fault termbase.Fault) bool {
		i := slices.IndexFunc(a.Files, func(f termbase.File) bool { return f.Name == fault.File })
		return above && i >= 0 && a.Files[i].Layer == 0
	})
	slices.SortStableFunc(faults, func(x, y termbase.Fault) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Check, y.Check))
	})
	return slices.CompactFunc(faults, func(x, y termbase.Fault) bool {
		return x.File == y.File && x.Line == y.Line && x.Message == y.Message
	})
}

// report notes a fault of a term.
func (p *pass) report(t *termbase.Term, format string, args ...any) {
	p.fault(t.File, t.Line, format, args...)
}

// fault notes what is wrong at a line.
func (p *pass) fault(file string, line int, format string, args ...any) {
	p.faults = append(p.faults, termbase.Fault{File: file, Line: line, Check: p.check, Message: fmt.Sprintf(format, args...)})
}

// terms calls a function with every term that a row lists.
func (p *pass) terms(each func(*termbase.Term)) {
	for _, e := range p.Entries {
		for _, t := range e.Terms {
			if !t.Derived() {
				each(t)
			}
		}
	}
}

// asDocument makes a document of one segment of a text.
func asDocument(name, text string) *document.Document {
	return document.New(name, text, []document.Segment{{Runs: []document.Run{{Span: document.Span{End: len(text)}}}}})
}
