package termbase

// Glossary is a set of entries with what they cite, ready to recognise.
type Glossary struct {
	// Entries stand in the order of their files and rows.
	Entries []*Entry
	// Sources by key.
	Sources map[string]Source
}
