package review_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rectify/glossary"
	"rectify/internal/check"
	"rectify/internal/checks"
	"rectify/internal/document"
	"rectify/internal/format"
	"rectify/internal/review"
)

// all is a review with everything that ships.
func all(t testing.TB) review.Review {
	t.Helper()
	g, err := glossary.Open()
	if err != nil {
		t.Fatal(err)
	}
	return review.Review{Glossary: g, Options: review.Options{Checks: checks.All}, Jobs: 1}
}

func readAll(t testing.TB, pattern string) []*document.Document {
	t.Helper()
	paths, err := filepath.Glob(filepath.FromSlash(pattern))
	if err != nil {
		t.Fatal(err)
	}
	var out []*document.Document
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := format.Read(path, data)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, file.Document)
	}
	return out
}

// Edited official English must be left in peace: nearly every issue there is a
// false alarm.
func TestSilentOnEditedEnglish(t *testing.T) {
	documents := readAll(t, "../../../shared/corpora/clean/*.txt")
	if len(documents) == 0 {
		t.Skip("the corpus of edited English is not here")
	}
	const mostPerThousandWords = 0.5
	words, alarms := 0, []string(nil)
	for _, f := range all(t).Run(documents).Files {
		words += f.Words
		for _, i := range f.Issues {
			if i.HowSure() > check.Advice {
				alarms = append(alarms, f.Document.Path+": "+f.Document.Slice(i.Span)+" ["+i.Check.ID+"]")
			}
		}
	}
	if rate := 1000 * float64(len(alarms)) / float64(words); rate > mostPerThousandWords {
		t.Errorf("%.2f alarms in 1,000 words:\n%s", rate, strings.Join(alarms, "\n"))
	}
}

// The result is the same for any number of workers.
func TestJobs(t *testing.T) {
	documents := readAll(t, "../../testdata/samples/*.txt")
	show := func(r *review.Result) (out []string) {
		for _, f := range r.Files {
			for _, i := range f.Issues {
				out = append(out, f.Document.Path+": "+f.Document.Slice(i.Span)+" "+i.Check.ID+" "+i.Message)
			}
		}
		return out
	}
	for _, across := range []bool{false, true} {
		r := all(t)
		r.Across = across
		want := strings.Join(show(r.Run(documents)), "\n")
		for _, jobs := range []int{2, 8} {
			r.Jobs = jobs
			if got := strings.Join(show(r.Run(documents)), "\n"); got != want || want == "" {
				t.Errorf("%d workers find something else than one (across %t)", jobs, across)
			}
		}
	}
}
