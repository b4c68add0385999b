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

// names are ids that are taken.
type names map[string]bool

// unique takes an id: the given one, or the first free one made of it by a
// number.
func (n names) unique(id string) string {
	if id == "" {
		id = "entry"
	}
	free := id
	for i := 2; n[free]; i++ {
		free = id + "-" + strconv.Itoa(i)
	}
	n[free] = true
	return free
}
