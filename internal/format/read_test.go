package format

import (
	"slices"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	const text = "# One `x`\n"
	for _, c := range []struct {
		path string
		want []string
	}{
		{"a.md", []string{"H: One"}},
		{"A.MARKDOWN", []string{"H: One"}},
		{"a.txt", []string{"H: # One `x`"}},
		{"a.text", []string{"H: # One `x`"}},
		{"LICENSE", []string{"H: # One `x`"}},
		{"-", []string{"H: # One `x`"}},
	} {
		file, err := Read(c.path, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := show(text, file.Document.Segments); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.path, got, c.want)
		}
		if file.Document.Path != c.path || file.Document.Text != text || file.Encoding != UTF8 {
			t.Errorf("%s: read as %+v", c.path, file)
		}
	}
}

func TestReadUTF16(t *testing.T) {
	file, err := Read("a.md", utf16Bytes(bom+"*One*\r\n", false))
	if err != nil {
		t.Fatal(err)
	}
	if got := show(file.Document.Text, file.Document.Segments); !slices.Equal(got, []string{"C: One"}) || file.Encoding != UTF16LE {
		t.Errorf("got %q in %v", got, file.Encoding)
	}
}

func TestReadError(t *testing.T) {
	_, err := Read("dir/a.md", []byte("a\x00"))
	if err == nil || !strings.HasPrefix(err.Error(), "dir/a.md: binary file") {
		t.Errorf("got %v", err)
	}
}
