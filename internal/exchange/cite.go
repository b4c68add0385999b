package exchange

import (
	"strings"

	"rectify/internal/termbase"
)

// citations makes sources of the free text that other tools have where a
// glossary has keys.
type citations struct {
	ids     names
	byText  map[string]string
	sources []termbase.Source
}

func newCitations() *citations { return &citations{ids: names{}, byText: map[string]string{}} }

// key is the key of a citation. A single word is its own key; of anything
// longer a source is made, whose standing nobody vouches for.
func (c *citations) key(text string) string {
	if !strings.ContainsRune(text, ' ') && len(strings.Fields(text)) == 1 {
		return text
	}
	if text = clean(text); text == "" {
		return ""
	}
	key, known := c.byText[text]
	if !known {
		key = c.ids.unique(slug(text))
		c.byText[text] = key
		c.sources = append(c.sources, termbase.Source{ID: key, Title: text, Standing: "compiled"})
	}
	return key
}
