// Package chinese reads the Chinese that an English text renders: its characters
// in one form, and the terms of a list found in it.
package chinese

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// simplified has two lines: characters of traditional Chinese, and what stands
// for each in simplified Chinese.
//
//go:generate sh -c "cd ../../tools && go run ./simplified < Unihan_Variants.txt > ../internal/chinese/simplified.txt"
//go:embed simplified.txt
var simplified string

// simple maps a character of traditional Chinese to the simplified one; made when
// a text is first read.
var simple = sync.OnceValue(func() map[rune]rune {
	from, to, _ := strings.Cut(strings.TrimSpace(simplified), "\n")
	stands := []rune(to)
	all := make(map[rune]rune, len(stands))
	at := 0
	for _, r := range from {
		all[r] = stands[at]
		at++
	}
	return all
})

// fold is the form of a character that stands for all its forms: simplified for
// traditional, half width for full width.
func fold(r rune) rune {
	switch {
	case r < unicode.MaxLatin1:
		return r
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	}
	if s, ok := simple()[r]; ok {
		return s
	}
	return r
}

// passed reports whether a character may stand inside a term or not: spaces,
// quotation marks and the marks of a title.
func passed(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("“”‘’\"'「」『』《》〈〉·•‧", r)
}

// IsHan reports whether a character is a Chinese one.
func IsHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// leastHan is the least byte that the first of a Chinese character is in UTF-8.
const leastHan = 0xe2

// In reports whether a text holds a Chinese character.
func In(text string) bool {
	for i := range len(text) {
		if text[i] >= leastHan {
			if r, _ := utf8.DecodeRuneInString(text[i:]); IsHan(r) {
				return true
			}
		}
	}
	return false
}

// Share is how much of a text is in which script.
type Share struct {
	// Han counts the Chinese characters, Letters those of A to Z.
	Han, Letters int
}

// Add counts a piece of the text.
func (s *Share) Add(text string) {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				s.Letters++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if IsHan(r) {
			s.Han++
		}
		i += size
	}
}

// Mostly reports whether the text is Chinese, but for a name or a figure: a
// character says as much as two letters at least.
func (s Share) Mostly() bool { return 2*s.Han > s.Letters }

// letters is how many letters of English stand for a Chinese character, a quarter
// more or less in most texts.
const letters = 4.2

// Length is how much a text of either language says: a Chinese character is one,
// and so are some letters of English.
func Length(text string) float64 {
	length := 0.0
	for _, r := range text {
		switch {
		case IsHan(r):
			length++
		case !unicode.IsSpace(r) || r == ' ':
			length += 1 / letters
		}
	}
	return length
}
