package checks

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/mqm"
)

// AccuracyRepeats reports sentences of the source that are told apart, or not told
// apart, otherwise than the source does.
var AccuracyRepeats = &check.Check{
	ID: "accuracy/repeats",
	Doc: check.Doc{
		Title: "one sentence of the source in two renderings, or two in one",
		Text: `The source says a sentence twice and the text says it in two ways, so that a reader
takes it for two things; or the source has two sentences and the text one and the same
for both, as when a segment was copied and not translated anew.

Capitals, punctuation and spaces make no other sentence, and short ones, which mean
something else in every place, are left alone; and so is one rendering of two sentences
if the longer one has all characters of the other, as a headline's has. Two renderings are advice, since prose
may vary; one rendering of two sentences is likely a slip.`,
		Source: `请在每天上午九点以前关闭北门。

请在每天晚上九点以前关闭南门。`,
		Before: `Please close the gate before nine o'clock every day.

Please close the gate before nine o'clock every day.`,
		After: `Please close the north gate before nine in the morning every day.

Please close the south gate before nine in the evening every day.`,
	},
	Category:    mqm.Mistranslation,
	Severity:    mqm.Minor,
	Certainty:   check.Likely,
	NeedsSource: true,
	Run: func(p *check.Pass) {
		bySource, byText := map[string]int{}, map[string]int{}
		for i, pair := range p.Document.Pairs {
			source, text := bare(pair.Source), bare(p.Document.Slice(pair.Span))
			if utf8.RuneCountInString(source) < leastRepeated || text == "" {
				continue
			}
			if first, seen := bySource[source]; !seen {
				bySource[source] = i
			} else if text != bare(p.Document.Slice(p.Document.Pairs[first].Span)) {
				severity, certainty := check.Grade(mqm.Neutral, check.Advice)
				report := repeated(p, i, first, "the source says the same in %s, where it is rendered otherwise")
				report.Severity, report.Certainty = severity, certainty
				p.Report(report)
			}
			if first, seen := byText[text]; !seen {
				byText[text] = i
			} else if other := bare(p.Document.Pairs[first].Source); !holds(source, other) && !holds(other, source) {
				p.Report(repeated(p, i, first, "the same words as in %s, of another source"))
			}
		}
	},
}

// leastRepeated is how many characters a sentence of the source has at least.
const leastRepeated = 8

// bare is a sentence by its letters and digits alone.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// holds reports whether a text has all characters of another one, in their order.
func holds(long, short string) bool {
	rest := []rune(short)
	for _, r := range long {
		if len(rest) > 0 && rest[0] == r {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}

func repeated(p *check.Pass, i, first int, message string) check.Issue {
	there := p.Document.Pairs[first].Span
	place := fmt.Sprintf("line %d", p.Document.Position(there.Start).Line)
	return check.Issue{
		Span: p.Document.Pairs[i].Span, Message: fmt.Sprintf(message, place) + ": " + p.Document.Pairs[i].Source,
		Related: []check.Related{{Span: there, Message: "the first one"}},
	}
}
