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
	for _, before := range c.glosses {
		if before.Chinese == g.Chinese {
			return r.fault("duplicate", "%q stands twice (%s:%d)", g.Chinese, before.File, before.Line)
		}
	}
	c.glosses = append(c.glosses, g)
	return nil
}
