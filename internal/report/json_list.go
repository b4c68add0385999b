package report

import (
	"bufio"
	"strings"
)

// jsonList is a JSON document with one long list in it, whose items are written
// as they come. The frame around the list is written by hand.
type jsonList struct {
	*bufio.Writer
	// head is what stands before the list, prefix what begins a line of an item.
	// Without an indent an item is one line.
	head, prefix string
	items        int
	encoder      *encoder
}

func newJSONList(w *bufio.Writer, head, prefix, indent string) jsonList {
	return jsonList{Writer: w, head: head, prefix: prefix, encoder: newEncoder(w, prefix, indent)}
}

// add writes an item.
func (l *jsonList) add(item any) error {
	l.next()
	return l.encoder.encode(item)
}

// next writes what stands before an item.
func (l *jsonList) next() {
	if l.items == 0 {
		l.WriteString(l.head + "[")
	} else {
		l.WriteByte(',')
	}
	l.items++
	l.WriteString("\n" + l.prefix)
}

// end writes the end of the list; of one without items, all of it.
func (l *jsonList) end() {
	if l.items == 0 {
		l.WriteString(l.head + "[]")
		return
	}
	l.WriteString("\n" + strings.TrimPrefix(l.prefix, "  ") + "]")
}
