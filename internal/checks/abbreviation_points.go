package checks

import (
	"fmt"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
)

// abbreviation is one in capitals as it stands in the text: US or U.S.
type abbreviation struct {
	document.Span
	pointed bool
	// last is its last word.
	last int
}

// pointedAbbreviations reports the abbreviations that stand with and without
// full stops in the running text; the form used less is reported. Headlines
// have a style of their own.
func pointedAbbreviations(p *check.Pass) {
	forms := map[string]*[2][]abbreviation{}
	var order []string
	segment := 0
	for _, at := range landmarksOf.Of(p).capitals {
		segment = segmentFrom(p, segment, at)
		letters, a := abbreviationAt(p, int(at), int(p.Segments[segment+1]))
		if letters == "" || !isSentence(p, segment, p.Document.Segments[segment]) {
			continue
		}
		if forms[letters] == nil {
			forms[letters] = &[2][]abbreviation{}
			order = append(order, letters)
		}
		form := &forms[letters][0]
		if a.pointed {
			form = &forms[letters][1]
		}
		*form = append(*form, a)
	}
	for _, letters := range order {
		keep, other := forms[letters][0], forms[letters][1]
		if len(other) > len(keep) || len(other) == len(keep) && other[0].Start < keep[0].Start {
			keep, other = other, keep
		}
		for _, a := range other {
			p.Report(repointed(p, a, keep[0], len(other), len(keep)))
		}
	}
}

// longestAbbreviation bounds the abbreviations that are held against each other.
const longestAbbreviation = 4

// abbreviationAt reads the abbreviation that word i is, which has a capital, the full
// stop behind it included; its letters are "" if it is none.
func abbreviationAt(p *check.Pass, i, to int) (letters string, a abbreviation) {
	w := &p.Words[i]
	if w.Stem()-w.Start < 2 {
		return "", a
	}
	letters = p.Document.Text[w.Start:w.Stem()]
	if !startsUpper(letters) || letters[1] != '.' && !startsUpper(letters[1:]) {
		return "", a // as most words are
	}
	a = abbreviation{Span: document.Span{Start: int(w.Start), End: int(w.Stem())}, last: i}
	if len(letters) >= 2*longestAbbreviation {
		return "", a
	}
	if letters[1] == '.' && i+1 < to && word(p, i+1) == "." && p.Words[i+1].Start == w.End() {
		a.pointed, a.last, a.End = true, i+1, int(p.Words[i+1].End())
		letters = unpointed(letters)
	}
	if len(letters) > longestAbbreviation || !isUpper(letters) {
		return "", a
	}
	return letters, a
}

// unpointed are the letters of U.S without their full stops, "" if letters and
// full stops don't take turns.
func unpointed(text string) string {
	var out []byte
	for k := range len(text) {
		switch {
		case k%2 == 0:
			out = append(out, text[k])
		case text[k] != '.':
			return ""
		}
	}
	return string(out)
}

func repointed(p *check.Pass, a, keep abbreviation, here, elsewhere int) check.Issue {
	found, kept := p.Document.Slice(a.Span), p.Document.Slice(keep.Span)
	issue := check.Issue{
		Span:    a.Span,
		Message: fmt.Sprintf("%s here (%s), elsewhere in this document %s (%s)", found, times(here), kept, times(elsewhere)),
		Related: []check.Related{{Span: keep.Span, Message: "the form to keep"}},
	}
	// The point may be that of the sentence too.
	rest := p.Document.Text[a.End:]
	mid := len(rest) > 1 && rest[0] == ' ' && rest[1] >= 'a' && rest[1] <= 'z'
	if a.pointed && mid || !a.pointed && !strings.HasPrefix(rest, ".") {
		issue.Suggestions = check.Suggest(kept, edit.Edit{Start: a.Start, End: a.End, New: kept})
	}
	return issue
}
