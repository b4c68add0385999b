package checks

import (
	"strings"

	"rectify/internal/document"
)

// mostQuoted is how many words a name in quotation marks has at most: more are
// somebody's speech.
const mostQuoted = 6

// quotedName adds the name that words first to last, inclusive, are, between
// quotation marks. Its spellings differ in capitals and hyphens; that of its first
// letter is the sentence's, and capitals throughout are a headline's.
func (f *variantFinder) quotedName(first, last int) {
	if last <= first || last-first >= mostQuoted {
		return
	}
	words := make([]string, 0, mostQuoted)
	for i := first; i <= last; i++ {
		text := word(f.pass, i)
		if !isLetter(text[0]) || i > first && f.joint(i) == 0 {
			return
		}
		words = append(words, strings.ToLower(text))
	}
	at := document.Span{Start: int(f.pass.Words[first].Start), End: int(f.pass.Words[last].End)}
	form := oneLine(f.pass.Document.Slice(at))
	if strings.ToUpper(form) == form {
		return
	}
	f.quotes = append(f.quotes, quotedName{strings.Join(words, " "), spelled{
		Span: at, form: strings.ToLower(form[:1]) + form[1:],
		as: func(kept string) string { return form[:1] + kept[1:] },
	}})
}

// quotedName is a place of a name in quotation marks, by its words in lower case.
type quotedName struct {
	key string
	spelled
}

// quotedNames adds the quoted names that have a capital behind their first letter
// somewhere.
func (f *variantFinder) quotedNames() {
	named := map[string]bool{}
	for _, q := range f.quotes {
		named[q.key] = named[q.key] || strings.ToLower(q.form) != q.form
	}
	for _, q := range f.quotes {
		if named[q.key] {
			f.add("quoted "+q.key, false, q.spelled)
		}
	}
}
