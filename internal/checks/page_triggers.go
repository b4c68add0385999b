package checks

import (
	"strings"
	"unicode/utf8"
)

// longestLine bounds the lines searched for residue: labels stand in short
// ones, and a paragraph isn't read twice. Of a longer one only the beginning
// is looked at.
const longestLine = 600

// longestEnd is how much of a line is its end.
const longestEnd = 100

// endOf is the end of a line, from the first whole character in it.
func endOf(line string) string { return line[runeStart(line, len(line)-longestEnd):] }

// runeStart is the first place of a text from at on where a character begins.
func runeStart(text string, at int) int {
	at = max(0, at)
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// pastBlanks is a text without the white space that it begins with, beforeBlanks
// without that at its end: what patterns take for it.
func pastBlanks(text string) string {
	for text != "" && isBlank(text[0]) {
		text = text[1:]
	}
	return text
}

func beforeBlanks(text string) string {
	for text != "" && isBlank(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' }

// indexFolded is where a text has a part in small letters, two bytes or more, in
// whatever letters; -1 if it has none.
func indexFolded(text, part string) int {
	first, second := len(text)+1-len(part), part[1]|0x20
	for _, c := range []byte{part[0], part[0] &^ 0x20} {
		for at := 0; at < first; at++ {
			n := strings.IndexByte(text[at:first], c)
			if n < 0 {
				break
			}
			if at += n; text[at+1]|0x20 == second && strings.EqualFold(text[at:at+len(part)], part) {
				first = at
			}
		}
		if !isLetter(c) {
			break
		}
	}
	if first <= len(text)-len(part) {
		return first
	}
	return -1
}

// endsInTime reports whether a line ends in minutes or seconds, blanks aside.
func endsInTime(line string) bool {
	line = beforeBlanks(line)
	n := len(line) - len(":00")
	return n >= 0 && line[n] == ':' && isFigure(line[n+1]) && isFigure(line[n+2])
}

// trigger is a text in small letters without which a line has none of some
// residues, a bit for each. It is looked for by its rarest byte.
type trigger struct {
	text     string
	rarest   int
	residues uint64
}

// triggerTable lists triggers by their rarest byte, which may be a capital in the
// line; any tells which bytes are one.
type triggerTable struct {
	any [256]bool
	of  [256][]trigger
}

func (table *triggerTable) add(texts []string, residues uint64) {
	for _, text := range texts {
		t := trigger{text, rarestByte(text), residues}
		c := text[t.rarest]
		table.addAt(c, t)
		if isLetter(c) {
			table.addAt(c-'a'+'A', t)
		}
	}
}

func (table *triggerTable) addAt(rarest byte, t trigger) {
	table.any[rarest], table.of[rarest] = true, append(table.of[rarest], t)
}

// triggers and companions are those of all residues; alone are the residues that
// need no companion, and untriggered the places of those that have no trigger.
var triggers, companions, alone, untriggered = func() (triggers, companions triggerTable, alone uint64, untriggered []int) {
	for n := range residues {
		if residues[n].triggers == nil {
			untriggered = append(untriggered, n)
		}
		triggers.add(residues[n].triggers, 1<<n)
		companions.add(residues[n].companions, 1<<n)
		if residues[n].companions == nil {
			alone |= 1 << n
		}
	}
	return triggers, companions, alone, untriggered
}()

// rarestByte is the place of the byte that running text has least of: a mark,
// or a letter that stands behind the others here.
func rarestByte(text string) int {
	const byFrequency = " etaoinsrhldcumfpgwybvkxjqz"
	rarest, rank := 0, -1
	for i := range len(text) {
		n := strings.IndexByte(byFrequency, text[i])
		if n < 0 {
			return i
		}
		if n > rank {
			rarest, rank = i, n
		}
	}
	return rarest
}

// likelyIn are the residues that may stand in a line, a bit for each. Triggers stand
// with a colon, which most lines haven't.
func likelyIn(line string) (likely uint64) {
	for _, n := range untriggered {
		if r := &residues[n]; (r.inLong || len(line) <= longestLine) && r.needs(line) {
			likely |= 1 << n
		}
	}
	if len(line) > longestLine || strings.IndexByte(line, ':') < 0 && !strings.Contains(line, "：") {
		return likely
	}
	found := triggered(&triggers, line)
	if found&^alone != 0 {
		found &= alone | triggered(&companions, line)
	}
	return likely | found
}

// triggered are the residues of the triggers in a text.
func triggered(table *triggerTable, text string) (likely uint64) {
	for i := range len(text) {
		if !table.any[text[i]] {
			continue
		}
		of := table.of[text[i]]
		for k := range of {
			t := &of[k]
			from := i - t.rarest
			if from >= 0 && from+len(t.text) <= len(text) && text[from]|0x20 == t.text[0]|0x20 && strings.EqualFold(text[from:from+len(t.text)], t.text) {
				likely |= t.residues
			}
		}
	}
	return likely
}
