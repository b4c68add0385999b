package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"testing"
)

func TestSpool(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, size := range []int{0, 10, spoolMemory, spoolMemory + 1, 2*spoolMemory + 5} {
		var s spool
		want := bytes.Repeat([]byte("0123456789"), size/10+1)[:size]
		for at := 0; at < size; at += 1 << 20 {
			if _, err := s.Write(want[at:min(size, at+1<<20)]); err != nil {
				t.Fatal(err)
			}
		}
		if (s.file != nil) != (size > spoolMemory) {
			t.Errorf("%d bytes: a file is %v", size, s.file)
		}
		var got bytes.Buffer
		if err := s.copyTo(&got); err != nil || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%d bytes come back as %d, error %v", size, got.Len(), err)
		}
		s.discard()
		if s.file != nil {
			if _, err := os.Stat(s.file.Name()); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("the temporary file stays: %v", err)
			}
		}
	}
}
