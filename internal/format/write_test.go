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
	path := onDisk(t, "one", 0o640)
	if err := Write(path, []byte("two"), []byte("one")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "two")
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestWriteNothingNew(t *testing.T) {
	path := onDisk(t, "same", 0o600)
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(path, []byte("same"), []byte("same")); err != nil {
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
	if err := Write(name, []byte("two"), []byte("one")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "two")
	if info, err := os.Lstat(name); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
}

func TestWriteRefuses(t *testing.T) {
	path := onDisk(t, "changed", 0o600)
	err := Write(path, []byte("new"), []byte("read"))
	if err == nil || !strings.HasPrefix(err.Error(), path+": not written: ") || !strings.Contains(err.Error(), "changed since it was read") {
		t.Errorf("a file that changed: %v", err)
	}
	holds(t, path, "changed")
	if err := Write(t.TempDir(), []byte("new"), nil); err == nil || !strings.Contains(err.Error(), "no regular file") {
		t.Errorf("a folder: %v", err)
	}
	missing := filepath.Join(t.TempDir(), "missing.txt")
	if err := Write(missing, []byte("new"), nil); err == nil || strings.Count(err.Error(), missing) != 1 {
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
	if err := Write(path, []byte("two"), []byte("one")); err == nil || !strings.Contains(err.Error(), "permission denied") {
		t.Errorf("a file that is only to be read: %v", err)
	}
	holds(t, path, "one")
	path = onDisk(t, "one", 0o600)
	folder := filepath.Dir(path)
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o700) }) // so that it can be removed
	if err := Write(path, []byte("two"), []byte("one")); err == nil || !strings.Contains(err.Error(), "no new file can be made") {
		t.Errorf("a folder that is only to be read: %v", err)
	}
	holds(t, path, "one")
}
