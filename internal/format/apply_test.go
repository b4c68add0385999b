package format

import (
	"strings"
	"testing"

	"rectify/internal/edit"
)

// whole replaces the text behind its byte order mark.
func whole(f *File, text string) []edit.Edit {
	return []edit.Edit{{Start: len(f.Document.Text) - len(strings.TrimPrefix(f.Document.Text, bom)), End: len(f.Document.Text), New: text}}
}

func TestApply(t *testing.T) {
	for _, c := range []struct{ name, before, text, after string }{
		{"UTF-8", bom + "one\r\ntwo", "1\r\ntwo", bom + "1\r\ntwo"},
		{"UTF-16", "\xff\xfea\x00", "b国", "\xff\xfeb\x00\xfd\x56"},
		{"GB18030", "\xb9\xfa\xce\xf1\xd4\xba\n", "国务\n", "\xb9\xfa\xce\xf1\n"},
		{"GB18030 without Chinese left", "\xb9\xfa\xce\xf1\xd4\xba\n", "gone\n", "gone\n"},
		{"to nothing", "one", "", ""},
	} {
		f, err := Read("a.txt", []byte(c.before))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := f.Apply(whole(f, c.text)); err != nil || string(got) != c.after {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
		if got, err := f.Apply(nil); err != nil || string(got) != c.before {
			t.Errorf("%s: without an edit %q, %v", c.name, got, err)
		}
	}
}

func TestApplyRefuses(t *testing.T) {
	for _, c := range []struct{ name, before, text, want string }{
		// A3A0 is read as the wide space, which is written as A1A1.
		{"bytes that don't come back", "\xb9\xfa\xce\xf1\xa3\xa0", "new", "doesn't survive"},
		{"text that is not valid", "one", "a\xff", "not valid UTF-8"},
		{"text that would be binary", "one", "a\x00", "can't be told"},
		{"UTF-16 that would not be known again", "a\x00b\x00", "国国国国国", "can't be told"},
	} {
		f, err := Read("a.txt", []byte(c.before))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := f.Apply(whole(f, c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q, %v; want an error with %q", c.name, got, err, c.want)
		}
	}
}
