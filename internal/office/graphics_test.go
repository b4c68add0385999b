package office

import (
	"strings"
	"testing"
)

const drawingSpace = ` xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"`

// chart has a title, and a series whose name comes from a workbook.
func chart(title, series string) string {
	return "<c:chartSpace" + drawingSpace + "><c:chart><c:title><c:tx><c:rich><a:bodyPr/>" + line(title) + "</c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val='1'/><c:pt idx='0'><c:v>" +
		series + "</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:numCache><c:pt idx='0'><c:v>4.3</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
}

// diagram is the data of one with a node for each text, and drawn what was drawn of
// them.
func diagram(texts ...string) string {
	var out strings.Builder
	for _, text := range texts {
		out.WriteString("<dgm:pt><dgm:prSet/><dgm:t><a:bodyPr/>" + line(text) + "</dgm:t></dgm:pt><dgm:pt type='pres'><dgm:prSet/></dgm:pt>")
	}
	return "<dgm:dataModel" + drawingSpace + "><dgm:ptLst>" + out.String() + "</dgm:ptLst></dgm:dataModel>"
}

func drawnOf(texts ...string) string {
	var out strings.Builder
	for _, text := range texts {
		out.WriteString("<dsp:sp><dsp:txBody><a:bodyPr/>" + line(text) + "</dsp:txBody></dsp:sp>")
	}
	return "<dsp:drawing" + drawingSpace + "><dsp:spTree>" + out.String() + "</dsp:spTree></dsp:drawing>"
}

const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%</dc:title><dc:creator>The Writer</dc:creator></cp:coreProperties>`

func graphicsFile(t testing.TB, title string) []byte {
	t.Helper()
	members := []string{
		"[Content_Types].xml", typed(wordType, "word/document.xml")[1],
		"_rels/.rels", relationships("officeDocument", "word/document.xml", "metadata/core-properties", "docProps/core.xml"),
		"word/document.xml", "<w:document" + wordSpace + "><w:body>" + p("Body") + "</w:body></w:document>",
		"word/_rels/document.xml.rels", relationships("diagramData", "diagrams/data1.xml", "diagramDrawing", "diagrams/drawing1.xml", "chart", "charts/chart2.xml", "chart", "charts/chart1.xml", "chart", "charts/gone.xml"),
		"word/charts/chart1.xml", chart("The old port", "Ships of old"), "word/charts/chart2.xml", chart("Two", "more"),
		"word/diagrams/data1.xml", diagram("old plan", "old", "old", "still &amp; here"),
		"word/diagrams/drawing1.xml", drawnOf("old", "old plan", "old", "old", "still &amp; here"),
		"docProps/core.xml", strings.Replace(core, "%", title, 1),
	}
	return zipped(t, members...)
}

func TestGraphics(t *testing.T) {
	f := read(t, ".docx", graphicsFile(t, "The old title"))
	want := `paragraph 1: Body
chart 1: The old port
chart 1, paragraph 2: Ships of old
chart 2: Two
chart 2, paragraph 2: more
diagram 1: old plan
diagram 1, paragraph 2: old
diagram 1, paragraph 3: old
diagram 1, paragraph 4: still & here
properties, title: # The old title
`
	if got := listed(f.Document); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for _, s := range f.Document.Segments[1:] {
		if !s.Aside {
			t.Errorf("%s is said to stand in the text", s.Name)
		}
	}
	// What is in Chinese is for the keeper of the file.
	if got := listed(read(t, ".docx", graphicsFile(t, "港务 draft")).Document); strings.Contains(got, "properties") {
		t.Errorf("got\n%s", got)
	}
}

func TestGraphicsEdits(t *testing.T) {
	data := graphicsFile(t, "The old title")
	for _, c := range []struct{ old, new, member, want string }{
		{"old port", "new & port ", "word/charts/chart1.xml", chart("The new &amp; port ", "Ships of old")},
		{"old title", "new title", "docProps/core.xml", strings.Replace(core, "%", "The new title", 1)},
		{"old plan", "new plan", "word/diagrams/data1.xml", diagram("new plan", "old", "old", "still &amp; here")},
		{"old plan", "new plan", "word/diagrams/drawing1.xml", drawnOf("old", "new plan", "old", "old", "still &amp; here")},
	} {
		if got := unzipped(t, changed(t, read(t, ".docx", data), c.old, c.new), c.member); got != c.want {
			t.Errorf("%q as %q:\n got %s\nwant %s", c.old, c.new, got, c.want)
		}
	}
	f := read(t, ".docx", data)
	if edits, err := f.Document.FileEdits(revisionOf(t, f, "Ships", "Boats").Edits); err == nil {
		t.Errorf("a name from a workbook changes: %v", edits)
	}
	if _, tracked, _, err := f.Track([]Revision{revisionOf(t, f, "old port", "new")}, signature); err != nil || tracked[0] {
		t.Errorf("a change in a chart is tracked: %v, %v", tracked, err)
	}
}

// A slide has its own, before its notes.
func TestGraphicsOfSlides(t *testing.T) {
	data := zipped(t,
		"[Content_Types].xml", typed(slideType, "ppt/presentation.xml")[1],
		"_rels/.rels", relationships("officeDocument", "ppt/presentation.xml", "metadata/core-properties", "docProps/core.xml"),
		"ppt/presentation.xml", "<p:presentation"+slideSpace+"><p:sldIdLst><p:sldId r:id='rId1'/></p:sldIdLst></p:presentation>",
		"ppt/_rels/presentation.xml.rels", relationships("slide", "slide1.xml"),
		"ppt/slide1.xml", "<p:sld"+slideSpace+"><p:cSld><p:spTree>"+shape("title", line("Ships"))+"</p:spTree></p:cSld></p:sld>",
		"ppt/_rels/slide1.xml.rels", relationships("notesSlide", "notes1.xml", "chart", "chart1.xml", "comments", "comments1.xml"),
		"ppt/notes1.xml", "<p:notes"+slideSpace+"><p:cSld><p:spTree>"+shape("body", line("Say it."))+"</p:spTree></p:cSld></p:notes>",
		"ppt/chart1.xml", chart("The port", "Ships"), "ppt/comments1.xml", "<p:cmLst"+slideSpace+"><p:cm><p:text>no</p:text></p:cm></p:cmLst>",
		"docProps/core.xml", strings.Replace(core, "%", "Of ships", 1),
	)
	want := "slide 1: # Ships\nslide 1, chart 1: The port\nslide 1, chart 1, paragraph 2: Ships\nslide 1, notes: Say it.\nproperties, title: # Of ships\n"
	if got := listed(read(t, ".pptx", data).Document); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestRedrawn(t *testing.T) {
	for _, c := range []struct{ old, new, drawing, want string }{
		{diagram("a", "a", "b"), diagram("x", "a", "b"), drawnOf("a", "b", "a", "c"), drawnOf("x", "b", "a", "c")},
		{diagram("a"), diagram("x"), drawnOf("a", "a"), drawnOf("x", "x")},
		{diagram("a"), diagram("x"), drawnOf(), drawnOf()},
	} {
		if got, err := redrawn(c.drawing, c.old, c.new); err != nil || got != c.want {
			t.Errorf("got %s, %v\nwant %s", got, err, c.want)
		}
	}
}

func FuzzGraphics(f *testing.F) {
	f.Add(chart("a &amp; b", "c"), diagram("a", "a "), drawnOf("a", "b"))
	f.Add(chart("a", "b"), diagram("a"), "a broken drawing \xb5")
	f.Add("<rich><a:p><a:r><a:t>a</a:t></a:r></a:p></rich>", "<t><p><r><t>a</t></r></p></t>", "<t>a</t>")
	f.Fuzz(func(t *testing.T, chart, data, drawing string) {
		holds(t, ".docx", wordFile(t, p("Body"),
			"word/_rels/document.xml.rels", relationships("chart", "chart1.xml", "diagramData", "data1.xml", "diagramDrawing", "drawing1.xml"),
			"word/chart1.xml", chart, "word/data1.xml", data, "word/drawing1.xml", drawing))
	})
}
