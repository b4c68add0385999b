package format

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// utf16Bytes is text as UTF-16 without the library that is under test.
func utf16Bytes(text string, big bool) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		if big {
			out = append(out, byte(unit>>8), byte(unit))
		} else {
			out = append(out, byte(unit), byte(unit>>8))
		}
	}
	return out
}

func TestDecode(t *testing.T) {
	mixed := "The State Council (国务院) met.\r\n\r\nThen 𝒳 spoke"
	for _, c := range []struct {
		name string
		data []byte
		want string
		enc  Encoding
	}{
		{"empty", nil, "", UTF8},
		{"UTF-8", []byte(mixed), mixed, UTF8},
		{"UTF-8 with mark", []byte(bom + mixed), bom + mixed, UTF8},
		{"UTF-16LE", utf16Bytes(mixed, false), mixed, UTF16LE},
		{"UTF-16BE", utf16Bytes(mixed, true), mixed, UTF16BE},
		{"UTF-16LE with mark", utf16Bytes(bom+mixed, false), bom + mixed, UTF16LE},
		{"UTF-16BE with mark", utf16Bytes(bom+mixed, true), bom + mixed, UTF16BE},
		{"UTF-16 with mark, Chinese alone", utf16Bytes(bom+"国务院", true), bom + "国务院", UTF16BE},
		{"UTF-16 with a mark alone", []byte{0xFF, 0xFE}, bom, UTF16LE},
		{"GB 2312", []byte("said \xb9\xfa\xce\xf1\xd4\xba\r\n"), "said 国务院\r\n", GB18030},
		{"GBK name", []byte("\xd6\xec\xe9F\xbb\xf9"), "朱镕基", GB18030},
		{"GB18030 of four bytes", []byte("\xb9\xfa\xce\xf1\xd4\xba \x95\x32\x82\x36"), "国务院 𠀀", GB18030},
		{"form feed", []byte("a\fb"), "a\fb", UTF8},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, enc, err := Decode(c.data)
			if err != nil || text != c.want || enc != c.enc {
				t.Fatalf("Decode = %q, %v, %v; want %q, %v", text, enc, err, c.want, c.enc)
			}
			back, err := enc.Encode(text)
			if err != nil || !bytes.Equal(back, c.data) {
				t.Errorf("Encode = %q, %v; want %q", back, err, c.data)
			}
			if !RoundTrips(c.data) {
				t.Error("RoundTrips = false")
			}
		})
	}
}

func TestDecodeErrors(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"Windows-1252", "one\ntwo caf\xe9 and na\xefve", "not UTF-8: byte 0xE9 at offset 11 (line 2): convert"},
		{"curly quotes", "\x93Yes,\x94 he\x92s said, \x93no\x94", "not UTF-8: byte 0x93 at offset 0 (line 1)"},
		{"accents before letters", "\xe9t\xe9 fran\xe7ais", "not UTF-8: byte 0xE9 at offset 0"},
		{"accents before letters alone", "\xe9tat fran\xe7ais na\xefve", "not UTF-8: byte 0xE9 at offset 0"},
		{"euro sign in GBK", "\xb9\xfa\xce\xf1 \x80 5", "not UTF-8: byte 0xB9 at offset 0"},
		{"euro sign", "\x80 5", "not UTF-8: byte 0x80 at offset 0"},
		{"half a GBK character", "\xb9\xfa\xce\xf1\xd4", "not UTF-8: byte 0xB9"},
		{"pair that GB18030 has not", "\xb9\xfa\xce\xf1 \xfe\x30\x81\x30", "not UTF-8"},
		{"broken UTF-8", "国务院\n会\xe8\xae 议", "broken UTF-8: byte 0xE8 at offset 13 (line 2)"},
		{"zero byte", "text\x00text", "binary file: control byte 0x00 at offset 4 (line 1)"},
		{"control byte", "PK\x03\x04", "binary file: control byte 0x03 at offset 2"},
		{"zeros", "\x00\x00\x00\x00\x00\x00", "binary file"},
		{"one zero", "\x00", "binary file"},
		{"binary like UTF-16", "a\x00b\x00c\x00\x07\x00", "binary file: control byte 0x00 at offset 1"},
		{"control character in UTF-16", "\xfe\xff\x00a\x00\n\x00\x07", "binary file: control byte 0x07 at offset 6 (line 2)"},
		{"cut UTF-16", "\xff\xfea\x00b", "broken UTF-16LE: byte 0x62 at offset 4"},
		{"lone high surrogate", "\xff\xfe\n\x00\x00\xd8a\x00", "broken UTF-16LE: byte 0x00 at offset 4 (line 2)"},
		{"lone low surrogate", "\xfe\xff\xdc\x00\x00a", "broken UTF-16BE: byte 0xDC at offset 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, _, err := Decode([]byte(c.data))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Decode = %q, %v; want an error with %q", text, err, c.want)
			}
			if RoundTrips([]byte(c.data)) {
				t.Error("RoundTrips = true")
			}
		})
	}
}

func TestEncodeErrors(t *testing.T) {
	for enc := UTF8; enc <= GB18030; enc++ {
		if data, err := enc.Encode("a\xffb"); err == nil {
			t.Errorf("%v: invalid text became %q", enc, data)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("plain \xe2\x80\x9ctext\xe2\x80\x9d\r\n"))
	f.Add([]byte("\xb9\xfa\xce\xf1\xd4\xba \x95\x32\x82\x36"))
	f.Add([]byte("\xff\xfea\x00\x3d\xd8\x00\xde"))
	f.Add([]byte("\x00a\x00b\x00c"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, enc, err := Decode(data)
		if err != nil {
			return
		}
		if !utf8.ValidString(text) {
			t.Fatalf("%v: invalid text %q", enc, text)
		}
		back, err := enc.Encode(text)
		if same := err == nil && bytes.Equal(back, data); same != RoundTrips(data) {
			t.Fatalf("%v: %q comes back as %q, %v; RoundTrips = %v", enc, data, back, err, !same)
		}
		if enc != GB18030 && !bytes.Equal(back, data) {
			t.Fatalf("%v: %q comes back as %q, %v", enc, data, back, err)
		}
	})
}
