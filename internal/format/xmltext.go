package format

import (
	"fmt"
	"slices"
	"strings"

	"rectify/internal/document"
	"rectify/internal/markup"
)

// declared are the names, in lower case, that a declaration may give the
// encodings that are read.
var declared = map[Encoding][]string{
	UTF8:    {"", "utf-8", "utf8"},
	UTF16LE: {"", "utf-16", "utf-16le"},
	UTF16BE: {"", "utf-16", "utf-16be"},
	GB18030: {"gb18030", "gbk", "gb2312", "cp936", "x-gbk", "windows-936"},
}

// extractedXML reads files that are XML, whose document is made by extract; new
// text is written with escape.
func extractedXML(extract func(path, text string, escape func(string) string) (*document.Document, error)) reader {
	return decoded(func(path, text string, enc Encoding, _ Options) (*document.Document, error) {
		escape, err := xmlEscape(text, enc)
		if err != nil {
			return nil, err
		}
		return extract(path, text, escape)
	})
}

// xmlEscape is how new text is written into XML of an encoding. It fails if the
// text declares another one.
func xmlEscape(text string, enc Encoding) (func(string) string, error) {
	r, err := markup.NewReader(text)
	if err != nil {
		return nil, err
	}
	name := strings.ToLower(r.Encoding())
	switch ascii := !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 }); {
	case !slices.Contains(declared[enc], name) && (enc != UTF8 || !ascii):
		return nil, fmt.Errorf("line 1: it declares the encoding %q, but its bytes are %s: write it as UTF-8 and declare that", r.Encoding(), enc)
	case !slices.Contains(declared[enc], name), enc == GB18030 && name != "gb18030":
		// Bytes that are ASCII alone are what they are declared to be in nearly
		// every encoding, but no other character can be written as it is.
		return markup.EscapeASCII, nil
	}
	return markup.EscapeText, nil
}
