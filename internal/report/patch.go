package report

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"rectify/internal/edit"
	"rectify/internal/review"
)

// patches is a unified diff of the suggestions that are at least likely, as
// `git apply` and `patch -p1` take it: the text as it is, in UTF-8.
type patches struct{ *bufio.Writer }

func newPatch(w io.Writer, _ Options) Writer { return patches{bufio.NewWriter(w)} }

func (p patches) File(f review.File) error {
	merged, _ := merge(f.Issues, isLikely)
	text, merged, err := f.Document.FileText(merged)
	if err == nil {
		err = edit.Check(text, merged)
	}
	if err != nil {
		return fmt.Errorf("%s: patch: %w", visiblePath(f.Document.Path), err)
	}
	lines := byLine(text, merged)
	if len(lines) == 0 {
		return nil
	}
	name := patchPath(f.Document.Path)
	fmt.Fprintf(p, "--- %s\n+++ %s\n", quotePath("a/"+name), quotePath("b/"+name))
	(&unified{Writer: p.Writer}).hunks(text, lines)
	return nil
}

func (p patches) Close() error { return p.Flush() }

// byLine makes one edit of those that stand on one line, since a diff shows each line
// once. An edit that changes nothing is left out: its line would be a change.
func byLine(text string, edits []edit.Edit) []edit.Edit {
	var lines []edit.Edit
	var fresh []byte // the new text of the last one
	for _, e := range edits {
		if text[e.Start:e.End] == e.New {
			continue
		}
		last := len(lines) - 1
		if last >= 0 && !strings.Contains(text[lines[last].End:e.Start], "\n") {
			fresh = append(append(fresh, text[lines[last].End:e.Start]...), e.New...)
			lines[last].End = e.End
			continue
		}
		if last >= 0 {
			lines[last].New = string(fresh)
		}
		lines, fresh = append(lines, e), append(fresh[:0], e.New...)
	}
	if len(lines) > 0 {
		lines[len(lines)-1].New = string(fresh)
	}
	return lines
}

// patchPath is a path below the folder that the patch is applied in. Only the
// user can say what a leading ".." stands for: it stays.
func patchPath(name string) string {
	return strings.TrimLeft(path.Clean(filepath.ToSlash(strings.TrimPrefix(name, filepath.VolumeName(name)))), "/")
}

// quotePath writes a path as a header of a patch holds it: in the quotes of C
// where a character would end the header or deceive, and with a tab at its
// end where a space would.
func quotePath(name string) string {
	var quoted strings.Builder
	deceives := strings.HasSuffix(name, " ")
	for i := 0; i < len(name); i++ {
		switch b := name[i]; {
		case b == '"' || b == '\\':
			quoted.WriteString(`\` + string(b))
			deceives = true
		case b < ' ' || b == 0x7f:
			fmt.Fprintf(&quoted, `\%03o`, b)
			deceives = true
		default:
			quoted.WriteByte(b)
		}
	}
	switch {
	case deceives:
		return `"` + quoted.String() + `"`
	case strings.Contains(name, " "):
		return name + "\t"
	}
	return name
}
