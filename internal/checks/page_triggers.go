package checks

import (
	"math/bits"
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

// indexFolded is where a text has a part in small letters, in whatever letters; -1
// if it has none.
func indexFolded(text, part string) int {
	for i := 0; i+len(part) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}

// trigger is a text in small letters without which a line has none of some
// residues, a bit for each. It is looked for by its rarest byte.
type trigger struct {
	text     string
	rarest   int
	residues uint64
}

// triggerTable lists triggers by their rarest byte; any tells which bytes are one.
type triggerTable struct {
	any [256]bool
	of  [256][]trigger
}

func (table *triggerTable) add(rarest byte, t trigger) {
	table.any[rarest], table.of[rarest] = true, append(table.of[rarest], t)
}

// triggers are those of the residues that may stand anywhere in a line, and
// endTriggers those of the ones at its end, by their rarest byte, which may be
// a capital in the line; atStart are the residues at its beginning.
var triggers, endTriggers, atStart = func() (anywhere, atEnd triggerTable, atStart uint64) {
	for n, r := range residues {
		if r.opening != "" {
			atStart |= 1 << n
		}
		table := &anywhere
		if r.atEnd {
			table = &atEnd
		}
		for _, text := range r.triggers {
			t := trigger{text, rarestByte(text), 1 << n}
			c := text[t.rarest]
			table.add(c, t)
			if isLetter(c) {
				table.add(c-'a'+'A', t)
			}
		}
	}
	return anywhere, atEnd, atStart
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

// likelyIn are the residues that may stand in a line, a bit for each.
func likelyIn(line string) (likely uint64) {
	for rest := atStart; rest != 0; rest &= rest - 1 {
		n := bits.TrailingZeros64(rest)
		if strings.HasPrefix(strings.TrimLeft(line, " \t\r\f"), residues[n].opening) {
			likely |= 1 << n
		}
	}
	if len(line) > longestLine {
		return likely
	}
	likely |= triggered(&triggers, line)
	end := endOf(line)
	if behind := triggered(&endTriggers, end); behind != 0 && strings.ContainsAny(end, "-_|–—") {
		likely |= behind
	}
	return likely
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
