package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rectify/internal/format"
)

// An interruption comes between two files, never in one.
func TestInterruptedRewrite(t *testing.T) {
	for _, interrupted := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
		in, err := format.Read(path, []byte("old"))
		if err != nil {
			t.Fatal(err)
		}
		stop, want := make(chan os.Signal, 1), "new"
		if interrupted {
			stop <- os.Interrupt
			want = "old"
		}
		err = rewriteUntil(stop, []*format.File{in}, [][]byte{[]byte("new")})
		if said := err != nil && strings.HasPrefix(err.Error(), "interrupted: 0 files changed"); said != interrupted {
			t.Error(err)
		}
		if data, err := os.ReadFile(path); err != nil || string(data) != want {
			t.Errorf("the file holds %q, error %v; want %q", data, err, want)
		}
	}
}
