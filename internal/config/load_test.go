package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// repositoryWith makes a repository, and next to it whatever else the files name
// by ../, and goes into it.
func repositoryWith(t *testing.T, files map[string]string) {
	t.Helper()
	top := filepath.Join(t.TempDir(), "repository")
	if err := os.MkdirAll(filepath.Join(top, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(top)
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func link(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Skipf("links can't be made here: %v", err)
	}
}

func TestFindStopsAtTheRepository(t *testing.T) {
	repositoryWith(t, map[string]string{"docs/old/a.md": "", "../" + Name: "house: mfa\n"})
	for folder, want := range map[string]string{"docs/old": "", ".": "", "..": Name} {
		if got, err := Find(folder); got != want || err != nil {
			t.Errorf("in %s: %q, %v; want %q", folder, got, err, want)
		}
	}
	if err := os.WriteFile(Name, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	want := filepath.Join("..", "..", Name)
	if got, err := Find(filepath.Join("docs", "old")); got != want || err != nil {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
}

func TestExtendedSettingsComeFirst(t *testing.T) {
	repositoryWith(t, map[string]string{
		Name:                "extends: [common/house.yaml, common/terms.yaml]\nglossaries: own.tsv\n",
		"common/house.yaml": "extends: day.yaml\nhouse: mfa\n",
		"common/terms.yaml": "extends: ../common/day.yaml\nglossaries: [terms.tsv]\n",
		"common/day.yaml":   "as-of: 2018\nhouse: xinhua\n",
		"common/terms.tsv":  "",
		"own.tsv":           "",
	})
	s, err := Loader{}.Load(Name)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, l := range s {
		switch {
		case l.AsOf.IsSet():
			files = append(files, l.AsOf.At.String())
		case l.House.IsSet():
			files = append(files, l.House.At.String())
		default:
			files = append(files, l.Glossaries[0].At.String()+"="+filepath.ToSlash(l.Glossaries[0].Is))
		}
	}
	want := "common/day.yaml:1 common/house.yaml:2 common/terms.yaml:2=common/terms.tsv .rectify.yaml:2=own.tsv"
	if got := filepath.ToSlash(strings.Join(files, " ")); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestCirclesAreTold(t *testing.T) {
	for name, files := range map[string]map[string]string{
		".rectify.yaml:1: extends .rectify.yaml, which leads back here at .rectify.yaml:1: settings can't extend each other": {
			Name: "extends: .rectify.yaml\n",
		},
		"b.yaml:2: extends .rectify.yaml, which leads back here at .rectify.yaml:1: settings can't extend each other": {
			Name: "extends: a.yaml\n", "a.yaml": "extends: b.yaml", "b.yaml": "# up again\nextends: .rectify.yaml\n",
		},
	} {
		repositoryWith(t, files)
		if _, err := (Loader{}).Load(Name); err == nil || err.Error() != name {
			t.Errorf("got %v\nwant %s", err, name)
		}
	}
}

// What a stranger's settings may try to read, and what comes of it.
func TestNothingOutsideIsRead(t *testing.T) {
	secret := map[string]string{"../secret.yaml": "house: mfa\n"}
	for name, prepare := range map[string]func(t *testing.T) string{
		"up":           func(*testing.T) string { return "../secret.yaml" },
		"up and back":  func(*testing.T) string { return "docs/../../secret.yaml" },
		"absolute":     func(t *testing.T) string { path, _ := filepath.Abs("../secret.yaml"); return path },
		"link":         func(t *testing.T) string { link(t, "../secret.yaml", "in.yaml"); return "in.yaml" },
		"link to link": func(t *testing.T) string { link(t, "b", "a"); link(t, "../secret.yaml", "b"); return "a" },
		"linked folder": func(t *testing.T) string {
			link(t, "..", "up")
			return "up/secret.yaml"
		},
	} {
		t.Run(name, func(t *testing.T) {
			repositoryWith(t, secret)
			path := prepare(t)
			for _, key := range []string{"extends", "glossaries", "baseline"} {
				if err := os.WriteFile(Name, []byte(key+": "+path+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
				if _, err := (Loader{}).Load(Name); !errors.Is(err, ErrOutside) || !strings.HasPrefix(err.Error(), Name+":1: ") {
					t.Errorf("%s %s: %v", key, path, err)
				}
				if _, err := (Loader{Trust: true}).Load(Name); err != nil {
					t.Errorf("%s %s, trusted: %v", key, path, err)
				}
			}
		})
	}
}

// A baseline may be still to be written, but not outside either.
func TestBaselineThatIsNotThere(t *testing.T) {
	repositoryWith(t, map[string]string{"docs/a.md": ""})
	link(t, "../gone.tsv", "dangling.tsv")
	link(t, "..", "up")
	for path, outside := range map[string]bool{
		"old.tsv": false, "docs/old.tsv": false,
		"../old.tsv": true, "up/old.tsv": true,
	} {
		if err := os.WriteFile(Name, []byte("baseline: "+path+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := (Loader{}).Load(Name); errors.Is(err, ErrOutside) != outside || (err != nil) != outside {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := os.WriteFile(Name, []byte("baseline: dangling.tsv\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := (Loader{}).Load(Name); err == nil {
		t.Error("a link to nothing is taken")
	}
}

func TestSettingsThatAreALinkOutside(t *testing.T) {
	repositoryWith(t, map[string]string{"../secret.yaml": "root:x:0\n"})
	link(t, "../secret.yaml", Name)
	if _, err := (Loader{}).Load(Name); !errors.Is(err, ErrOutside) || strings.Contains(err.Error(), "root:") {
		t.Errorf("got %v", err)
	}
	if _, err := (Loader{Named: true}).Load(Name); err == nil || !strings.Contains(err.Error(), Name+":1: ") {
		t.Errorf("the user's own word: %v", err)
	}
}

func TestWhatIsNoFile(t *testing.T) {
	repositoryWith(t, map[string]string{"docs/a.md": ""})
	for path, want := range map[string]string{"docs": "it is no regular file", "gone.yaml": "no such file or directory"} {
		if err := os.WriteFile(Name, []byte("extends: "+path+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := (Loader{}).Load(Name); err == nil || !strings.HasPrefix(err.Error(), Name+":1: "+path+": ") || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
