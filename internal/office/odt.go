package office

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// Namespaces of OpenDocument.
const (
	odfText  = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
	odfTable = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
	odfStyle = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
	odfDraw  = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
)

// readODT reads the body of an OpenDocument text, then the headers and footers of
// its page styles.
func readODT(r *reader) error {
	if err := r.unencrypted(); err != nil {
		return err
	}
	if err := r.odtMember("content.xml", "body"); err != nil {
		return err
	}
	if r.member("styles.xml") == nil {
		return nil
	}
	return r.odtMember("styles.xml", "master-styles")
}

// unencrypted fails if the members of the document are encrypted: the archive
// itself doesn't say so.
func (r *reader) unencrypted() error {
	f := r.member("META-INF/manifest.xml")
	if f == nil {
		return nil
	}
	manifest, err := r.archive.read(f)
	if err == nil && strings.Contains(manifest, ":encryption-data") {
		err = errors.New("it is encrypted: take its password off")
	}
	return err
}

// odtReader is the state of reading one member of an OpenDocument text.
type odtReader struct {
	*part
	body *scope
	// titles are the styles of titles, beside the headings proper.
	titles map[string]bool
	// notes, boxes, headers and footers count what is named by its number.
	notes   map[string]int
	boxes   int
	headers map[string]int
}

// odtMember reads the text in an element of a member.
func (r *reader) odtMember(name, element string) error {
	p, err := r.open(name)
	if err != nil {
		return err
	}
	o := odtReader{
		part: p, body: &scope{emit: r.extraction.Append, paragraph: "paragraph"},
		titles: map[string]bool{"Title": true, "Subtitle": true}, notes: map[string]int{}, headers: map[string]int{},
	}
	return p.each(func(t markup.Token) error {
		switch {
		case t.Name == "automatic-styles":
			return o.styles()
		case t.Name != element:
			return nil
		case element == "body":
			return o.elements(func(markup.Token) error { return o.blocks(o.body) })
		}
		return o.elements(o.pageStyle)
	})
}

// styles learns which styles of the document's own are based on a title's.
func (o *odtReader) styles() error {
	return o.elements(func(t markup.Token) error {
		if t.Name == "style" && o.titles[t.In(odfStyle, "parent-style-name")] {
			o.titles[t.In(odfStyle, "name")] = true
		}
		return nil
	})
}

// pageStyle reads the headers and footers of a page style.
func (o *odtReader) pageStyle(t markup.Token) error {
	return o.elements(func(t markup.Token) error {
		kind, _, _ := strings.Cut(t.Name, "-") // header-left, footer-first
		if t.Space != odfStyle || kind != "header" && kind != "footer" {
			return nil
		}
		o.headers[kind]++
		return o.blocks(&scope{emit: o.body.emit, place: fmt.Sprintf("%s %d", kind, o.headers[kind]), aside: true})
	})
}

// blocks reads the paragraphs, lists and tables inside the element whose start
// tag was read last.
func (o *odtReader) blocks(s *scope) error {
	return o.elements(func(t markup.Token) error {
		switch {
		case t.Space == odfText && (t.Name == "p" || t.Name == "h"):
			d := &document.Draft{}
			if t.Name == "h" || o.titles[t.In(odfText, "style-name")] {
				d.Kind = document.Heading
			}
			err := o.inline(d)
			if err == nil {
				s.add(d)
			}
			return err
		case t.Space == odfTable && t.Name == "table":
			return o.table(s, s.table())
		case t.Space == odfDraw:
			return o.drawing(s.emit)
		case t.Space == odfText && !slices.Contains(odtUnread, t.Name):
			return o.blocks(s) // a list, a section, an index
		}
		return nil
	})
}

// odtUnread are the elements of a text that hold none of it: what revisions have
// deleted, declarations, and how an index is made.
var odtUnread = strings.Fields(`tracked-changes sequence-decls variable-decls user-field-decls dde-connection-decls
	alphabetical-index-auto-mark-file table-of-content-source illustration-index-source table-index-source
	object-index-source user-index-source alphabetical-index-source bibliography-source`)

// table reads the cells of a table.
func (o *odtReader) table(s *scope, name string) error {
	row := 0
	var rows func(t markup.Token) error
	rows = func(t markup.Token) error {
		switch t.Name {
		case "table-row":
			row++
			rows := repeated(t, "number-rows-repeated")
			column := 1
			err := o.elements(func(t markup.Token) error {
				here := column
				column += repeated(t, "number-columns-repeated")
				if t.Name != "table-cell" {
					return nil
				}
				return o.blocks(s.cell(name, row, here))
			})
			row += rows - 1
			return err
		case "table-header-rows", "table-rows", "table-row-group":
			return o.elements(rows)
		}
		return nil
	}
	return o.elements(rows)
}

// mostRows is how many rows a sheet has at most.
const mostRows = 1 << 20

// repeated is how many rows or columns an element stands for.
func repeated(t markup.Token, attribute string) int {
	n := 1
	if _, err := fmt.Sscan(t.In(odfTable, attribute), &n); err != nil || n < 1 {
		return 1
	}
	return min(n, mostRows)
}

// drawing reads the text of a shape, or of the frame of a text box.
func (o *odtReader) drawing(emit func(*document.Draft)) error {
	var s *scope
	var visit func(t markup.Token) error
	visit = func(t markup.Token) error {
		switch {
		case t.Space == odfText && t.Name == "p":
			if s == nil {
				o.boxes++
				s = &scope{emit: emit, place: fmt.Sprintf("text box %d", o.boxes), aside: true}
			}
			d := &document.Draft{}
			err := o.inline(d)
			if err == nil {
				s.add(d)
			}
			return err
		case t.Space == odfDraw && t.Name == "text-box":
			o.boxes++
			return o.blocks(&scope{emit: emit, place: fmt.Sprintf("text box %d", o.boxes), aside: true})
		case t.Space == odfDraw && t.Name == "object":
			return nil
		}
		return o.elements(visit)
	}
	return o.elements(visit)
}
