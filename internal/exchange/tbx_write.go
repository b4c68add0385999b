package exchange

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"

	"rectify/internal/termbase"
)

// tbxStyle is one way to write TBX: the names of its elements, and what stands
// before and after the entries.
type tbxStyle struct {
	head, tail                    string
	entry, lang, term, references string
	// fact writes a data category; meta is its kind of element in DCA style.
	fact func(meta, category string) (open, end string)
}

// byAttribute is the style with data categories as attributes.
func byAttribute(meta, category string) (open, end string) {
	return fmt.Sprintf("<%s type=%q>", meta, category), "</" + meta + ">"
}

// byTag is the style with data categories as tags of the modules that TBX-Basic
// is made of.
func byTag(_, category string) (open, end string) {
	module := "basic:"
	switch category {
	case statusCategory, kindCategory, scopeCategory:
		module = "min:"
	}
	return "<" + module + category + ">", "</" + module + category + ">"
}

const tbxTitle = "Glossary of official terms and titles, exported by rectify"

func tbxHead(style, namespaces string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="` + style + `" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"` + namespaces + `>
<tbxHeader>
<fileDesc>
<titleStmt><title>` + tbxTitle + `</title></titleStmt>
<sourceDesc><p>Each entry names its sources.</p></sourceDesc>
</fileDesc>
</tbxHeader>
<text>
<body>
`
}

// The styles of TBX that are written. Version 3: ISO 30042:2019; version 2: ISO
// 30042:2008, with the document type that tools of its time look for.
var (
	dca = tbxStyle{
		head: tbxHead("dca", ""), tail: "</text>\n</tbx>\n", entry: "conceptEntry", lang: "langSec", term: "termSec",
		references: "refObjectSec", fact: byAttribute,
	}
	dct = tbxStyle{
		head: tbxHead("dct", ` xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"`),
		tail: "</text>\n</tbx>\n", entry: "conceptEntry", lang: "langSec", term: "termSec", references: "refObjectSec", fact: byTag,
	}
	martif = tbxStyle{
		head: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en">
<martifHeader>
<fileDesc>
<titleStmt><title>` + tbxTitle + `</title></titleStmt>
<sourceDesc><p>Each entry names its sources.</p></sourceDesc>
</fileDesc>
<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
</martifHeader>
<text>
<body>
`,
		tail: "</text>\n</martif>\n", entry: "termEntry", lang: "langSet", term: "tig", references: "refObjectList", fact: byAttribute,
	}
)

// tbxWriter writes entries in one style.
type tbxWriter struct {
	tbxStyle
	out     *bufio.Writer
	ids     names
	sources map[string]termbase.Source
}

// write writes the table as TBX. Every cell has its place in it.
func (s tbxStyle) write(w io.Writer, t Table) ([]Loss, error) {
	x := tbxWriter{s, bufio.NewWriter(w), names{}, map[string]termbase.Source{}}
	for _, source := range t.Sources {
		x.sources[source.ID] = source
	}
	x.out.WriteString(s.head)
	for _, rows := range byEntry(t.Rows) {
		x.writeEntry(rows)
	}
	x.out.WriteString("</body>\n")
	x.writeSources(t.Sources)
	x.out.WriteString(s.tail)
	return nil, x.out.Flush()
}

// byEntry gathers the rows of each entry, in the order of their first rows.
func byEntry(rows []termbase.Row) [][]termbase.Row {
	at := map[string]int{}
	var out [][]termbase.Row
	for _, r := range rows {
		i, known := at[r.ID]
		if !known {
			i = len(out)
			at[r.ID] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], r)
	}
	return out
}

func (x *tbxWriter) writeEntry(rows []termbase.Row) {
	fmt.Fprintf(x.out, "<%s id=\"%s\">\n", x.entry, x.ids.unique(xmlName(rows[0].ID)))
	if kind := rows[0].Kind; kind != "" {
		x.writeFact("descrip", kindCategory, kind)
	}
	x.writeNote(markedNote("id", rows[0].ID))
	var langs []string
	byLang := map[string][]termbase.Row{}
	for _, r := range rows {
		if byLang[r.Lang] == nil {
			langs = append(langs, r.Lang)
		}
		byLang[r.Lang] = append(byLang[r.Lang], r)
	}
	for _, lang := range langs {
		fmt.Fprintf(x.out, "<%s xml:lang=\"%s\">\n", x.lang, lang)
		for _, r := range byLang[lang] {
			x.writeTerm(r)
		}
		fmt.Fprintf(x.out, "</%s>\n", x.lang)
	}
	fmt.Fprintf(x.out, "</%s>\n", x.entry)
}

// writeTerm writes one rendering. A person who opens the file elsewhere reads
// the term without our marks, which a note keeps.
func (x *tbxWriter) writeTerm(r termbase.Row) {
	fmt.Fprintf(x.out, "<%s>\n", x.term)
	fmt.Fprintf(x.out, "<term>%s</term>\n", escaped(termbase.Plain(r.Term)))
	if status, ok := statusOf(r.Status); ok {
		x.writeFact("termNote", statusCategory, statuses[status][0])
	}
	if values := termTypes[termbase.TermType(r.Type)]; r.Type != "" && values != nil {
		x.writeFact("termNote", typeCategory, values[0])
	}
	if r.Scope != "" {
		x.writeFact("admin", scopeCategory, r.Scope)
	}
	for key := range strings.FieldsSeq(r.Source) {
		if cited := x.sources[key].String(); cited != "" {
			key += ": " + cited
		}
		x.writeFact("admin", sourceCategory, key)
	}
	for _, column := range marked {
		cell := *r.Cell(column)
		switch {
		case cell == "" || column == "term" && cell == termbase.Plain(cell):
		case column == "note" && !strings.HasPrefix(cell, ownMark):
			x.writeNote(cell)
		default:
			x.writeNote(markedNote(column, cell))
		}
	}
	fmt.Fprintf(x.out, "</%s>\n", x.term)
}

// writeSources writes the sources as the bibliography at the end of the file.
func (x *tbxWriter) writeSources(sources []termbase.Source) {
	if len(sources) == 0 {
		return
	}
	fmt.Fprintf(x.out, "<back>\n<%s type=\"bibl\">\n", x.references)
	for _, s := range sources {
		x.out.WriteString("<refObject>\n")
		for i, cell := range sourceCells(&s) {
			if *cell != "" {
				fmt.Fprintf(x.out, "<item type=\"%s\">%s</item>\n", termbase.SourceColumns[i], escaped(*cell))
			}
		}
		x.out.WriteString("</refObject>\n")
	}
	fmt.Fprintf(x.out, "</%s>\n</back>\n", x.references)
}

func (x *tbxWriter) writeFact(meta, category, value string) {
	open, end := x.fact(meta, category)
	x.out.WriteString(open + escaped(value) + end + "\n")
}

func (x *tbxWriter) writeNote(text string) {
	x.out.WriteString("<note>" + escaped(text) + "</note>\n")
}

// escaped is a text between tags of XML; what XML can't hold becomes U+FFFD.
func escaped(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a strings.Builder takes everything
	return out.String()
}

var noName = regexp.MustCompile(`[^A-Za-z0-9_.-]`)

// xmlName is an id as XML has them: it begins with a letter, and holds letters
// and digits.
func xmlName(id string) string {
	id = noName.ReplaceAllString(id, "_")
	if id == "" || !strings.ContainsAny(id[:1], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return "c-" + id
	}
	return id
}
