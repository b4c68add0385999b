package checks

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/chinese"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
)

// Punctuation reports marks that a machine left as they were in the Chinese, and
// spaces and brackets that don't fit.
var Punctuation = &check.Check{
	ID: "language/punctuation",
	Doc: check.Doc{
		Title: "Chinese punctuation, spaces where none belong, a bracket without its other half",
		Text: `A full-width comma stands in English, two spaces between two words, a space before a
comma or inside a bracket, a bracket or quotation mark opens and nothing closes it.

Marks beside Chinese characters belong to them, two spaces after a sentence are a
style, and a quotation that goes on in the next paragraph is closed there. Where the
source is at hand, a question of the source that is none in the text, and isn't told
there either, is advice.`,
		Before: `The plan has three parts，two of which ( the longer ones) are ready.`,
		After:  `The plan has three parts, two of which (the longer ones) are ready.`,
	},
	Category:  mqm.Punctuation,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		ahead, marks := *landmarksOf.Of(p), p.Marks
		for i, segment := range p.Document.Segments {
			for _, run := range segment.Runs {
				fullWidth(p, segment, run)
			}
			if segment.Kind == document.Paragraph {
				misplaced(p, &ahead, &marks, i)
				unclosed(p, i)
			}
		}
		for _, pair := range p.Document.Pairs {
			unasked(p, pair)
		}
	},
}

// halves are the full-width marks that English writes otherwise.
var halves = map[rune]string{
	'，': ", ", '、': ", ", '。': ". ", '；': "; ", '：': ": ", '？': "? ", '！': "! ", '（': " (", '）': ") ", '％': "%",
}

// fullWidth reports full-width marks that stand beside no Chinese, in a segment
// that isn't Chinese itself.
func fullWidth(p *check.Pass, segment document.Segment, run document.Run) {
	text := p.Document.Slice(run.Span)
	if !strings.Contains(text, "\u3000"[:2]) && !strings.Contains(text, "，"[:2]) {
		return // the first bytes of all marks: most texts have none
	}
	for i, r := range text {
		half := halves[r]
		if half == "" {
			continue
		}
		end := i + utf8.RuneLen(r)
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:i], " "))
		after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[end:], " "))
		if i == 0 || besideChinese(before) || besideChinese(after) {
			continue
		}
		if shareOf(p.Document, segment).Mostly() {
			return
		}
		if next, _ := utf8.DecodeRuneInString(text[end:]); end == len(text) || unicode.IsSpace(next) || unicode.IsPunct(next) {
			half = strings.TrimRight(half, " ")
		}
		if last, _ := utf8.DecodeLastRuneInString(text[:i]); unicode.IsSpace(last) {
			half = strings.TrimLeft(half, " ")
		}
		at := document.Span{Start: run.Start + i, End: run.Start + end}
		p.Report(check.Issue{Span: at, Message: "Chinese punctuation", Suggestions: []check.Suggestion{
			{Text: half, Edits: []edit.Edit{{Start: at.Start, End: at.End, New: half}}, Safe: true},
		}})
	}
}

// besideChinese reports whether a character is Chinese, or punctuation of it.
func besideChinese(r rune) bool {
	return chinese.IsHan(r) || halves[r] != "" || strings.ContainsRune("《》〈〉“”「」『』【】", r)
}

// closing is the mark that closes one that opens.
var closing = map[rune]rune{'(': ')', '[': ']', '“': '”'}

// half is a bracket or a quotation mark that opens, and its offset.
type half struct {
	r  rune
	at int
}

func (h half) span() document.Span {
	return document.Span{Start: h.at, End: h.at + utf8.RuneLen(h.r)}
}

// unclosed reports the first bracket or quotation mark of a segment that lacks its
// other half. A quotation may go on in the next segment.
func unclosed(p *check.Pass, number int) {
	var open []half
	for _, run := range p.Document.Segments[number].Runs {
		text := p.Document.Slice(run.Span)
		if !hasHalves(text) {
			continue
		}
		for i := range len(text) {
			if !halfBytes[text[i]] {
				continue
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			switch at := run.Start + i; {
			case closing[r] != 0:
				open = append(open, half{r, at})
			case r == ')' || r == ']' || r == '”':
				if len(open) > 0 && closing[open[len(open)-1].r] == r {
					open = open[:len(open)-1]
				} else if r == '”' || len(open) > 0 || itemEnd.MatchString(text[:i+1]) || emoticon(text[:i]) {
					return // it closes what an earlier segment opened, or an item's number, or all is mixed up
				} else {
					p.Report(check.Issue{Span: document.Span{Start: at, End: at + size}, Message: "nothing opens this bracket"})
					return
				}
			}
		}
	}
	if len(open) == 0 || turnedRound(p, number, open) || open[0].r == '“' && quotationGoesOn(p, number) {
		return
	}
	at := open[0].span()
	issue := check.Issue{Span: at, Message: "nothing closes " + p.Document.Slice(at)}
	if open[0].r == '“' { // a straight mark may be meant to
		issue.Severity, issue.Certainty = check.Grade(mqm.Neutral, check.Advice)
	}
	p.Report(issue)
}

// turnedRound reports the first opening quotation mark that stands where one closes: behind a
// word or the end of a sentence, and before nothing or a space.
func turnedRound(p *check.Pass, number int, open []half) bool {
	segment := p.Document.Segments[number].Span()
	for _, h := range open {
		at := h.span()
		before := p.Document.Text[segment.Start:at.Start]
		last, _ := utf8.DecodeLastRuneInString(before)
		after, size := utf8.DecodeRuneInString(p.Document.Text[at.End:segment.End])
		ends := size == 0 && strings.TrimSpace(before) != ""
		ends = ends || unicode.IsSpace(after) && (unicode.IsLetter(last) || strings.ContainsRune(".,!?", last))
		if h.r != '“' || !ends {
			continue
		}
		severity, certainty := check.Grade(mqm.Neutral, check.Advice)
		from := segment.Start + len(strings.TrimRight(before, " "))
		p.Report(check.Issue{
			Span: at, Message: "a closing mark turned round", Severity: severity, Certainty: certainty,
			Suggestions: check.Suggest("”", edit.Edit{Start: from, End: at.End, New: "”"}),
		})
		return true
	}
	return false
}

// halfBytes are the first bytes of brackets and quotation marks, and of few else.
var halfBytes = [256]bool{'(': true, ')': true, '[': true, ']': true, leadOfQuotes: true}

// hasHalves reports whether a text may have a bracket or a quotation mark; it costs
// next to nothing where it has none.
func hasHalves(text string) bool {
	return strings.IndexByte(text, '(') >= 0 || strings.IndexByte(text, ')') >= 0 ||
		strings.IndexByte(text, '[') >= 0 || strings.IndexByte(text, ']') >= 0 || strings.IndexByte(text, leadOfQuotes) >= 0
}

// itemEnd is the number of an item: a), 1) and the like.
var itemEnd = regexp.MustCompile(`(?:^|[\s;,:.])(?:\w{1,4}|[ivxIVX]+)\)$`)

// emoticon reports whether a bracket after the text is the mouth of a face.
func emoticon(before string) bool {
	return strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, ":-")
}

// quotationGoesOn reports whether the next segment begins with a quotation mark, or is the
// rest of a quotation.
func quotationGoesOn(p *check.Pass, number int) bool {
	if number+1 == len(p.Document.Segments) {
		return false
	}
	next := p.Document.Slice(p.Document.Segments[number+1].Span())
	return strings.HasPrefix(next, "“") || strings.Count(next, "”") > strings.Count(next, "“")
}

// unasked reports a sentence that is a question in the source alone, and tells of none.
func unasked(p *check.Pass, pair document.Pair) {
	source := strings.TrimRight(pair.Source, "”’」』）) ")
	text := p.Document.Slice(pair.Span)
	if !strings.HasSuffix(source, "？") || strings.ContainsAny(text, "?？") || !strings.HasSuffix(text, ".") || tellsQuestion.MatchString(text) {
		return
	}
	severity, certainty := check.Grade(mqm.Neutral, check.Advice)
	p.Report(check.Issue{
		Span: document.Span{Start: pair.End - 1, End: pair.End}, Severity: severity, Certainty: certainty,
		Message: "the source asks here: " + pair.Source,
	})
}

// tellsQuestion are the words of a sentence that tells a question: they wonder whether.
var tellsQuestion = regexp.MustCompile(`(?i)\b(?:whether|if|how|what|why|who|whose|which|where|when|ask\w*|wonder\w*|question\w*)\b`)
