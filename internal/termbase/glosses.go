package termbase

import (
	"slices"
	"strings"
)

// Gloss is what a machine makes of a Chinese word when it goes word for word.
type Gloss struct {
	Chinese string
	// English are the words it may become, in lower case and their base form,
	// the likeliest first.
	English []string
	Sources []string
	File    string
	Line    int
}

// bar parts the items of a cell.
const bar = " | "

func (c *contents) addGloss(r row) error {
	g := Gloss{
		Chinese: r.get("zh"), English: strings.Split(r.get("en"), bar),
		Sources: strings.Fields(r.get("source")), File: r.file, Line: r.line,
	}
	for i, word := range g.English {
		switch {
		case strings.TrimSpace(word) == "":
			return r.errorf("a gloss of %q is empty", g.Chinese)
		case strings.ToLower(word) != word && !strings.ContainsAny(word, "&"):
			return r.errorf("%q is not in lower case", word)
		case slices.Contains(g.English[:i], word):
			return r.fault("duplicate", "%q glosses %q twice", word, g.Chinese)
		}
	}
	c.glosses = append(c.glosses, g)
	return nil
}

// Ordinary is content words that good English has together, though a machine
// may have made them of a Chinese term: the United Nations.
type Ordinary struct {
	// Words are in lower case; their order counts for nothing.
	Words   []string
	Sources []string
	File    string
	Line    int
}

func (c *contents) addOrdinary(r row) error {
	words := strings.Fields(r.get("words"))
	if len(words) < leastGroups {
		return r.errorf("%q is no two words", r.get("words"))
	}
	c.ordinary = append(c.ordinary, Ordinary{words, strings.Fields(r.get("source")), r.file, r.line})
	return nil
}
