package format

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rectify/internal/document"
)

// show renders segments for a test: the kind, then the runs with · between
// glued, / between spaced and | between broken ones.
func show(text string, segments []document.Segment) []string {
	var out []string
	for _, segment := range segments {
		var b strings.Builder
		b.WriteString([]string{"P: ", "H: ", "C: "}[segment.Kind])
		for i, run := range segment.Runs {
			if i > 0 {
				b.WriteString([]string{"·", "/", "|"}[run.Before])
			}
			b.WriteString(text[run.Start:run.End])
		}
		out = append(out, b.String())
	}
	return out
}

// keepsOrder fails if runs are not what the other packages rely on.
func keepsOrder(t *testing.T, text string, segments []document.Segment) {
	t.Helper()
	at := 0
	for _, segment := range segments {
		if len(segment.Runs) == 0 {
			t.Fatal("a segment without runs")
		}
		for i, run := range segment.Runs {
			if run.Start < at || run.End <= run.Start || run.End > len(text) {
				t.Fatalf("run %v after %d in a text of %d bytes", run, at, len(text))
			}
			if i > 0 && run.Before == document.Glued && run.Start == at {
				t.Fatalf("run %v touches the one before it", run)
			}
			slice := text[run.Start:run.End]
			if !utf8.ValidString(slice) {
				t.Fatalf("run %q splits a character", slice)
			}
			if strings.ContainsAny(slice, "\r\n") {
				t.Fatalf("run %q holds a line end", slice)
			}
			if i == 0 && strings.TrimLeftFunc(slice, document.Blank) != slice {
				t.Fatalf("segment begins with white space: %q", slice)
			}
			if i == len(segment.Runs)-1 && strings.TrimRightFunc(slice, document.Blank) != slice {
				t.Fatalf("segment ends with white space: %q", slice)
			}
			at = run.End
		}
	}
}

type segmentsCase struct {
	name, text string
	want       []string
}

func runSegments(t *testing.T, read func(string) []document.Segment, cases []segmentsCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			segments := read(c.text)
			keepsOrder(t, c.text, segments)
			if got := show(c.text, segments); !slices.Equal(got, c.want) {
				t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}
