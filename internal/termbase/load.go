package termbase

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

// File is one file of a glossary as it was read.
type File struct {
	// Name is the path to show in errors; its base without extension is the
	// kind of the entries.
	Name string
	// Text is the content; terms are parts of it.
	Text string
	// Rows and Sources are the content of a file that was no text of tabs; with
	// them there is no Text.
	Rows    []Row
	Sources []Source
	// Layer orders the glossaries: where two layers contradict each other, the
	// row of the higher one holds and the other's is dropped. A contradiction
	// inside a layer is an error.
	Layer int
}

// The columns of the glossary's files. A term file may leave out any column
// but id, lang, status and term, and have them in any order. It may also have
// one named kind: the kind of the row's entry, where it isn't the file's.
var (
	TermColumns   = []string{"id", "lang", "status", "term", "type", "scope", "since", "until", "certainty", "unless", "source", "note"}
	PostColumns   = []string{"organ", "zh", "word", "status", "source"}
	HolderColumns = []string{"person", "zh", "office", "place", "since", "until", "source"}
	GlossColumns  = []string{"zh", "en", "source"}
	// OrdinaryColumns are those of the file of what good English has together.
	OrdinaryColumns = []string{"words", "source"}
	SourceColumns   = []string{"id", "title", "publisher", "date", "address", "standing"}
	// A pattern needs a class, a certainty and a why.
	PatternColumns = []string{"pattern", "class", "certainty", "why", "better", "after", "unless"}
)

var requiredColumns = []string{"id", "lang", "status", "term"}

// Standings are how much a source weighs, the most first.
var Standings = []string{"official", "state media", "compiled"}

// Languages are the languages of terms.
var Languages = []string{"zh", "en"}

// Load reads the files of one glossary or several and makes their index.
// Later files add to the entries of earlier ones. The error is a [Fault].
func Load(files []File) (*Glossary, error) {
	c, err := read(files)
	if err != nil {
		return nil, err
	}
	return c.glossary(), nil
}

// Fault is what is wrong with a row of a glossary, or with the file as a whole
// (line 0).
type Fault struct {
	File string
	Line int
	// Check names what was looked for: "contradiction".
	Check   string
	Message string
	// Fixed is the line as it should be, "" for a line to delete; nil where a
	// person has to decide.
	Fixed *string
}

// Error is the place and the message.
func (f Fault) Error() string {
	if f.Line == 0 {
		return fmt.Sprintf("%s: %s", f.File, f.Message)
	}
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Message)
}

// contents is what the files of a glossary say, and what is wrong with them.
type contents struct {
	entries  []*Entry // in the order of the files and their rows
	byID     map[string]*Entry
	sources  map[string]SourceRow
	posts    []Post
	holders  []Holder
	glosses  []Gloss
	ordinary []Ordinary
	// patterns are no terms, and have no ids.
	patterns []*Entry
	faults   []Fault
}

// SourceRow is a source and where it stands.
type SourceRow struct {
	Source
	File string
	Line int
}

// read reads the files and settles what they say against each other; the error
// is the first fault.
func read(files []File) (*contents, error) {
	c := readAll(files)
	if len(c.faults) > 0 {
		return nil, c.faults[0]
	}
	return c, nil
}

// readAll reads what can be read, and notes every fault.
func readAll(files []File) *contents {
	parts := make([]*contents, len(files))
	var readers sync.WaitGroup
	for i, f := range files {
		readers.Go(func() {
			parts[i] = newContents()
			parts[i].read(f)
		})
	}
	readers.Wait()
	c := newContents()
	for _, part := range parts {
		c.merge(part)
	}
	c.validate()
	c.addPosts()
	return c
}

func newContents() *contents {
	return &contents{sources: map[string]SourceRow{}, byID: map[string]*Entry{}}
}

// merge adds what another file holds.
func (c *contents) merge(o *contents) {
	c.faults = append(c.faults, o.faults...)
	for _, e := range o.entries {
		known := c.byID[e.ID]
		if known == nil {
			c.byID[e.ID] = e
			c.entries = append(c.entries, e)
			continue
		}
		for _, t := range e.Terms {
			t.Entry = known
		}
		known.Terms = append(known.Terms, e.Terms...)
	}
	c.posts = append(c.posts, o.posts...)
	c.holders = append(c.holders, o.holders...)
	c.glosses = append(c.glosses, o.glosses...)
	c.ordinary = append(c.ordinary, o.ordinary...)
	c.patterns = append(c.patterns, o.patterns...)
	for _, key := range slices.Sorted(maps.Keys(o.sources)) {
		s := o.sources[key]
		if before, twice := c.sources[key]; twice && before.Source != s.Source {
			c.faults = append(c.faults, Fault{s.File, s.Line, "duplicate", fmt.Sprintf("source %q stands twice: %s; %s", key, before, s), nil})
			continue
		}
		c.sources[key] = s
	}
}

// read adds one file, of the kind that its name and header say.
func (c *contents) read(f File) {
	kind, columns := kindOf(f.Name), ColumnsOf(f.Name)
	switch {
	case f.Rows != nil || f.Sources != nil:
		c.addRows(f, Kind(kind))
	case kind == sources:
		c.eachRow(f, columns, columns[:1], c.addSource)
	case kind == posts:
		c.eachRow(f, columns, columns[:4], c.addPost)
	case kind == holders:
		c.eachRow(f, columns, columns[:3], c.addHolder)
	case kind == glosses:
		c.eachRow(f, columns, columns[:2], c.addGloss)
	case kind == ordinary:
		c.eachRow(f, columns, columns[:1], c.addOrdinary)
	case kind == awkward:
		c.eachRow(f, columns, columns[:4], func(r row) error { return c.addPattern(f.Layer, r) })
	default:
		c.eachRow(f, RowColumns, requiredColumns, func(r row) error { return c.addTerm(Kind(kind), f.Layer, r) })
	}
}

// The files that hold no terms.
const (
	sources  = "sources"
	posts    = "posts"
	holders  = "holders"
	glosses  = "glosses"
	ordinary = "ordinary"
	awkward  = string(Awkward)
)

// ColumnsOf are the columns of a file of the name, in their order.
func ColumnsOf(name string) []string {
	switch kindOf(name) {
	case sources:
		return SourceColumns
	case posts:
		return PostColumns
	case holders:
		return HolderColumns
	case glosses:
		return GlossColumns
	case ordinary:
		return OrdinaryColumns
	case awkward:
		return PatternColumns
	}
	return TermColumns
}

// kindOf is what a file holds, by its name without the extension.
func kindOf(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimSuffix(base, path.Ext(base))
}
