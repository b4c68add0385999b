package format

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rectify/internal/chinese"
	"rectify/internal/document"
)

// po reads a catalogue of messages of GNU gettext: msgstr is reviewed, against
// msgid where that is Chinese. Obsolete messages are left alone.
func po(path, text string, enc Encoding, _ Options) (*document.Document, error) {
	p := &poReader{text: text}
	for at := 0; at < len(text); {
		end := at + len(text[at:])
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		p.line++
		if err := p.take(document.Span{Start: at, End: at + len(strings.TrimRight(text[at:end], "\r\n"))}, enc); err != nil {
			return nil, fmt.Errorf("line %d: %w", p.line, err)
		}
		at = end
	}
	if err := p.finish(enc); err != nil {
		return nil, err
	}
	d := p.b.document(path, text)
	if p.b.Empty() && p.number > 0 && p.language != "" {
		d.Note = notEnglish([]string{p.language})
	}
	return d, nil
}

// poReader reads a catalogue line by line.
type poReader struct {
	text string
	b    builder
	// line is the one being read, number that of the message, language what the
	// header says.
	line, number int
	language     string
	headed       bool

	entry poEntry
	// last is the string that a line of its own goes on with.
	last *literal
}

// poEntry is a message.
type poEntry struct {
	context, id, plural literal
	translations        []literal
	fuzzy               bool
	has                 map[string]bool
	at                  int
}

// keyword begins a string of a message; a plural form has its number.
var keyword = regexp.MustCompile(`^(msgctxt|msgid_plural|msgid|msgstr)(?:\[([0-9]+)\])?[ \t]*("|$)`)

// mostPlurals is more than any language has.
const mostPlurals = 20

// take reads a line.
func (p *poReader) take(line document.Span, enc Encoding) error {
	line = trim(p.text, line)
	text := p.text[line.Start:line.End]
	switch {
	case text == "":
		return nil
	case text[0] == '#':
		if len(p.entry.translations) > 0 {
			if err := p.finish(enc); err != nil {
				return err
			}
		}
		p.last = nil
		if flags, ok := strings.CutPrefix(text, "#,"); ok && slices.Contains(strings.FieldsFunc(flags, func(r rune) bool { return r == ',' || r == ' ' }), "fuzzy") {
			p.entry.fuzzy = true
		}
		return nil
	case strings.HasPrefix(text, "domain "):
		return p.finish(enc)
	case text[0] == '"':
		if p.last == nil {
			return fmt.Errorf("a string without msgid or msgstr before it")
		}
	default:
		m := keyword.FindStringSubmatchIndex(text)
		if m == nil {
			return fmt.Errorf("%q begins neither a comment, nor msgctxt, msgid or msgstr, nor a string", firstWord(text))
		}
		if err := p.begin(text[m[2]:m[3]], text[max(m[4], 0):max(m[5], 0)], line.Start, enc); err != nil {
			return err
		}
		if line.Start += m[6]; m[6] == m[7] {
			return nil // its strings stand on the next lines
		}
	}
	more, err := poString(p.text, line)
	*p.last = append(*p.last, more...)
	return err
}

// begin begins a string of a message, and the next message where it is the first.
func (p *poReader) begin(word, form string, at int, enc Encoding) error {
	if len(p.entry.translations) > 0 && (word == "msgctxt" || word == "msgid") {
		if err := p.finish(enc); err != nil {
			return err
		}
	}
	e := &p.entry
	if e.has == nil {
		e.has, e.at = map[string]bool{}, at
	}
	number := len(e.translations)
	switch {
	case e.has[word+form]:
		return fmt.Errorf("%s stands twice in a message", word)
	case word == "msgstr" && !e.has["msgid"], word == "msgid_plural" && !e.has["msgid"]:
		return fmt.Errorf("%s without a msgid before it", word)
	case word == "msgstr" && form == "" && e.has["msgid_plural"]:
		return fmt.Errorf("the message has a plural: its msgstr has a number, msgstr[0]")
	case form != "" && (word != "msgstr" || form != strconv.Itoa(number) || number >= mostPlurals):
		return fmt.Errorf("%s[%s] is out of order", word, form)
	}
	e.has[word+form] = true
	switch word {
	case "msgctxt":
		p.last = &e.context
	case "msgid":
		p.last = &e.id
	case "msgid_plural":
		p.last = &e.plural
	case "msgstr":
		e.translations = append(e.translations, nil)
		p.last = &e.translations[number]
	}
	return nil
}

// finish ends a message.
func (p *poReader) finish(enc Encoding) error {
	e := p.entry
	p.entry, p.last = poEntry{}, nil
	if len(e.translations) == 0 {
		if e.has["msgid"] {
			return fmt.Errorf("line %d: a msgid without msgstr: the file is cut short or broken", 1+strings.Count(p.text[:e.at], "\n"))
		}
		return nil
	}
	if e.id.text() == "" && len(e.context) == 0 {
		if p.headed {
			return fmt.Errorf("a second header: its msgid is empty")
		}
		p.headed = true
		return p.header(e.translations[0].text(), enc)
	}
	p.number++
	p.write(e)
	return nil
}

// header reads the fields that the empty message has.
func (p *poReader) header(fields string, enc Encoding) error {
	for line := range strings.Lines(fields) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(name) {
		case "language":
			p.language = value
		case "content-type":
			_, charset, ok := strings.Cut(strings.ToLower(value), "charset=")
			if ok && charset != "charset" && charset != "us-ascii" && charset != "ascii" && !slices.Contains(declared[enc], charset) {
				return fmt.Errorf("the header declares the charset %s, but the bytes are %s: convert the file with msgconv -t UTF-8", charset, enc)
			}
		}
	}
	return nil
}

// write adds the translations of a message to the document.
func (p *poReader) write(e poEntry) {
	name := fmt.Sprintf("message %d", p.number)
	if context := e.context.text(); context != "" {
		name += fmt.Sprintf(", context %q", context)
	}
	if e.fuzzy {
		name += ", fuzzy"
	}
	for i, l := range e.translations {
		source := e.id.text()
		called := name
		if len(e.plural) > 0 {
			called += fmt.Sprintf(", form %d", i)
			if i > 0 {
				source = e.plural.text()
			}
		}
		target := l.text()
		if !reviewed(p.language, source, target) {
			continue
		}
		at := p.b.message(l, messageCuts(target), escapePO, called)
		if chinese.In(source) && (i == 0 || at.Len() > 0) {
			p.b.pair(at, document.OneLine(source), called, e.at)
		}
	}
}

// poEscapes are the characters that a string writes with a backslash.
var poEscapes = map[byte]string{'n': "\n", 't': "\t", 'r': "\r", 'a': "\a", 'b': "\b", 'v': "\v", 'f': "\f", '"': "\"", '\\': "\\"}

// poBytes are the bytes that are written as numbers, several of which may be one
// character.
var poBytes = regexp.MustCompile(`^(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}))+`)

var escapePO = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`).Replace

// poString reads a string in quotes at the end of a line.
func poString(text string, line document.Span) (literal, error) {
	var l literal
	at := line.Start + 1
	for begin := at; at < line.End; {
		switch text[at] {
		case '"':
			if at+1 != line.End {
				return nil, fmt.Errorf("%q stands behind the end of the string", text[at+1:line.End])
			}
			return l.with(text, begin, at), nil
		case '\\':
			l = l.with(text, begin, at)
			meant, end := poEscape(text[at:line.End])
			if end == 0 {
				return nil, fmt.Errorf("unknown escape %s", shortened(text[at:line.End], 2))
			}
			l = append(l, stretch{meant, document.Span{Start: at, End: at + end}})
			at += end
			begin = at
		default:
			at++
		}
	}
	return nil, fmt.Errorf("the string has no quote at its end")
}

// with adds what stands as it is.
func (l literal) with(text string, start, end int) literal {
	if start == end {
		return l
	}
	return append(l, stretch{text[start:end], document.Span{Start: start, End: end}})
}

// poEscape reads an escape at the beginning of a text, and gives its length.
func poEscape(text string) (meant string, end int) {
	if len(text) > 1 {
		if meant, ok := poEscapes[text[1]]; ok {
			return meant, 2
		}
	}
	numbers := poBytes.FindString(text)
	var out []byte
	for number := range strings.SplitSeq(strings.TrimPrefix(numbers, `\`), `\`) {
		base := 8
		if hex, ok := strings.CutPrefix(number, "x"); ok {
			number, base = hex, 16
		}
		code, _ := strconv.ParseUint(number, base, 16)
		out = append(out, byte(code))
	}
	if !utf8.Valid(out) {
		return document.Object, len(numbers)
	}
	return string(out), len(numbers)
}

func firstWord(text string) string {
	return shortened(strings.Fields(text)[0], 20)
}

// shortened is the beginning of a text, so many characters at most.
func shortened(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most])
	}
	return text
}
