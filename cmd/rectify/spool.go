package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// spoolMemory is how many bytes of a report are held in memory.
const spoolMemory = 16 << 20

// spool holds a report until it is whole: a large one in a temporary file, so
// that the memory of a review doesn't grow with what it finds.
type spool struct {
	memory bytes.Buffer
	file   *os.File // nil as long as memory holds it all
	named  bool     // the file is still to be removed
}

// Write adds to the report.
func (s *spool) Write(data []byte) (int, error) {
	if s.memory.Len()+len(data) <= spoolMemory {
		return s.memory.Write(data)
	}
	if s.file == nil {
		file, err := os.CreateTemp("", "rectify-*.tmp")
		if err != nil {
			return 0, fmt.Errorf("the report is long, and there is no room for it: %w", err)
		}
		s.file = file
		// Where the system lets us, it has no name, so that nothing stays behind a
		// run that is interrupted.
		s.named = os.Remove(file.Name()) != nil
	}
	if _, err := s.memory.WriteTo(s.file); err != nil {
		return 0, err
	}
	return s.memory.Write(data)
}

// copyTo writes out the whole report.
func (s *spool) copyTo(w io.Writer) error {
	if s.file != nil {
		if _, err := s.file.Seek(0, io.SeekStart); err != nil {
			return err
		}
		if _, err := io.Copy(w, s.file); err != nil {
			return err
		}
	}
	_, err := s.memory.WriteTo(w)
	return err
}

// discard takes the temporary file away, if there is one. Where that fails, the
// system will do it one day: no reason to call the review a failure.
func (s *spool) discard() {
	if s.file != nil {
		_ = s.file.Close()
		if s.named {
			_ = os.Remove(s.file.Name())
		}
	}
}
