package changes

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Read reads a diff of any number of files. The error names the line: input that
// is no diff, that ends in the middle of one or that compares more than two
// versions would else look like one without changes. Nothing at all is the diff
// of equals.
func Read(r io.Reader) (Set, error) {
	in := reader{lines: bufio.NewReader(r), files: Set{}}
	for {
		text, err := in.next()
		if err == nil {
			err = in.take(text)
		}
		switch {
		case errors.Is(err, io.EOF) && in.oldLeft+in.newLeft > 0:
			return nil, fmt.Errorf("line %d: the diff ends here in the middle of a change", in.number)
		case errors.Is(err, io.EOF) && in.number > 0 && !in.headed && !in.blank:
			return nil, errors.New(`no diff: no line begins with "diff --git" or "---"`)
		case errors.Is(err, io.EOF):
			return in.files, nil
		case err != nil:
			return nil, fmt.Errorf("line %d: %w", in.number, err)
		}
	}
}

// reader is where in a diff the reading stands.
type reader struct {
	lines  *bufio.Reader
	number int // of the line, from 1
	files  Set
	headed bool // a file was named
	blank  bool // nothing was seen but white space

	git      string // what follows "diff --git", "" outside the headers of git
	fresh    string // what follows "rename to" or "copy to"
	gone     bool   // the headers of git say that the file was deleted
	old      string // what follows "---"
	file     *File  // nil for a file that is gone
	oldLeft  int    // lines of the hunk that are still to come, of both sides
	newLeft  int
	position int // the next line of the file as it is now
}

// headerBytes is how much of a line is looked at: names are shorter, and the
// text of a line counts for nothing.
const headerBytes = 1 << 14

// next is the next line, cut where it is very long, without its line end.
func (in *reader) next() (string, error) {
	var text []byte
	for {
		part, err := in.lines.ReadSlice('\n')
		if len(text) < headerBytes {
			text = append(text, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && len(text) == 0 {
			return "", err
		}
		in.number++
		blank := len(bytes.TrimSpace(text)) == 0
		in.blank = blank && (in.blank || in.number == 1)
		return strings.TrimSuffix(strings.TrimSuffix(string(text), "\n"), "\r"), nil
	}
}

func (in *reader) take(text string) error {
	if in.oldLeft+in.newLeft > 0 {
		return in.change(text)
	}
	for _, h := range headers {
		if rest, ok := strings.CutPrefix(text, h.prefix); ok {
			return h.take(in, rest)
		}
	}
	return nil // a letter around a patch, or what else git says of a file
}

// headers are the lines outside of hunks that say something, by how they begin.
var headers = []struct {
	prefix string
	take   func(*reader, string) error
}{
	{"diff --git ", func(in *reader, rest string) error {
		in.headed, in.git, in.fresh, in.gone, in.old, in.file = true, rest, "", false, "", nil
		return nil
	}},
	{"diff --cc ", combined},
	{"diff --combined ", combined},
	{"@@@", combined},
	{"rename to ", (*reader).renamed},
	{"copy to ", (*reader).renamed},
	{"deleted file mode ", func(in *reader, _ string) error {
		in.gone = true
		return nil
	}},
	{"Binary files ", (*reader).binary},
	{"GIT binary patch", (*reader).binary},
	{"--- ", func(in *reader, rest string) error {
		in.headed, in.old, in.file = true, name(rest), nil
		return nil
	}},
	{"+++ ", (*reader).named},
	{"@@ ", (*reader).hunk},
}

func combined(*reader, string) error {
	return errors.New("a merge compared with both its parents can't be read: compare it with one")
}

func (in *reader) renamed(rest string) error {
	in.fresh = unquoted(rest)
	in.files.file(in.fresh)
	return nil
}

// named takes the name of the file as it is now.
func (in *reader) named(rest string) error {
	path := in.path(name(rest))
	if path == nowhere {
		return nil
	}
	if in.file = in.files.file(path); !in.file.Empty() {
		return fmt.Errorf("%s is changed a second time, so that its lines can't be counted: compare the first version with the last", path)
	}
	return nil
}

// binary takes a file whose lines aren't shown: all of it counts. Unless it was
// renamed, its name stands twice in git's header.
func (in *reader) binary(rest string) error {
	half := len(in.git) / 2
	old, fresh, _ := strings.Cut(strings.TrimSuffix(rest, " differ"), " and ")
	switch {
	case in.gone || fresh == nowhere:
		return nil
	case in.fresh != "":
		in.files.file(in.fresh).Whole = true
		return nil
	case half > 0 && in.git[half] == ' ':
		old, fresh = in.git[:half], in.git[half+1:]
	}
	if fresh != "" {
		in.headed = true
		in.files.file(path(unquoted(old), unquoted(fresh))).Whole = true
	}
	return nil
}

// hunk begins a change: "-12,3 +14,0 @@", where ",1" may be left out.
func (in *reader) hunk(rest string) error {
	fields := strings.Fields(rest)
	if len(fields) < 3 || fields[2] != "@@" {
		return fmt.Errorf("%q is no place of a change", "@@ "+rest)
	}
	_, old, okOld := place(fields[0], "-")
	first, fresh, okNew := place(fields[1], "+")
	if !okOld || !okNew {
		return fmt.Errorf("%q is no place of a change", "@@ "+rest)
	}
	if in.old == "" && in.file == nil {
		return errors.New("a change of no file")
	}
	if fresh == 0 {
		first++ // it names the line before
	}
	if in.file != nil && in.file.last() > behind(first-1) {
		return errors.New("the changes of a file are out of order")
	}
	in.oldLeft, in.newLeft, in.position = old, fresh, first
	return nil
}

// place reads where a side of a hunk begins and how many lines it has.
func place(text, sign string) (first, count int, ok bool) {
	text, ok = strings.CutPrefix(text, sign)
	begin, length, counted := strings.Cut(text, ",")
	if !counted {
		length = "1"
	}
	const bits = 31 // so many lines no file has
	f, bad := strconv.ParseUint(begin, 10, bits)
	n, worse := strconv.ParseUint(length, 10, bits)
	return int(f), int(n), ok && bad == nil && worse == nil
}

// change takes a line of a hunk.
func (in *reader) change(text string) error {
	file := in.file
	if file == nil {
		file = &File{} // it is gone, and nobody asks
	}
	sign := byte(' ') // some tools strip the space of an empty line
	if text != "" {
		sign = text[0]
	}
	switch sign {
	case '+':
		file.add(line(in.position))
		in.position++
		in.newLeft--
	case '-':
		file.add(behind(in.position - 1))
		in.oldLeft--
	case ' ':
		in.position++
		in.oldLeft--
		in.newLeft--
	case '\\': // "No newline at end of file"
	default:
		return fmt.Errorf("a line of a change begins with %q", string(sign))
	}
	if in.oldLeft < 0 || in.newLeft < 0 {
		return errors.New("the change has more lines than it says")
	}
	return nil
}

// nowhere stands for the other side of a file that is new or gone.
const nowhere = "/dev/null"

// name is the path after "---" or "+++"; a tab ends it.
func name(text string) string {
	if !strings.HasPrefix(text, `"`) {
		text, _, _ = strings.Cut(text, "\t")
	}
	return unquoted(text)
}

// unquoted is a name as git writes it if it holds characters of note: in quotes
// and with the escapes of C.
func unquoted(text string) string {
	if plain, err := strconv.Unquote(text); err == nil && strings.HasPrefix(text, `"`) {
		return plain
	}
	return text
}

// sides are the letters that git puts before the two names of a file, by what
// it compares: a and b as it comes; commit, index and work tree with
// diff.mnemonicPrefix.
var sides = []string{"a b", "i w", "c w", "c i", "o w"}

// path is the name of the file as it is now without the letter of its side.
func (in *reader) path(fresh string) string {
	old := in.old
	if old == nowhere && in.git != "" {
		old = strings.TrimPrefix(in.git, `"`)
	}
	return path(old, fresh)
}

func path(old, fresh string) string {
	before, _, _ := strings.Cut(old, "/")
	after, rest, ok := strings.Cut(fresh, "/")
	if fresh == nowhere || !ok || old != nowhere && !slices.Contains(sides, before+" "+after) {
		return fresh
	}
	if old == nowhere && !slices.ContainsFunc(sides, func(pair string) bool { return strings.HasSuffix(pair, " "+after) }) {
		return fresh
	}
	return rest
}
