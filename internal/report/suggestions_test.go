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

// Whoever applies a suggestion by the lines and columns of a report gets what
// its edits make.
func TestSuggestionsApply(t *testing.T) {
	f := hardToPlace()
	for format, all := range map[string]func(*testing.T, string) [][]edit.Edit{"sarif": editsOfSARIF, "rdjson": editsOfRDJSON} {
		got := all(t, render(t, format, newResult(f), Options{}))
		if len(got) != len(f.Issues) {
			t.Fatalf("%s: %d suggestions of %d", format, len(got), len(f.Issues))
		}
		for i, edits := range got {
			want, err := edit.Apply(f.Document.Text, f.Issues[i].Suggestions[0].Edits)
			if err != nil {
				t.Fatal(err)
			}
			if made, err := edit.Apply(f.Document.Text, edits); err != nil || made != want {
				t.Errorf("%s: %q, %v; want %q", format, made, err, want)
			}
		}
	}
}

func editsOfSARIF(t *testing.T, out string) (all [][]edit.Edit) {
	text := hardToPlace().Document.Text
	offset := func(line, column int) int {
		at := lineStart(text, line)
		if line == 1 {
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

func editsOfRDJSON(t *testing.T, out string) (all [][]edit.Edit) {
	text := hardToPlace().Document.Text
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
