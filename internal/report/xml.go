package report

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"

	"rectify/internal/review"
)

// xmlDocument is a document of XML with an element for each file, written as
// they come.
type xmlDocument struct {
	*bufio.Writer
	// head opens the document's element, tail closes it; of makes the element of
	// a file. Its text is visible: XML has no place for control characters.
	head, tail string
	of         func(review.File) any
	begun      bool
}

func newXML(w io.Writer, head, tail string, of func(review.File) any) Writer {
	return &xmlDocument{Writer: bufio.NewWriter(w), head: head, tail: tail, of: of}
}

func (x *xmlDocument) begin() {
	if !x.begun {
		x.WriteString(xml.Header + x.head + "\n")
		x.begun = true
	}
}

func (x *xmlDocument) File(f review.File) error {
	x.begin()
	e := xml.NewEncoder(x)
	e.Indent("  ", "  ")
	if err := e.Encode(x.of(f)); err != nil {
		return fmt.Errorf("report as XML: %w", err)
	}
	return x.WriteByte('\n')
}

func (x *xmlDocument) Close() error {
	x.begin()
	x.WriteString(x.tail + "\n")
	return x.Flush()
}
