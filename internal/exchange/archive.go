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

// limits bound an archive: its parts, the bytes that it unpacks to, and the
// elements of its XML, all parts together.
type limits struct {
	parts, bytes, elements int
}

// workbookLimits let pass a glossary of three hundred thousand rows.
var workbookLimits = limits{parts: 2000, bytes: mostUnpacked, elements: 10 << 20}

const (
	mostUnpacked    = 256 << 20
	deepestWorkbook = 128
)

// checkArchive makes sure that a workbook can be read within limits: that it
// has no more parts than a workbook has, unpacks to no more than it should, and
// that its parts are well-formed XML without document types. The directory of
// an archive may lie about sizes, so everything is unpacked once; how much it
// was is returned.
func checkArchive(name string, data []byte, most limits) (unpacked int, err error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return 0, fmt.Errorf("%s: the workbook is cut short or broken (%w): save it again", name, err)
	}
	if len(archive.File) > most.parts {
		return 0, fmt.Errorf("%s: an archive of %d parts is no workbook with a glossary: at most %d are read", name, len(archive.File), most.parts)
	}
	left := most
	for _, part := range archive.File {
		if err := left.take(part, most); err != nil {
			return 0, fmt.Errorf("%s: %s: %w", name, part.Name, err)
		}
	}
	return most.bytes - left.bytes, nil
}

// take unpacks a part, and takes what it holds off what is left of the limits.
func (left *limits) take(part *zip.File, most limits) error {
	r, err := part.Open()
	if err != nil {
		return fmt.Errorf("the workbook is broken (%w): save it again", err)
	}
	defer r.Close() // nothing is written through it
	counted := &io.LimitedReader{R: r, N: int64(left.bytes) + 1}
	switch path.Ext(strings.ToLower(part.Name)) {
	case ".xml", ".rels":
		var n int
		n, err = checkXML(counted, left.elements)
		left.elements -= n
	default:
		_, err = io.Copy(io.Discard, counted)
	}
	left.bytes = int(counted.N) - 1
	over, tooMuch := errors.AsType[overLimit](err)
	switch {
	case left.bytes < 0:
		return fmt.Errorf("the workbook unpacks to more than %d MB: part it", most.bytes>>20)
	case left.elements < 0:
		return fmt.Errorf("more than %d cells and other elements: part the workbook", most.elements)
	case tooMuch:
		return over
	case err != nil:
		return fmt.Errorf("the workbook is broken (%w): save it again", err)
	}
	return nil
}

// overLimit is the error of a part that is sound, but too much.
type overLimit string

func (o overLimit) Error() string { return string(o) }

// checkXML reads XML to its end, or to one element more than there may be, and
// counts its elements.
func checkXML(from io.Reader, most int) (elements int, err error) {
	d := xml.NewDecoder(from)
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	depth := 0
	for depth <= deepestWorkbook && elements <= most {
		token, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && depth > 0:
			return elements, io.ErrUnexpectedEOF
		case errors.Is(err, io.EOF):
			return elements, nil
		case err != nil:
			return elements, err
		}
		switch token.(type) {
		case xml.Directive:
			return elements, overLimit("a document type has no place in a workbook")
		case xml.StartElement:
			depth++
			elements++
		case xml.EndElement:
			depth--
		}
	}
	return elements, overLimit(fmt.Sprintf("elements are nested more than %d deep: no spreadsheet program writes that", deepestWorkbook))
}
