package report

import (
	"bufio"
	"fmt"
	"strings"

	"rectify/internal/edit"
)

// contextLines is how many unchanged lines a unified diff shows around a change.
const contextLines = 3

// unified writes the hunks of a unified diff, as `diff -u` does.
type unified struct {
	*bufio.Writer
	lines []unifiedLine
	// from and to are the numbers of the first of the lines in the old text and in
	// the new one, counted from 1.
	from, to int
	// oldLines and newLines are how many of the lines each text has.
	oldLines, newLines int
}

// unifiedLine is a line with its line end. Its mark is a space where both texts have
// it, a minus or a plus where only the old or the new one does.
type unifiedLine struct {
	mark byte
	text string
}

// hunks writes what edits change of a text. They are sorted, lie inside it, and no
// two stand on one line.
func (u *unified) hunks(text string, edits []edit.Edit) {
	// So much of the text is dealt with; it has so many lines, and the new text so many.
	done, from, to := 0, 0, 0
	for _, e := range edits {
		start, end, fresh := wholeLines(text, e)
		between := strings.Count(text[done:start], "\n")
		from, to = from+between, to+between
		if len(u.lines) > 0 && between <= 2*contextLines {
			u.add(' ', text[done:start])
		} else {
			u.end(text[done:])
			before := lastLines(text[:start], contextLines)
			u.add(' ', before)
			u.from, u.to = from+1-len(u.lines), to+1-len(u.lines)
		}
		from += u.add('-', text[start:end])
		to += u.add('+', fresh)
		done = end
	}
	u.end(text[done:])
}

// add adds the lines of a text to the hunk, and says how many they are.
func (u *unified) add(mark byte, text string) int {
	n := 0
	for line := range strings.Lines(text) {
		u.lines = append(u.lines, unifiedLine{mark, line})
		n++
	}
	if mark != '+' {
		u.oldLines += n
	}
	if mark != '-' {
		u.newLines += n
	}
	return n
}

// end writes the hunk, if there is one, with the first lines of what follows it.
func (u *unified) end(rest string) {
	if len(u.lines) == 0 {
		return
	}
	after := 0
	for range contextLines {
		if n := strings.IndexByte(rest[after:], '\n'); n >= 0 {
			after += n + 1
		} else {
			after = len(rest)
		}
	}
	u.add(' ', rest[:after])
	fmt.Fprintf(u, "@@ -%s +%s @@\n", linesOf(u.from, u.oldLines), linesOf(u.to, u.newLines))
	for _, line := range u.lines {
		u.WriteByte(line.mark)
		u.WriteString(line.text)
		if !strings.HasSuffix(line.text, "\n") {
			u.WriteString("\n\\ No newline at end of file\n")
		}
	}
	u.lines, u.oldLines, u.newLines = u.lines[:0], 0, 0
}

// linesOf are lines as the head of a hunk names them: the first and, unless it is
// one, how many. A text without lines has its first at 0.
func linesOf(first, count int) string {
	switch {
	case count == 0:
		return "0,0"
	case count == 1:
		return fmt.Sprint(first)
	}
	return fmt.Sprintf("%d,%d", first, count)
}

// wholeLines is an edit as one of whole lines: where they stand, and the new ones.
func wholeLines(text string, e edit.Edit) (start, end int, fresh string) {
	start, end = strings.LastIndexByte(text[:e.Start], '\n')+1, e.End
	fresh = text[start:e.Start] + e.New
	if end > 0 && text[end-1] != '\n' || fresh != "" && !strings.HasSuffix(fresh, "\n") {
		if n := strings.IndexByte(text[end:], '\n'); n >= 0 {
			end += n + 1
		} else {
			end = len(text)
		}
	}
	return start, end, fresh + text[e.End:end]
}

// lastLines are so many lines at the end of a text of whole lines.
func lastLines(text string, most int) string {
	at := len(text)
	for ; most > 0 && at > 0; most-- {
		at = strings.LastIndexByte(text[:at-1], '\n') + 1
	}
	return text[at:]
}
