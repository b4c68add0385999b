package termbase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is known by the FNV-1a hash of its lower-case form. 64 bits make a
// false meeting with one of some ten thousand words of a glossary less likely
// than a fault of the machine, and save comparing letters.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

// plainEnd marks the characters that end a word whatever follows, so that most
// words end without a further look.
var plainEnd = bytesWhere(func(c byte) bool {
	return c < utf8.RuneSelf && !wordByte[c] && strings.IndexByte(`'.,_@:/`, c) < 0
})

// lowerByte folds ASCII letters.
var lowerByte = func() (table [256]uint64) {
	for c := range table {
		table[c] = uint64(c)
		if c >= 'A' && c <= 'Z' {
			table[c] += 'a' - 'A'
		}
	}
	return table
}()

func hashString(lower string) uint64 {
	h := uint64(hashStart)
	for i := 0; i < len(lower); i++ {
		h = (h ^ uint64(lower[i])) * hashPrime
	}
	return h
}

// word scans one word from at and returns where it ends. Letters and digits
// make a word, with an apostrophe, a point or a comma that stands right inside
// (China's, U.S, 1,000). A web or mail address is one word, and unknown.
func (s *scanner) word(at, end int) int {
	text, start := s.text, at
	h := uint64(hashStart)
	stem, stemHash := 0, uint64(0)
	for at < end {
		c := text[at]
		if wordByte[c] {
			h = (h ^ lowerByte[c]) * hashPrime
			at++
			continue
		}
		if plainEnd[c] {
			break
		}
		next, fold, kind := s.inside(start, at, end)
		if kind == address {
			for at < end && !spaceByte[text[at]] && text[at] < utf8.RuneSelf {
				at++
			}
			s.words = append(s.words, Word{Start: int32(start), Stem: int32(at), End: int32(at), flags: s.flags})
			s.flags = 0
			return at
		}
		if kind == ends {
			break
		}
		if fold == '\'' {
			stem, stemHash = at, h
		}
		if kind == counts {
			var buf [utf8.UTFMax]byte
			for _, b := range buf[:utf8.EncodeRune(buf[:], fold)] {
				h = (h ^ uint64(b)) * hashPrime
			}
		}
		at = next
	}
	s.finish(start, stem, at, h, stemHash)
	return at
}

// finish looks the word up and appends it.
func (s *scanner) finish(start, stem, end int, h, stemHash uint64) {
	w := Word{Start: int32(start), Stem: int32(end), End: int32(end), id: s.vocabulary.lookup(h), flags: s.flags}
	switch c := s.text[start]; {
	case c >= 'A' && c <= 'Z':
		w.flags |= capital
	case c >= '0' && c <= '9':
		w.flags |= digit
	case c >= utf8.RuneSelf:
		if r, _ := utf8.DecodeRuneInString(s.text[start:]); unicode.IsUpper(r) {
			w.flags |= capital
		}
	}
	if stem > 0 && possessive(s.text[stem:end]) {
		w.Stem = int32(stem)
		w.bare = s.vocabulary.lookup(stemHash)
	}
	if w.id == 0 && w.flags&digit != 0 && ordinal(s.text[start:end]) {
		w.id = s.vocabulary.ordinal
	}
	s.words = append(s.words, w)
	s.flags = 0
}

// possessive reports whether the text is an apostrophe and an s.
func possessive(text string) bool {
	last := text[len(text)-1]
	return (last == 's' || last == 'S') && utf8.RuneCountInString(text) == 2
}

// ordinal reports whether the text is a number with an ordinal ending: 18th.
func ordinal(text string) bool {
	n := len(text) - 2
	if n < 1 || text[n-1] < '0' || text[n-1] > '9' {
		return false
	}
	switch text[n:] {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
		return true
	}
	return false
}

// insideKind says what a character that is no ASCII letter or digit does to
// the word before it.
type insideKind int

const (
	ends    insideKind = iota // the word is over
	counts                    // it is part of the word
	silent                    // it stands in the word and is not read
	address                   // the word is a web or mail address
)

// inside looks at the character at a place in a word; fold is its plain form.
func (s *scanner) inside(start, at, end int) (next int, fold rune, kind insideKind) {
	text := s.text
	c := text[at]
	follows := byte(0)
	if at+1 < end {
		follows = text[at+1]
	}
	switch {
	case c == '\'':
		if wordByte[follows] || follows >= utf8.RuneSelf && letterAt(text[at+1:end]) {
			return at + 1, '\'', counts
		}
	case c == '.':
		if pointInside(text, start, at, follows) {
			return at + 1, '.', counts
		}
	case c == ',':
		if isDigit(text[at-1]) && isDigit(follows) {
			return at + 1, ',', counts
		}
	case c == '_', c == '@' && wordByte[follows]:
		return at, 0, address
	case c == ':':
		if follows == '/' && at+2 < end && text[at+2] == '/' {
			return at, 0, address
		}
	case c == '/':
		if dotted(text[start:at]) {
			return at, 0, address
		}
	case c >= utf8.RuneSelf:
		return insideRune(text, at, end)
	}
	return at, 0, ends
}

func insideRune(text string, at, end int) (next int, fold rune, kind insideKind) {
	r, size := utf8.DecodeRuneInString(text[at:end])
	next = at + size
	fold = foldRune(r)
	switch {
	case invisible(r):
		return next, 0, silent
	case fold == '\'':
		if letterAt(text[next:end]) {
			return next, fold, counts
		}
	case unicode.Is(unicode.Han, r):
	case unicode.IsLetter(fold) || unicode.IsDigit(fold) || unicode.IsMark(fold):
		return next, unicode.ToLower(fold), counts
	}
	return at, 0, ends
}

func letterAt(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r)
}

// pointInside tells the point of a number, an address or an abbreviation from
// a full stop that the next sentence follows without a space.
func pointInside(text string, start, at int, follows byte) bool {
	switch {
	case isDigit(follows), follows >= 'a' && follows <= 'z':
		return true
	case follows >= 'A' && follows <= 'Z':
		single := at-1 == start || text[at-2] == '.'
		return single && text[at-1] >= 'A' && text[at-1] <= 'Z'
	}
	return false
}

func dotted(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] == '.' {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
