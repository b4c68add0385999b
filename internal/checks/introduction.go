package checks

import (
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/english"
)

// introduced is a name of words first to last, inclusive, with its
// abbreviation in brackets after it.
type introduced struct {
	first, last int
	acronym     document.Span // without the brackets
	bracketed   document.Span
}

// introduction reads the abbreviation that word i is, in brackets after a name
// whose initials spell it.
func introduction(p *check.Pass, i int) (n introduced, ok bool) {
	if i < 2 || i+1 >= len(p.Words) || word(p, i-1) != "(" || word(p, i+1) != ")" {
		return n, false
	}
	letters := word(p, i)
	if len(letters) < 2 || len(letters) > 8 || !isUpper(letters) {
		return n, false
	}
	at := i - 2
	for k := len(letters) - 1; k >= 0; k-- {
		for at >= 0 && english.FunctionWords[word(p, at)] {
			at--
		}
		if at < 0 || word(p, at)[0] != letters[k] {
			return n, false
		}
		at--
	}
	return introduced{
		first: at + 1, last: i - 2, acronym: p.Words[i].Span(),
		bracketed: document.Span{Start: p.Words[i-1].Span().Start, End: p.Words[i+1].Span().End},
	}, true
}

func isUpper(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < 'A' || text[i] > 'Z' {
			return false
		}
	}
	return true
}

// nameKey is the name in lower case, its words parted by spaces.
func nameKey(p *check.Pass, first, last int) string {
	var key []string
	for i := first; i <= last; i++ {
		key = append(key, strings.ToLower(word(p, i)))
	}
	return strings.Join(key, " ")
}
