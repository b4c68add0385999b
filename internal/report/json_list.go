package report

import (
	"bufio"
	"io"
	"strings"
)

// jsonList is a JSON document with one long list in it, whose items are written
// as they come. The frame around the list is written by hand.
type jsonList struct {
	*bufio.Writer
	// head is what stands before the list, prefix what begins a line of an item.
	// Without an indent an item is one line.
	head, prefix, indent string
	items                int
}

func newJSONList(w io.Writer, head, prefix, indent string) jsonList {
	return jsonList{Writer: bufio.NewWriter(w), head: head, prefix: prefix, indent: indent}
}

// add writes an item.
func (l *jsonList) add(item any) error {
	if l.items == 0 {
		l.WriteString(l.head + "[")
	} else {
		l.WriteByte(',')
	}
	l.items++
	l.WriteString("\n" + l.prefix)
	return encode(l, item, l.prefix, l.indent)
}

// end writes the end of the list; of one without items, all of it.
func (l *jsonList) end() {
	if l.items == 0 {
		l.WriteString(l.head + "[]")
		return
	}
	l.WriteString("\n" + strings.TrimPrefix(l.prefix, "  ") + "]")
}
