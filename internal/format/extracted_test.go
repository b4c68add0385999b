package format

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rectify/internal/document"
	"rectify/internal/edit"
)

// samples are small files of every format whose text is extracted.
const samples = "../../testdata/formats"

// readSample reads one of them.
func readSample(t *testing.T, name string) *File {
	t.Helper()
	path := filepath.Join(samples, filepath.FromSlash(name))
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(path, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// read reads a file that a test writes out.
func read(t *testing.T, path, text string) *File {
	t.Helper()
	f, err := Read(path, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// named renders the segments for a test, each with its name.
func named(d *document.Document) []string {
	var out []string
	for i, line := range show(d.Text, d.Segments) {
		out = append(out, line+" <"+d.Segments[i].Name+">")
	}
	return out
}

// paired renders the pairs for a test: Chinese = English <name>.
func paired(d *document.Document) []string {
	var out []string
	for _, p := range d.Pairs {
		out = append(out, p.Source+" = "+strings.Join(strings.Fields(d.Slice(p.Span)), " ")+" <"+p.Name+">")
	}
	return out
}

func compareLines(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// refused makes sure that files are refused, each with the words of its error.
func refused(t *testing.T, path string, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		if f, err := Read(path, []byte(c[0])); err == nil {
			t.Errorf("%s is read as %q", c[0], named(f.Document))
		} else if !strings.Contains(err.Error(), c[1]) {
			t.Errorf("%s: %v; want %q in it", c[0], err, c[1])
		}
	}
}

// soundExtraction fails if a file isn't what the other packages rely on: its runs
// are in order, and each has its place.
func soundExtraction(t *testing.T, f *File) {
	t.Helper()
	d := f.Document
	keepsOrder(t, d.Text, d.Segments)
	if back, err := f.Apply(nil); err != nil || !bytes.Equal(back, f.Data) {
		t.Fatalf("without an edit it changes: %v", err)
	}
	at := 0
	for _, p := range d.Pairs {
		if p.Start < at || p.End < p.Start || p.End > len(d.Text) {
			t.Fatalf("the pair %v is out of order", p)
		}
		at = p.End
	}
	if d.Origin == nil {
		return
	}
	at = 0
	for _, p := range d.Origin.Pieces() {
		part := d.Origin.Parts[p.Part].Text
		if p.Start < at || p.End < p.Start || p.At.Start < 0 || p.At.End < p.At.Start || p.At.End > len(part) {
			t.Fatalf("the piece %v is out of order", p)
		}
		if !utf8.ValidString(part[p.At.Start:p.At.End]) {
			t.Fatalf("the piece %v splits a character", p)
		}
		at = p.End
	}
}

// hard is new text that every format has to write in its own way.
const hard = `Q<&"'\q,` + "\u2014."

// changesBack puts a text before and behind each run, finds it when the file is
// read again, and takes it out.
func changesBack(t *testing.T, f *File) {
	t.Helper()
	var edits []edit.Edit
	var changed []int // the segments that can be
	for i, s := range f.Document.Segments {
		at := s.Span()
		both := []edit.Edit{{Start: at.Start, End: at.Start, New: hard}, {Start: at.End, End: at.End, New: hard}}
		if _, err := f.Document.FileEdits(both); err == nil {
			changed, edits = append(changed, i), append(edits, both...)
		}
	}
	data, err := f.Apply(edits)
	if err != nil {
		t.Fatalf("it can't be changed: %v", err)
	}
	again, err := Read(f.Document.Path, data)
	if err != nil {
		t.Fatalf("changed, it can't be read: %v\n%s", err, data)
	}
	if len(again.Document.Segments) != len(f.Document.Segments) {
		t.Fatalf("%d segments, changed %d\n%s", len(f.Document.Segments), len(again.Document.Segments), data)
	}
	var undo []edit.Edit
	for _, i := range changed {
		at := again.Document.Segments[i].Span()
		if text := again.Document.Slice(at); !strings.HasPrefix(text, hard) || !strings.HasSuffix(text, hard) {
			t.Fatalf("segment %d is %q: the change is lost", i, text)
		}
		undo = append(undo, edit.Edit{Start: at.Start, End: at.Start + len(hard)}, edit.Edit{Start: at.End - len(hard), End: at.End})
	}
	back, err := again.Apply(undo)
	if err != nil {
		t.Fatalf("it can't be changed back: %v", err)
	}
	if got := read(t, f.Document.Path, string(back)); got.Document.Text != f.Document.Text {
		t.Fatalf("changed back, the text is %q", got.Document.Text)
	}
}

func TestSamplesAreSound(t *testing.T) {
	paths, err := filepath.Glob(samples + "/*/*")
	if err != nil || len(paths) == 0 {
		t.Fatal("no samples")
	}
	for _, path := range paths {
		name, _ := filepath.Rel(samples, path)
		t.Run(name, func(t *testing.T) {
			f := readSample(t, filepath.ToSlash(name))
			if len(f.Document.Segments) == 0 {
				t.Fatal("nothing to review")
			}
			soundExtraction(t, f)
			changesBack(t, f)
		})
	}
}

// FuzzExtracted reads anything as any format: what is read is sound.
func FuzzExtracted(f *testing.F) {
	paths, err := filepath.Glob(samples + "/*/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Ext(path), data)
	}
	f.Add(".htm", []byte("<p>a <5"))
	f.Fuzz(func(t *testing.T, extension string, data []byte) {
		file, err := Read(fmt.Sprintf("a%s", extension), data)
		if err != nil {
			return
		}
		soundExtraction(t, file)
		// Text between characters that mark it up may become one of the marks.
		if !slices.Contains([]string{".rst", ".adoc", ".asciidoc"}, strings.ToLower(extension)) && file.Document.Origin != nil && file.Changeable() == nil {
			changesBack(t, file)
		}
	})
}
