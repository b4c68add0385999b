package format

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/document"
)

// Remarks change no text, wherever they are, and what was annotated can be
// annotated again.
func TestAnnotate(t *testing.T) {
	for _, sample := range []string{"xliff/plain12.xlf", "xliff/trados.sdlxliff", "xliff/memo.mqxliff", "xliff/second.xlf"} {
		f := readSample(t, sample)
		rapid.Check(t, func(t *rapid.T) {
			now := f
			for range 2 {
				var all []Annotation
				for range rapid.IntRange(1, 8).Draw(t, "remarks") {
					all = append(all, drawAnnotation(t, now.Document))
				}
				data, err := now.Annotate(all, rapid.Bool().Draw(t, "inline"))
				if err != nil {
					t.Fatal(err)
				}
				if now, err = now.Again(data); err != nil {
					t.Fatalf("%v\n%s", err, data)
				}
				if now.Document.Text != f.Document.Text {
					t.Fatalf("the text is %q, was %q\n%s", now.Document.Text, f.Document.Text, data)
				}
				if n := strings.Count(string(data), "Seen &amp; said"); n < len(all) {
					t.Fatalf("%d of %d remarks are there\n%s", n, len(all), data)
				}
			}
		})
	}
}

func drawAnnotation(t *rapid.T, d *document.Document) Annotation {
	seg := rapid.SampledFrom(d.Segments).Draw(t, "segment")
	run := rapid.SampledFrom(seg.Runs).Draw(t, "run")
	// Where a word begins or ends.
	var places []int
	for i, r := range d.Slice(run.Span) {
		if r == ' ' {
			places = append(places, run.Start+i)
		}
	}
	places = append(places, run.Start, run.End)
	a, b := rapid.SampledFrom(places).Draw(t, "from"), rapid.SampledFrom(places).Draw(t, "to")
	return Annotation{document.Span{Start: min(a, b), End: max(a, b)}, "terminology", 75, "Seen & said \"so\"\u2014\x01<twice>"}
}

func TestAnnotateRefuses(t *testing.T) {
	f := read(t, "a.txt", "text\n")
	if _, err := f.Annotate(nil, true); err == nil {
		t.Error("a text takes annotations")
	}
}

// What a tool calls a unit in a namespace of its own is none: the note stands in the
// unit around it.
func TestAnnotateBesideStrangers(t *testing.T) {
	f := read(t, "a.xlf", `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><file id="f">`+
		`<unit id="1"><x:unit xmlns:x="urn:x"><x:notes/></x:unit><segment><source>港</source><target>A port.</target></segment></unit></file></xliff>`)
	data, err := f.Annotate([]Annotation{{document.Span{Start: 2, End: 6}, "terminology", 75, "Seen"}}, false)
	if err != nil {
		t.Fatal(err)
	}
	if want := `</x:unit><notes><note category="rectify" appliesTo="target" priority="4">Seen</note></notes><segment>`; !strings.Contains(string(data), want) {
		t.Errorf("%s\nwant %s", data, want)
	}
}

// A mark has the prefix of the file, even one that is called as its outermost element.
func TestAnnotatePrefixed(t *testing.T) {
	f := read(t, "a.xlf", `<xliff:xliff xmlns:xliff="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><xliff:file id="f">`+
		`<xliff:unit id="1"><xliff:segment><xliff:source>港</xliff:source><xliff:target>A port.</xliff:target></xliff:segment></xliff:unit></xliff:file></xliff:xliff>`)
	data, err := f.Annotate([]Annotation{{document.Span{Start: 2, End: 6}, "terminology", 75, "Seen"}}, true)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Again(data); err != nil || !strings.Contains(string(data), "port</xliff:mrk>.") {
		t.Errorf("%v\n%s", err, data)
	}
}
