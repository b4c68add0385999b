package termbase

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/text/unicode/norm"
)

// image is the index of a glossary written down, and where the rows of each
// entry stand in its files. To read it takes a few milliseconds whatever the
// size of the glossary; an entry is read from its rows when it is first asked
// for. The built-in glossary comes with one.
type image struct {
	// texts are the texts that rows stand in, one after the other: those of the
	// files, and the rows that were derived.
	texts []File
	// kinds is the kind of each entry, a text's number; rows are the places of
	// the terms of all entries, first where those of each begin.
	kinds []byte
	first []int32
	rows  []rowPlace
	// ids are the numbers of the entries.
	ids func() map[string]int
}

// rowPlace is where a row begins, counted over all texts, and its line.
type rowPlace struct{ at, line int32 }

// imageMark begins an image; the number is that of its form, and changes with
// it and with how a glossary is compiled.
const imageMark = "rectify glossary 6\n"

// Compile loads the files as [Load] does and writes down what [Open] needs. The
// files are one glossary in the form of the built-in one: of one layer, with
// all columns in their order, and NFC.
func Compile(files []File) ([]byte, error) {
	c, err := read(files)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		header, _, _ := strings.Cut(f.Text, "\n")
		columns := ColumnsOf(f.Name)
		if header != strings.Join(columns, "\t") || !norm.NFC.IsNormalString(f.Text) || strings.Contains(f.Text, "\r") {
			return nil, fmt.Errorf("%s is not in its canonical form: NFC, the columns %s, lines that end with a line feed", f.Name, strings.Join(columns, ", "))
		}
	}
	im, derived := placeRows(slices.Concat(c.entries, c.patterns), files)
	t := &transfer{data: []byte(imageMark)}
	t.data = binary.LittleEndian.AppendUint64(t.data, sum(files))
	text(t, &derived)
	im.transfer(t)
	ix := compile(c)
	for _, part := range ix.transfers() {
		one := &transfer{}
		part(one)
		text(t, &one.data)
	}
	return t.data, nil
}

// transfers are the two halves of an index, which are read at the same time.
func (ix *index) transfers() []func(*transfer) {
	return []func(*transfer){ix.transfer, ix.literal.transfer}
}

// sum is a check sum of the files.
func sum(files []File) uint64 {
	h := uint64(hashStart)
	for _, f := range files {
		h = hashChunk(hashChunk(h, hashString(f.Name)), hashString(f.Text))
	}
	return h
}

func (im *image) transfer(t *transfer) {
	text(t, &im.kinds)
	list(t, int32sCodec, &im.first)
	list(t, rowPlacesCodec, &im.rows)
}

// placeRows notes where the rows of the entries stand. Terms that no row of a term
// file holds, made from posts, are written as rows of their own.
func placeRows(entries []*Entry, files []File) (im *image, derived []byte) {
	texts := map[string]placedText{}
	base := 0
	for _, f := range files {
		texts[f.Name] = placedText{base, lineStarts(f.Text)}
		base += len(f.Text)
	}
	im = &image{}
	for _, e := range entries {
		kind := slices.IndexFunc(files, func(f File) bool { return kindOf(f.Name) == string(e.Kind) })
		im.kinds = append(im.kinds, byte(kind))
		im.first = append(im.first, int32(len(im.rows)))
		for _, t := range e.Terms[:rowsOf(e)] {
			r := rowPlace{line: int32(t.Line)}
			if kindOf(t.File) == posts {
				r.at = int32(base + len(derived))
				line := rowOf(t)
				derived = append(derived, line.text()+"\n"...)
			} else {
				r.at = int32(texts[t.File].base + texts[t.File].lines[t.Line-1])
			}
			im.rows = append(im.rows, r)
		}
	}
	im.first = append(im.first, int32(len(im.rows)))
	return im, derived
}

// rowsOf is how many rows an entry has: a row a term, and one for a pattern.
func rowsOf(e *Entry) int {
	if e.Pattern != nil {
		return 1
	}
	return len(e.Terms)
}

// placedText is where a text begins among the others, and its lines in it.
type placedText struct {
	base  int
	lines []int
}

func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// Open is [Load] of files that [Compile] has written the image of. Where the
// image is another one's, or of another version, it loads the files.
func Open(files []File, data []byte) (*Glossary, error) {
	t := &transfer{reading: true}
	var ok bool
	if t.data, ok = bytes.CutPrefix(data, []byte(imageMark)); !ok || len(t.data) < 8 || binary.LittleEndian.Uint64(t.data) != sum(files) {
		return Load(files)
	}
	t.data = t.data[8:]
	im, ix := &image{}, &index{}
	var derived []byte
	text(t, &derived)
	im.transfer(t)
	if !ix.read(t) {
		return Load(files)
	}
	ix.prepare()
	im.texts = slices.Clone(files)
	for _, f := range files {
		if kindOf(f.Name) == posts {
			im.texts = append(im.texts, File{Name: f.Name, Text: string(derived)})
		}
	}
	im.ids = sync.OnceValue(im.readIDs)
	g := &Glossary{
		index: ix, image: im, loaded: make([]atomic.Pointer[Entry], len(im.kinds)), terms: im.terms(),
		contents: sync.OnceValue(im.readRest),
		people:   sync.OnceValue(func() people { return newPeople(im.read(holders).holders) }),
	}
	g.source = sync.OnceValue(g.readSource)
	return g, nil
}

// read reads the halves of an index; it is not ok if the data is not all of it
// and nothing else.
func (ix *index) read(t *transfer) (ok bool) {
	halves := ix.transfers()
	data := make([]transfer, len(halves))
	var readers sync.WaitGroup
	for i, half := range halves {
		data[i].reading = true
		text(t, &data[i].data)
		readers.Go(func() { half(&data[i]) })
	}
	readers.Wait()
	ok = !t.short && len(t.data) == 0
	for _, d := range data {
		ok = ok && !d.short && len(d.data) == 0
	}
	return ok
}

// row is the row at a place. It was read before, when the image was made.
func (im *image) row(p rowPlace) row {
	at := int(p.at)
	for _, f := range im.texts {
		if at < len(f.Text) {
			line, _, _ := strings.Cut(f.Text[at:], "\n")
			columns := TermColumns
			if kindOf(f.Name) == awkward {
				columns = PatternColumns
			}
			return row{f.Name, int(p.line), strings.Split(line, "\t"), columns}
		}
		at -= len(f.Text)
	}
	return row{}
}

// entry reads the entry of a number.
func (im *image) entry(number int) *Entry {
	e := &Entry{Kind: im.kind(number)}
	if e.Kind == Awkward {
		e, _ = im.row(im.rows[im.first[number]]).pattern(0) // valid, as below
		return e
	}
	for _, p := range im.rows[im.first[number]:im.first[number+1]] {
		r := im.row(p)
		t, err := r.term()
		if err != nil {
			continue // the row was valid when the image was made of the same files
		}
		e.ID, t.Entry = r.get("id"), e
		e.Terms = append(e.Terms, t)
	}
	return e
}

func (im *image) kind(number int) Kind { return Kind(kindOf(im.texts[im.kinds[number]].Name)) }

// terms is how many of the entries are terms, which stand before the patterns.
func (im *image) terms() int {
	n := len(im.kinds)
	for n > 0 && im.kind(n-1) == Awkward {
		n--
	}
	return n
}

func (im *image) readIDs() map[string]int {
	ids := make(map[string]int, len(im.kinds))
	for number := range im.terms() {
		ids[im.row(im.rows[im.first[number]]).get("id")] = number
	}
	return ids
}

// readRest reads what the files hold beside terms.
func (im *image) readRest() *contents { return im.read(sources, posts, holders, glosses, ordinary) }

// read reads the files of some kinds that hold no terms.
func (im *image) read(kinds ...string) *contents {
	c := newContents()
	for _, f := range im.texts[:len(im.texts)-1] {
		if slices.Contains(kinds, kindOf(f.Name)) {
			c.read(f)
		}
	}
	return c
}
