package main

import (
	"fmt"
	"io"
	"slices"

	"rectify/internal/check"
	"rectify/internal/checks"
	"rectify/internal/chinese"
	"rectify/internal/document"
	"rectify/internal/format"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// passage is English that somebody asks about, reviewed as check does it.
type passage struct {
	glossary *termbase.Glossary
	document *document.Document
	issues   []check.Issue
	// wording are the patterns that stand behind some of the issues, terms the
	// entries of the terms in it.
	wording map[document.Span]*termbase.Term
	terms   []*termbase.Entry
}

// readPassage reviews the words with what is in force; it has neither issues nor
// terms if they are Chinese.
func readPassage(g *termbase.Glossary, in inForce, words string) (passage, error) {
	p := passage{glossary: g, wording: map[document.Span]*termbase.Term{}}
	if chinese.In(words) {
		return p, nil
	}
	file, err := format.Read(stdinName, []byte(words))
	if err != nil {
		return p, err
	}
	p.document = file.Document
	p.issues = review.Review{Glossary: g, For: in.options, Known: checks.IDs()}.Document(p.document).Issues
	found := g.Find(p.document, in.options(stdinName).Usage)
	defer found.Release()
	for _, m := range found.Awkward {
		p.wording[m.Span] = m.Term
	}
	for _, m := range found.Matches {
		if e := m.Term.Entry; !slices.Contains(p.terms, e) {
			p.terms = append(p.terms, e)
		}
	}
	return p, nil
}

// show prints what check says of it, with the entries that are behind that; of
// words without an issue, what is known of the terms in it.
func (p passage) show(w io.Writer) {
	if len(p.issues) == 0 {
		fmt.Fprintln(w, "check finds nothing wrong with this. The terms in it:")
		for _, e := range p.terms {
			fmt.Fprintf(w, "  %s  %s  (%s)\n", chineseOf(e), englishToday(e), e.ID)
		}
		if near := nearNames(p.glossary, p.document.Text); near != "" {
			fmt.Fprintf(w, "Did you mean %s?\n", near)
		}
		return
	}
	var entries []*termbase.Entry
	for n, i := range p.issues {
		if n > 0 {
			fmt.Fprintln(w)
		}
		p.showIssue(w, i)
		if i.Entry != nil && !slices.Contains(entries, i.Entry) {
			entries = append(entries, i.Entry)
		}
	}
	if len(entries) > 0 {
		fmt.Fprintln(w)
	}
	for _, e := range entries {
		showEntry(w, p.glossary, e)
	}
}

// showIssue prints an issue: what is wrong, what to write, and why.
func (p passage) showIssue(w io.Writer, i check.Issue) {
	fmt.Fprintln(w, p.document.Slice(i.Span))
	for _, s := range i.Suggestions {
		fmt.Fprintf(w, "  better: %s\n", orNothing(s.Text))
	}
	fmt.Fprintf(w, "  %s\n  %s, %s, %s: rectify explain %s\n", i.Message, i.Check.ID, i.HowBad(), i.HowSure(), i.Check.ID)
	for _, also := range i.Also {
		fmt.Fprintf(w, "  also %s: %s\n", also.Check.ID, also.Message)
	}
	if t := p.wording[i.Span]; t != nil && i.Entry == nil {
		fmt.Fprintf(w, "  %s: the pattern %q of %s\n", t.Entry.Pattern.Class, t.Text, t.Place())
		if len(t.Unless) > 0 {
			fmt.Fprintf(w, "  %s\n", rightIn(t))
		}
	}
}

// orNothing is the text of a suggestion, named where there is none.
func orNothing(text string) string {
	if text == "" {
		return "(leave it out)"
	}
	return text
}
