package format

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces the content of a file by data, all or nothing. original is
// what was read: the file must still hold it, so that nobody else's change is
// lost. A link stays a link, its target is written; permissions stay, and the
// owner where the system lets us. Data equal to the original is not written, but
// it is made sure that it could be.
func Write(path string, data, original []byte) error {
	if err := write(path, data, original); err != nil {
		return fmt.Errorf("%s: not written: %w", path, reason(err))
	}
	return nil
}

func write(path string, data, original []byte) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	info, err := os.Stat(target)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errors.New("it is no regular file")
	}
	if err := unchanged(target, original); err != nil || bytes.Equal(data, original) {
		return err
	}
	return replace(target, data, info)
}

// unchanged fails if the file doesn't hold the bytes that were read, or if we
// may not write it: replacing it would get round its permissions.
func unchanged(target string, original []byte) error {
	file, err := os.OpenFile(target, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer file.Close() // nothing is written through it
	var now bytes.Buffer
	if _, err := now.ReadFrom(file); err != nil {
		return err
	}
	if !bytes.Equal(now.Bytes(), original) {
		return errors.New("it has changed since it was read: review it again")
	}
	return nil
}

// replace puts a new file in the place of target.
func replace(target string, data []byte, info fs.FileInfo) (err error) {
	folder := filepath.Dir(target)
	temp, err := os.CreateTemp(folder, ".rectify-*.tmp")
	if err != nil {
		return fmt.Errorf("no new file can be made in %s: %w", folder, reason(err))
	}
	defer func() {
		if err != nil {
			// The first error is what the user needs to know.
			_ = temp.Close()
			_ = os.Remove(temp.Name())
		}
	}()
	if _, err := temp.Write(data); err != nil {
		return err
	}
	// The owner first: changing it clears bits of the mode.
	keepOwner(temp, info)
	if err := temp.Chmod(info.Mode()); err != nil {
		return err
	}
	if err := temp.Sync(); err != nil {
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), target)
}
