package checks

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/chinese"
	"rectify/internal/document"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// AccuracyOmission reports what the source says and the text doesn't.
var AccuracyOmission = &check.Check{
	ID: "accuracy/omission",
	Doc: check.Doc{
		Title: "a part of the source that the text lacks",
		Text: `A paragraph or a sentence of the Chinese has no rendering, and what stands beside it
has none of its words either; or the rendering of several sentences is too short by one
of them, and has few of its words. The check points at the place where the
rendering should be, and quotes what is lost. A sentence that has less than half of the
usual length, as the sentences of the text are, is advice: many a good one is short.

Short sources, bylines and the labels of web pages are left alone, since a translator
may well leave them out. But where a bilingual file has a place for a translation, and
nothing in it, that is proven, however short the source, and minor: a catalogue may be
at work.`,
		Source: `大桥有十二个桥拱。

渡轮停运，船员都找到了新的工作，旧渡轮卖给了北方的博物馆。

桥灯每晚亮起。`,
		Before: `The bridge has twelve arches.

Its lamps are lit every evening.`,
		After: `The bridge has twelve arches.

The ferry stopped running, the crew all found new work, and the old ferry was sold to a museum in the north.

Its lamps are lit every evening.`,
	},
	Category:    mqm.Omission,
	Severity:    mqm.Major,
	Certainty:   check.Likely,
	NeedsSource: true,
	Run: func(p *check.Pass) {
		pairs := pairTexts(p)
		usual := usualLength(p)
		for i := range pairs {
			t := &pairs[i]
			switch {
			case t.Missing:
				untranslated(p, t)
			case isLabel(t.Source):
			case t.Len() == 0 && utf8.RuneCountInString(t.Source) >= leastLost:
				lost(p, pairs, i)
			case t.Len() > 0 && lostPart(p, pairs, i, usual):
			case t.Len() > 0 && utf8.RuneCountInString(t.Source) >= leastShortened:
				shortened(p, t, usual)
			}
		}
	},
}

const (
	// leastLost is how many characters a source has at least whose loss is reported.
	leastLost = 10
	// mostKept is the part of its words that may stand beside a lost source.
	mostKept = 0.34
	// leastShortened is how long a source is at least whose rendering is measured, and
	// mostShortened which part of the usual length it has at most.
	leastShortened, mostShortened = 25, 0.45
	// leastPairs is how many pairs tell what is usual.
	leastPairs = 5
)

// labels are the labels of pages that a translator leaves out, byReporter the names of
// who wrote one.
var (
	labels = strings.Fields(`来源 來源 责编 責編 责任编辑 責任編輯 编辑: 编辑： 編輯: 編輯： 作者: 作者： 字体 字體
		点击 點擊 图片 圖片 版权 版權 原标题 原標題`)
	byReporter = regexp.MustCompile(`[记記]者.{0,6}[)）]?$`)
)

// isLabel reports whether a source is a byline or a label of a page.
func isLabel(source string) bool {
	return slices.ContainsFunc(labels, func(label string) bool { return strings.Contains(source, label) }) ||
		strings.Contains(source, "者") && byReporter.MatchString(source)
}

// untranslated reports a place for a translation that is empty, if there is anything
// to translate.
func untranslated(p *check.Pass, t *pairText) {
	if chinese.In(t.Source) {
		severity, certainty := check.Grade(mqm.Minor, check.Proven)
		p.Report(check.Issue{Span: t.Span, Severity: severity, Certainty: certainty, Message: t.Name + " is not translated: " + t.Source})
	}
}

// lost reports a source without a rendering.
func lost(p *check.Pass, pairs []pairText, i int) {
	t := &pairs[i]
	words, _ := around(p, pairs, i)
	covered, known := coverage(p, t.Source, words)
	if known < 3 || float64(covered) > mostKept*float64(known) {
		return
	}
	p.Report(check.Issue{Span: before(p, t.Start), Message: "the source goes on here, and the text doesn't: " + t.Source})
}

// shortened reports a rendering that is much shorter than usual.
func shortened(p *check.Pass, t *pairText, usual float64) {
	ratio := lengthRatio(p, t.Pair)
	if ratio >= mostShortened*usual {
		return
	}
	severity, certainty := check.Grade(mqm.Neutral, check.Advice)
	p.Report(check.Issue{Span: t.Span, Severity: severity, Certainty: certainty, Message: "much shorter than its source: " + t.Source})
}

// before is the word that ends before an offset, or the first one.
func before(p *check.Pass, at int) document.Span {
	if len(p.Words) == 0 {
		return document.Span{}
	}
	n, _ := slices.BinarySearchFunc(p.Words, at, func(w termbase.Word, at int) int { return int(w.End()) - at - 1 })
	for n = max(0, n-1); n > 0 && !isLetter(p.Document.Text[p.Words[n].Start]); n-- {
		// The mark that ends the sentence is no place that a reader sees.
	}
	return p.Words[n].Span()
}

// lengthRatio is how long the rendering of a pair is, as part of its source.
func lengthRatio(p *check.Pass, pair *document.Pair) float64 {
	return chinese.Length(p.Document.Slice(pair.Span)) / sourceLength(pair.Source)
}

// sourceLength is how much a source says, without the names that it gives in brackets
// once more in their own letters.
func sourceLength(source string) float64 {
	return max(chinese.Length(nameAgain.ReplaceAllString(source, "")), 1)
}

var nameAgain = regexp.MustCompile(`[(（][A-Za-z][^()（）\p{Han}]*[)）]`)

// usualLength is how long the renderings of a document are, as part of their
// sources: of most of them; 0 where they are too few to tell.
func usualLength(p *check.Pass) float64 {
	var ratios []float64
	for _, pair := range p.Document.Pairs {
		if pair.Len() > 0 && utf8.RuneCountInString(pair.Source) >= leastLost {
			ratios = append(ratios, lengthRatio(p, &pair))
		}
	}
	if len(ratios) < leastPairs {
		return 0
	}
	slices.Sort(ratios)
	return ratios[len(ratios)/2]
}
