package format

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rectify/internal/document"
)

// comments are the directives of a text, each as it stands in it and as it says.
func comments(t *testing.T, name, text string) []string {
	t.Helper()
	file, err := Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, c := range file.Document.Comments {
		found = append(found, file.Document.Slice(c.Span)+"="+c.Text)
	}
	return found
}

func TestComments(t *testing.T) {
	const one, two = "<!-- rectify-ignore a -->", "<!--rectify-ignore-end\nb-->"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a.md", one + "\nText.\n", []string{one + "=rectify-ignore a"}},
		{"a.md", "---\ntitle: x\n---\n\ufeffText " + one + " goes " + two + " on.\n", []string{one + "=rectify-ignore a", two + "=rectify-ignore-end\nb"}},
		{"a.md", "> - " + one + "\n>   text\n\n| a |\n|---|\n| b " + one + " |\n", []string{one + "=rectify-ignore a", one + "=rectify-ignore a"}},
		{"a.md", "<div>\n" + one + " " + one + "\n</div>\n\n<!--\nrectify-ignore c\n-->\n", []string{one + "=rectify-ignore a", one + "=rectify-ignore a", "<!--\nrectify-ignore c\n-->=rectify-ignore c"}},
		{"a.md", "`" + one + "`\n\n    " + one + "\n\n```\n" + one + "\n```\n\n<!-- no rectify-ignore -->\n", nil},
		{"a.txt", "\ufeff" + one + "\r\nText.\n  " + one + " \n", []string{one + "=rectify-ignore a", one + "=rectify-ignore a"}},
		{"a.txt", "Text " + one + "\n" + one + " text\n" + one + one + "\n<!-- rectify-ignore", nil},
	} {
		if diff := cmp.Diff(c.want, comments(t, c.name, c.text)); diff != "" {
			t.Errorf("%s %q: -want +got\n%s", c.name, c.text, diff)
		}
	}
}

// A directive in a plain text is no text, and parts no paragraph.
func TestDirectivesAreNotReviewed(t *testing.T) {
	file, err := Read("a.txt", []byte("The board met in the\n<!-- rectify-ignore a -->\nnew hall of the port.\n"))
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	for _, s := range file.Document.Segments {
		for _, r := range s.Runs {
			text = append(text, file.Document.Slice(r.Span))
		}
	}
	if got := strings.Join(text, "|"); len(file.Document.Segments) != 1 || got != "The board met in the|new hall of the port." {
		t.Errorf("%d segments: %s", len(file.Document.Segments), got)
	}
}

// What a comment of a file of units is about: the next unit, with all its segments.
func TestCommentsOfUnits(t *testing.T) {
	const header = "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n"
	for _, c := range []struct{ name, text, want string }{
		{"a.po", header + "# rectify-ignore a\nmsgid \"x\"\nmsgstr \"One.\\n\\nTwo.\"\nmsgid \"y\"\nmsgstr \"Three.\"\n", "One.\nTwo."},
		{"a.po", header + "msgid \"x\"\nmsgstr \"One.\"\n# rectify-ignore a\n", ""},
		{"a.vtt", "WEBVTT\n\nNOTE rectify-ignore a\n\n00:01.000 --> 00:02.000\nOne.\n\n00:03.000 --> 00:04.000\nTwo.\n", "One."},
		{"a.adoc", "One.\n\n// rectify-ignore a\nTwo.\n\nThree.\n", "Two."},
		{"a.rst", "One.\n\n.. rectify-ignore a\n\nTwo.\n\nThree.\n", "Two."},
		{"a.html", "<p>One.</p><!-- rectify-ignore a --><p>Two.</p>", "Two."},
		{"a.html", "<p>One.<!-- rectify-ignore a --></p><p>Two.</p>", "One."},
		{"a.html", "<p>One.</p><!-- rectify-ignore a -->", ""},
	} {
		file, err := Read(c.name, []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		d := file.Document
		if len(d.Comments) != 1 || d.Slice(d.Comments[0].About) != c.want {
			t.Errorf("%s %q: %+v of %q, want %q", c.name, c.text, d.Comments, d.Text, c.want)
		}
	}
}

func FuzzComments(f *testing.F) {
	f.Add("a.md", "> <!-- rectify-ignore a -->\n\n<div><!--\nrectify-ignore-file b: c\n--></div>\n")
	f.Add("a.txt", "<!-- rectify-ignore a -->\r\ntext")
	f.Add("a.html", "<p>a <!--rectify-ignore b: c-->d</p><!-- rectify-ignore -->")
	f.Add("a.po", "msgid \"\"\nmsgstr \"\"\n# rectify-ignore a\nmsgid \"x\"\nmsgstr \"One.\"\n")
	f.Add("a.tmx", `<tmx version="1.4"><body><!-- rectify-ignore a --><tu><tuv xml:lang="en"><seg>One.</seg></tuv></tu></body></tmx>`)
	f.Fuzz(func(t *testing.T, name, text string) {
		file, err := Read(name, []byte(text))
		if err != nil {
			return
		}
		d, last := file.Document, 0
		for _, c := range d.Comments {
			in := func(s document.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= len(d.Text) }
			if c.Start < last || !in(c.Span) || !in(c.About) || !strings.HasPrefix(c.Text, document.Directive) {
				t.Errorf("comment %+v of %q", c, d.Text)
			}
			last = c.Start
		}
	})
}
