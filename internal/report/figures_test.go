package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"rectify/internal/document"
	"rectify/internal/evaluation"
	"rectify/internal/review"
	"rectify/internal/scorecard"
)

// figures are the renderers of figures: of scorecards and of evaluations, whose
// gold here has every quote that is hard to print.
var figures = map[string]func(io.Writer, *review.Result, Options) error{
	"score": func(w io.Writer, r *review.Result, o Options) error {
		return WriteScorecard(w, scorecard.Of(r, scorecard.Default), o)
	},
	"score json": func(w io.Writer, r *review.Result, _ Options) error {
		return WriteScorecardJSON(w, scorecard.Of(r, scorecard.Default))
	},
	"eval": func(w io.Writer, r *review.Result, o Options) error {
		return WriteEvaluation(w, evaluate(r), o)
	},
	"eval json": func(w io.Writer, r *review.Result, _ Options) error {
		return WriteEvaluationJSON(w, evaluate(r))
	},
}

func evaluate(r *review.Result) *evaluation.Result {
	var gold [][]evaluation.Fault
	for _, f := range r.Files {
		text := f.Document.Text
		gold = append(gold, []evaluation.Fault{
			{Quote: text, Class: strings.Repeat("class ", 20), Chinese: strings.Repeat("新闻", 50), Must: true},
			{Quote: text, Class: "c\x1b[2J", Chinese: "\u202e"},
			{Quote: "absent\x1b[2J" + strings.Repeat("x", 200), Class: "term"},
			{Quote: text, Class: "term", NeedsSource: true},
		})
	}
	return evaluation.Evaluate(r, gold)
}

func hard() *review.Result {
	return newResult(visit("news/visit.txt"), wide(), hostile(), contrary(), small("b.txt"))
}

func drawn(t *testing.T, name string, r *review.Result, o Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := figures[name](&out, r, o); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestFiguresFit(t *testing.T) {
	for _, r := range []*review.Result{hard(), newResult(wide()), newResult()} {
		for _, name := range []string{"score", "eval"} {
			for _, cells := range []int{0, 1, 41, 60, 80, 140} {
				plain := drawn(t, name, r, Options{Width: cells})
				bound := max(cells, leastWidth)
				if cells == 0 {
					bound = cardWidth
				}
				for line := range strings.Lines(plain) {
					line = strings.TrimSuffix(line, "\n")
					if got := screen.StringWidth(line); got > bound {
						t.Errorf("%s at %d: %d cells: %s", name, cells, got, line)
					}
					if line != strings.TrimRight(line, " ") {
						t.Errorf("%s at %d: space at the end of %q", name, cells, line)
					}
				}
				if color := drawn(t, name, r, Options{Width: cells, Color: true}); escapes.ReplaceAllString(color, "") != plain {
					t.Errorf("%s at %d: color changes more than the color", name, cells)
				}
			}
		}
	}
}

func TestFiguresHideNothing(t *testing.T) {
	for name := range figures {
		out := drawn(t, name, hard(), Options{})
		if at := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && isHidden(r) }); at >= 0 {
			t.Errorf("%s prints %q", name, out[at:at+4])
		}
	}
}

// What has nothing to share is null, and a list without elements a list.
func TestFiguresOfNothing(t *testing.T) {
	for name, want := range map[string]string{
		"score json": `"files":[]`, "eval json": `"must":{"part":0,"all":0,"share":null}`,
	} {
		var compact bytes.Buffer
		if err := json.Compact(&compact, []byte(drawn(t, name, newResult(), Options{}))); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(compact.String(), want) {
			t.Errorf("%s: no %s in %s", name, want, compact.String())
		}
	}
}

// A fault is listed with the places where it was missed, and those alone.
func TestPlacesOfAMark(t *testing.T) {
	d := document.New("a.txt", "one\ntwo one\n", nil)
	spans := []document.Span{{Start: 0, End: 3}, {Start: 8, End: 11}}
	for want, places := range map[string][]document.Span{"a.txt": nil, "a.txt:2:5": spans[1:], "a.txt:1:1, 2:5": spans} {
		if got := where(d, places); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
