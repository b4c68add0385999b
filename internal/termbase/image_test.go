package termbase

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// small is a glossary with everything in it that an image has to keep.
func small(t testing.TB) []File {
	t.Helper()
	rows := func(name string, columns []string, lines ...string) File {
		text := strings.Join(columns, "\t") + "\n"
		for _, line := range lines {
			cells := append(strings.Split(line, "|"), make([]string, len(columns))...)
			text += strings.Join(cells[:len(columns)], "\t") + "\n"
		}
		return File{Name: "glossary/" + name + ".tsv", Text: text}
	}
	return []File{
		rows("awkward", PatternColumns,
			"vigorously {verb}|unnecessary word|advice|No force.|{verb}||vigorously plan~", "and so on|said twice|likely|Twice.|-|such as"),
		rows("holders", HolderColumns, "Li Si|李四|head||2018-03|2020|s"),
		rows("glosses", GlossColumns, "中华|chinese|s", "总|general|s", "工会|trade union|s", "全国|national|s"),
		rows("ordinary", OrdinaryColumns, "general national|s"),
		rows("organs", TermColumns,
			"acftu|zh|preferred|中华全国总工会|||||||s", "acftu|en|preferred|All-China Federation of Trade Unions|||||||s",
			"acftu|en|admitted|ACFTU|acronym||||||s", "acftu|en|deprecated|China's Union||npc|2010|2020|likely||s|Not its name."),
		rows("posts", PostColumns, "acftu|主席|chairman|preferred|s", "acftu|主席|president|deprecated|literal"),
		rows("sources", SourceColumns, "s|Names|Us|2020||official"),
		rows("titles", TermColumns,
			"head|zh|preferred|主任|||||||s", "head|en|preferred|head of the Office|||||||s",
			"plan|zh|preferred|规划|||||||s", "plan|en|preferred|{nth} Five-Year Plan of {place}|||||||s", "plan|en|preferred|build~ a plan||qiushi|||||s"),
	}
}

func opened(t testing.TB, files []File) *Glossary {
	t.Helper()
	data, err := Compile(files)
	if err != nil {
		t.Fatal(err)
	}
	g, err := Open(files, data)
	if err != nil {
		t.Fatal(err)
	}
	if g.image == nil {
		t.Fatal("the files were loaded, and the image not used")
	}
	return g
}

// written is an index as it stands in an image.
func written(ix *index) []byte {
	t := &transfer{}
	for _, half := range ix.transfers() {
		half(t)
	}
	return t.data
}

// What is read from an image is what is read from the files.
func TestImageHoldsTheGlossary(t *testing.T) {
	files := small(t)
	want, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	got := opened(t, files)
	if !bytes.Equal(written(got.index), written(want.index)) {
		t.Error("the index differs")
	}
	if got.Len() != want.Len() {
		t.Fatalf("%d entries, not %d", got.Len(), want.Len())
	}
	for i, e := range want.Entries() {
		same := got.Entries()[i]
		if e.ID != same.ID || e.Kind != same.Kind || len(e.Terms) != len(same.Terms) || got.Entry(e.ID) != same {
			t.Errorf("entry %s (%s) is %s (%s)", e.ID, e.Kind, same.ID, same.Kind)
			continue
		}
		for j, term := range e.Terms {
			a, b := *term, *same.Terms[j]
			a.Entry, b.Entry = nil, nil
			if x, y := fmt.Sprintf("%+v", a), fmt.Sprintf("%+v", b); x != y {
				t.Errorf("term %s\nis   %s", x, y)
			}
		}
	}
	for i, e := range want.Patterns() {
		same := got.Patterns()[i]
		if e.ID != same.ID || !reflect.DeepEqual(e.Pattern, same.Pattern) || fmt.Sprint(texts(e)) != fmt.Sprint(texts(same)) {
			t.Errorf("pattern %s %v is %s %v", e.ID, e.Pattern, same.ID, same.Pattern)
		}
	}
	if len(got.Patterns()) != len(want.Patterns()) || got.Entry("and so on") != nil {
		t.Error("patterns are lost, or have become entries")
	}
	if !reflect.DeepEqual(got.Sources(), want.Sources()) || !reflect.DeepEqual(got.Holders(), want.Holders()) || len(got.Posts()) != len(want.Posts()) {
		t.Error("the sources, posts or holders differ")
	}
	if got.Entry("nobody") != nil {
		t.Error("an entry of no id")
	}
	text := "President of the All-China Federation of Trade Unions, ACFTU; the 14th Five-Year Plan of Hunan; built a plan, heads of the Office; vigorously promoted"
	a, b := want.Find(paragraph(text), Usage{}), got.Find(paragraph(text), Usage{})
	if len(a.Matches) != 5 || len(b.Matches) != 5 {
		t.Fatalf("%d and %d matches", len(a.Matches), len(b.Matches))
	}
	for i, m := range append(a.Matches, a.Awkward...) {
		if n := append(b.Matches, b.Awkward...)[i]; m.Span != n.Span || m.Term.Text != n.Term.Text || m.Deviation != n.Deviation || m.Form != n.Form {
			t.Errorf("match %v %q is %v %q", m.Span, m.Term.Text, n.Span, n.Term.Text)
		}
	}
}

// texts are the texts of an entry's terms.
func texts(e *Entry) (out []string) {
	for _, t := range e.Terms {
		out = append(out, fmt.Sprint(t.Status, " ", t.Text, " ", t.Unless, t.Note, t.Certainty, t.Line))
	}
	return out
}

// An image of other files, or a broken one, is none: the files are loaded.
func TestImageOfOtherFiles(t *testing.T) {
	files := small(t)
	data, err := Compile(files)
	if err != nil {
		t.Fatal(err)
	}
	changed := small(t)
	changed[4].Text = strings.Replace(changed[4].Text, "ACFTU", "ACFUT", 1)
	for name, c := range map[string]struct {
		files []File
		data  []byte
	}{
		"changed files": {changed, data},
		"nothing":       {files, nil},
		"another form":  {files, []byte("rectify glossary 0\n" + string(data[len(imageMark):]))},
		"cut short":     {files, data[:len(data)/2]},
		"cut by one":    {files, data[:len(data)-1]},
		"too long":      {files, append(data[:len(data):len(data)], 0)},
	} {
		g, err := Open(c.files, c.data)
		if err != nil || g.image != nil || g.Len() != 4 {
			t.Errorf("%s: %v, image %v", name, err, g.image != nil)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"a wrong row":       "id\tlang\tstatus\tterm\na\ten\tprefered\tA\n",
		"Windows line ends": strings.Join(TermColumns, "\t") + "\r\na\ten\tpreferred\tA\t\t\t\t\t\t\t\t\r\n",
		"missing columns":   "id\tlang\tstatus\tterm\na\ten\tpreferred\tA\n",
		"decomposed":        strings.Join(TermColumns, "\t") + "\na\ten\tpreferred\tCafe\u0301\t\t\t\t\t\t\t\t\n",
	} {
		if _, err := Compile([]File{{Name: "ideas.tsv", Text: text}}); err == nil || !strings.HasPrefix(err.Error(), "ideas.tsv") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whoever asks for an entry gets the same one.
func TestImageAtOnce(t *testing.T) {
	g := opened(t, small(t))
	found := make([]*Entry, 8)
	var askers sync.WaitGroup
	for i := range found {
		askers.Go(func() {
			r := g.Find(paragraph("the All-China Federation of Trade Unions"), Usage{})
			found[i] = r.Matches[0].Term.Entry
			g.Entry("acftu")
			g.Source("s")
		})
	}
	askers.Wait()
	for _, e := range found {
		if e == nil || e != g.Entry("acftu") {
			t.Fatalf("entry %p is not %p", e, g.Entry("acftu"))
		}
	}
}
