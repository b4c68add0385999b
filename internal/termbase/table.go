package termbase

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rectify/internal/nearest"
)

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

// errorf makes a fault of the row: what is wrong in it alone.
func (r row) errorf(format string, args ...any) error {
	return r.fault("row", format, args...)
}

func (r row) fault(check, format string, args ...any) Fault {
	return Fault{File: r.file, Line: r.line, Check: check, Message: fmt.Sprintf(format, args...)}
}

// note keeps the fault that an error is.
func (c *contents) note(err error) {
	if f, ok := err.(Fault); ok {
		c.faults = append(c.faults, f)
	}
}

// eachRow splits a file at tabs, without quoting, and hands on its rows. Blank
// lines and lines that begin with # are passed over.
func (c *contents) eachRow(f File, known, required []string, add func(row) error) {
	if !utf8.ValidString(f.Text) {
		at := invalid(f.Text)
		line := 1 + strings.Count(f.Text[:at], "\n")
		c.note(Fault{File: f.Name, Line: line, Check: "row", Message: fmt.Sprintf("byte 0x%02X is not UTF-8; save the glossary as UTF-8", f.Text[at])})
		return
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
				c.note(err)
				return
			}
			columns = slices.Clone(cells)
			continue
		}
		if len(r.cells) > len(columns) {
			c.note(r.errorf("%d columns, but the header has %d", len(r.cells), len(columns)))
			continue
		}
		c.note(r.tidy())
		c.note(add(r))
	}
}

// tidy brings the cells into NFC, and the stray spaces around them to light.
func (r row) tidy() error {
	stray := ""
	for i, cell := range r.cells {
		trimmed := strings.TrimSpace(cell)
		if cell != trimmed && stray == "" {
			stray = cell
		}
		r.cells[i] = norm.NFC.String(trimmed)
	}
	if stray == "" {
		return nil
	}
	f := r.fault("stray-space", "stray space around %q", stray)
	fixed := strings.Join(r.cells, "\t")
	f.Fixed = &fixed
	return f
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

func (c *contents) addTerm(kind Kind, layer int, r row) error {
	t, err := r.term()
	if err != nil {
		return err
	}
	id := r.get("id")
	e := c.byID[id]
	if e == nil {
		if own := r.get("kind"); own != "" {
			kind = Kind(own)
		}
		e = &Entry{ID: id, Kind: kind}
		c.byID[id] = e
		c.entries = append(c.entries, e)
	}
	t.Entry, t.Layer = e, layer
	e.Terms = append(e.Terms, t)
	return nil
}

// term reads the term of a row.
func (r row) term() (*Term, error) {
	t := &Term{
		Lang: r.get("lang"), Text: r.get("term"), Type: TermType(r.get("type")), Scope: strings.Fields(r.get("scope")),
		Certainty: r.get("certainty"), Sources: strings.Fields(r.get("source")), Note: r.get("note"),
		File: r.file, Line: r.line,
	}
	if r.get("id") == "" || t.Text == "" {
		return nil, r.errorf("a row needs an id and a term")
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
			return nil, r.errorf("unknown %s %q%s", field.name, field.value, hint(field.value, field.known))
		}
	}
	for _, s := range t.Scope {
		if known := slices.Concat(Houses, Registers); !slices.Contains(known, s) {
			return nil, r.errorf("unknown scope %q%s", s, hint(s, known))
		}
	}
	t.Status = Status(slices.Index(Statuses, r.get("status")))
	if phrases := r.get("unless"); phrases != "" {
		t.Unless = strings.Split(phrases, bar)
	}
	if slot := unknownSlot(t.Text, slots); slot != "" {
		return nil, r.errorf("unknown slot %q%s", slot, hint(slot, slots))
	}
	var err error
	if t.Since, t.Until, err = r.bounds(); err != nil {
		return nil, err
	}
	if t.Status == Superseded && t.Until.IsZero() {
		return nil, r.errorf("%q is superseded, but no until says from when", t.Text)
	}
	return t, nil
}

// slots are the marks in a term that stand for what the text has there.
var slots = []string{"{nth}", "{place}"}

// unknownSlot is the first slot of a text that is none of those, or "".
func unknownSlot(text string, known []string) string {
	for {
		begin := strings.IndexByte(text, '{')
		end := strings.IndexByte(text, '}')
		if begin < 0 || end < begin {
			return ""
		}
		if slot := text[begin : end+1]; !slices.Contains(known, slot) {
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

func (c *contents) addSource(r row) error {
	s := SourceRow{Source{r.get("id"), r.get("title"), r.get("publisher"), r.get("date"), r.get("address"), r.get("standing")}, r.file, r.line}
	if !slices.Contains(Standings, s.Standing) {
		return r.errorf("source %q: unknown standing %q%s", s.ID, s.Standing, hint(s.Standing, Standings))
	}
	if _, twice := c.sources[s.ID]; twice {
		return r.fault("duplicate", "source %q stands twice", s.ID)
	}
	c.sources[s.ID] = s
	return nil
}
