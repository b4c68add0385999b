package format

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rectify/internal/document"
	"rectify/internal/edit"
)

// shownHTML are the segments of a page as show renders them.
func shownHTML(t *testing.T, page string) []string {
	t.Helper()
	d, err := readHTML("a.html", page)
	if err != nil {
		t.Fatal(err)
	}
	keepsOrder(t, d.Text, d.Segments)
	return show(d.Text, d.Segments)
}

func TestHTML(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"nothing", " \n", nil},
		{"no tags", "Just one line.", []string{"P: Just one line."}},
		{"blocks", "<h1>The Harbor</h1><p>It opened.<p>It closed.<div>More<ul><li>one<li>two</ul>rest</div>", []string{"H: The Harbor", "P: It opened.", "P: It closed.", "C: More", "C: one", "C: two", "C: rest"}},
		{"inline marks leave no trace", "<p>The <b>State</b> <i>Coun</i>cil<!-- x --> met<wbr>.</p>", []string{"P: The State Council met."}},
		{"white space is one space", "<p>\n\tThe \r\n <b> State</b>\n</p>", []string{"C: The State"}},
		{"references", "<p>A&nbsp;&amp; B&#x2019;s &copy C &unknown; &</p>", []string{"P: A\u00a0& B’s © C &unknown; &"}},
		{"references in attributes", `<p title="a&copy=b &amp; c">x</p>`, []string{"C: x", "C: a&copy=b & c"}},
		{"a line break reads on, two don't", "<p>One<br>two <br/>\n three<br><br>Four</p>", []string{"C: One/two/three", "C: Four"}},
		{"what stands between words", "<p>One <img src=a> two <code>x y</code> three <q>four</q> <x-y></x-y> five", []string{"C: One|two|three|four|five"}},
		{"code is no prose", "<pre>a b</pre><p>c <kbd>d</kbd></p><script>e</script><style>f</style><template><p>g</p></template><noscript>h</noscript><textarea>i</textarea>", []string{"C: c"}},
		{"a script breaks nothing", "<p>State <script>'</p>'</script>Council", []string{"C: State Council"}},
		{"code that was left open ends with its block", "<p>a <code>b</p><p>c d</p>", []string{"C: a", "C: c d"}},
		{"deleted text", "<p>The <del>old</del> <ins>new</ins> port</p>", []string{"C: The|new port"}},
		{"not to be translated", `<p translate="no">a <b>b</b> <i translate=yes>c</i></p><p class="x notranslate">d</p><p>e</p>`, []string{"C: c", "C: e"}},
		{"other languages", `<p lang="zh">国务院</p><p>The <span lang=fr>mot juste</span> is <i lang=en-GB>here</i></p>`, []string{"C: The|is here"}},
		{"a Chinese page", `<html lang=zh-CN><p>国务院开会。<p>The State Council (国务院) met.<p lang=zh-Latn>Guowuyuan`, []string{"P: The State Council (国务院) met."}},
		{"attributes", `<head><meta name="Description" content='It is "new".'><meta name=viewport content="a b"><link title=x></head><p>One <img alt="A port"> two <a title=Gate>three</a>.</p>`, []string{`P: It is "new".`, "P: One|two three.", "C: A port", "C: Gate"}},
		{"tables", "<table><caption>All</caption><tr><th>a<td>b<tr><td>c <p>d</table>", []string{"C: All", "C: a", "C: b", "C: c", "C: d"}},
		{"before the page begins", "\ufeffText<!doctype html><title>Title</title><body>Body", []string{"C: Text", "H: Title", "C: Body"}},
		{"ends without a beginning", "</p></b></div>a</td> b</i></html>c", []string{"C: a", "C: b", "C: c"}},
		{"cut short", "<p>One <b", []string{"C: One"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shownHTML(t, c.page); strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%q\n got %q\nwant %q", c.page, got, c.want)
			}
		})
	}
}

func TestHTMLInAnotherLanguage(t *testing.T) {
	for page, noted := range map[string]bool{`<html lang="fr"><p>Le port.`: true, `<html lang=zh><p>港口。`: true, "<html lang=en><p lang=fr>Le port.<p>One.": false, "<p>": false} {
		if d, err := readHTML("a.html", page); err != nil || strings.Contains(d.Note, "another language than English") != noted {
			t.Errorf("%s: %q, %v", page, d.Note, err)
		}
	}
}

// replaced is a page with the first place of a text replaced.
func replaced(t *testing.T, page, old, new string) string {
	t.Helper()
	file, err := Read("a.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(file.Document.Text, old)
	if at < 0 {
		t.Fatalf("%q isn't in %q", old, file.Document.Text)
	}
	data, err := file.Apply([]edit.Edit{{Start: at, End: at + len(old), New: new}})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestHTMLEdits(t *testing.T) {
	for _, c := range []struct{ page, old, new, want string }{
		{"<p>a <b>old</b> c", "old", "R&D <1> \"x\"", "<p>a <b>R&amp;D &lt;1> \"x\"</b> c"},
		{"<p>a<b>b c</b>d", "ab c", "x", "<p>x<b></b>d"},
		{"<p>a \n\t b c", "b", "x", "<p>a \n\t x c"},
		{"<p>a \n\t b c", "a b", "x", "<p>x c"},
		{"<p>a &amp; b", "&", "and", "<p>a and b"},
		{"<p>old", "old", "it’s", "<p>it&#8217;s"},
		{"<p>old 国", "old", "it’s", "<p>it’s 国"},
		{"<p>a <5 b", "5", "five", "<p>a <&#102;ive b"},
		{"<p>a <5 b", "<5", "less than five", "<p>a &#108;ess than five b"},
		{"<p>a <5 b", "b", "c", "<p>a <5 c"},
		{"<p>a <", "a <", "old", "<p>old"},
		{"<p>a <5", "5", "!--", "<p>a <&#33;--"},
		{"<p>a << 5", "5", "b", "<p>a << b"},
		{`<img alt="old x">`, "old", `"it's"`, `<img alt="&#34;it's&#34; x">`},
		{`<img alt='old x'>`, "old", `"it's"`, `<img alt='"it&#39;s" x'>`},
		{`<img alt=old>`, "old", `a 'b'`, `<img alt=a&#32;&#39;b&#39;>`},
	} {
		if got := replaced(t, c.page, c.old, c.new); got != c.want {
			t.Errorf("%s: %q as %q\n got %s\nwant %s", c.page, c.old, c.new, got, c.want)
		}
	}
}

// What is put into any place of a page is read there again.
func TestHTMLReadsWhatItWrote(t *testing.T) {
	data, err := os.ReadFile("../../testdata/formats/html/page.html")
	if err != nil {
		t.Fatal(err)
	}
	file, err := Read("page.html", data)
	if err != nil {
		t.Fatal(err)
	}
	d := file.Document
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(d.Origin.Pieces()).Draw(t, "piece")
		new := "x" + rapid.StringOfN(rapid.SampledFrom([]rune("ab&;<>\"'=`’国-")), 0, 6, -1).Draw(t, "new") + "x"
		changed, err := file.Apply([]edit.Edit{{Start: p.Start, End: p.End, New: new}})
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read("page.html", changed)
		if err != nil {
			t.Fatal(err)
		}
		if want := d.Text[:p.Start] + new + d.Text[p.End:]; again.Document.Text != want {
			t.Errorf("%q as %q\n got %q\nwant %q", d.Slice(p.Span), new, again.Document.Text, want)
		}
	})
}

func FuzzHTML(f *testing.F) {
	f.Add("<!doctype html><title>a &amp; b</title><p lang=zh>c<td>d<img alt='e'>")
	f.Add("<p>a<br><br><code>b</p></code><svg><title>c</title></svg></ul>")
	f.Fuzz(func(t *testing.T, page string) {
		if !utf8.ValidString(page) {
			return
		}
		d, err := readHTML("a.html", page)
		if err != nil {
			return
		}
		keepsOrder(t, d.Text, d.Segments)
		keepsPlaces(t, d)
	})
}

// keepsPlaces fails if a piece doesn't lead to a place of its part, or two lead
// to one.
func keepsPlaces(t *testing.T, d *document.Document) {
	t.Helper()
	taken := map[[2]int]bool{}
	for _, p := range d.Origin.Pieces() {
		part := d.Origin.Parts[p.Part].Text
		if p.At.Start < 0 || p.At.End <= p.At.Start || p.At.End > len(part) {
			t.Fatalf("%q stands at %v of a part of %d bytes", d.Slice(p.Span), p.At, len(part))
		}
		for at := p.At.Start; at < p.At.End; at++ {
			if taken[[2]int{p.Part, at}] {
				t.Fatalf("byte %d of part %d is read twice", at, p.Part)
			}
			taken[[2]int{p.Part, at}] = true
		}
	}
}
