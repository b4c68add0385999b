// Package exchange reads glossaries in the formats of other tools and writes
// them: spreadsheets (CSV, TSV, XLSX), termbases (TBX), translation memories
// (TMX) and a style for Vale. A format is a file here and a line in the list.
//
// What a file holds that a glossary can't, and the other way round, is said in
// words and never dropped in silence. Files come from strangers: whatever is
// read is bounded in size and depth, and what is written runs in no
// spreadsheet.
package exchange

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"rectify/internal/format"
	"rectify/internal/termbase"
)

// MaxSize is the most bytes that a file to read may have: a hundred times
// the largest glossary of terms that is known, and little enough to hold.
const MaxSize = 128 << 20

// mostRows is how many rows a file may have, those of a sheet of Excel: a row
// takes more room than the bytes that it is read from.
const mostRows = 1 << 20

// Table is a glossary as rows, with the sources that they cite.
type Table struct {
	Rows    []termbase.Row
	Sources []termbase.Source
	// Left says what the file that was read held beside them, and what was
	// guessed of it.
	Left []Loss
}

// Loss says to a person what a glossary or a format couldn't take.
type Loss string

// File is one file of a format that is a folder; its name has slashes.
type File struct {
	Name string
	Data []byte
}

// Format is one way to write a glossary.
type Format struct {
	// Name is what the user asks for; Title says in a few words what it is.
	Name, Title string
	// Extensions are those of its files, the usual one first; a folder has none.
	Extensions []string
	// lacks are the columns of a row that it can't hold.
	lacks []string
	// Either write or folder makes it. They say what else they left out.
	write  func(io.Writer, Table) ([]Loss, error)
	folder func(Table) ([]File, []Loss, error)
}

// Formats lists every format, sorted by name. Of those with the same extension
// the first is the one that the extension stands for.
var Formats = []Format{
	{Name: "csv", Title: "a table with commas", Extensions: []string{".csv"}, write: writeCSV},
	{Name: "tbx", Title: "TBX version 3 (ISO 30042:2019), dialect TBX-Basic, style DCA", Extensions: []string{".tbx"}, write: dca.write},
	{Name: "tbx-dct", Title: "the same in style DCT", Extensions: []string{".tbx"}, write: dct.write},
	{Name: "tbx-v2", Title: "TBX version 2 (ISO 30042:2008), TBX-Basic", Extensions: []string{".tbx"}, write: martif.write},
	{Name: "tmx", Title: "a translation memory (TMX 1.4b)", Extensions: []string{".tmx"}, lacks: tmxLacks, write: writeTMX},
	{Name: "tsv", Title: "a table with tabs, rectify's own format", Extensions: []string{".tsv"}, write: writeTSV},
	{Name: "vale", Title: "a folder of rules for Vale", lacks: valeLacks, folder: valeStyle},
	{Name: "xlsx", Title: "a workbook of Excel", Extensions: []string{".xlsx"}, write: writeXLSX},
}

// IsFolder reports whether the format is a folder of files.
func (f Format) IsFolder() bool { return f.folder != nil }

// Names are the names of the formats.
func Names() []string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return names
}

// Readable are the extensions of the files that [Read] takes.
var Readable = []string{".tsv", ".csv", ".xlsx", ".tbx", ".tmx"}

// Lookup is the format of that name, if there is one.
func Lookup(name string) (f Format, ok bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return f, false
	}
	return Formats[i], true
}

// ByExtension is the format that the extension of a path stands for.
func ByExtension(name string) (Format, bool) {
	extension := extensionOf(name)
	for _, f := range Formats {
		if slices.Contains(f.Extensions, extension) {
			return f, true
		}
	}
	return Format{}, false
}

func extensionOf(name string) string {
	return strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
}

// The first bytes of a zip archive, as an .xlsx file is one, and of the
// compound files that .xls and encrypted workbooks are.
const (
	zipMagic = "PK\x03\x04"
	oleMagic = "\xd0\xcf\x11\xe0"
)

// Read reads a glossary of any format; the content tells which, and the
// extension of the name what parts the cells of a table. The error names the
// file and the line or cell at fault.
func Read(name string, from io.Reader) (Table, error) {
	data, err := io.ReadAll(io.LimitReader(from, MaxSize+1))
	switch {
	case err != nil:
		return Table{}, fmt.Errorf("can't read the glossary: %w", err)
	case len(data) > MaxSize:
		return Table{}, fmt.Errorf("%s: a glossary of more than %d MB: part it", name, MaxSize>>20)
	case bytes.HasPrefix(data, []byte(zipMagic)):
		return readXLSX(name, data)
	case bytes.HasPrefix(data, []byte(oleMagic)):
		return Table{}, fmt.Errorf("%s: a workbook of the old kind or with a password: save it as .xlsx without one", name)
	}
	text, _, err := format.Decode(data)
	if err != nil {
		return Table{}, fmt.Errorf("%s: %w", name, err)
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.HasPrefix(strings.TrimSpace(text), "<") {
		return readXML(name, text)
	}
	return readText(name, text)
}

// Write writes a glossary in a format that is one file. It returns what the
// format can't hold.
func (f Format) Write(w io.Writer, t Table) ([]Loss, error) {
	t, err := cleaned(t)
	if err != nil {
		return nil, err
	}
	left, err := f.write(w, t)
	return append(f.lost(t), left...), err
}

// Folder makes the files of a format that is a folder, sorted by name, and
// returns what the format can't hold.
func (f Format) Folder(t Table) ([]File, []Loss, error) {
	t, err := cleaned(t)
	if err != nil {
		return nil, nil, err
	}
	files, left, err := f.folder(t)
	return files, append(f.lost(t), left...), err
}
