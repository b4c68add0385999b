package review

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/document"
)

// Phrase is what is never an issue, wherever it stands.
type Phrase struct {
	// Text is the phrase: words with a space between. Its first letter may be
	// small or capital in a document, and any white space or markup stand between
	// its words.
	Text string
	// Check is the ID of a check, or a pattern, that it is no issue of; "" for
	// all.
	Check string
}

// phraseFinder looks for phrases around issues. It keeps the plain text of one
// segment, for issues come in their order.
type phraseFinder struct {
	document *document.Document
	phrases  []Phrase
	segment  int
	text     string
	// at holds the offset in the document of each byte of the text.
	at []int
}

func newPhraseFinder(d *document.Document, phrases []Phrase) *phraseFinder {
	return &phraseFinder{document: d, phrases: phrases, segment: -1}
}

// has reports whether an issue lies inside a phrase that is no issue.
func (f *phraseFinder) has(i check.Issue) bool {
	for _, p := range f.phrases {
		if (p.Check == "" || check.Matches(p.Check, i.Check.ID)) && f.goTo(i.Start) && f.inside(p.Text, i.Span) {
			return true
		}
	}
	return false
}

// between is what stands for the markup before a run: no phrase holds a null.
var between = map[document.Join]string{document.Glued: "", document.Spaced: " ", document.Broken: "\x00"}

// goTo takes the text of the segment that an offset lies in.
func (f *phraseFinder) goTo(offset int) bool {
	segments := f.document.Segments
	n := sort.Search(len(segments), func(i int) bool { return segments[i].Span().End > offset })
	if n == len(segments) {
		return false
	}
	if n == f.segment {
		return true
	}
	f.segment, f.at = n, f.at[:0]
	var plain strings.Builder
	space := true // at the beginning there is none to add
	add := func(text string, offset int) {
		for i := 0; i < len(text); {
			r, size := utf8.DecodeRuneInString(text[i:])
			switch {
			case !unicode.IsSpace(r):
				plain.WriteString(text[i : i+size])
				for k := range size {
					f.at = append(f.at, offset+i+k)
				}
				space = false
			case !space:
				plain.WriteByte(' ')
				f.at = append(f.at, offset+i)
				space = true
			}
			i += size
		}
	}
	for i, run := range segments[n].Runs {
		if i > 0 {
			add(between[run.Before], run.Start)
		}
		add(f.document.Slice(run.Span), run.Start)
	}
	f.text = plain.String()
	return true
}

// inside reports whether a span lies in a place where the phrase stands.
func (f *phraseFinder) inside(phrase string, span document.Span) bool {
	phrase = document.OneLine(phrase)
	r, size := utf8.DecodeRuneInString(phrase)
	for _, first := range []rune{unicode.ToLower(r), unicode.ToUpper(r)} {
		wanted := string(first) + phrase[size:]
		for from := 0; ; {
			n := strings.Index(f.text[from:], wanted)
			if n < 0 {
				break
			}
			start, end := from+n, from+n+len(wanted)
			if f.at[start] <= span.Start && span.End <= f.at[end-1]+1 && f.whole(start, end) {
				return true
			}
			from = start + 1
		}
	}
	return false
}

// whole reports whether the text is no part of a longer word at either end.
func (f *phraseFinder) whole(start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(f.text[:start])
	first, _ := utf8.DecodeRuneInString(f.text[start:])
	last, _ := utf8.DecodeLastRuneInString(f.text[:end])
	after, _ := utf8.DecodeRuneInString(f.text[end:])
	return !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after))
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
