package termbase

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rectify/internal/document"
)

// failer is what a test, a property and a fuzz target report to.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// checkMatches checks what holds of every recognition.
func checkMatches(t failer, d *document.Document, r Recognition) {
	t.Helper()
	boundary := map[int]bool{len(d.Text): true}
	for i := range d.Text {
		boundary[i] = true
	}
	inside := func(s document.Span, segment int) bool {
		return s.Start < s.End && boundary[s.Start] && boundary[s.End] && d.Segments[segment].Span().Contains(s)
	}
	if len(r.Segments) != len(d.Segments)+1 {
		t.Errorf("%d segments of words, not %d", len(r.Segments), len(d.Segments)+1)
		return
	}
	for i := range d.Segments {
		at := d.Segments[i].Span().Start
		for _, w := range r.Words[r.Segments[i]:r.Segments[i+1]] {
			if !inside(w.Span(), i) || int(w.Start) < at || w.Stem() < w.Start || w.Stem() > w.End() || !boundary[int(w.Stem())] {
				t.Errorf("word %+v of segment %d", w, i)
			}
			if !slices.ContainsFunc(d.Segments[i].Runs, func(run document.Run) bool { return run.Contains(w.Span()) }) {
				t.Errorf("word %+v lies in no run", w)
			}
			at = int(w.End())
		}
	}
	last := 0
	for _, m := range r.Matches {
		if m.Start < last {
			t.Errorf("match %v begins before %d, where another ends", m.Span, last)
		}
		last = m.End
		if m.Segment < 0 || m.Segment >= len(d.Segments) || !inside(m.Span, m.Segment) {
			t.Errorf("match %v lies outside its segment %d, or splits a character", m.Span, m.Segment)
			continue
		}
		if m.First < int(r.Segments[m.Segment]) || m.Last < m.First || m.Last >= int(r.Segments[m.Segment+1]) {
			t.Errorf("match %v has words %d to %d", m.Span, m.First, m.Last)
			continue
		}
		end := r.Words[m.Last].End()
		if m.Deviation&Possessive != 0 {
			end = r.Words[m.Last].Stem()
		}
		if m.Start != int(r.Words[m.First].Start) || m.End != int(end) {
			t.Errorf("match %v isn't where its words are", m.Span)
		}
		for _, fill := range m.Fills {
			if !inside(fill, m.Segment) || !m.Contains(fill) {
				t.Errorf("fill %v of match %v", fill, m.Span)
			}
		}
		if m.Term == nil || m.Term.Entry == nil || m.Term.Lang != "en" {
			t.Errorf("match %v of term %+v", m.Span, m.Term)
		}
	}
}

// drawTerm is a name that no rule of grammar bends.
func drawTerm(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.StringMatching(`[A-PR-Z][a-pr-z]{2,6}[bdgklmnprt]`), 2, 5).Draw(t, "words")
	var out strings.Builder
	for i, w := range words {
		if i > 0 {
			out.WriteString(rapid.SampledFrom([]string{" ", " ", " ", "-", " of ", " of the ", "'s "}).Draw(t, "between"))
		}
		out.WriteString(w)
	}
	return out.String()
}

// disguise writes a term as texts do: other spaces, invisible characters
// inside words, full-width letters, curly apostrophes, other hyphens.
func disguise(t *rapid.T, term string) string {
	var out strings.Builder
	for i, r := range term {
		inWord := i > 0 && r >= 'a' && r <= 'z' && term[i-1] != '\'' && term[i-1] != ' ' && term[i-1] != '-'
		if inWord && rapid.IntRange(0, 9).Draw(t, "inside") == 0 {
			out.WriteString(rapid.SampledFrom([]string{"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"}).Draw(t, "invisible"))
		}
		switch {
		case r == ' ':
			out.WriteString(rapid.SampledFrom([]string{" ", "  ", "\t", "\u00a0", "\u3000", "\n", "\r\n", " \n ", "\u2009 "}).Draw(t, "space"))
		case r == '-':
			out.WriteString(rapid.SampledFrom([]string{"-", "\u2010", "\u2011", "\u2013", "-\n"}).Draw(t, "hyphen"))
		case r == '\'':
			out.WriteString(rapid.SampledFrom([]string{"'", "’", "ʼ"}).Draw(t, "apostrophe"))
		case rapid.IntRange(0, 19).Draw(t, "width") == 0:
			out.WriteRune(r + 0xfee0)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// A text made of a term as texts disguise it holds the term, exactly there.
func TestFindsDisguisedTerms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		term := drawTerm(t)
		if rapid.IntRange(0, 4).Draw(t, "capitals") == 0 {
			term = strings.ToUpper(term)
		}
		g, err := Load([]File{file("organs", "e|en|preferred|"+term)})
		if err != nil {
			t.Fatal(err)
		}
		before := rapid.SampledFrom([]string{"", "zq ", "(", "“", "19. ", "Zq-zq ", "中文", "zq\n", "zq, the\u00a0"}).Draw(t, "before")
		after := rapid.SampledFrom([]string{"", " zq", ".", ",zq", ")", "”", "'s zq", "’s", "中文", "\n", "\u00a0zq", ":", "/zq", "!Zq"}).Draw(t, "after")
		written := disguise(t, term)
		d := paragraph(before + written + after)
		r := g.Find(d, Usage{})
		checkMatches(t, d, r)
		if len(r.Matches) != 1 {
			t.Fatalf("%d matches in %q", len(r.Matches), d.Text)
		}
		m := r.Matches[0]
		if m.Start != len(before) || d.Slice(m.Span) != written {
			t.Errorf("%q was found as %q", written, d.Slice(m.Span))
		}
		want := Deviation(0)
		if strings.HasPrefix(after, "'s") || strings.HasPrefix(after, "’s") {
			want = Possessive
		}
		if m.Deviation != want {
			t.Errorf("%q: deviation%s, not%s", d.Text, m.Deviation, want)
		}
	})
}

// A text in capitals holds the term too; one that leaves a letter out doesn't.
func TestFindsCapitalsAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		term := drawTerm(t)
		g, err := Load([]File{file("ideas", "e|en|preferred|"+term)})
		if err != nil {
			t.Fatal(err)
		}
		if found := g.Find(paragraph(strings.ToUpper(term)), Usage{}).Matches; len(found) != 1 || found[0].Len() != len(term) || found[0].Deviation != 0 {
			t.Errorf("capitals of %q: %v", term, found)
		}
		at := rapid.IntRange(0, len(term)-1).Draw(t, "at")
		if c := term[at]; c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			// q stands in no word of a term.
			if found := g.Find(paragraph(term[:at]+"q"+term[at+1:]), Usage{}).Matches; len(found) != 0 {
				t.Errorf("%q with a q at %d: %v", term, at, found)
			}
		}
	})
}

// Of several terms in a text each is found, in order, the longest where one
// holds another.
func TestFindsEveryTerm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.Custom(drawTerm), 1, 5, strings.ToLower).Draw(t, "terms")
		var lines []string
		for _, n := range names {
			lines = append(lines, n+"|en|preferred|"+n)
		}
		g, err := Load([]File{file("ideas", lines...)})
		if err != nil {
			t.Fatal(err)
		}
		picked := rapid.SliceOfN(rapid.SampledFrom(names), 0, 6).Draw(t, "picked")
		text := "zq " + strings.Join(picked, " zq, zq\n") + " zq."
		d := paragraph(text)
		r := g.Find(d, Usage{})
		checkMatches(t, d, r)
		var got []string
		for _, m := range r.Matches {
			got = append(got, m.Term.Text)
		}
		if !slices.Equal(got, picked) {
			t.Errorf("%q\n got %q\nwant %q", text, got, picked)
		}
	})
}

// divide makes segments of a text, cut where the bytes of a plan say.
func divide(text string, plan []byte) []document.Segment {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	var segments []document.Segment
	position := 0
	for i := 0; i+2 < len(plan) && position < len(at); i += 3 {
		begin := min(position+int(plan[i]&7), len(at)-1)
		end := min(begin+int(plan[i+1]), len(at)-1)
		run := document.Run{Span: document.Span{Start: at[begin], End: at[end]}, Before: document.Join(plan[i+2] % 3)}
		position = end
		if len(segments) == 0 || plan[i+2]&0x40 != 0 {
			segments = append(segments, document.Segment{Kind: document.Kind(plan[i+2] >> 7)})
		}
		s := &segments[len(segments)-1]
		s.Runs = append(s.Runs, run)
	}
	return segments
}

func FuzzFind(f *testing.F) {
	g := loaded(f, file("organs",
		"acftu|en|preferred|All-China Federation of Trade Unions", "acftu|en|admitted|ACFTU|acronym",
		"congress|en|preferred|{nth} National Congress of Chinese Trade Unions",
		"president|en|preferred|President of the People's Republic of China", "president|en|deprecated|President of the State",
		"provincial|en|preferred|CPC {place} Provincial Committee", "provincial|en|deprecated|{place} Provincial Party Committee",
		"gs|en|preferred|general secretary of the CPC Central Committee", "gs|en|deprecated|general secretary|||||||deputy general secretary",
		"modern|en|preferred|build~ a modern socialist country in all respects", "modern|en|deprecated|comprehensively build~ a modern socialist country",
		"rd|en|preferred|R&D, research (and) development", "workers|en|preferred|workers' movement", "plan|en|preferred|14th Five-Year Plan"))
	whole := []byte{0, 255, 0x40, 0, 255, 0x40}
	pieces := []byte{0, 5, 0x40, 0, 3, 0, 1, 9, 1, 0, 0, 2, 0, 1, 0, 2, 40, 0x41, 0, 7, 2, 0, 255, 0}
	for _, text := range []string{
		"the All-China Federation of Trade Unions (ACFTU)", "the 18th National Congress of the Chinese Trade Union's",
		"All\u00ad-China\u00a0Federation\r\nof Trade Un\u200bions", "Hunan Provincial Party Committee, CPC Inner Mongolia Provincial Committee",
		"deputy general secretaries, comprehensively building a modern socialist country", "PRESIDENT OF STATE's",
		"ʼs ʼ 'tis ''' \xff\xfe\x80 President\x80of the State", "R&D, research (and) development", "http://a.b/c_d@e 1,000.5.the 14TH five year plan",
		"国家主席President of the State。ＣＰＣ\u2011", "", "-\n-", "\ufeff\u200b",
	} {
		f.Add(text, whole)
		f.Add(text, pieces)
	}
	f.Fuzz(func(t *testing.T, text string, plan []byte) {
		d := document.New("fuzz.txt", text, divide(text, plan))
		for _, u := range []Usage{{}, {House: "npc", Day: day(t, "2020")}} {
			r := g.Find(d, u)
			checkMatches(t, d, r)
			if again := g.Find(d, u); !slices.EqualFunc(r.Matches, again.Matches, func(a, b Match) bool { return a.Span == b.Span && a.Term == b.Term }) {
				t.Errorf("found %v, then %v", r.Matches, again.Matches)
			}
		}
	})
}
