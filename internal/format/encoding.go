package format

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Encoding is how the characters of a file are written as bytes. A byte order
// mark is no part of it: it is the first character of the text.
type Encoding int

const (
	// UTF8 files have text equal to their bytes.
	UTF8 Encoding = iota
	// UTF16LE is UTF-16 with the low byte first, as Windows writes it.
	UTF16LE
	// UTF16BE is UTF-16 with the high byte first.
	UTF16BE
	// GB18030 is the Chinese standard, GBK and GB 2312 included.
	GB18030
)

// codecs holds the name and the library's codec of every encoding. The codec
// of UTF-8 is nil: nothing is converted.
var codecs = [...]struct {
	name  string
	codec encoding.Encoding
}{
	UTF8:    {"UTF-8", nil},
	UTF16LE: {"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	UTF16BE: {"UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	GB18030: {"GB18030", simplifiedchinese.GB18030},
}

// String is the name that iconv knows the encoding by.
func (e Encoding) String() string { return codecs[e].name }

// bom is the byte order mark as a character.
const bom = "\ufeff"

// Decode tells the encoding of a file and turns its bytes into text. Nothing
// is normalized: byte order mark, line ends and a missing final newline stay. The
// caller gives the bytes away, and must not change them any more, not even after an
// error: text that is UTF-8 is the bytes themselves, since a copy of a large file
// would take its size once more. Decode itself never writes to them.
// The error names the first byte that stands in the way, its offset from 0 and
// its line from 1.
func Decode(data []byte) (string, Encoding, error) {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) {
		return decodeUTF16(data, UTF16LE)
	}
	if bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return decodeUTF16(data, UTF16BE)
	}
	if enc := guessUTF16(data); enc != UTF8 {
		if text, enc, err := decodeUTF16(data, enc); err == nil {
			return text, enc, nil
		}
	}
	text := unsafe.String(unsafe.SliceData(data), len(data))
	if at := indexControl(text); at >= 0 {
		return "", UTF8, binaryFile(place(data[at], at, text[:at]))
	}
	if utf8.ValidString(text) {
		return text, UTF8, nil
	}
	valid, broken, first := countUTF8(data)
	switch {
	case valid > broken:
		return "", UTF8, fmt.Errorf("broken UTF-8: %s does not belong there: restore the file from its origin, or retype the damaged character", place(data[first], first, text[:first]))
	case looksChinese(data):
		if text, err := simplifiedchinese.GB18030.NewDecoder().String(text); err == nil && !strings.ContainsRune(text, utf8.RuneError) {
			return text, GB18030, nil
		}
	}
	return "", UTF8, fmt.Errorf("not UTF-8: %s: convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8", place(data[first], first, text[:first]))
}

// Encode turns text into bytes of the encoding. It fails on text that is not
// valid UTF-8, and never puts a substitute for a character.
func (e Encoding) Encode(text string) ([]byte, error) {
	if !utf8.ValidString(text) {
		return nil, errors.New("the text is not valid UTF-8: it can't be written")
	}
	codec := codecs[e].codec
	if codec == nil {
		return []byte(text), nil
	}
	data, err := codec.NewEncoder().Bytes([]byte(text))
	if err != nil {
		return nil, fmt.Errorf("the text can't be written as %s: %w", e, err)
	}
	return data, nil
}

// RoundTrips reports whether reading the bytes and writing the text again
// gives the same bytes. A file for which it is false must not be written back:
// places that nobody edited would change.
func RoundTrips(data []byte) bool {
	text, enc, err := Decode(data)
	if err != nil {
		return false
	}
	back, err := enc.Encode(text)
	return err == nil && bytes.Equal(back, data)
}

// guessUTF16 recognizes UTF-16 without a byte order mark by its zero bytes: in
// English text nearly every second byte is one. UTF8 stands for no.
func guessUTF16(data []byte) Encoding {
	var zeros [2]int
	if bytes.IndexByte(data, 0) < 0 {
		return UTF8
	}
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	quarter := (len(data) + 7) / 8 // of the two-byte units
	switch even, odd := zeros[0], zeros[1]; {
	case odd > quarter:
		return UTF16LE
	case even > quarter:
		return UTF16BE
	}
	return UTF8
}

func decodeUTF16(data []byte, enc Encoding) (string, Encoding, error) {
	broken := brokenUTF16(data, enc)
	if broken < 0 {
		broken = len(data)
	}
	before, err := codecs[enc].codec.NewDecoder().Bytes(data[:broken])
	text := string(before)
	switch at := indexControl(text); {
	case err != nil:
		return "", enc, fmt.Errorf("broken %s: %w", enc, err)
	case at >= 0:
		offset := 2 * len(utf16.Encode([]rune(text[:at])))
		return "", enc, binaryFile(place(text[at], offset, text[:at]))
	case broken < len(data):
		return "", enc, fmt.Errorf("broken %s: %s begins half a character: restore the file from its origin, or retype the damaged character", enc, place(data[broken], broken, text))
	}
	return text, enc, nil
}

// brokenUTF16 is the offset of the first half of a surrogate pair that stands
// alone, or of an odd last byte; -1 if there is none.
func brokenUTF16(data []byte, enc Encoding) int {
	high := 1 // where the high byte of a unit is
	if enc == UTF16BE {
		high = 0
	}
	unit := func(i int) rune { return rune(data[i+high])<<8 | rune(data[i+1-high]) }
	for i := 0; i+1 < len(data); i += 2 {
		if !utf16.IsSurrogate(unit(i)) {
			continue
		}
		if i+3 >= len(data) || utf16.DecodeRune(unit(i), unit(i+2)) == utf8.RuneError {
			return i
		}
		i += 2
	}
	if len(data)%2 == 1 {
		return len(data) - 1
	}
	return -1
}

// indexControl is the offset of the first character that no text holds, or -1.
func indexControl(text string) int {
	for i := range len(text) {
		if c := text[i]; c < ' ' && (c < '\t' || c > '\r') {
			return i
		}
	}
	return -1
}

func binaryFile(place string) error {
	return fmt.Errorf("binary file: control %s: rectify reads text; convert the document to .txt or .md first", place)
}

// countUTF8 counts the characters of more than one byte and the bytes that are
// part of none, and finds the first of these.
func countUTF8(data []byte) (valid, broken, first int) {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case size > 1:
			valid++
		case r == utf8.RuneError:
			if broken == 0 {
				first = i
			}
			broken++
		}
		i += size
	}
	return valid, broken, first
}

// looksChinese reports whether the bytes have the form of GB18030 and most of
// the two-byte characters lie in GB 2312, where nearly every character of
// Chinese prose is: accented letters among ASCII ones form such pairs too, but
// with a letter as the second byte.
func looksChinese(data []byte) bool {
	pairs, common := 0, 0
	for i := 0; i < len(data); {
		lead := data[i]
		switch {
		case lead < 0x80:
			i++
			continue
		case lead == 0x80 || lead == 0xFF || i+1 == len(data):
			return false
		}
		trail := data[i+1]
		if '0' <= trail && trail <= '9' {
			i += 4
			continue
		}
		pairs++
		if 0xA1 <= lead && lead <= 0xF7 && 0xA1 <= trail && trail <= 0xFE {
			common++
		}
		i += 2
	}
	return common*2 > pairs
}

// place names a byte for an error message; before is the text before it.
func place(value byte, offset int, before string) string {
	return fmt.Sprintf("byte 0x%02X at offset %d (line %d)", value, offset, 1+strings.Count(before, "\n"))
}
