package exchange

import (
	"strconv"
	"strings"
	"unicode"

	"rectify/internal/termbase"
)

// longestSlug is the most bytes of an id that is made of a term.
const longestSlug = 80

// slug is an id made of a term: its words in lower case, with hyphens. A term
// without letters or digits has none.
func slug(term string) string {
	words := strings.FieldsFunc(strings.ToLower(strings.NewReplacer("'", "", "’", "").Replace(termbase.Plain(term))), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	var out strings.Builder
	for i, w := range words {
		if i > 0 && out.Len()+len(w) >= longestSlug {
			break
		}
		if i > 0 {
			out.WriteByte('-')
		}
		out.WriteString(w)
	}
	return out.String()
}

// names are ids that are taken, each with the number that the last one made of
// it got.
type names map[string]int

// unique takes an id: the given one, or one made of it by the next free number.
func (n names) unique(id string) string {
	if id == "" {
		id = "entry"
	}
	free := id
	for n[free] > 0 {
		n[id]++
		free = id + "-" + strconv.Itoa(n[id])
	}
	n[free] = 1
	return free
}
