package checks

import (
	"strings"
	"unicode"

	"rectify/internal/document"
)

// mostQuoted is how many words a name in quotation marks has at most: more are
// somebody's speech.
const mostQuoted = 6

// quotedName is a name in quotation marks, words first to last, inclusive.
type quotedName struct {
	first, last int32
	// hash is that of the words in lower case.
	hash uint64
}

// quotedName notes the name that words first to last, inclusive, are, between
// quotation marks.
func (f *variantFinder) quotedName(first, last int) {
	if last <= first || last-first >= mostQuoted {
		return
	}
	q := quotedName{first: int32(first), last: int32(last)}
	for i := first; i <= last; i++ {
		w := &f.pass.Words[i]
		if !isLetter(f.pass.Document.Text[w.Start]) || i > first && f.joint(i) == 0 {
			return
		}
		q.hash = (q.hash ^ uint64(w.Hash())) * 0x9e3779b97f4a7c15
	}
	f.quotes = append(f.quotes, q)
}

// quotedNames adds the quoted names that stand there more than once, and have a
// capital behind their first letter somewhere.
func (f *variantFinder) quotedNames() {
	if len(f.quotes) < 2 {
		return
	}
	for _, q := range f.quotes {
		f.quotedTimes[q.hash]++
	}
	type read struct {
		quotedName
		key, form string
	}
	var all []read
	named := map[string]bool{}
	for _, q := range f.quotes {
		if f.quotedTimes[q.hash] == 1 {
			continue
		}
		if key, form := f.quotedForm(q); form != "" {
			all = append(all, read{q, key, form})
			named[key] = named[key] || changedBy(unicode.ToLower, form)
		}
	}
	for _, q := range all {
		if named[q.key] {
			f.add(q.key, false, spelled{Span: f.quotedSpan(q.quotedName), form: q.form, as: quotedAs})
		}
	}
}

// changedBy reports whether a text has a letter that a function changes.
func changedBy(function func(rune) rune, text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return function(r) != r })
}

// quotedSpan is the place of a quoted name.
func (f *variantFinder) quotedSpan(q quotedName) document.Span {
	return document.Span{Start: int(f.pass.Words[q.first].Start), End: int(f.pass.Words[q.last].End())}
}

// quotedForm gives the key of a quoted name, by its words in lower case, and its
// spelling: names differ in capitals and hyphens, but that of the first letter is the
// sentence's, and capitals throughout, "" here, are a headline's.
func (f *variantFinder) quotedForm(q quotedName) (key, form string) {
	form = document.OneLine(f.pass.Document.Slice(f.quotedSpan(q)))
	if !changedBy(unicode.ToUpper, form) {
		return "", ""
	}
	return "quoted " + nameKey(f.pass, int(q.first), int(q.last)), strings.ToLower(form[:1]) + form[1:]
}

// quotedAs is the name in the capitals and hyphens of another place, but for the
// first letter.
func quotedAs(f *variantFinder, s *spelled, form string) string {
	return f.pass.Document.Text[s.Start:s.Start+1] + form[1:]
}
