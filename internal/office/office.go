// Package office reads the documents of office programs, which are archives of
// XML: where every stretch of their text stands, so that a change is spliced into
// its part and all else of the archive stays as it is. The formats are those of
// ECMA-376 (Office Open XML, transitional and strict) and of ISO/IEC 26300
// (OpenDocument).
package office

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rectify/internal/document"
)

// Kind is a kind of document.
type Kind struct {
	// Name is what people call it, with an article: "a Word document".
	Name string
	// Extensions are those of its files, each with its dot, the usual one first.
	Extensions []string
	// marks are what the media type of its main part holds one of.
	marks []string
	read  func(*reader) error
	// mend puts a changed part right where the change alone would leave it
	// wrong; nil for nothing to do.
	mend func(old, new string) (string, error)
	// Data says that most files of the kind hold data rather than texts.
	Data bool
	// tracks says that a document can hold proposed changes.
	tracks bool
}

// Kinds lists every kind that is read.
var Kinds = []*Kind{
	{
		Name: "a Word document", Extensions: []string{".docx", ".docm", ".dotx", ".dotm"},
		marks: []string{"wordprocessingml", "ms-word."}, read: readWord, mend: keepSpaces, tracks: true,
	},
	{
		Name: "a presentation", Extensions: []string{".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"},
		marks: []string{"presentationml", "ms-powerpoint."}, read: readSlides,
	},
	{
		Name: "a workbook", Extensions: []string{".xlsx", ".xlsm", ".xltx", ".xltm"},
		marks: []string{"spreadsheetml", "ms-excel.sheet.macro", "ms-excel.template.macro"}, read: readSheets, mend: keepSpaces, Data: true,
	},
	{
		Name: "an OpenDocument text", Extensions: []string{".odt", ".ott"},
		marks: []string{"opendocument.text"}, read: readODT,
	},
}

// File is a document as it was read.
type File struct {
	Document *document.Document
	kind     *Kind
	archive  *archive
	// parts are the members that hold the parts of the document's origin.
	parts []string
	// drawings are members that change with parts, by the names of those.
	drawings map[string]string
}

// Read reads a document of the kind. It fails, naming the member and the line in
// it, on an archive that is broken, encrypted or larger than any document is, and
// on a file of another kind, saying which.
func (k *Kind) Read(path string, data []byte) (*File, error) {
	what := Tell(data)
	switch {
	case what.kind == k:
	case what.Name != "":
		return nil, fmt.Errorf("it is %s, not %s: %s", what.Name, k.Name, what.Advice)
	default:
		return nil, fmt.Errorf("it is not %s, whatever its name says: such a file is a zip archive, and its bytes are none", k.Name)
	}
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	r := &reader{archive: a}
	if err := k.read(r); err != nil {
		return nil, err
	}
	d := r.extraction.Document(path, r.parts, true)
	f := &File{Document: d, kind: k, archive: a, drawings: r.drawings}
	for _, p := range r.parts {
		f.parts = append(f.parts, p.Name)
	}
	return f, nil
}

// Pack gives the bytes of the document with the texts of some parts changed, by
// their index in its origin. All other members of the archive are copied as they
// are, compressed.
func (f *File) Pack(changed map[int]string) ([]byte, error) {
	members := map[string]string{}
	for part, text := range changed {
		old := f.Document.Origin.Parts[part].Text
		if f.kind.mend != nil {
			var err error
			if text, err = f.kind.mend(old, text); err != nil {
				return nil, err
			}
		}
		members[f.parts[part]] = text
		if drawing := f.drawings[f.parts[part]]; drawing != "" {
			shown, err := f.archive.read(f.archive.member(drawing))
			if err != nil {
				return nil, err
			}
			if members[drawing], err = redrawn(shown, old, text); err != nil {
				return nil, fmt.Errorf("%s: %w", drawing, err)
			}
		}
	}
	return f.archive.pack(members)
}

// What is a file whose bytes tell what it is.
type What struct {
	// Name says what it is, "" for nothing that is known; Advice what to do to
	// have it reviewed.
	Name, Advice string
	kind         *Kind
}

// compound is how the files of Microsoft's compound format begin: documents of
// Office before 2007, and encrypted ones since.
const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// encryptedPackage is the name of what an encrypted one holds, in UTF-16.
const encryptedPackage = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e"

// Tell looks at the bytes of a file for a kind of document that is no text.
func Tell(data []byte) What {
	begins := func(mark string) bool { return bytes.HasPrefix(data, []byte(mark)) }
	switch {
	case begins(compound) && bytes.Contains(data, []byte(encryptedPackage)):
		return What{Name: "an encrypted document", Advice: "take its password off"}
	case begins(compound):
		return What{Name: "a document of Office before 2007", Advice: "save it as .docx, .pptx or .xlsx"}
	case begins("%PDF-"):
		return What{Name: "a PDF", Advice: "review the document that it was made from"}
	case begins(`{\rtf`):
		return What{Name: "an RTF document", Advice: "save it as .docx"}
	case begins("PK\x03\x04"), begins("PK\x05\x06"):
		return tellArchive(data)
	}
	return What{}
}

func tellArchive(data []byte) What {
	a, err := openArchive(data)
	if err != nil {
		if encrypted := (encryptedError{}); errors.As(err, &encrypted) {
			return What{Name: "an encrypted archive", Advice: "take its password off"}
		}
		return What{Name: "a zip archive that can't be read", Advice: err.Error()}
	}
	media := a.mediaType()
	for _, k := range Kinds {
		if slices.ContainsFunc(k.marks, func(mark string) bool { return strings.Contains(media, mark) }) {
			return What{Name: k.Name, Advice: "give its name the extension " + k.Extensions[0], kind: k}
		}
	}
	if media != "" {
		return What{Name: fmt.Sprintf("a document of the type %q", media), Advice: "save it in a format that is read"}
	}
	return What{Name: "a zip archive", Advice: "unpack it, and review what is in it"}
}
