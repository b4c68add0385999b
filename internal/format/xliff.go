package format

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// xliffExtensions are those of XLIFF and of the dialects that tools write.
var xliffExtensions = []string{".xlf", ".xliff", ".sdlxliff", ".mqxliff"}

// readXLIFF reads a file of the XML Localisation Interchange File Format, 1.0 to 1.2
// or 2.0 to 2.2, with the additions that SDL and memoQ make to 1.2.
func readXLIFF(path, text string, escape func(string) string) (*document.Document, error) {
	x := &xliffReader{flowReader: flowReader{codes: codes1}, page: newPage(text, escape)}
	x.unit.locked, x.unit.sources = map[string]bool{}, map[string][2]int{}
	x.b.Expect(len(text), len(text)/translatedShare)
	var err error
	if x.Reader, err = markup.NewReader(text); err != nil {
		return nil, err
	}
	root, err := x.root()
	if err != nil {
		return nil, err
	}
	version := root.Get("version")
	switch {
	case root.Name != "xliff":
		return nil, x.Errorf(root.Start, "<%s> is no XLIFF: its outermost element is <xliff>", root.Name)
	case version == "1.2" || version == "1.1" || version == "1.0":
		err = x.read1()
	case spaces2[version] != "":
		err = x.read2(root)
	case version == "":
		err = x.Errorf(root.Start, "<xliff> lacks its version")
	default:
		err = x.Errorf(root.Start, "XLIFF %s is unknown: versions 1.0 to 1.2 and 2.0 to 2.2 are read", version)
	}
	if err != nil {
		return nil, err
	}
	d := x.b.document(path, text)
	if x.b.Empty() && len(x.others) > 0 {
		d.Note = notEnglish(x.others)
	}
	return d, nil
}

// notEnglish says that a bilingual file has no English to review.
func notEnglish(languages []string) string {
	return fmt.Sprintf("nothing to review: it translates into %s, not into English", strings.Join(languages, ", "))
}

// xliffReader reads XLIFF of any version.
type xliffReader struct {
	flowReader
	page *page
	b    builder
	// others are the target languages that aren't reviewed.
	others []string
	unit   xliffUnit
	// translating follows the sources and the targets of a unit.
	translating [2]translating
	// parts are those of a unit of XLIFF 2; their lists are used again for the next.
	parts []part2
}

// other notes a target language that isn't reviewed.
func (x *xliffReader) other(tag string) {
	if !slices.Contains(x.others, tag) {
		x.others = append(x.others, tag)
	}
}
