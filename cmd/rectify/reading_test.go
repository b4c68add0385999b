package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What would take all memory is refused before it is read.
func TestInputsHaveAnEnd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.txt")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, mostInput+1); err != nil {
		t.Skipf("no file with a hole: %v", err)
	}
	for _, args := range [][]string{{"check", path}, {"check", "--baseline", path, path}, {"fix", path}} {
		var out, errs bytes.Buffer
		status := run(args, strings.NewReader(""), &out, &errs)
		if status != exitFailed || !strings.Contains(errs.String(), "large.txt: larger than 512 MB") {
			t.Errorf("%v: exit %d, %s", args[:2], status, errs.String())
		}
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestStreamsHaveAnEnd(t *testing.T) {
	if _, err := readUpTo(1<<16, "-", endless{}); err == nil {
		t.Error("an endless stream was read")
	}
}
