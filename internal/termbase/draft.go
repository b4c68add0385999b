package termbase

// Draft is what can be read of a glossary that may be wrong, with its faults.
type Draft struct {
	Entries []*Entry
	// Patterns are the rows of awkward.tsv.
	Patterns []*Entry
	Posts    []Post
	Holders  []Holder
	Glosses  []Gloss
	Ordinary []Ordinary
	// Sources by key.
	Sources map[string]SourceRow
	// Faults are those that keep a glossary from being loaded, in the order of
	// the files; what else is wrong is for others to find.
	Faults []Fault

	contents *contents
}

// ReadDraft reads the files of one glossary or several, as [Load] does.
func ReadDraft(files []File) *Draft {
	c := readAll(files)
	return &Draft{
		Entries: c.entries, Patterns: c.patterns, Posts: c.posts, Holders: c.holders, Glosses: c.glosses, Ordinary: c.ordinary,
		Sources: c.sources, Faults: c.faults, contents: c,
	}
}

// Glossary makes the index of the draft. With faults in it, it is of use only
// to look for more.
func (d *Draft) Glossary() *Glossary { return d.contents.glossary() }

// Entry is the entry of an id, or nil.
func (d *Draft) Entry(id string) *Entry { return d.contents.byID[id] }

// Flagged makes a glossary of what is flagged alone, so that nothing right
// shields a wrong rendering inside it.
func (d *Draft) Flagged() *Glossary {
	c := newContents()
	for _, e := range d.Entries {
		wrong := &Entry{ID: e.ID, Kind: e.Kind}
		for _, t := range e.Terms {
			if t.Lang == "en" && t.Status == Deprecated {
				same := *t
				same.Entry = wrong
				wrong.Terms = append(wrong.Terms, &same)
			}
		}
		c.entries = append(c.entries, wrong)
	}
	return c.glossary()
}
