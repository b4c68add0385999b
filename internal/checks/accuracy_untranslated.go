package checks

import (
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/chinese"
	"rectify/internal/document"
	"rectify/internal/mqm"
)

// Untranslated reports Chinese that was left in the English.
var Untranslated = &check.Check{
	ID: "accuracy/untranslated",
	Doc: check.Doc{
		Title: "Chinese left in the English text",
		Text: `Chinese characters stand in an English sentence: the machine, or a hand, left a
word untranslated.

Chinese in brackets or quotation marks is a gloss, and a paragraph that is mostly
Chinese is the source beside its translation: neither is reported.`,
		Before: `The county has built 高标准农田 along the river.`,
		After:  `The county has built high-standard farmland (高标准农田) along the river.`,
	},
	Category:  mqm.Untranslated,
	Severity:  mqm.Major,
	Certainty: check.Proven,
	Run: func(p *check.Pass) {
		han := landmarksOf.Of(p).han
		for n, seg := range p.Document.Segments {
			here := inSegment(&han, int(p.Text.Segments[n]), int(p.Text.Segments[n+1]))
			if len(here) == 0 || shareOf(p.Document, seg).Mostly() {
				continue
			}
			for _, run := range seg.Runs {
				for _, span := range hanSpans(p.Document, run.Span) {
					if !glossed(p.Document, span, run.Span) && !inPageTail(p.Document, span) {
						p.Report(check.Issue{Span: span, Message: "Chinese left in the English text: translate it"})
					}
				}
			}
		}
	},
}

// shareOf is how much of a segment is Chinese.
func shareOf(d *document.Document, seg document.Segment) (share chinese.Share) {
	for _, run := range seg.Runs {
		share.Add(d.Slice(run.Span))
	}
	return share
}

// hanSpans are the stretches of Chinese in a span, Chinese punctuation inside
// them included.
func hanSpans(d *document.Document, in document.Span) []document.Span {
	var out []document.Span
	begin, end := -1, 0
	for i, r := range d.Slice(in) {
		switch {
		case chinese.IsHan(r):
			if begin < 0 {
				begin = i
			}
			end = i + utf8.RuneLen(r)
		case begin >= 0 && !inChinese(r):
			out = append(out, document.Span{Start: in.Start + begin, End: in.Start + end})
			begin = -1
		}
	}
	if begin >= 0 {
		out = append(out, document.Span{Start: in.Start + begin, End: in.Start + end})
	}
	return out
}

// inChinese reports whether the character may stand between two of Chinese:
// a digit or a Chinese mark.
func inChinese(r rune) bool {
	return unicode.IsDigit(r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || r == '·' || r == '“' || r == '”'
}

// glossed reports whether brackets or quotation marks enclose the span.
func glossed(d *document.Document, span, in document.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(d.Text[in.Start:span.Start])
	after, _ := utf8.DecodeRuneInString(d.Text[span.End:in.End])
	return opens[before] == after && after != utf8.RuneError || opensList[before] || closesList[after]
}

var opens = map[rune]rune{'(': ')', '[': ']', '（': '）', '"': '"', '“': '”', '\'': '\'', '‘': '’', '《': '》', '「': '」', '【': '】'}

// A gloss may hold more than Chinese: (高标准农田, high-standard farmland).
var (
	opensList  = map[rune]bool{'(': true, '（': true, '《': true, '【': true}
	closesList = map[rune]bool{')': true, '）': true, '》': true, '】': true}
)
