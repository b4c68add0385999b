package format

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rectify/internal/chinese"
	"rectify/internal/document"
)

// srt reads subtitles of SubRip, vtt those of WebVTT.
func srt(path, text string) (*document.Document, error) {
	s := &subtitles{text: text, escape: strings.NewReplacer("\r", " ", "\n", " ").Replace}
	return s.document(path)
}

func vtt(path, text string) (*document.Document, error) {
	s := &subtitles{text: text, web: true, escape: strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", " ", "\n", " ").Replace}
	if head := strings.TrimPrefix(text, bom); !strings.HasPrefix(head, "WEBVTT") || len(head) > 6 && !strings.ContainsRune(" \t\r\n", rune(head[6])) {
		return nil, fmt.Errorf("line 1: WebVTT begins with WEBVTT")
	}
	return s.document(path)
}

// subtitles reads the cues of a file.
type subtitles struct {
	text   string
	web    bool
	escape func(string) string
	b      builder
	cues   []cue
}

// cue is a text that is shown at a time, line by line.
type cue struct {
	name, begin string
	lines       []document.Span
	chinese     []document.Span
	at          int
}

// timing is the line that says when a cue is shown.
var timing = regexp.MustCompile(`^((?:[0-9]+:)?[0-9]{1,2}:[0-9]{2}[,.][0-9]{1,3})[ \t]+-->[ \t]+(?:[0-9]+:)?[0-9]{1,2}:[0-9]{2}[,.][0-9]{1,3}(?:[ \t].*)?$`)

func (s *subtitles) document(path string) (*document.Document, error) {
	if err := s.readCues(); err != nil {
		return nil, err
	}
	if len(s.cues) == 0 && !s.web && strings.TrimFunc(s.text, document.Blank) != "" {
		return nil, fmt.Errorf("line 1: no cue begins in the file: a line such as 00:01:02,000 --> 00:01:04,500 is missing")
	}
	if s.partLanguages() {
		d := s.b.document(path, s.text)
		d.Note = "nothing to review: its cues are Chinese"
		return d, nil
	}
	punctuated := s.punctuated()
	for i := 0; i < len(s.cues); {
		n := 1
		for i+n < len(s.cues) && n < mostJoined && s.runsOn(s.cues[i+n-1], s.cues[i+n], punctuated) {
			n++
		}
		s.write(s.cues[i : i+n])
		i += n
	}
	return s.b.document(path, s.text), nil
}

// readCues reads line by line: a line of times begins a cue, whatever stands
// before it.
func (s *subtitles) readCues() error {
	var skips bool // in a block that holds no cue
	var before string
	number := 0
	for at := 0; at < len(s.text); {
		raw, next := nextLine(s.text, at)
		line := trim(s.text, document.Span{Start: at, End: at + len(raw)})
		text := s.text[line.Start:line.End]
		number++
		last := len(s.cues) - 1
		switch m := timing.FindStringSubmatch(text); {
		case m != nil:
			if last >= 0 {
				s.cues[last].dropNumber(s.text, before)
			}
			label := before
			if label == "" {
				label = fmt.Sprint(last + 2)
			}
			s.cues = append(s.cues, cue{name: label, begin: m[1], at: line.Start})
			skips = false
		case strings.Contains(text, "-->"):
			return fmt.Errorf("line %d: the times of the cue can't be read: they are written 00:01:02,000 --> 00:01:04,500", number)
		case text == "":
			skips = s.web // a cue of WebVTT ends with a blank line
		case last >= 0 && !skips:
			s.cues[last].lines = append(s.cues[last].lines, line)
		}
		before, at = text, next
	}
	return nil
}

// dropNumber takes the last line off, if it is the number of the next cue.
func (c *cue) dropNumber(text, before string) {
	n := len(c.lines) - 1
	if n >= 0 && text[c.lines[n].Start:c.lines[n].End] == before && strings.Trim(before, "0123456789") == "" {
		c.lines = c.lines[:n]
	}
}

// partLanguages tells the Chinese lines from the English ones, where most cues
// have both. It reports whether most have Chinese alone.
func (s *subtitles) partLanguages() (onlyChinese bool) {
	both, alone := 0, 0
	for i := range s.cues {
		c := &s.cues[i]
		han := 0
		for _, line := range c.lines {
			if chinese.In(s.text[line.Start:line.End]) {
				han++
			}
		}
		switch {
		case han > 0 && han < len(c.lines):
			both++
		case han > 0:
			alone++
		}
	}
	if both == 0 || 2*both < len(s.cues) {
		return 2*alone > len(s.cues)
	}
	for i := range s.cues {
		c := &s.cues[i]
		lines := c.lines
		c.lines = nil
		for _, line := range lines {
			if chinese.In(s.text[line.Start:line.End]) {
				c.chinese = append(c.chinese, line)
			} else {
				c.lines = append(c.lines, line)
			}
		}
	}
	return false
}

// mostJoined is how many cues one sentence may run over.
const mostJoined = 8

// punctuated reports whether the sentences of the file end with a mark, so that a
// cue without one says that its sentence runs on.
func (s *subtitles) punctuated() bool {
	ends := 0
	for _, c := range s.cues {
		if n := len(c.lines); n > 0 && terminal(s.plain(c.lines[n-1])) {
			ends++
		}
	}
	return 4*ends >= len(s.cues)
}

// runsOn reports whether the sentence of a cue goes on in the next.
func (s *subtitles) runsOn(c, next cue, punctuated bool) bool {
	if len(c.lines) == 0 || len(next.lines) == 0 {
		return false
	}
	last, first := s.plain(c.lines[len(c.lines)-1]), s.plain(next.lines[0])
	r, _ := utf8.DecodeRuneInString(first)
	end, _ := utf8.DecodeLastRuneInString(last)
	if terminal(last) || !unicode.IsLetter(end) && end != ',' || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	return punctuated || unicode.IsLower(r)
}

// plain is a line without marks.
func (s *subtitles) plain(line document.Span) string {
	return strings.TrimFunc(subtitleMark.ReplaceAllString(s.text[line.Start:line.End], ""), document.Blank)
}

// subtitleMark is what isn't read in a line: tags of both formats, times inside
// WebVTT, and the places that SubRip took over from another format.
var subtitleMark = regexp.MustCompile(`</?[A-Za-z][^<>]*>|<[0-9:.]+>|\{\\[^{}]*\}`)

// spoken is how a line begins that somebody else says.
var spoken = regexp.MustCompile(`^[-–—]\s?`)

// write adds cues through which one text runs to the document.
func (s *subtitles) write(cues []cue) {
	name := fmt.Sprintf("cue %s (%s)", cues[0].name, cues[0].begin)
	if len(cues) > 1 {
		name = fmt.Sprintf("cues %s-%s (%s)", cues[0].name, cues[len(cues)-1].name, cues[0].begin)
	}
	var pairs []document.Pair
	for _, c := range cues {
		at := s.b.Len()
		for i, line := range c.lines {
			if i > 0 && spoken.MatchString(s.text[line.Start:line.End]) {
				s.b.end(proseKind, name)
			}
			s.line(line, name)
			s.b.Break(document.Spaced)
		}
		if len(c.chinese) > 0 {
			var source []string
			for _, line := range c.chinese {
				source = append(source, s.plain(line))
			}
			pairs = append(pairs, document.Pair{Span: document.Span{Start: at, End: s.b.Len()}, Source: strings.Join(source, " "), Name: name})
		}
	}
	s.b.end(proseKind, name)
	for _, p := range pairs {
		// A cue that is all Chinese may be rendered in the one before or behind it.
		p.Span = trim(s.b.Text(), p.Span)
		s.b.Pair(p, 0, cues[0].at)
	}
}

// line adds a line of a cue.
func (s *subtitles) line(line document.Span, name string) {
	l := s.literal(line)
	text := l.text()
	var cuts []cut
	if dash := spoken.FindString(text); dash != "" {
		cuts = append(cuts, cut{Span: document.Span{End: len(dash)}})
	}
	for _, m := range subtitleMark.FindAllStringIndex(text, -1) {
		found := text[m[0]:m[1]]
		c := cut{Span: document.Span{Start: m[0], End: m[1]}}
		if strings.HasPrefix(strings.ToLower(found), "<br") {
			c.join = document.Spaced
		}
		c.ends = s.web && strings.HasPrefix(found, "<v") && m[0] > 0 // somebody else speaks
		cuts = append(cuts, c)
	}
	s.b.literal(l, cuts, s.escape, func() { s.b.end(proseKind, name) })
}

// webEscape is a character reference of WebVTT.
var webEscape = regexp.MustCompile(`&(?:amp|lt|gt|nbsp|lrm|rlm|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});`)

// literal is a line with its escapes.
func (s *subtitles) literal(line document.Span) literal {
	var l literal
	at := line.Start
	if s.web {
		for _, m := range webEscape.FindAllStringIndex(s.text[line.Start:line.End], -1) {
			l = l.with(s.text, at, line.Start+m[0])
			at = line.Start + m[1]
			l = append(l, stretch{html.UnescapeString(s.text[line.Start+m[0] : at]), document.Span{Start: line.Start + m[0], End: at}})
		}
	}
	return l.with(s.text, at, line.End)
}
