package format

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

func FuzzComments(f *testing.F) {
	f.Add("a.md", "> <!-- rectify-ignore a -->\n\n<div><!--\nrectify-ignore-file b: c\n--></div>\n")
	f.Add("a.txt", "<!-- rectify-ignore a -->\r\ntext")
	f.Fuzz(func(t *testing.T, name, text string) {
		if !strings.HasSuffix(name, ".md") {
			name = "a.txt"
		}
		file, err := Read(name, []byte(text))
		if err != nil {
			return
		}
		end := 0
		for _, c := range file.Document.Comments {
			if c.Start < end || c.End > len(file.Document.Text) || !strings.HasPrefix(file.Document.Slice(c.Span), "<!--") {
				t.Errorf("comment at %v of %q", c.Span, file.Document.Text)
			}
			end = c.End
		}
	})
}
