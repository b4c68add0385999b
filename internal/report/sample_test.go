package report

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// The checks of the sample: made up, but like real ones.
var (
	deprecated = &check.Check{
		ID: "term/deprecated", Category: mqm.AgainstResource, Severity: mqm.Major, Certainty: check.Proven,
		Doc: check.Doc{
			Title: "a rendering that the glossary lists as wrong", Text: "The {glossary} says so,\nand a [reader](1) would.\n\nMore is said below.",
			Before: "He met the President of the State.", After: "He met the President of the People's Republic of China.", House: "xinhua",
		},
	}
	variant = &check.Check{
		ID: "term/variant", Category: mqm.WrongTerm, Severity: mqm.Minor, Certainty: check.Likely,
		Doc: check.Doc{Title: "a name that is almost right", Text: "Almost.", Before: "All China", After: "All-China"},
	}
	acronym = &check.Check{
		ID: "acronym/undefined", Category: mqm.HouseStyle, Severity: mqm.Minor, Certainty: check.Advice,
		Doc: check.Doc{Title: "letters that nothing explains", Text: "Letters.", Before: "The NC met.", After: "The congress met."},
	}
)

// entry makes an entry of a Chinese and an English preferred term.
func entry(id, zh, en string, sources ...string) *termbase.Entry {
	e := &termbase.Entry{ID: id}
	if zh != "" {
		e.Terms = append(e.Terms, &termbase.Term{Entry: e, Lang: "zh", Status: termbase.Preferred, Text: zh})
	}
	if en != "" {
		e.Terms = append(e.Terms, &termbase.Term{Entry: e, Lang: "en", Status: termbase.Preferred, Text: en, Sources: sources})
	}
	return e
}

var (
	president  = entry("president-prc", "国家主席", "President of the People's Republic of China", "constitution", "npc")
	federation = entry("acftu", "中华全国总工会", "All-China Federation of Trade Unions", "acftu")
	thought    = entry("xi-thought", "习近平新时代中国特色社会主义思想",
		"Xi Jinping Thought on Socialism with Chinese Characteristics for a New Era", "congress")
	decisions = entry("decisions", "决策部署", "decisions and plans", "congress")
)

var cites = map[string]termbase.Source{
	"constitution": {Title: "Constitution of the People's Republic of China", Publisher: "National People's Congress", Date: "2018-03-11"},
	"npc":          {Title: "Structure of the State", Publisher: "npc.gov.cn"},
	"acftu":        {Title: "About the ACFTU (全总简介)", Publisher: "acftu.org"},
	"bad":          {Title: "cited\x1b[5m\nso"},
	"congress":     {Title: "Report to the 20th National Congress of the CPC", Publisher: "Xinhua", Date: "2022-10-25"},
}

// fault makes issues of every place where a document has the text.
type fault struct {
	check   *check.Check
	text    string
	entry   *termbase.Entry
	message string
	suggest []string
	safe    bool
}

func newFile(path, text string, faults ...fault) review.File {
	d := document.New(path, text, nil)
	for start := 0; start < len(text); {
		end := start + len(text[start:])
		if i := strings.Index(text[start:], "\n\n"); i >= 0 {
			end = start + i + 2
		}
		d.Segments = append(d.Segments, document.Segment{Runs: []document.Run{{Span: document.Span{
			Start: start, End: start + len(strings.TrimRight(text[start:end], "\r\n")),
		}}}})
		start = end
	}
	f := review.File{Document: d, Words: len(strings.Fields(text))}
	for _, x := range faults {
		at := 0
		for {
			i := strings.Index(text[at:], x.text)
			if i < 0 {
				break
			}
			span := document.Span{Start: at + i, End: at + i + len(x.text)}
			at = span.End
			issue := check.Issue{Check: x.check, Span: span, Message: x.message, Entry: x.entry}
			if x.entry != nil {
				issue.Term = x.entry.Preferred("", termbase.Date{})
			}
			for _, s := range x.suggest {
				issue.Suggestions = append(issue.Suggestions, check.Suggestion{
					Edits: []edit.Edit{{Start: span.Start, End: span.End, New: s}}, Text: s, Safe: x.safe,
				})
			}
			f.Issues = append(f.Issues, issue)
		}
	}
	slices.SortStableFunc(f.Issues, func(a, b check.Issue) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Check.ID, b.Check.ID))
	})
	return f
}

func newResult(files ...review.File) *review.Result {
	return &review.Result{Files: files, Source: func(key string) termbase.Source { return cites[key] }}
}

const visitText = `The President of the State met trade union delegates

The President of the State, who had come from the coast, met delegates of the All China Federation of Trade Unions
on Friday. As President of the State he thanked them.

The All China Federation of Trade Unions has studied the thought of socialism with Chinese characteristics for a new era since spring. It will carry out the decision-making and deployment of the leadership, said the All China federation of Trade Unions; the GDP grew.

“The President of the State,” one said, “came in person” (国家主席亲自来了).
The President of the State left at noon. The President of the State slept well. The President of the State woke up.
The President of the State, the President of the State, the President of the State; the President of the State and the President of the State.
`

// visit is a news text with ten and more identical faults, several entries,
// and an issue about no entry.
func visit(path string) review.File {
	f := newFile(path, visitText,
		fault{
			deprecated, "President of the State", president, "the glossary lists this rendering as wrong",
			[]string{"President of the People's Republic of China", "Chinese President"},
			true,
		},
		fault{
			variant, "All China Federation of Trade Unions", federation, "the official name has a hyphen",
			[]string{"All-China Federation of Trade Unions"},
			true,
		},
		fault{
			variant, "All China federation of Trade Unions", federation, "the official name has a hyphen and a capital F",
			[]string{"All-China Federation of Trade Unions"},
			true,
		},
		fault{
			variant, "thought of socialism with Chinese characteristics for a new era", thought, "the title is incomplete",
			[]string{"Xi Jinping Thought on Socialism with Chinese Characteristics for a New Era"},
			false,
		},
		fault{
			deprecated, "decision-making and deployment", decisions, "a word-for-word rendering",
			[]string{"decisions and plans"},
			false,
		},
		fault{acronym, "GDP", nil, "“GDP” is used but nowhere written out", nil, false},
	)
	last := len(f.Issues) - 1
	f.Issues[last].Related = []check.Related{{Span: f.Issues[0].Span, Message: "first"}}
	return f
}

// small is a second file, with a fault that only deletes.
func small(path string) review.File {
	return newFile(path, "He is a worker worker.\r\nAnd so on.\r\n",
		fault{variant, " worker.", nil, "the word stands there twice", []string{"."}, true})
}

func clean(path string) review.File { return newFile(path, "All is well here.\n") }

func render(t *testing.T, format string, r *review.Result, o Options) string {
	t.Helper()
	f, err := Lookup(format)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := f.Write(&out, r, o); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return out.String()
}
