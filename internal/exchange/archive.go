package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// The limits of a workbook: a glossary of a hundred thousand rows takes a
// twentieth of them.
const (
	mostParts       = 2000
	mostUnpacked    = 256 << 20
	mostElements    = 10 << 20
	deepestWorkbook = 128
)

// checkArchive makes sure that a workbook can be read within limits: that it
// has no more parts than a workbook has, unpacks to no more than it should, and
// that its parts are well-formed XML without document types. The directory of
// an archive may lie about sizes, so everything is unpacked
// once; how much it was is returned.
func checkArchive(name string, data []byte) (unpacked int, err error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return 0, fmt.Errorf("%s: the workbook is cut short or broken (%w): save it again", name, err)
	}
	if len(archive.File) > mostParts {
		return 0, fmt.Errorf("%s: an archive of %d parts is no workbook with a glossary: at most %d are read", name, len(archive.File), mostParts)
	}
	left, elements := int64(mostUnpacked), mostElements
	for _, part := range archive.File {
		if left, err = checkPart(part, left, &elements); err != nil {
			return 0, fmt.Errorf("%s: %s: %w", name, part.Name, err)
		}
	}
	return int(mostUnpacked - left), nil
}

// checkPart checks one part and returns how many bytes the others may have; it
// takes its elements off those that they may have.
func checkPart(part *zip.File, left int64, elements *int) (int64, error) {
	r, err := part.Open()
	if err != nil {
		return 0, fmt.Errorf("the workbook is broken (%w): save it again", err)
	}
	defer r.Close() // nothing is written through it
	counted := &io.LimitedReader{R: r, N: left + 1}
	switch path.Ext(strings.ToLower(part.Name)) {
	case ".xml", ".rels":
		err = checkXML(counted, elements)
	default:
		_, err = io.Copy(io.Discard, counted)
	}
	if counted.N <= 0 {
		return 0, fmt.Errorf("the workbook unpacks to more than %d MB: part it", mostUnpacked>>20)
	}
	if over, ok := errors.AsType[overLimit](err); ok {
		return 0, over
	}
	if err != nil {
		return 0, fmt.Errorf("the workbook is broken (%w): save it again", err)
	}
	return counted.N - 1, nil
}

// overLimit is the error of a part that is sound, but too much.
type overLimit string

func (o overLimit) Error() string { return string(o) }

// checkXML reads XML to its end.
func checkXML(from io.Reader, elements *int) error {
	d := xml.NewDecoder(from)
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	depth := 0
	for {
		token, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && depth > 0:
			return io.ErrUnexpectedEOF
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch token.(type) {
		case xml.Directive:
			return overLimit("a document type has no place in a workbook")
		case xml.StartElement:
			depth++
			if *elements--; *elements < 0 {
				return overLimit(fmt.Sprintf("more than %d cells and other elements: part the workbook", mostElements))
			}
		case xml.EndElement:
			depth--
		}
		if depth > deepestWorkbook {
			return overLimit(fmt.Sprintf("elements are nested more than %d deep: no spreadsheet program writes that", deepestWorkbook))
		}
	}
}
