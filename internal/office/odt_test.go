package office

import (
	"strings"
	"testing"
)

const odtSpace = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="` + odfText + `" xmlns:table="` + odfTable + `" xmlns:style="` + odfStyle + `" xmlns:draw="` + odfDraw + `" xmlns:svg="svg"`

// odtFile is an OpenDocument text with a body and other members.
func odtFile(t testing.TB, body string, members ...string) []byte {
	t.Helper()
	styles := `<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>`
	return zipped(t, append([]string{
		"mimetype", "application/vnd.oasis.opendocument.text",
		"content.xml", "<office:document-content" + odtSpace + ">" + styles + "<office:body><office:text>" + body + "</office:text></office:body></office:document-content>",
	}, members...)...)
}

func TestODT(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", "<text:h>One</text:h><text:p/><text:p text:style-name='P1'>Two</text:p><text:p>The <text:span>St</text:span>ate &amp; Council</text:p>", "paragraph 1: # One\nparagraph 2: # Two\nparagraph 3: The State & Council\n"},
		{"white space", "<text:p>\n  One \n<text:span> two</text:span><text:s text:c='3'/>three<text:tab/>four<text:line-break/>five </text:p>", "paragraph 1: One two three/four/five\n"},
		{"lists and sections", "<text:section><text:list><text:list-header><text:p>a</text:p></text:list-header><text:list-item><text:p>b</text:p></text:list-item></text:list></text:section><text:table-of-content><text:table-of-content-source><text:p>no</text:p></text:table-of-content-source><text:index-body><text:p>c</text:p></text:index-body></text:table-of-content>", "paragraph 1: a\nparagraph 2: b\nparagraph 3: c\n"},
		{
			"tables", "<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>a</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table-header-rows>" +
				"<table:table-row table:number-rows-repeated='3'><table:table-cell table:number-columns-repeated='2'/></table:table-row><table:table-row><table:table-cell><text:p>c</text:p><text:p>d</text:p></table:table-cell></table:table-row></table:table>",
			"table 1, row 1, column 1: a\ntable 1, row 1, column 3: b\ntable 1, row 5, column 1: c\ntable 1, row 5, column 1, paragraph 2: d\n",
		},
		{"revisions", "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change-start/>b<text:change-end/><text:change/>c</text:p>", "paragraph 1: abc\n"},
		{"notes and comments", "<text:p>One<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p><text:p>more</text:p></text:note-body></text:note> two<office:annotation><text:p>no</text:p></office:annotation><text:note text:note-class='endnote'><text:note-body><text:p>End</text:p></text:note-body></text:note></text:p><text:p><text:note><text:note-body><text:p>Other</text:p></text:note-body></text:note></text:p>", "paragraph 1: One two\nfootnote 1: Note\nfootnote 1, paragraph 2: more\nendnote 1: End\nfootnote 2: Other\n"},
		{"drawings", "<text:p>a<draw:frame text:anchor-type='as-char'><draw:image/></draw:frame>b<draw:frame><draw:text-box><text:p>c</text:p></draw:text-box></draw:frame>d</text:p><draw:frame><draw:text-box><text:h>e</text:h></draw:text-box></draw:frame><text:p><draw:custom-shape><svg:title>no</svg:title><text:p>f</text:p><text:p>g</text:p></draw:custom-shape></text:p>", "paragraph 1: a|bd\ntext box 1: c\ntext box 2: # e\ntext box 3: f\ntext box 3, paragraph 2: g\n"},
		{"fields", "<text:p>page <text:page-number>7</text:page-number> of <text:a>the <text:meta>State</text:meta></text:a></text:p>", "paragraph 1: page 7 of the State\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := listed(read(t, ".odt", odtFile(t, c.body)).Document); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestODTEdits(t *testing.T) {
	body := "<text:p>The <text:span>St</text:span>ate<text:s/>met on <text:date>Monday</text:date></text:p>"
	styles := "<office:document-styles" + odtSpace + "><office:styles/><office:master-styles><style:master-page><style:header><text:p>The State</text:p></style:header><style:footer-left><text:p>Foot</text:p></style:footer-left></style:master-page></office:master-styles></office:document-styles>"
	f := read(t, ".odt", odtFile(t, body, "styles.xml", styles))
	if got, want := listed(f.Document), "paragraph 1: The State met on Monday\nheader 1: The State\nfooter 1: Foot\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	data := changed(t, f, "State", "R&D")
	if got := unzipped(t, data, "content.xml"); !strings.Contains(got, "<text:p>The <text:span>R&amp;D</text:span><text:s/>met") {
		t.Errorf("the body is %s", got)
	}
	if got := unzipped(t, data, "styles.xml"); !strings.Contains(got, "<text:p>The R&amp;D</text:p>") {
		t.Errorf("the header is %s", got)
	}
	if _, err := f.Document.FileEdits(revisionOf(t, f, "Monday", "x").Edits); err == nil {
		t.Error("a date that is filled in can be changed")
	}
}

func TestODTEncrypted(t *testing.T) {
	data := odtFile(t, "", "META-INF/manifest.xml", "<manifest:encryption-data/>")
	if _, err := kindOf(t, ".odt").Read("a.odt", data); err == nil || err.Error() != "it is encrypted: take its password off" {
		t.Errorf("%v", err)
	}
}

func FuzzODT(f *testing.F) {
	f.Add("<text:p>a <text:s/>b&#10;<text:note><text:note-body><text:p>c</text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell><text:h>d</text:h></table:table-cell></table:table-row></table:table>")
	f.Fuzz(func(t *testing.T, body string) {
		if file, err := kindOf(t, ".odt").Read("a.odt", odtFile(t, body)); err == nil {
			for _, p := range file.Document.Origin.Pieces() {
				if p.At.Start >= p.At.End || p.At.End > len(file.Document.Origin.Parts[p.Part].Text) {
					t.Fatalf("%q stands at %v", file.Document.Slice(p.Span), p.At)
				}
			}
		}
	})
}
