package termbase

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rectify/internal/nearest"
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
	HolderColumns = []string{"person", "zh", "office", "since", "until", "source"}
	SourceColumns = []string{"id", "title", "publisher", "date", "address", "standing"}
)

var requiredColumns = []string{"id", "lang", "status", "term"}

// Standings are how much a source weighs, the most first.
var Standings = []string{"official", "state media", "compiled"}

// Languages are the languages of terms.
var Languages = []string{"zh", "en"}

// Load reads the files of one glossary or several and makes their index.
// Later files add to the entries of earlier ones. The error names the file,
// the line and the value at fault.
func Load(files []File) (*Glossary, error) {
	parts := make([]*Glossary, len(files))
	errs := make([]error, len(files))
	var readers sync.WaitGroup
	for i, f := range files {
		readers.Go(func() {
			parts[i] = newGlossary()
			errs[i] = parts[i].read(f)
		})
	}
	readers.Wait()
	g := newGlossary()
	for i, part := range parts {
		if errs[i] != nil {
			return nil, errs[i]
		}
		if err := g.merge(part); err != nil {
			return nil, err
		}
	}
	if err := g.validate(); err != nil {
		return nil, err
	}
	if err := g.addPosts(); err != nil {
		return nil, err
	}
	g.index = compile(g)
	return g, nil
}

func newGlossary() *Glossary {
	return &Glossary{Sources: map[string]Source{}, entries: map[string]*Entry{}}
}

// merge adds what another file holds.
func (g *Glossary) merge(o *Glossary) error {
	for _, e := range o.Entries {
		known := g.entries[e.ID]
		if known == nil {
			g.entries[e.ID] = e
			g.Entries = append(g.Entries, e)
			continue
		}
		for _, t := range e.Terms {
			t.Entry = known
		}
		known.Terms = append(known.Terms, e.Terms...)
	}
	g.Posts = append(g.Posts, o.Posts...)
	g.Holders = append(g.Holders, o.Holders...)
	for key, s := range o.Sources {
		if before, twice := g.Sources[key]; twice && before != s {
			return fmt.Errorf("source %q stands twice: %s; %s", key, before, s)
		}
		g.Sources[key] = s
	}
	return nil
}

// read adds one file, of the kind that its name and header say.
func (g *Glossary) read(f File) error {
	name := path.Base(strings.ReplaceAll(f.Name, `\`, "/"))
	if f.Rows != nil || f.Sources != nil {
		return g.addRows(f, strings.TrimSuffix(name, path.Ext(name)))
	}
	kind := strings.TrimSuffix(name, ".tsv")
	switch kind {
	case "sources":
		return eachRow(f, SourceColumns, SourceColumns[:1], g.addSource)
	case "posts":
		return eachRow(f, PostColumns, PostColumns[:4], g.addPost)
	case "holders":
		return eachRow(f, HolderColumns, HolderColumns[:3], g.addHolder)
	default:
		return eachRow(f, RowColumns, requiredColumns, func(r row) error { return g.addTerm(Kind(kind), f.Layer, r) })
	}
}

// row is one line of a file by column, "" where it has no such column. Its
// cells hold until the next row is read.
type row struct {
	file           string
	line           int
	cells, columns []string
}

func (r row) get(column string) string {
	for i, name := range r.columns[:min(len(r.columns), len(r.cells))] {
		if name == column {
			return r.cells[i]
		}
	}
	return ""
}

// errorf makes an error that names the place of the row.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// eachRow splits a file at tabs, without quoting, and hands on its rows. Blank
// lines and lines that begin with # are passed over.
func eachRow(f File, known, required []string, add func(row) error) error {
	if !utf8.ValidString(f.Text) {
		at := invalid(f.Text)
		line := 1 + strings.Count(f.Text[:at], "\n")
		return fmt.Errorf("%s:%d: byte 0x%02X is not UTF-8; save the glossary as UTF-8", f.Name, line, f.Text[at])
	}
	text := strings.TrimPrefix(f.Text, "\ufeff")
	var columns, cells []string // of the header, and of one row after the other
	line := 0
	for text != "" {
		var one string
		one, text, _ = strings.Cut(text, "\n")
		one = strings.TrimSuffix(one, "\r")
		line++
		if strings.TrimSpace(one) == "" || one[0] == '#' {
			continue
		}
		cells = cells[:0]
		for cell := range strings.SplitSeq(one, "\t") {
			cells = append(cells, cell)
		}
		r := row{f.Name, line, cells, columns}
		if columns == nil {
			if err := header(r, known, required); err != nil {
				return err
			}
			columns = slices.Clone(cells)
			continue
		}
		if len(r.cells) > len(columns) {
			return r.errorf("%d columns, but the header has %d", len(r.cells), len(columns))
		}
		for i, c := range r.cells {
			if c != strings.TrimSpace(c) {
				return r.errorf("stray space around %q", c)
			}
			r.cells[i] = norm.NFC.String(c)
		}
		if err := add(r); err != nil {
			return err
		}
	}
	return nil
}

// invalid is the offset of the first byte that is no UTF-8, in a text that
// isn't.
func invalid(text string) int {
	i := 0
	for {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
}

// header makes sure that the columns are known, that the required ones are
// there and that none stands twice.
func header(r row, known, required []string) error {
	for i, name := range r.cells {
		if !slices.Contains(known, name) {
			return r.errorf("unknown column %q%s; the columns are %s", name, hint(name, known), strings.Join(known, ", "))
		}
		if slices.Contains(r.cells[:i], name) {
			return r.errorf("column %q stands twice", name)
		}
	}
	for _, name := range required {
		if !slices.Contains(r.cells, name) {
			return r.errorf("no column %q; the columns are %s", name, strings.Join(known, ", "))
		}
	}
	return nil
}

func hint(word string, known []string) string {
	if near := nearest.Nearest(word, known); near != "" {
		return fmt.Sprintf(" (did you mean %q?)", near)
	}
	return ""
}

func (g *Glossary) addTerm(kind Kind, layer int, r row) error {
	t := &Term{
		Lang: r.get("lang"), Text: r.get("term"), Type: TermType(r.get("type")), Scope: strings.Fields(r.get("scope")),
		Certainty: r.get("certainty"), Sources: strings.Fields(r.get("source")), Note: r.get("note"),
		File: r.file, Line: r.line, Layer: layer,
	}
	id := r.get("id")
	if id == "" || t.Text == "" {
		return r.errorf("a row needs an id and a term")
	}
	for _, field := range []struct {
		name, value string
		known       []string
	}{
		{"lang", t.Lang, Languages},
		{"status", r.get("status"), Statuses},
		{"type", string(t.Type), []string{"", "full", "short", "acronym"}},
		{"certainty", t.Certainty, []string{"", "likely", "advice"}},
	} {
		if !slices.Contains(field.known, field.value) {
			return r.errorf("unknown %s %q%s", field.name, field.value, hint(field.value, field.known))
		}
	}
	for _, s := range t.Scope {
		if known := slices.Concat(Houses, Registers); !slices.Contains(known, s) {
			return r.errorf("unknown scope %q%s", s, hint(s, known))
		}
	}
	t.Status = Status(slices.Index(Statuses, r.get("status")))
	if phrases := r.get("unless"); phrases != "" {
		t.Unless = strings.Split(phrases, " | ")
	}
	if slot := unknownSlot(t.Text); slot != "" {
		return r.errorf("unknown slot %q%s", slot, hint(slot, Slots))
	}
	var err error
	if t.Since, t.Until, err = r.bounds(); err != nil {
		return err
	}
	if t.Status == Superseded && t.Until.IsZero() {
		return r.errorf("%q is superseded, but no until says from when", t.Text)
	}
	e := g.entries[id]
	if e == nil {
		if own := r.get("kind"); own != "" {
			kind = Kind(own)
		}
		e = &Entry{ID: id, Kind: kind}
		g.entries[id] = e
		g.Entries = append(g.Entries, e)
	}
	t.Entry = e
	e.Terms = append(e.Terms, t)
	return nil
}

// Slots are the marks in a term that stand for what the text has there.
var Slots = []string{"{nth}", "{place}"}

// unknownSlot is the first slot of a text that is none of the known ones, or "".
func unknownSlot(text string) string {
	for {
		begin := strings.IndexByte(text, '{')
		end := strings.IndexByte(text, '}')
		if begin < 0 || end < begin {
			return ""
		}
		if slot := text[begin : end+1]; !slices.Contains(Slots, slot) {
			return slot
		}
		text = text[end+1:]
	}
}

// bounds reads the since and until of a row.
func (r row) bounds() (since, until Date, err error) {
	for _, b := range []struct {
		name string
		to   *Date
	}{{"since", &since}, {"until", &until}} {
		text := r.get(b.name)
		if text == "" {
			continue
		}
		if *b.to, err = ParseDate(text); err != nil {
			return since, until, r.errorf("%s: %v", b.name, err)
		}
	}
	if !since.IsZero() && !until.IsZero() && !since.Before(until) {
		return since, until, r.errorf("until %s is not after since %s", until, since)
	}
	return since, until, nil
}

func (g *Glossary) addSource(r row) error {
	s := Source{r.get("id"), r.get("title"), r.get("publisher"), r.get("date"), r.get("address"), r.get("standing")}
	if !slices.Contains(Standings, s.Standing) {
		return r.errorf("unknown standing %q%s", s.Standing, hint(s.Standing, Standings))
	}
	if _, twice := g.Sources[s.ID]; twice {
		return r.errorf("source %q stands twice", s.ID)
	}
	g.Sources[s.ID] = s
	return nil
}
