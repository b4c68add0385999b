package termbase

import (
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

// Glossary is a set of entries with what they cite, ready to recognise. It may
// be used by several goroutines at once.
type Glossary struct {
	index *index
	// loaded holds the entries by number: all of them, or those of an opened
	// glossary that were asked for.
	loaded []atomic.Pointer[Entry]
	// terms is how many of them are terms; behind those stand the patterns.
	terms int
	// image is what an opened glossary reads its entries from, or nil.
	image *image
	// contents is everything that the files say.
	contents func() *contents
	// people are the holders of offices.
	people func() people
	// source finds the Chinese terms.
	source func() *sourceIndex
}

// glossary makes the index of the contents.
func (c *contents) glossary() *Glossary {
	all := slices.Concat(c.entries, c.patterns)
	g := &Glossary{
		index: compile(c), loaded: make([]atomic.Pointer[Entry], len(all)), terms: len(c.entries),
		contents: func() *contents { return c },
		people:   sync.OnceValue(func() people { return newPeople(c.holders) }),
	}
	for i, e := range all {
		g.loaded[i].Store(e)
	}
	g.source = sync.OnceValue(g.readSource)
	return g
}

// entry is the entry of a number. Whoever asks first reads it; all get the
// same one.
func (g *Glossary) entry(number int) *Entry {
	at := &g.loaded[number]
	if e := at.Load(); e != nil {
		return e
	}
	at.CompareAndSwap(nil, g.image.entry(number))
	return at.Load()
}

// Len is the number of entries.
func (g *Glossary) Len() int { return g.terms }

// Entries lists all entries, in the order of their files and rows.
func (g *Glossary) Entries() []*Entry { return g.entries(0, g.terms) }

// Patterns lists the patterns, in the order of their files and rows. They are
// no terms, and stand among no entries.
func (g *Glossary) Patterns() []*Entry { return g.entries(g.terms, len(g.loaded)) }

// entries are those of the numbers from and up to, but without, another.
func (g *Glossary) entries(from, to int) []*Entry {
	all := make([]*Entry, to-from)
	for i := range all {
		all[i] = g.entry(from + i)
	}
	return all
}

// Entry is the entry of an id, or nil.
func (g *Glossary) Entry(id string) *Entry {
	if g.image == nil {
		return g.contents().byID[id]
	}
	if number, ok := g.image.ids()[id]; ok {
		return g.entry(number)
	}
	return nil
}

// Source is the source of a key. A key that the glossary doesn't know stands
// for itself.
func (g *Glossary) Source(key string) Source {
	if s, ok := g.contents().sources[key]; ok {
		return s.Source
	}
	return Source{ID: key, Title: key}
}

// Sources are the glossary's sources, in the order of their keys.
func (g *Glossary) Sources() []Source {
	rows := g.contents().sources
	all := make([]Source, 0, len(rows))
	for _, key := range slices.Sorted(maps.Keys(rows)) {
		all = append(all, rows[key].Source)
	}
	return all
}

// Posts are the rank words of organs.
func (g *Glossary) Posts() []Post { return g.contents().posts }

// Glosses are what a machine makes of Chinese words.
func (g *Glossary) Glosses() []Gloss { return g.contents().glosses }

// Holders say who held an office when.
func (g *Glossary) Holders() []Holder { return g.contents().holders }
