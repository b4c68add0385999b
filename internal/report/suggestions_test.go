package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/review"
)

// hardToPlace is a text in which bytes, characters and lines don't go together,
// with suggestions of several edits, of insertions and over lines.
func hardToPlace() review.File {
	f := newFile("新闻/稿.txt", "\ufeff“国家主席” met them.\r\n\r\nÜber 𝄞 the words\r\nof two lines, and the end")
	at := func(text string) int { return strings.Index(f.Document.Text, text) }
	for _, edits := range [][]edit.Edit{
		{{Start: at("国"), End: at("” met"), New: "president"}},
		{{Start: at("the words"), End: at("the words"), New: "of "}, {Start: at("𝄞"), End: at("𝄞") + 4, New: "music"}},
		{{Start: at("words\r\n"), End: at(" two"), New: "text"}},
		{{Start: len(f.Document.Text), End: len(f.Document.Text), New: ".\n"}},
	} {
		f.Issues = append(f.Issues, check.Issue{
			Check: variant, Span: document.Span{Start: edits[0].Start, End: edits[0].End},
			Suggestions: []check.Suggestion{{Text: edits[0].New, Edits: edits}},
		})
	}
	return f
}

// within is a text that stands in a file between marks and in escapes; in an
// archive, if the file is foreign.
func within(foreign bool) review.File {
	const file = "<p>\r\n国 a <b>ship</b> &amp; crew</p>\n<p>one</p>"
	at := func(text string) document.Span {
		start := strings.Index(file, text)
		return document.Span{Start: start, End: start + len(text)}
	}
	escape := func(text string) string { return strings.ReplaceAll(text, "&", "&amp;") }
	var x document.Extraction
	for _, text := range []string{"国 a ", "ship", " "} {
		x.Add(text, 0, at(text), escape)
	}
	x.Add("&", 0, at("&amp;"), escape)
	x.Add(" crew", 0, at(" crew"), escape)
	end := x.Len()
	x.End().Name = "table 1, row 2"
	d := x.Document("a.docx", []document.Part{{Text: file}}, foreign)
	f := review.File{Document: d, Words: 5}
	for _, e := range []edit.Edit{{Start: 0, End: 3, New: "中国"}, {Start: strings.Index(d.Text, "&"), End: end, New: "& men"}} {
		f.Issues = append(f.Issues, check.Issue{
			Check: variant, Span: document.Span{Start: e.Start, End: e.End}, Message: "m",
			Suggestions: []check.Suggestion{{Text: e.New, Edits: []edit.Edit{e}}},
		})
	}
	f.Issues[1].Related = []check.Related{{Span: f.Issues[0].Span}}
	return f
}

// Whoever applies a suggestion by the lines and columns of a report gets what
// its edits make.
func TestSuggestionsApply(t *testing.T) {
	for _, f := range []review.File{hardToPlace(), within(false)} {
		for format, all := range map[string]func(t *testing.T, text, out string) [][]edit.Edit{"sarif": editsOfSARIF, "rdjson": editsOfRDJSON} {
			text, _, err := f.Document.FileText(nil)
			if err != nil {
				t.Fatal(err)
			}
			got := all(t, text, render(t, format, newResult(f), Options{}))
			if len(got) != len(f.Issues) {
				t.Fatalf("%s: %d suggestions of %d", format, len(got), len(f.Issues))
			}
			for i, edits := range got {
				_, wanted, err := f.Document.FileText(f.Issues[i].Suggestions[0].Edits)
				if err != nil {
					t.Fatal(err)
				}
				want, err := edit.Apply(text, wanted)
				if err != nil {
					t.Fatal(err)
				}
				if made, err := edit.Apply(text, edits); err != nil || made != want {
					t.Errorf("%s: %q, %v; want %q", format, made, err, want)
				}
			}
		}
	}
}

// A file without lines has no place for a suggestion, and its issues say where
// they are.
func TestForeignFiles(t *testing.T) {
	for _, format := range []string{"sarif", "rdjson", "github", "gitlab", "checkstyle", "junit", "csv", "markdown", "html"} {
		out := render(t, format, newResult(within(true)), Options{})
		if strings.Count(out, "table 1, row 2") < 2 {
			t.Errorf("%s doesn't say where:\n%s", format, out)
		}
		for _, place := range []string{"startLine", `"range"`, "line=", `"fixes"`, `"suggestions"`, "1:1"} {
			if strings.Contains(out, place) {
				t.Errorf("%s holds %s:\n%s", format, place, out)
			}
		}
	}
}

func editsOfSARIF(t *testing.T, text, out string) (all [][]edit.Edit) {
	offset := func(line, column int) int {
		at := lineStart(text, line)
		if line == 1 && strings.HasPrefix(text, byteOrderMark) {
			at += len(byteOrderMark)
		}
		for range column - 1 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		return at
	}
	var log struct {
		Runs []struct{ Results []sarifResult }
	}
	if err := json.Unmarshal([]byte(out), &log); err != nil {
		t.Fatal(err)
	}
	for _, r := range log.Runs[0].Results {
		var edits []edit.Edit
		for _, c := range r.Fixes[0].Changes[0].Replacements {
			edits = append(edits, edit.Edit{
				Start: offset(c.Deleted.StartLine, c.Deleted.StartColumn), End: offset(c.Deleted.EndLine, c.Deleted.EndColumn), New: c.Inserted.Text,
			})
		}
		all = append(all, edits)
	}
	return all
}

func editsOfRDJSON(t *testing.T, text, out string) (all [][]edit.Edit) {
	offset := func(p rdPosition) int { return lineStart(text, p.Line) + p.Column - 1 }
	var result struct{ Diagnostics []rdDiagnostic }
	if err := json.Unmarshal([]byte(out), &result); err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		s := d.Suggestions[0]
		all = append(all, []edit.Edit{{Start: offset(s.Range.Start), End: offset(s.Range.End), New: s.Text}})
	}
	return all
}

// lineStart is the offset of a line, counted from 1.
func lineStart(text string, line int) int {
	at := 0
	for range line - 1 {
		at += strings.Index(text[at:], "\n") + 1
	}
	return at
}

// No two issues of a report for GitLab share a fingerprint, though files share
// their sentences.
func TestGitLabFingerprints(t *testing.T) {
	var issues []gitlabIssue
	out := render(t, "gitlab", newResult(visit("a.txt"), visit("b.txt")), Options{})
	if err := json.Unmarshal([]byte(out), &issues); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, i := range issues {
		all = append(all, i.Fingerprint)
	}
	slices.Sort(all)
	if len(all) != 2*len(visit("a.txt").Issues) || len(slices.Compact(all)) != len(issues) {
		t.Errorf("fingerprints %q", all)
	}
}
