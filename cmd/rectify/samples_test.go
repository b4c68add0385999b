package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// top is the top of the repository.
var top = func() string {
	path, err := filepath.Abs(filepath.FromSlash("../.."))
	if err != nil {
		panic(err)
	}
	return path
}()

// rectify runs the command line at the top of the repository.
func rectify(t *testing.T, stdin string, args ...string) (out string, status int) {
	t.Helper()
	t.Chdir(top)
	t.Setenv("COLUMNS", "")
	var stdout, stderr bytes.Buffer
	status = run(args, strings.NewReader(stdin), &stdout, &stderr)
	if status == exitFailed {
		t.Fatalf("rectify %s: %s", strings.Join(args, " "), stderr.String())
	}
	return stdout.String(), status
}

// samples are the texts with faults; each has a corrected version beside it.
func samples(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.FromSlash("../../testdata/samples/*.*"))
	if err != nil {
		t.Fatal(err)
	}
	var faulty []string
	for _, path := range all {
		if ext := filepath.Ext(path); ext != ".golden" && !strings.Contains(path, ".corrected.") {
			path, err := filepath.Rel(filepath.FromSlash("../.."), path)
			if err != nil {
				t.Fatal(err)
			}
			faulty = append(faulty, filepath.ToSlash(path))
		}
	}
	if len(faulty) < 3 {
		t.Fatalf("%d samples", len(faulty))
	}
	return faulty
}

// One golden shows every issue of every sample: the place to see what a change
// of a check or of the glossary does.
func TestSamples(t *testing.T) {
	paths := samples(t)
	got, _ := rectify(t, "", append([]string{"check", "--format", "line"}, paths...)...)
	golden := filepath.FromSlash("testdata/samples/issues.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("-want +got; run go test ./cmd/rectify -update to accept:\n%s", diff)
	}
}

func TestCorrectedSamplesAreClean(t *testing.T) {
	for _, path := range samples(t) {
		ext := filepath.Ext(path)
		corrected := strings.TrimSuffix(path, ext) + ".corrected" + ext
		t.Run(corrected, func(t *testing.T) {
			if out, status := rectify(t, "", "check", "--format", "line", corrected); out != "" || status != exitClean {
				t.Errorf("exit %d:\n%s", status, out)
			}
		})
	}
}

// What fix wrote has nothing left that it would fix.
func TestFixTwiceIsFixOnce(t *testing.T) {
	for _, path := range samples(t) {
		t.Run(path, func(t *testing.T) {
			once, _ := rectify(t, "", "fix", path)
			original, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if once == string(original) {
				t.Fatal("nothing was fixed")
			}
			copied := filepath.Join(t.TempDir(), filepath.Base(path))
			if err := os.WriteFile(copied, []byte(once), 0o644); err != nil {
				t.Fatal(err)
			}
			if twice, _ := rectify(t, "", "fix", copied); twice != once {
				t.Errorf("the second fix changes the text:\n%s", cmp.Diff(once, twice))
			}
		})
	}
}
