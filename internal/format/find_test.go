package format

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree makes files in a new folder, which it makes the current one.
func tree(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("text\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// noRepository keeps git from taking a repository above the test for ours.
func noRepository(t *testing.T) {
	t.Helper()
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(os.TempDir()))
}

func runGit(t *testing.T, args ...string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func link(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}

func finds(t *testing.T, paths []string, want ...string) {
	t.Helper()
	for i := range want {
		want[i] = filepath.FromSlash(want[i])
	}
	got, err := Find(paths)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("Find(%q) = %q, %v; want %q", paths, got, err, want)
	}
}

func TestFindByWalking(t *testing.T) {
	tree(t, "b.md", "a.TXT", "c.go", ".d.md", ".hidden/e.md", "sub/f.markdown", "sub/deep/国.text", "other.log")
	noRepository(t)
	finds(t, []string{"."}, "a.TXT", "b.md", "sub/deep/国.text", "sub/f.markdown")
	finds(t, []string{"sub", "sub/deep", "b.md", "./b.md", "other.log", ".d.md"}, ".d.md", "b.md", "other.log", "sub/deep/国.text", "sub/f.markdown")
	finds(t, []string{".hidden"}, ".hidden/e.md")
	finds(t, nil)
}

func TestFindLinks(t *testing.T) {
	tree(t, "real/a.md", "real/sub/b.md")
	noRepository(t)
	link(t, "real", "link")
	link(t, "..", "real/sub/up")
	link(t, "a.md", "real/z.md")
	link(t, "real/a.md", "one.md")
	finds(t, []string{"real"}, "real/a.md", "real/sub/b.md")
	finds(t, []string{"link"}, "link/a.md", "link/sub/b.md")
	finds(t, []string{"one.md"}, "one.md")
}

func TestFindInRepository(t *testing.T) {
	tree(t, "kept.md", "gone.md", "new 国.md", "ignored.md", "build/x.md", "sub/y.txt", ".dot/z.md", "code.go")
	runGit(t, "init", "-q")
	runGit(t, "add", "kept.md", "gone.md")
	if err := os.Remove("gone.md"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(".gitignore", []byte("/build\nignored.md\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	finds(t, []string{"."}, ".dot/z.md", "kept.md", "new 国.md", "sub/y.txt")
	finds(t, []string{"sub", "ignored.md"}, "ignored.md", "sub/y.txt")
	t.Setenv("GIT_DIR", ".git") // as in a hook
	finds(t, []string{"sub"}, "sub/y.txt")
	if _, err := Find([]string{"build"}); err == nil || !strings.Contains(err.Error(), "git ignores") {
		t.Errorf("an ignored folder: %v", err)
	}
}

func TestFindErrors(t *testing.T) {
	tree(t, "empty/x.go", "a.md")
	noRepository(t)
	for path, want := range map[string]string{
		"missing.md": "no such file: missing.md",
		"empty":      "no files that rectify reads (" + strings.Join(Extensions(), " ") + ") in empty",
	} {
		if _, err := Find([]string{"a.md", path}); err == nil || err.Error() != want {
			t.Errorf("Find(%q): %v; want %s", path, err, want)
		}
	}
}
