package office

import (
	"strings"
	"testing"
)

const slideSpace = ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

const slideType = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

// slideFile is a presentation of slides, the last one with notes.
func slideFile(t testing.TB, notes string, slides ...string) []byte {
	t.Helper()
	all := typed(slideType, "ppt/presentation.xml")
	list, relations := "", []string{}
	for i, slide := range slides {
		// The order of the list counts, not that of the names.
		name := string(rune('z'-i)) + ".xml"
		all = append(all, "ppt/slides/"+name, "<p:sld"+slideSpace+"><p:cSld><p:spTree>"+slide+"</p:spTree></p:cSld></p:sld>")
		relations = append(relations, "slide", "slides/"+name)
		list += `<p:sldId id="256" r:id="rId` + string(rune('1'+i)) + `"/>`
		if i == len(slides)-1 {
			all = append(all, "ppt/slides/_rels/"+name+".rels", relationships("slideLayout", "../slideLayouts/l.xml", "notesSlide", "../notes/n.xml"))
		}
	}
	return zipped(t, append(all, "ppt/presentation.xml", "<p:presentation"+slideSpace+"><p:sldIdLst>"+list+"</p:sldIdLst></p:presentation>",
		"ppt/_rels/presentation.xml.rels", relationships(relations...),
		"ppt/notes/n.xml", "<p:notes"+slideSpace+"><p:cSld><p:spTree>"+notes+"</p:spTree></p:cSld></p:notes>")...)
}

// shape is one that holds a place and paragraphs of runs.
func shape(holder string, paragraphs ...string) string {
	return `<p:sp><p:nvSpPr><p:nvPr><p:ph type="` + holder + `"/></p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>` + strings.Join(paragraphs, "") + `</p:txBody></p:sp>`
}

func line(runs ...string) string {
	return "<a:p><a:r><a:rPr/><a:t>" + strings.Join(runs, "</a:t></a:r><a:r><a:t>") + "</a:t></a:r></a:p>"
}

func TestSlides(t *testing.T) {
	table := "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody>" + line("a") + "</a:txBody></a:tc><a:tc><a:txBody>" + line("b") + line("c") + "</a:txBody></a:tc></a:tr><a:tr><a:tc><a:txBody>" + line("d") + "</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
	data := slideFile(
		t, shape("sldImg", line("no"))+shape("body", line("Say it.")),
		shape("title", line("The St", "ate &amp; Council"))+table,
		"<p:grpSp><p:grpSp>"+shape("body", line("one"), "<a:p><a:r><a:t>two</a:t></a:r><a:br/><a:r><a:t>three </a:t></a:r><a:fld type='slidenum'><a:t>7</a:t></a:fld><a:r><a:t> four</a:t></a:r></a:p>")+"</p:grpSp></p:grpSp>"+
			shape("sldNum", line("2"))+"<mc:AlternateContent><mc:Choice>"+shape("body", line("new"))+"</mc:Choice><mc:Fallback>"+shape("body", line("old"))+"</mc:Fallback></mc:AlternateContent>",
	)
	f := read(t, ".pptx", data)
	want := `slide 1: # The State & Council
slide 1, table 1, row 1, column 1: a
slide 1, table 1, row 1, column 2: b
slide 1, table 1, row 1, column 2, paragraph 2: c
slide 1, table 1, row 2, column 1: d
slide 2: one
slide 2, paragraph 2: two/three|four
slide 2, paragraph 3: new
slide 2, notes: Say it.
`
	if got := listed(f.Document); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	got := changed(t, f, "State", "R&D")
	if slide := unzipped(t, got, "ppt/slides/z.xml"); !strings.Contains(slide, line("The R&amp;D", " &amp; Council")) {
		t.Errorf("the slide is %s", slide)
	}
	if err := f.Trackable(); err == nil || !strings.Contains(err.Error(), "it is a presentation") {
		t.Errorf("tracked in a presentation: %v", err)
	}
}

func FuzzSlides(f *testing.F) {
	f.Add(shape("title", line("a", "b &#10; c")) + "<mc:AlternateContent><mc:Choice>" + shape("", line("d")) + "</mc:Choice></mc:AlternateContent>")
	f.Fuzz(func(t *testing.T, slide string) { holds(t, ".pptx", slideFile(t, slide, slide)) })
}
