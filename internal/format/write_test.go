package format

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// onDisk makes a file in a folder of its own.
func onDisk(t *testing.T, data string, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	return path
}

// holds fails unless the file has the content and its folder nothing else.
func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("the file holds %q, %v; want %q", got, err, want)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func TestWrite(t *testing.T) {
	for _, c := range []struct {
		name, before, text, after string
		enc                       Encoding
	}{
		{"UTF-8", bom + "one\r\ntwo", bom + "1\r\ntwo", bom + "1\r\ntwo", UTF8},
		{"UTF-16", "\xff\xfea\x00", bom + "b国", "\xff\xfeb\x00\xfd\x56", UTF16LE},
		{"GB18030", "\xb9\xfa\xce\xf1\xd4\xba\n", "国务\n", "\xb9\xfa\xce\xf1\n", GB18030},
		{"GB18030 without Chinese left", "\xb9\xfa\xce\xf1\xd4\xba\n", "gone\n", "gone\n", GB18030},
		{"to nothing", "one", "", "", UTF8},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := onDisk(t, c.before, 0o640)
			if err := Write(path, c.text, c.enc, []byte(c.before)); err != nil {
				t.Fatal(err)
			}
			holds(t, path, c.after)
			if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
				t.Errorf("mode %v, %v", info.Mode(), err)
			}
		})
	}
}

func TestWriteNothingNew(t *testing.T) {
	path := onDisk(t, "same", 0o600)
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(path, "same", UTF8, []byte("same")); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(path); err != nil || !os.SameFile(before, after) {
		t.Errorf("the file was replaced: %v", err)
	}
}

func TestWriteThroughLink(t *testing.T) {
	path := onDisk(t, "one", 0o600)
	name := filepath.Join(t.TempDir(), "link.txt")
	link(t, path, name)
	if err := Write(name, "two", UTF8, []byte("one")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "two")
	if info, err := os.Lstat(name); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
}

func TestWriteRefuses(t *testing.T) {
	// A3A0 is read as the wide space, which is written as A1A1.
	const drifts = "\xb9\xfa\xce\xf1\xa3\xa0"
	for _, c := range []struct {
		name, disk, text, original, want string
		enc                              Encoding
	}{
		{"a file that changed", "changed", "new", "read", "changed since it was read", UTF8},
		{"bytes that don't come back", drifts, "new", drifts, "doesn't survive", GB18030},
		{"text that is not valid", "one", "a\xff", "one", "not valid UTF-8", UTF8},
		{"text that would be binary", "one", "a\x00", "one", "can't be told", UTF8},
		{"UTF-16 that would not be known again", "a\x00b\x00", "国国国国国", "a\x00b\x00", "can't be told", UTF16LE},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := onDisk(t, c.disk, 0o600)
			err := Write(path, c.text, c.enc, []byte(c.original))
			if err == nil || !strings.HasPrefix(err.Error(), path+": not written: ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
			holds(t, path, c.disk)
		})
	}
	if err := Write(t.TempDir(), "new", UTF8, nil); err == nil || !strings.Contains(err.Error(), "no regular file") {
		t.Errorf("a folder: %v", err)
	}
	missing := filepath.Join(t.TempDir(), "missing.txt")
	if err := Write(missing, "new", UTF8, nil); err == nil || strings.Count(err.Error(), missing) != 1 {
		t.Errorf("a missing file: %v", err)
	}
}

func TestReplaceCleansUp(t *testing.T) {
	path := onDisk(t, "one", 0o600)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(path) // a file can't take its place
	if err := replace(folder, []byte("two"), info); err == nil {
		t.Error("a folder was replaced")
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(folder), ".rectify-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}

func TestWriteKeepsPermissions(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions don't bind this user")
	}
	path := onDisk(t, "one", 0o400)
	if err := Write(path, "two", UTF8, []byte("one")); err == nil || !strings.Contains(err.Error(), "permission denied") {
		t.Errorf("a file that is only to be read: %v", err)
	}
	holds(t, path, "one")
	path = onDisk(t, "one", 0o600)
	folder := filepath.Dir(path)
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o700) }) // so that it can be removed
	if err := Write(path, "two", UTF8, []byte("one")); err == nil || !strings.Contains(err.Error(), "no new file can be made") {
		t.Errorf("a folder that is only to be read: %v", err)
	}
	holds(t, path, "one")
}
