package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// markKind says which side of a change a stretch of text belongs to.
type markKind int

const (
	same markKind = iota
	deleted
	inserted
	// flagged is the same on both sides, and an issue without suggestion.
	flagged
)

// mark is a stretch of a sentence. The marks that are not inserted make the
// old sentence, those that are not deleted the new one, byte for byte.
type mark struct {
	kind markKind
	text string
}

// firstID is where word ids begin: planes that no text uses, without gaps.
const firstID, lastID = 0xf0000, 0x10ffff

// wordMarks tells two texts apart by whole words.
func wordMarks(before, after string) []mark {
	ids := map[string]rune{}
	var words []string
	number := func(text string) []rune {
		var out []rune
		for len(text) > 0 {
			word := text[:wordEnd(text)]
			id, ok := ids[word]
			if !ok {
				id = firstID + rune(len(words))
				ids[word] = id
				words = append(words, word)
			}
			out = append(out, id)
			text = text[len(word):]
		}
		return out
	}
	a, b := number(before), number(after)
	if firstID+len(words)-1 > lastID {
		return []mark{{deleted, before}, {inserted, after}} // more words than ids
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // or the output would depend on the machine
	var marks []mark
	for _, d := range dmp.DiffMainRunes(a, b, false) {
		var text strings.Builder
		for _, id := range d.Text {
			text.WriteString(words[id-firstID])
		}
		kind := same
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			kind = deleted
		case diffmatchpatch.DiffInsert:
			kind = inserted
		}
		marks = append(marks, mark{kind, text.String()})
	}
	return gathered(marks)
}

// wordEnd is the length of the first word of a text that isn't empty: letters
// and digits (hyphens and apostrophes between them included), white space, or
// one other character.
func wordEnd(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	class := classOf(first)
	if class == other {
		return size
	}
	for at := size; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if classOf(r) != class && !(class == letter && isJoint(r) && startsLetter(text[at+n:])) {
			return at
		}
		at += n
	}
	return len(text)
}

type class int

const (
	other class = iota
	letter
	space
)

func classOf(r rune) class {
	switch {
	case unicode.Is(unicode.Han, r):
		return other // Chinese has no spaces: each character for itself
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		return letter
	case unicode.IsSpace(r):
		return space
	}
	return other
}

func isJoint(r rune) bool { return r == '-' || r == '\'' || r == '’' }

func startsLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return classOf(r) == letter
}

// gathered joins changes between which only space or punctuation stays, so
// that a reader sees one change: [-new concept-]{+fresh idea+}. Changes that
// only insert, or only delete, read better apart.
func gathered(marks []mark) []mark {
	var out []mark
	for i := 0; i < len(marks); {
		if marks[i].kind == same {
			out = append(out, marks[i])
			i++
			continue
		}
		end := i + 1
		for end < len(marks) && (marks[end].kind != same || end+1 < len(marks) && !strings.ContainsFunc(marks[end].text, isWord)) {
			end++
		}
		out = append(out, joined(marks[i:end])...)
		i = end
	}
	return out
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// joined makes one deletion and one insertion of a run of marks that has both.
func joined(run []mark) []mark {
	var before, after strings.Builder
	deletes, inserts := false, false
	for _, m := range run {
		if m.kind != inserted {
			before.WriteString(m.text)
		}
		if m.kind != deleted {
			after.WriteString(m.text)
		}
		deletes, inserts = deletes || m.kind == deleted, inserts || m.kind == inserted
	}
	if !deletes || !inserts {
		return run
	}
	return []mark{{deleted, before.String()}, {inserted, after.String()}}
}
