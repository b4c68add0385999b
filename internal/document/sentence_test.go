package document

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string // joined by a space, they are the text
	}{
		{"plain", []string{"The port opened.", "Ships came!", "Did they stay?", "Some did"}},
		{"abbreviated country", []string{"The U.S. President went to the U.S.", "The visit was short."}},
		{"titles", []string{"Mr. Smith met Dr. Jones, Prof. Lee and Gen. Park.", "Then he left."}},
		{"initials", []string{"J. R. Smith met X. Wang.", "Then he left."}},
		{"numbers", []string{"It is No. 1 in Vol. 2 since Nov. 15.", "In Nov. 3,000 ships came."}},
		{"months end", []string{"It opened in Nov.", "Ships came."}},
		{"decimals", []string{"It grew by 3.5 percent to 4.25.", "Exports fell."}},
		{"year", []string{"It grew in 2019.", "Exports fell."}},
		{"items", []string{"1. The port.", "II. The ships."}},
		{"ellipses", []string{"Well... it may be...", "Or not…", "Who knows."}},
		{"closing marks", []string{"“It opened.”", "(It did.)", "He said, “Why?” and left."}},
		{"opening marks", []string{"It opened.", "“It did,” he said.", "[2] (Yes.)"}},
		{"companies", []string{"Harbor Co. Ltd. bought Ships Inc.", "In May it sold them."}},
		{"examples", []string{"Big ships, e.g. Titan, and others, i.e. Small ones, came."}},
		{"hours", []string{"It opens at 9 a.m. Monday."}},
		{"several marks", []string{"Really?!", "Yes."}},
		{"no space", []string{"Go to a.b or v1.2 now.", "Yes."}},
		{"spaced stop", []string{"It opened .", "Ships came ."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Join(c.want, " ")
			d := New("", text, nil)
			if got := sentences(d, Segment{Runs: []Run{{Span: Span{0, len(text)}}}}); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func sentences(d *Document, seg Segment) []string {
	var out []string
	for _, span := range d.Sentences(seg) {
		out = append(out, d.Slice(span))
	}
	return out
}

// marked makes a segment of text with its runs in brackets: ⟨ begins a run,
// before it one of · (glued), / (spaced) and | (broken).
func marked(text string) (*Document, Segment) {
	var seg Segment
	d := New("", text, nil)
	for at := 0; ; {
		n := strings.Index(text[at:], "⟨")
		if n < 0 {
			return d, seg
		}
		start := at + n + len("⟨")
		end := start + strings.Index(text[start:], "⟩")
		run := Run{Span: Span{start, end}, Before: Glued}
		switch {
		case strings.HasSuffix(text[:at+n], "/"):
			run.Before = Spaced
		case strings.HasSuffix(text[:at+n], "|"):
			run.Before = Broken
		}
		seg.Runs = append(seg.Runs, run)
		at = end
	}
}

func TestSentencesAcrossRuns(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"glued", "⟨The ⟩·⟨port. Sh⟩·⟨ips came. ⟩·⟨So.⟩", []string{"The ⟩·⟨port.", "Sh⟩·⟨ips came.", "So."}},
		{"glued without space", "⟨U.⟩·⟨S. ports⟩", []string{"U.⟩·⟨S. ports"}},
		{"line break", "⟨The port⟩/⟨opened.⟩/⟨Ships came, Mr.⟩/⟨Smith too.⟩", []string{"The port⟩/⟨opened.", "Ships came, Mr.⟩/⟨Smith too."}},
		{"code", "⟨It opened.⟩|⟨is a word.⟩|⟨Yes⟩", []string{"It opened.", "is a word.", "Yes"}},
		{"code inside", "⟨Run⟩|⟨now. Then⟩|⟨stop.⟩", []string{"Run⟩|⟨now.", "Then⟩|⟨stop."}},
		{"Chinese", "⟨第一句。第二句！“第三句？”第四句⟩", []string{"第一句。", "第二句！", "“第三句？”", "第四句"}},
		{"white space alone", "⟨  ⟩", nil},
		{"no runs", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, seg := marked(c.text)
			if got := sentences(d, seg); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Mr. Lee said “no.” Then the U.S. left. 第一。", uint(7))
	f.Add("1. A. B... c?! ", uint(3))
	f.Fuzz(func(t *testing.T, text string, cut uint) {
		if !utf8.ValidString(text) {
			return
		}
		at := int(cut % uint(len(text)+1))
		for at < len(text) && !utf8.RuneStart(text[at]) {
			at++
		}
		d := New("", text, nil)
		seg := Segment{Runs: []Run{{Span: Span{0, at}}, {Span: Span{at, len(text)}, Before: Join(cut % 3)}}}
		end := 0
		for _, span := range d.Sentences(seg) {
			if span.Start < end || span.Len() <= 0 || span.End > len(text) {
				t.Fatalf("span %v after %d", span, end)
			}
			if strings.TrimFunc(text[end:span.Start], unicode.IsSpace) != "" {
				t.Fatalf("%q is left out", text[end:span.Start])
			}
			if s := d.Slice(span); strings.TrimSpace(s) != s || !utf8.ValidString(s) {
				t.Fatalf("span %q", s)
			}
			end = span.End
		}
		if strings.TrimSpace(text[end:]) != "" {
			t.Fatalf("%q is left out at the end", text[end:])
		}
	})
}
