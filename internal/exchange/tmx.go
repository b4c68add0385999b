package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"rectify/internal/english"
	"rectify/internal/termbase"
)

// tmxLacks are the columns that a translation memory has no place for.
var tmxLacks = []string{"type", "scope", "since", "until", "certainty", "unless", "source"}

const tmxHead = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="rectify" creationtoolversion="1" segtype="phrase" o-tmf="rectify" adminlang="en" srclang="zh" datatype="plaintext"/>
<body>
`

// writeTMX writes a unit for each Chinese term of an entry with each right
// English one, the preferred first (TMX 1.4b). A memory offers what it holds:
// what is wrong must stay out of it, and so must a term with a slot.
func writeTMX(w io.Writer, t Table) ([]Loss, error) {
	out := bufio.NewWriter(w)
	out.WriteString(tmxHead)
	wrong, slots, alone := 0, 0, 0
	for _, rows := range byEntry(t.Rows) {
		var zh, en []termbase.Row
		for _, r := range rows {
			switch {
			case isWrong(r):
				wrong++
			case strings.ContainsRune(r.Term, '{'):
				slots++
			case r.Lang == "zh":
				zh = append(zh, r)
			default:
				en = append(en, r)
			}
		}
		if len(zh) == 0 || len(en) == 0 {
			alone++
			continue
		}
		for _, source := range preferredFirst(zh) {
			for _, target := range preferredFirst(en) {
				writeUnit(out, source, target)
			}
		}
	}
	out.WriteString("</body>\n</tmx>\n")
	var left []Loss
	if wrong > 0 {
		left = append(left, lossf("tmx holds no status: %s to flag %s left out", english.Count(wrong, "rendering"), are(wrong)))
	}
	if slots > 0 {
		left = append(left, lossf("tmx holds no slots: %s with {nth} or {place} %s left out", english.Count(slots, "term"), are(slots)))
	}
	if alone > 0 {
		left = append(left, lossf("tmx holds pairs: %s without Chinese or without English %s left out", english.Count(alone, "entry"), are(alone)))
	}
	if len(t.Sources) > 0 {
		left = append(left, lossf("tmx holds no citations: %s %s left out", english.Count(len(t.Sources), "source"), are(len(t.Sources))))
	}
	return left, out.Flush()
}

func preferredFirst(rows []termbase.Row) []termbase.Row {
	var first, rest []termbase.Row
	for _, r := range rows {
		if r.Status == termbase.Preferred.String() {
			first = append(first, r)
		} else {
			rest = append(rest, r)
		}
	}
	return append(first, rest...)
}

func writeUnit(out io.Writer, zh, en termbase.Row) {
	fmt.Fprint(out, "<tu>\n")
	if en.Note != "" {
		fmt.Fprintf(out, "<note>%s</note>\n", escaped(en.Note))
	}
	fmt.Fprintf(out, "<prop type=\"x-rectify-id\">%s</prop>\n", escaped(en.ID))
	if en.Kind != "" {
		fmt.Fprintf(out, "<prop type=\"x-rectify-kind\">%s</prop>\n", escaped(en.Kind))
	}
	for _, r := range []termbase.Row{zh, en} {
		fmt.Fprintf(out, "<tuv xml:lang=\"%s\"><seg>%s</seg></tuv>\n", r.Lang, escaped(termbase.Plain(r.Term)))
	}
	fmt.Fprint(out, "</tu>\n")
}

// tmxReader makes pairs of the units of a translation memory.
type tmxReader struct {
	name  string
	pairs []pair
	left  int
}

// native are the elements of a segment that hold codes of another format, not
// text.
var native = map[string]bool{"bpt": true, "ept": true, "ph": true, "it": true, "ut": true}

func (r *tmxReader) visit(unit *element) {
	p := pair{line: unit.line}
	for _, c := range unit.children {
		switch {
		case c.name == "note" && p.note == "":
			p.note = c.content()
		case c.name == "prop" && c.attributes["type"] == "x-rectify-id":
			p.id = c.content()
		case c.name == "prop" && c.attributes["type"] == "x-rectify-kind":
			p.kind = c.content()
		case c.name == "tuv":
			switch langOf(c.attributes["lang"]) {
			case "zh":
				p.zh = segment(c)
			case "en":
				p.en = segment(c)
			}
		}
	}
	if p.zh == "" || p.en == "" {
		r.left++
		return
	}
	r.pairs = append(r.pairs, p)
}

// segment is the text of a variant without the codes in it.
func segment(variant *element) string {
	for _, c := range variant.children {
		if c.name == "seg" {
			return withoutCodes(c).content()
		}
	}
	return ""
}

func withoutCodes(e *element) *element {
	out := &element{name: e.name, text: e.text}
	for _, c := range e.children {
		if !native[c.name] {
			out.children = append(out.children, withoutCodes(c))
		}
	}
	return out
}

func (r *tmxReader) table() Table {
	rows, left := entriesOf(grid{name: r.name}, r.pairs)
	if r.left > 0 {
		left = append(left, lossf("%s: %s without both Chinese and English %s left out", r.name, english.Count(r.left, "unit"), are(r.left)))
	}
	return Table{Rows: rows, Left: left}
}
