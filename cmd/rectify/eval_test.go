package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// figures are those of an evaluation that the script which measured the first
// versions prints too, under its own names.
type figures struct {
	Must    float64           `json:"recall of must"`
	Asked   int               `json:"must"`
	May     float64           `json:"recall of may"`
	Advice  float64           `json:"advice right"`
	Issues  int               `json:"issues"`
	InGold  float64           `json:"issues in gold"`
	Classes map[string]string `json:"by class"`
	Missed  []string          `json:"missed"`
}

// What eval measures is what the project's score is taken with.
func TestEvalIsTheScore(t *testing.T) {
	shared := filepath.Join(top, "..", "shared")
	script := filepath.Join(shared, "score.py")
	if _, err := os.Stat(script); errors.Is(err, fs.ErrNotExist) {
		t.Skip("the marked texts are not here")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not here")
	}
	binary, err := exec.LookPath("rectify")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, pair := range [][2]string{
		{"seed/article.txt", "gold/article.jsonl"},
		{"corpora/mt/001.txt", "gold/mt-001.jsonl"},
		{"corpora/mt/004.txt", "gold/mt-004.jsonl"},
	} {
		paths := []string{filepath.Join(shared, filepath.FromSlash(pair[0])), filepath.Join(shared, filepath.FromSlash(pair[1]))}
		all = append(all, paths...)
		t.Run(pair[1], func(t *testing.T) { sameFigures(t, python, script, binary, paths) })
	}
	t.Run("all", func(t *testing.T) { sameFigures(t, python, script, binary, all) })
}

// sameFigures compares what both say of some texts, without a word of them.
func sameFigures(t *testing.T, python, script, binary string, paths []string) {
	out, err := exec.Command(python, append([]string{script, "gold", binary}, paths...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var want figures
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	got := evalFigures(t, paths)
	if !slices.Equal(got.Missed, want.Missed) {
		t.Errorf("%d faults missed, and %d by the script: they are not the same", len(got.Missed), len(want.Missed))
	}
	got.Missed, want.Missed = nil, nil
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-script +eval:\n%s", diff)
	}
}

// evalFigures are the figures that eval prints.
func evalFigures(t *testing.T, paths []string) figures {
	type share struct {
		Part, All int
		Share     float64
	}
	var read struct {
		Must, May, Advice share
		InGold            share            `json:"in_gold"`
		ByClass           map[string]share `json:"by_class"`
		Missed            []struct {
			Path, Quote, Class, ZH string
			Must                   bool
		}
	}
	out, _ := rectify(t, "", append([]string{"eval", "--format", "json"}, paths...)...)
	if err := json.Unmarshal([]byte(out), &read); err != nil {
		t.Fatal(err)
	}
	f := figures{
		Must: read.Must.Share, Asked: read.Must.All, May: read.May.Share, Advice: read.Advice.Share,
		Issues: read.InGold.All, InGold: read.InGold.Share, Classes: map[string]string{},
	}
	for name, s := range read.ByClass {
		f.Classes[name] = fmt.Sprintf("%d/%d", s.Part, s.All)
	}
	for _, m := range read.Missed {
		if m.Must {
			f.Missed = append(f.Missed, fmt.Sprintf("%s: %s (%s, %s)", filepath.Base(m.Path), m.Quote, m.Class, m.ZH))
		}
	}
	return f
}
