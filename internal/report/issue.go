package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/termbase"
)

// place is line:column, as editors take it, or what a format that has no lines
// calls the place.
func place(d *document.Document, offset int) string {
	if name := named(d, offset); name != "" {
		return name
	}
	p := d.Position(offset)
	return fmt.Sprintf("%d:%d", p.Line, p.Column)
}

// lineOf is the line of a place, or what a format that has no lines calls it.
func lineOf(d *document.Document, offset int) string {
	if name := named(d, offset); name != "" {
		return name
	}
	return strconv.Itoa(d.Position(offset).Line)
}

// named is the name of a place in a file that is no text, "" in one that is.
func named(d *document.Document, offset int) string {
	if d.Origin == nil || !d.Origin.Foreign {
		return ""
	}
	return visible(d.Name(offset))
}

// found is what stands at the place of an issue, in one visible line.
func found(d *document.Document, span document.Span) string {
	if span.Len() == 0 {
		return "(nothing)"
	}
	return visibleOrQuoted(d.Slice(span))
}

// suggested is what a suggestion makes of the place of its issue, in one
// visible line.
func suggested(s check.Suggestion) string {
	if s.Text == "" {
		return "(delete)"
	}
	return visibleOrQuoted(s.Text)
}

// visibleOrQuoted is visible text, in quotes where it is nothing but space.
func visibleOrQuoted(text string) string {
	shown := visible(text)
	if strings.TrimSpace(shown) == "" {
		return `"` + shown + `"`
	}
	return shown
}

// change is found → suggested, or only what was found.
func change(d *document.Document, issue check.Issue) []piece {
	line := []piece{{wrong, found(d, issue.Span)}}
	if len(issue.Suggestions) > 0 {
		line = append(line, piece{plain, " → "}, piece{right, suggested(issue.Suggestions[0])})
	}
	return line
}

// said is what there is to say of an issue in one visible line: what was found,
// what is suggested, and why.
func said(d *document.Document, issue check.Issue) string {
	return paint(change(d, issue), false) + ": " + visible(issue.Message)
}

// also is what other checks say of the place of an issue, visible.
func also(issue check.Issue) []string {
	var remarks []string
	for _, a := range issue.Also {
		remarks = append(remarks, "also "+a.Check.ID+": "+visible(a.Message))
	}
	return remarks
}

// preferredText is the term to use as a person reads it, or "".
func preferredText(t *termbase.Term) string {
	if t != nil {
		return termbase.Plain(t.Text)
	}
	return ""
}

// chinese is the Chinese of an entry as a person reads it, or "".
func chinese(e *termbase.Entry) string {
	if e == nil {
		return ""
	}
	return termbase.Plain(e.Chinese())
}

// citation resolves a source key of a term; nil cites nothing.
type citation func(key string) termbase.Source

// sources cites whoever uses the term, or is "".
func sources(cited citation, t *termbase.Term) string {
	var all []string
	for _, s := range witnesses(cited, t) {
		all = append(all, s.String())
	}
	return strings.Join(all, "; ")
}

// witness names the best source of a term in a few words, and how many more
// there are; "" if there is none. explain names them all.
func witness(cited citation, t *termbase.Term) string {
	all := witnesses(cited, t)
	switch len(all) {
	case 0:
		return ""
	case 1:
		return all[0].Short()
	}
	return fmt.Sprintf("%s (%d more)", all[0].Short(), len(all)-1)
}

// witnesses are the sources of a term, each once, the official ones first and
// the compiled ones last.
func witnesses(cited citation, t *termbase.Term) []termbase.Source {
	if t == nil || cited == nil {
		return nil
	}
	var out []termbase.Source
	for _, key := range t.Sources {
		if s := cited(key); s.String() != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b termbase.Source) int {
		return slices.Index(termbase.Standings, a.Standing) - slices.Index(termbase.Standings, b.Standing)
	})
	return out
}

// byWeight orders issues by what a reader wants first: the surest, then the
// worst, then the first in the text.
func byWeight(a, b check.Issue) int {
	return cmp.Or(
		cmp.Compare(b.HowSure(), a.HowSure()),
		cmp.Compare(b.HowBad(), a.HowBad()),
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.End, b.End),
		cmp.Compare(a.Check.ID, b.Check.ID),
	)
}
