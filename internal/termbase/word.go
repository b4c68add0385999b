package termbase

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"rectify/internal/document"
)

// Word is a word or a punctuation mark of a document. Of one that is longer than 64 KB
// only the beginning is one. It is as small as it can be: every check reads all words of
// a text, and a large text has millions.
type Word struct {
	Start int32 // where it begins in the document's text
	id    int32 // the word in the vocabulary, 0 if it isn't there
	// hash is that of the word in lower case: see [WordTable]. Marks have none.
	hash  uint32
	size  uint16 // in bytes
	flags wordFlags
}

// longestWord is the size of the longest word that is one in full.
const longestWord = math.MaxUint16

// End is where the word ends in the document's text.
func (w *Word) End() int32 { return w.Start + int32(w.size) }

// Stem is where the word's possessive ending begins, or its end.
func (w *Word) Stem() int32 { return w.End() - int32(w.flags/endingUnit) }

// Possessive reports whether the word has a possessive ending.
func (w *Word) Possessive() bool { return w.flags >= endingUnit }

// Capital reports whether the word begins with a capital letter.
func (w *Word) Capital() bool { return w.flags&capital != 0 }

// Digit reports whether the word begins with a digit.
func (w *Word) Digit() bool { return w.flags&digit != 0 }

// Mark reports whether it is a punctuation mark.
func (w *Word) Mark() bool { return w.flags&mark != 0 }

// Span is the place of the word, its possessive ending included.
func (w *Word) Span() document.Span { return document.Span{Start: int(w.Start), End: int(w.End())} }

type wordFlags uint16

const (
	capital    wordFlags = 1 << iota // begins with a capital letter
	digit                            // begins with a digit
	hyphened                         // a hyphen joins it to the word before
	spaced                           // white space parts it from what is before
	mark                             // a punctuation mark
	first                            // first of a segment, or after a break
	passing                          // nothing to a literal, passed over: see literal.go
	glossing                         // a word of a literal, it may be
	seeding                          // literals are looked for where it stands
	owning                           // the vocabulary has it without its possessive ending
	endingUnit                       // above are the bytes of its possessive ending
)

// Text is a document as words, the segments one after another.
type Text struct {
	Words []Word
	// Segments holds the index of the first word of each segment.
	Segments []int32
	// Marks holds the indexes of the punctuation marks among the words.
	Marks  []int32
	owners owners
	joined int // how many words a hyphen joins to the one before
}

// owners are the words that the vocabulary has without their possessive ending, in
// their order: few, so that they don't make every word larger.
type owners []owner

// owner is the index of a word, and what it is in the vocabulary without its ending.
type owner struct{ word, id int32 }

// of is what a word that is owning is without its possessive ending.
func (o owners) of(word int32) int32 {
	i, _ := slices.BinarySearchFunc(o, word, func(o owner, word int32) int { return cmp.Compare(o.word, word) })
	return o[i].id
}

// marks are the punctuation marks that a term may hold; a mark is a word of
// its own with its place here plus one as id. Any other mark is unknown.
const marks = `,()/&:;"'%.!?+`

// scanner turns a document into words.
type scanner struct {
	vocabulary *vocabulary
	text       string
	words      []Word
	marks      []int32
	joined     int
	owners     owners
	flags      wordFlags // of the next word
	folded     []byte    // scratch: a word in its plain form
	// touches is where a run begins that goes on right behind the last word,
	// but for the markup between them.
	touches int
}

// segment splits the runs of a segment into words.
func (s *scanner) segment(seg document.Segment) {
	s.flags = first
	for i, run := range seg.Runs {
		if i > 0 {
			s.join(seg.Runs[i-1].End, run)
		}
		s.run(run.Start, run.End)
	}
}

// join prepares for a run after a gap. A word that goes on over glued markup
// is no word of the vocabulary: half of it would be a false one.
func (s *scanner) join(end int, run document.Run) {
	switch run.Before {
	case document.Broken:
		s.flags = first
	case document.Spaced:
		if s.flags&hyphened == 0 {
			s.flags |= spaced
		}
	case document.Glued:
		n := len(s.words)
		if n == 0 || int(s.words[n-1].End()) != end || run.Len() == 0 {
			return
		}
		s.touches = run.Start
		if wordByte[s.text[run.Start]] {
			s.words[n-1].id = 0
			s.words[n-1].flags &^= owning
			s.flags |= first
		}
	}
}

var (
	wordByte = bytesWhere(func(c byte) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	})
	spaceByte = bytesWhere(func(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' })
)

// bytesWhere tables a property of bytes.
func bytesWhere(has func(byte) bool) (table [256]bool) {
	for c := range 256 {
		table[c] = has(byte(c))
	}
	return table
}

// run scans the bytes from at to end, which hold no markup.
func (s *scanner) run(at, end int) {
	text := s.text
	for at < end {
		c := text[at]
		switch {
		case wordByte[c]:
			at = s.word(at, end)
		case c == ' ' || spaceByte[c]:
			if s.flags&hyphened == 0 {
				s.flags |= spaced
			}
			at++
		case c == '-':
			at = s.hyphen(at, at+1, end)
		case c < utf8.RuneSelf:
			s.mark(at, at+1, markID[c])
			at++
		default:
			at = s.rune(at, end)
		}
	}
}

// markID is the number of each mark.
var markID = func() (table [256]int32) {
	for i := range len(marks) {
		table[marks[i]] = int32(i + 1)
	}
	return table
}()

// hyphen takes the bytes from at to next for a hyphen if a word stands right
// before them and the next word right after, or on the next line; elsewhere
// it is a dash.
func (s *scanner) hyphen(at, next, end int) int {
	touches := len(s.words) > 0 && (int(s.words[len(s.words)-1].End()) == at || at > 0 && s.touches == at) && s.flags == 0
	if touches && (next == end || s.text[next] == '\n' || s.text[next] == '\r' || !spaceByte[s.text[next]]) {
		s.flags |= hyphened
		return next
	}
	s.mark(at, next, 0)
	return next
}

func (s *scanner) mark(start, end int, id int32) {
	s.marks = append(s.marks, int32(len(s.words)))
	s.words = append(s.words, Word{Start: int32(start), size: uint16(end - start), id: id, flags: s.flags | mark})
	s.flags = 0
}

// rune handles what is no ASCII: spaces and hyphens by other names, marks,
// and letters that begin a word.
func (s *scanner) rune(at, end int) int {
	r, size := utf8.DecodeRuneInString(s.text[at:end])
	next := at + size
	switch {
	case invisible(r):
		return next
	case foldRune(r) == '-':
		return s.hyphen(at, next, end)
	case unicode.IsSpace(r):
		if s.flags&hyphened == 0 {
			s.flags |= spaced
		}
		return next
	case unicode.Is(unicode.Han, r):
		s.mark(at, next, 0)
		return next
	case (unicode.IsLetter(r) || unicode.IsDigit(r)) && foldRune(r) != '\'':
		return s.word(at, end)
	default:
		id := int32(0)
		if f := foldRune(r); f < utf8.RuneSelf {
			id = markID[f]
		}
		s.mark(at, next, id)
		return next
	}
}

// invisible are the characters without width that web pages and editors leave
// inside words: soft hyphen, zero-width space and joiners, byte order mark.
func invisible(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200d' || r == '\u2060' || r == '\ufeff'
}

// foldRune is the plain form of a typographic or full-width character.
func foldRune(r rune) rune {
	switch {
	case r == '\u2019' || r == '\u2018' || r == '\u02bc':
		return '\''
	case r == '\u201c' || r == '\u201d' || r == '«' || r == '»' || r >= '《' && r <= '』':
		return '"'
	case r >= '\u2010' && r <= '\u2013':
		return '-'
	case r >= '\uff01' && r <= '\uff5e':
		return r - 0xfee0
	}
	return r
}

// Count is how many words the text has, as an editor counts: punctuation marks
// are none, and words joined by hyphens are one.
func (t Text) Count() int {
	return len(t.Words) - len(t.Marks) - t.joined
}
