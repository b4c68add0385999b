package termbase

import (
	"slices"
	"strings"
)

// Glossary is a set of entries with what they cite, ready to recognise.
type Glossary struct {
	// Entries stand in the order of their files and rows.
	Entries []*Entry
	// Sources by key.
	Sources map[string]Source
	// Posts are the rank words of organs, Holders who held an office when.
	Posts   []Post
	Holders []Holder

	entries map[string]*Entry
	index   *index
}

// Entry is the entry of an id, or nil.
func (g *Glossary) Entry(id string) *Entry { return g.entries[id] }

// Source is the source of a key. A key that the glossary doesn't know stands
// for itself.
func (g *Glossary) Source(key string) Source {
	if s, ok := g.Sources[key]; ok {
		return s
	}
	return Source{ID: key, Title: key}
}

// Search lists the entries that have a term, in any language and status,
// which contains the words; exact terms come first, then the order of the
// glossary. Letter case doesn't matter.
func (g *Glossary) Search(words string) []*Entry {
	want := strings.ToLower(strings.TrimSpace(words))
	if want == "" {
		return nil
	}
	var exact, part []*Entry
	for _, e := range g.Entries {
		has := func(same func(string) bool) bool {
			return same(e.ID) || slices.ContainsFunc(e.Terms, func(t *Term) bool { return same(strings.ToLower(Plain(t.Text))) })
		}
		switch {
		case has(func(s string) bool { return s == want }):
			exact = append(exact, e)
		case has(func(s string) bool { return strings.Contains(s, want) }):
			part = append(part, e)
		}
	}
	return append(exact, part...)
}
