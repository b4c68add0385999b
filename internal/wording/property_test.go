package wording

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/termbase"
)

// places are texts of terms, right and wrong, as they stand in a document.
var places = strings.Split(`leading group|Leading groups|LEADING GROUP|supreme command|folk delegates|folk delegate
party general secretary|President of the State|State President|Presidents of State|examiner of discipline
comprehensively building a modern socialist country|comprehensively built a modern socialist country
played first violin at|exploring and developing|standing on one's own feet|high-level opening up|Popular Congress
All China Federation of Trade Unions|all-China federation of trade unions|All-China Federation of the Trade Union
18th National Congress of the Chinese Trade Unions|Inner Mongolia Provincial Standing Party Committee|Arts Chamber
3rd Hebei office boss|leading role of Party|new era of the reform and opening up|government firms|Energy Board`, "|")

// drawText is a sentence with places in it, its spaces and letters disguised.
func drawText(t *rapid.T) string {
	filler := []string{"the ", "a ", "an ", "The ", "A ", "has ", "zq ", "team ", "Committee ", "of China ", "(", "“", ". ", ", ", "\n", "is "}
	var all []string
	for _, line := range places {
		all = append(all, strings.Split(line, "\n")...)
	}
	var out strings.Builder
	for range rapid.IntRange(1, 4).Draw(t, "places") {
		for range rapid.IntRange(0, 3).Draw(t, "fillers") {
			out.WriteString(rapid.SampledFrom(filler).Draw(t, "filler"))
		}
		for i, r := range rapid.SampledFrom(all).Draw(t, "place") {
			switch {
			case r == ' ':
				out.WriteString(rapid.SampledFrom([]string{" ", " ", " ", "  ", "\u00a0", "\n", "\r\n", " \t"}).Draw(t, "space"))
			case r == '-':
				out.WriteString(rapid.SampledFrom([]string{"-", "-", "\u2011", " "}).Draw(t, "hyphen"))
			case i > 0 && r >= 'a' && r <= 'z' && rapid.IntRange(0, 19).Draw(t, "inside") == 0:
				out.WriteString("\u00ad" + string(r))
			default:
				out.WriteRune(r)
			}
		}
		out.WriteString(rapid.SampledFrom([]string{" ", "'s ", ". ", ") ", "’s\n", " team ", " and Letters "}).Draw(t, "after"))
	}
	return out.String()
}

// likeness is a text as a reader sees it: spaces, hyphens and invisible
// characters of all kinds made one, and a and an.
func likeness(text string) string {
	text = strings.NewReplacer("\u00ad", "", "\u2011", "-", "’", "'").Replace(text)
	words := strings.Fields(text)
	for i, w := range words {
		switch strings.TrimLeft(w, "(“") {
		case "an", "An", "AN", "A":
			words[i] = strings.TrimSuffix(w, strings.TrimLeft(w, "(“")) + "a"
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), "- ", "-")
}

// The edits of a suggestion make of a text without markup what stands there
// with the place written anew.
func TestEditsMakeTheText(t *testing.T) {
	g := glossary(t)
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		run := document.Run{Span: document.Span{End: len(text)}}
		d := document.New("a.txt", text, []document.Segment{{Runs: []document.Run{run}}})
		found := g.Find(d, termbase.Usage{})
		for _, m := range found.Matches {
			s, ok := Fit(d, found.Text, m, m.Term.Entry.Preferred("", termbase.Date{}))
			if !ok {
				continue
			}
			got, err := edit.Apply(text, s.Edits)
			if err != nil {
				t.Fatalf("%q: %v", text[m.Start:m.End], err)
			}
			if want := text[:m.Start] + s.Text + text[m.End:]; likeness(got) != likeness(want) {
				t.Errorf("%q as %q: %v\n got %q\nwant %q", text[m.Start:m.End], s.Text, s.Edits, likeness(got), likeness(want))
			}
			if !s.Safe {
				t.Errorf("%q as %q isn't safe", text[m.Start:m.End], s.Text)
			}
			for _, e := range s.Edits {
				if e.Start == e.End && e.New == "" || text[e.Start:e.End] == e.New {
					t.Errorf("an edit that changes nothing: %v", e)
				}
			}
		}
	})
}

// With any markup between the words, every suggestion can be applied and
// leaves the markup, byte for byte and in its order.
func TestEditsLeaveMarkup(t *testing.T) {
	g := glossary(t)
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		var runs []document.Run
		var marked strings.Builder
		at := 0
		for at < len(text) {
			end := at + rapid.IntRange(1, 30).Draw(t, "run")
			for end < len(text) && (text[end]&0xc0 == 0x80) {
				end++
			}
			end = min(end, len(text))
			start := marked.Len()
			marked.WriteString(text[at:end])
			join := document.Join(rapid.IntRange(0, 2).Draw(t, "join"))
			runs = append(runs, document.Run{Span: document.Span{Start: start, End: marked.Len()}, Before: join})
			marked.WriteString(rapid.SampledFrom([]string{"<>", "<\n>", "<<>>"}).Draw(t, "markup"))
			at = end
		}
		text = marked.String()
		d := document.New("a.txt", text, []document.Segment{{Runs: runs}})
		markup := func(text string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune("<>", r) {
					return r
				}
				return -1
			}, text)
		}
		found := g.Find(d, termbase.Usage{})
		for _, m := range found.Matches {
			s, ok := Fit(d, found.Text, m, m.Term.Entry.Preferred("", termbase.Date{}))
			if !ok {
				continue
			}
			got, err := edit.Apply(text, s.Edits)
			if err != nil {
				t.Fatalf("%q: %v", text[m.Start:m.End], err)
			}
			if markup(got) != markup(text) {
				t.Errorf("%q\nbecame %q", text, got)
			}
			for _, e := range s.Edits {
				if strings.ContainsAny(text[e.Start:e.End], "<>") {
					t.Errorf("edit %v takes markup in %q", e, text)
				}
			}
		}
	})
}
