package termbase

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is known by a 64-bit hash of its lower-case form. That makes a false
// meeting with one of some ten thousand words of a glossary less likely than a
// fault of the machine, and saves comparing letters. The hash takes eight
// bytes at a time: most words are one multiplication.
const (
	hashStart = 0x9e3779b97f4a7c15
	hashPrime = 0xff51afd7ed558ccd
	// lowerBits makes capitals of eight bytes small; digits stay what they are.
	lowerBits = 0x2020202020202020
)

func hashString(lower string) uint64 {
	h := uint64(hashStart)
	for ; len(lower) >= 8; lower = lower[8:] {
		h = hashChunk(h, eightBytes(lower, 0))
	}
	var tail uint64
	for i := len(lower) - 1; i >= 0; i-- {
		tail = tail<<8 | uint64(lower[i])
	}
	return hashChunk(h, tail)
}

func hashChunk(h, chunk uint64) uint64 {
	h = (h ^ chunk) * hashPrime
	return h ^ h>>32
}

// eightBytes is the eight bytes of a text from at, the first one lowest.
func eightBytes(text string, at int) uint64 {
	b := text[at : at+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// high is the highest bit of each of eight bytes; ones fills all with a byte.
const (
	high = 0x8080808080808080
	ones = 0x0101010101010101
)

// letters says how many of eight bytes, from the first, are ASCII letters and
// digits. It compares all of them at once: adding to a byte what is missing to
// 0x80 sets its highest bit if it reaches the bound.
func letters(chunk uint64) int {
	small := (chunk | lowerBits) &^ high
	plain := chunk &^ high
	letter := (small + (0x80-'a')*ones) &^ (small + (0x7f-'z')*ones)
	figure := (plain + (0x80-'0')*ones) &^ (plain + (0x7f-'9')*ones)
	return bits.TrailingZeros64(^((letter|figure)&^chunk)&high) >> 3
}

// hashWord scans the ASCII letters and digits from start and returns where
// they end and their hash in lower case.
func hashWord(text string, start, end int) (at int, h uint64) {
	h = hashStart
	for at = start; at+8 <= end; at += 8 {
		chunk := eightBytes(text, at)
		if n := letters(chunk); n < 8 {
			return at + n, hashChunk(h, (chunk|lowerBits)&(1<<(8*n)-1))
		}
		h = hashChunk(h, chunk|lowerBits)
	}
	rest := at
	for at < end && wordByte[text[at]] {
		at++
	}
	var tail uint64
	for i := at - 1; i >= rest; i-- {
		tail = tail<<8 | uint64(text[i]|0x20)
	}
	return at, hashChunk(h, tail)
}

// plainEnd marks the characters that end a word whatever follows, so that most
// words end without a further look.
var plainEnd = bytesWhere(func(c byte) bool {
	return c < utf8.RuneSelf && !wordByte[c] && strings.IndexByte(`'.,_@:/`, c) < 0
})

// word scans one word from at and returns where it ends. Letters and digits
// make a word, with an apostrophe, a point or a comma that stands right inside
// (China's, U.S, 1,000). A web or mail address is one word, and unknown.
func (s *scanner) word(start, end int) int {
	at, h := hashWord(s.text, start, end)
	if at == end || plainEnd[s.text[at]] || closes(s.text, at, end) {
		s.add(start, at, h)
		return at
	}
	return s.oddWord(start, at, end)
}

// closes reports whether a point or a comma ends a word, as it does before
// white space and at the end.
func closes(text string, at, end int) bool {
	return (text[at] == '.' || text[at] == ',') && (at+1 == end || spaceByte[text[at+1]])
}

// oddWord scans on from at a word that may go on with what is no ASCII letter
// or digit.
func (s *scanner) oddWord(start, at, end int) int {
	text := s.text
	folded := append(s.folded[:0], strings.ToLower(text[start:at])...)
	stem, stemHash := 0, uint64(0)
	for at < end {
		if c := text[at]; wordByte[c] {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			folded = append(folded, c)
			at++
			continue
		}
		next, fold, kind := s.inside(start, at, end)
		if kind == address {
			for at < end && !spaceByte[text[at]] && text[at] < utf8.RuneSelf {
				at++
			}
			s.add(start, at, 0).id = 0
			return at
		}
		if kind == ends {
			break
		}
		if fold == '\'' {
			stem, stemHash = at, hashString(string(folded))
		}
		if kind == counts {
			folded = utf8.AppendRune(folded, fold)
		}
		at = next
	}
	w := s.add(start, at, hashString(string(folded)))
	if stem > 0 && at-start <= longestWord && possessive(text[stem:at]) {
		w.flags |= wordFlags(at-stem) * endingUnit
		if id := s.vocabulary.lookup(stemHash); id != 0 {
			w.flags |= owning
			s.owners = append(s.owners, owner{int32(len(s.words) - 1), id})
		}
	}
	s.folded = folded
	return at
}

// firstFlags is what the first byte of a word says of it.
var firstFlags = func() (table [256]wordFlags) {
	for c := range table {
		switch {
		case c >= 'A' && c <= 'Z':
			table[c] = capital
		case c >= '0' && c <= '9':
			table[c] = digit
		}
	}
	return table
}()

// add appends a word with what its first letter says of it, and gives it to
// whoever knows more.
func (s *scanner) add(start, end int, hash uint64) *Word {
	id := s.vocabulary.lookup(hash)
	c := s.text[start]
	flags := s.flags | firstFlags[c]
	if c < 'A' && id == 0 && ordinal(s.text[start:end]) {
		id = ordinalID
	}
	if c >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(s.text[start:]); unicode.IsUpper(r) {
			flags |= capital
		}
	}
	if s.flags&hyphened != 0 {
		s.joined++
	}
	s.flags = 0
	if len(s.words) == cap(s.words) {
		s.words = slices.Grow(s.words, 1)
	}
	s.words = s.words[:len(s.words)+1]
	w := &s.words[len(s.words)-1]
	w.Start, w.size, w.id, w.hash, w.flags = int32(start), sizeOfWord(s.text[start:end]), id, shortHash(hash), flags
	return w
}

// sizeOfWord is how much of a word is one: no part of a character.
func sizeOfWord(text string) uint16 {
	n := len(text)
	if n > longestWord {
		for n = longestWord; !utf8.RuneStart(text[n]); {
			n--
		}
	}
	return uint16(n)
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
