package office

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rectify/internal/edit"
)

var signature = Signature{Author: "rectify", Initials: "r", When: time.Unix(0, 0)}

var (
	ownInsertion = regexp.MustCompile(`(?s)<w:ins w:id="\d+" w:author="rectify"[^>]*>(.*?)</w:ins>`)
	ownDeletion  = regexp.MustCompile(`(?s)<w:del w:id="\d+" w:author="rectify"[^>]*>(.*?)</w:del>`)
	delText      = strings.NewReplacer("<w:delText", "<w:t", "</w:delText", "</w:t")
)

// settled is the text of a document once all its own revisions are accepted, or
// rejected.
func settled(t testing.TB, data []byte, accept bool) string {
	t.Helper()
	f := read(t, ".docx", data)
	members := map[string]string{}
	for _, p := range f.Document.Origin.Parts {
		taken, kept := ownDeletion, ownInsertion
		if !accept {
			taken, kept = kept, taken
		}
		text := taken.ReplaceAllString(p.Text, "")
		members[p.Name] = kept.ReplaceAllStringFunc(text, func(revision string) string {
			return delText.Replace(kept.FindStringSubmatch(revision)[1])
		})
	}
	data, err := f.archive.pack(members)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, ".docx", data).Document.Text
}

// revisionOf is a revision of the place of a text.
func revisionOf(t testing.TB, f *File, old, new string) Revision {
	t.Helper()
	at := strings.Index(f.Document.Text, old)
	if at < 0 {
		t.Fatalf("%q isn't in %q", old, f.Document.Text)
	}
	return Revision{Edits: []edit.Edit{{Start: at, End: at + len(old), New: new}}}
}

func track(t testing.TB, f *File, revisions ...Revision) []byte {
	t.Helper()
	data, tracked, _, err := f.Track(revisions, signature)
	if err != nil {
		t.Fatal(err)
	}
	for i, ok := range tracked {
		if !ok {
			t.Errorf("revision %d is left out", i)
		}
	}
	return data
}

// Signed revisions as they are in a sample, without what is the same in all.
var tidied = strings.NewReplacer(` w:author="rectify" w:date="1970-01-01T00:00:00Z"`, "", ` xml:space="preserve"`, "")

func TestTrack(t *testing.T) {
	const bold = "<w:rPr><w:b/></w:rPr>"
	for _, c := range []struct{ name, body, old, new, want string }{
		{"inside a run", p("one two three"), "two", "R&D", "<w:p><w:r><w:t>one </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>two</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>R&amp;D</w:t></w:r></w:ins><w:r><w:t> three</w:t></w:r></w:p>"},
		{"a whole run", "<w:p><w:r w:rsidR='1'>" + bold + "<w:t>one</w:t></w:r></w:p>", "one", "1", "<w:p><w:del w:id=\"1\"><w:r>" + bold + "<w:delText>one</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r>" + bold + "<w:t>1</w:t></w:r></w:ins></w:p>"},
		{"over runs", p("a one", "two b"), "onetwo", "1", "<w:p><w:r><w:t>a </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>one</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>1</w:t></w:r></w:ins><w:del w:id=\"3\"><w:r>" + bold + "<w:delText>two</w:delText></w:r></w:del><w:r>" + bold + "<w:t> b</w:t></w:r></w:p>"},
		{"beside a mark", "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r></w:p>", "one", "1", "<w:p><w:del w:id=\"1\"><w:r><w:delText>one</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>1</w:t></w:r></w:ins><w:r><w:t></w:t><w:tab/><w:t>two</w:t></w:r></w:p>"},
		{"deleted alone", p("one two"), " two", "", "<w:p><w:r><w:t>one</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText> two</w:delText></w:r></w:del></w:p>"},
		{"in another's insertion", "<w:p><w:ins w:id='1' w:author='x'><w:r><w:t>a one b</w:t></w:r></w:ins></w:p>", "one", "1", "<w:p><w:ins w:id='1' w:author='x'><w:r><w:t>a </w:t></w:r><w:del w:id=\"2\"><w:r><w:delText>one</w:delText></w:r></w:del></w:ins><w:ins w:id=\"3\"><w:r><w:t>1</w:t></w:r></w:ins><w:ins w:id='1' w:author='x'><w:r><w:t> b</w:t></w:r></w:ins></w:p>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := read(t, ".docx", wordFile(t, c.body))
			got := unzipped(t, track(t, f, revisionOf(t, f, c.old, c.new)), "word/document.xml")
			if want := "<w:document" + wordSpace + "><w:body>" + c.want + "</w:body></w:document>"; tidied.Replace(got) != want {
				t.Errorf("\n got %s\nwant %s", tidied.Replace(got), want)
			}
		})
	}
}

func TestTrackComments(t *testing.T) {
	f := read(t, ".docx", wordFile(t, p("one two")+"<w:p><w:bookmarkStart w:id='1'/></w:p>", "word/_rels/document.xml.rels", relationships("header", "header1.xml"), "word/header1.xml", "<w:hdr"+wordSpace+">"+p("top")+"</w:hdr>"))
	one, two, top := revisionOf(t, f, "one", "1"), revisionOf(t, f, "two", "2"), revisionOf(t, f, "top", "head")
	one.Comment, two.Comment, top.Comment = []string{"R&D", "Source: x"}, []string{"second"}, []string{"no comments here"}
	data := track(t, f, one, two, top)
	main := tidied.Replace(unzipped(t, data, "word/document.xml"))
	if want := `<w:p><w:commentRangeStart w:id="2"/><w:del w:id="4"><w:r><w:delText>one</w:delText></w:r></w:del><w:ins w:id="5"><w:r><w:t>1</w:t></w:r></w:ins><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r><w:r><w:t> </w:t></w:r><w:commentRangeStart w:id="3"/><w:del`; !strings.Contains(main, want) {
		t.Errorf("the body is %s", main)
	}
	if header := unzipped(t, data, "word/header1.xml"); strings.Contains(header, "comment") || !strings.Contains(header, "w:delText") {
		t.Errorf("the header is %s", header)
	}
	comments := tidied.Replace(unzipped(t, data, "word/comments.xml"))
	if want := `<w:comment w:id="2" w:initials="r"><w:p><w:r><w:t>R&amp;D</w:t></w:r></w:p><w:p><w:r><w:t>Source: x</w:t></w:r></w:p></w:comment><w:comment w:id="3" w:initials="r"><w:p><w:r><w:t>second</w:t></w:r></w:p></w:comment></w:comments>`; !strings.HasSuffix(comments, want) {
		t.Errorf("the comments are %s", comments)
	}
	for member, want := range map[string]string{"word/_rels/document.xml.rels": `relationships/comments" Target="/word/comments.xml"/></Relationships>`, contentTypes: `comments+xml"/></Types>`} {
		if got := unzipped(t, data, member); !strings.HasSuffix(got, want) {
			t.Errorf("%s: %s", member, got)
		}
	}
	// Another review adds to the comments that are there.
	f = read(t, ".docx", data)
	more := revisionOf(t, f, "2", "zwei")
	more.Comment = []string{"third"}
	again := track(t, f, more)
	if got := tidied.Replace(unzipped(t, again, "word/comments.xml")); !strings.HasPrefix(got, strings.TrimSuffix(comments, "</w:comments>")) || strings.Count(got, "<w:comment ") != 3 {
		t.Errorf("the comments are %s", got)
	}
	if got := unzipped(t, again, contentTypes); strings.Count(got, "comments+xml") != 1 {
		t.Errorf("the types are %s", got)
	}
}

func TestTrackLeavesOut(t *testing.T) {
	f := read(t, ".docx", wordFile(t, p("<![CDATA[one]]>", "two")))
	data, tracked, _, err := f.Track([]Revision{revisionOf(t, f, "one", "1"), revisionOf(t, f, "two", "2")}, signature)
	if err != nil || fmt.Sprint(tracked) != "[false true]" {
		t.Fatalf("tracked %v, %v", tracked, err)
	}
	if got := settled(t, data, true); got != "one2\n" {
		t.Errorf("the text is %q", got)
	}
}

// Changes that touch each other part a run once.
func TestTrackTouching(t *testing.T) {
	f := read(t, ".docx", wordFile(t, p("onetwo")))
	behind := Revision{Edits: []edit.Edit{{Start: 6, End: 6, New: "!"}}}
	data := track(t, f, revisionOf(t, f, "one", "1"), revisionOf(t, f, "two", ""), behind)
	want := `<w:p><w:del w:id="1"><w:r><w:delText>one</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>1</w:t></w:r></w:ins><w:del w:id="3"><w:r><w:delText>two</w:delText></w:r></w:del><w:ins w:id="4"><w:r><w:t>!</w:t></w:r></w:ins></w:p>`
	if got := tidied.Replace(unzipped(t, data, "word/document.xml")); !strings.Contains(got, "<w:body>"+want+"</w:body>") {
		t.Errorf("got %s", got)
	}
}

// All accepted, the document reads as the edits make it; all rejected, as before.
func TestTrackSettles(t *testing.T) {
	body := p("The St", "ate &amp; Coun", "cil met") + "<w:tbl><w:tr><w:tc>" + p("one two", " three") + "</w:tc></w:tr></w:tbl>" +
		"<w:p><w:ins w:id='7' w:author='x'><w:r><w:t>new </w:t></w:r><w:r><w:t>text</w:t><w:tab/><w:t>goes on</w:t></w:r></w:ins><w:hyperlink><w:r><w:rPr><w:i/></w:rPr><w:t>linked</w:t></w:r></w:hyperlink></w:p>" +
		"<w:p><w:r><w:t>box</w:t><mc:AlternateContent><mc:Choice><w:pict><w:txbxContent>" + p("in a box") + "</w:txbxContent></w:pict></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("in a box") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>behind</w:t></w:r></w:p>"
	f := read(t, ".docx", wordFile(t, body))
	d := f.Document
	rapid.Check(t, func(r *rapid.T) {
		var groups [][]edit.Edit
		for range rapid.IntRange(1, 5).Draw(r, "revisions") {
			var group []edit.Edit
			for range rapid.IntRange(1, 2).Draw(r, "edits") {
				piece := rapid.SampledFrom(d.Origin.Pieces()).Draw(r, "piece")
				start := rapid.IntRange(piece.Start, piece.End).Draw(r, "start")
				end := min(start+rapid.IntRange(0, 8).Draw(r, "length"), len(d.Text))
				e := edit.Edit{Start: start, End: end, New: rapid.SampledFrom([]string{"", "x", "<&> y", " z "}).Draw(r, "new")}
				if _, err := d.FileEdits([]edit.Edit{e}); err == nil && (e.Start < e.End || e.New != "") {
					group = append(group, e)
				}
			}
			groups = append(groups, group)
		}
		merged, taken := edit.Merge(groups)
		var revisions []Revision
		for i, ok := range taken {
			if ok && len(groups[i]) > 0 {
				revisions = append(revisions, Revision{Edits: groups[i], Comment: []string{"why"}})
			}
		}
		want, err := edit.Apply(d.Text, merged)
		if err != nil {
			r.Fatal(err)
		}
		data := track(t, f, revisions...)
		if got := settled(t, data, false); got != d.Text {
			r.Errorf("rejected: %q, want %q", got, d.Text)
		}
		if got := settled(t, data, true); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			r.Errorf("accepted: %q, want %q", got, want)
		}
	})
}
