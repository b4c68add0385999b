package document

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words with a full stop that seldom ends a sentence, without their stop and
// in lower case.
var (
	// beforeName never end one: a name or an example follows.
	beforeName = strings.Fields("mr mrs ms messrs dr prof gen col maj lt sgt capt cmdr adm sen rep gov pres rev hon st e.g i.e cf vs viz")
	// beforeNumber end none if a number follows.
	beforeNumber = strings.Fields("no nos vol vols art arts sec fig figs ch p pp para jan feb mar apr jun jul aug sep sept oct nov dec")
	// beforeAny end one only if the next word is one that sentences start with.
	beforeAny = strings.Fields("inc ltd co corp jr sr etc al dept approx")
	starters  = strings.Fields("a after all an and as at because both but by during each for from he her his however if in it its many most of on our she since so some such that the their then there these they this those though to under we when while with you")
)

// acronym is an initial, or letters with stops as in U.S, p.m and Ph.D.
var acronym = regexp.MustCompile(`^(?:\p{Lu}|\pL{1,2}(?:\.\pL)+)$`)

const (
	closers = "\"'’”)]}»›」』）】》"
	openers = "\"'‘“([{«‹「『（【《*_"
)

// char is a character of a segment as a reader sees it: without the markup
// between runs. One that stands for that markup is at -1.
type char struct {
	r  rune
	at int
}

// Sentences divides a segment, in the order of the text. A sentence ends with
// a full stop, a question or exclamation mark, or an ellipsis, and the quotes
// and brackets that close after it, if what follows looks like a beginning; a
// Chinese mark needs nothing to follow. The spans begin and end inside runs,
// without white space around, and leave out nothing but white space; the
// markup between runs may lie inside one. A line break counts as a space.
func (d *Document) Sentences(seg Segment) []Span {
	spans, _ := d.appendSentences(nil, seg, nil)
	return spans
}

// appendSentences adds the sentences of a segment. It writes over chars, and returns
// them for the next segment.
func (d *Document) appendSentences(spans []Span, seg Segment, chars []char) ([]Span, []char) {
	chars = d.appendChars(chars[:0], seg)
	start := 0
	for i := 0; i < len(chars); {
		end := i + 1
		if border(chars, start, &end) {
			spans = d.appendSpan(spans, chars[start:end])
			start = end
		}
		i = end
	}
	return d.appendSpan(spans, chars[start:]), chars
}

func (d *Document) appendChars(chars []char, seg Segment) []char {
	for i, run := range seg.Runs {
		if i > 0 && run.Before == Spaced {
			chars = append(chars, char{' ', -1})
		} else if i > 0 && run.Before == Broken {
			chars = append(chars, char{utf8.RuneError, -1})
		}
		for at, r := range d.Slice(run.Span) {
			chars = append(chars, char{r, run.Start + at})
		}
	}
	return chars
}

// appendSpan adds the range from the first to the last character that is
// neither white space nor markup, if there is one.
func (d *Document) appendSpan(spans []Span, chars []char) []Span {
	seen := func(c char) bool { return c.at >= 0 && !unicode.IsSpace(c.r) }
	first := slices.IndexFunc(chars, seen)
	if first < 0 {
		return spans
	}
	last := len(chars) - 1
	for !seen(chars[last]) {
		last--
	}
	_, size := utf8.DecodeRuneInString(d.Text[chars[last].at:])
	return append(spans, Span{chars[first].at, chars[last].at + size})
}

// border reports whether a sentence that began at start ends with the
// character before end, and moves end behind the marks that belong to it.
func border(chars []char, start int, end *int) bool {
	mark := *end - 1
	if r := chars[mark].r; r < utf8.RuneSelf && r != '.' && r != '!' && r != '?' {
		return false // as nearly every character
	}
	chinese := strings.ContainsRune("。！？", chars[mark].r)
	if !chinese && !strings.ContainsRune(".!?…", chars[mark].r) {
		return false
	}
	more := func(set string) {
		for *end < len(chars) && strings.ContainsRune(set, chars[*end].r) {
			*end++
		}
	}
	more(".!?…。！？")
	alone := *end == mark+1
	more(closers)
	if chinese || *end == len(chars) {
		return true
	}
	if after := chars[*end]; after.at >= 0 && !unicode.IsSpace(after.r) {
		return false
	}
	next := nextWord(chars[*end:])
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
		return false
	}
	return !alone || chars[mark].r != '.' || !abbreviated(chars[start:mark], next)
}

// nextWord is the first word of the characters without opening marks.
func nextWord(chars []char) string {
	var word strings.Builder
	for _, c := range chars {
		switch {
		case unicode.IsLetter(c.r) || unicode.IsDigit(c.r):
			word.WriteRune(c.r)
		case word.Len() > 0 || !unicode.IsSpace(c.r) && !strings.ContainsRune(openers, c.r):
			return word.String()
		}
	}
	return word.String()
}

// abbreviated reports whether the full stop after the sentence so far belongs
// to its last word, next being the word that follows.
func abbreviated(sentence []char, next string) bool {
	first := len(sentence)
	for first > 0 && !unicode.IsSpace(sentence[first-1].r) && !strings.ContainsRune(openers, sentence[first-1].r) {
		first--
	}
	var b strings.Builder
	for _, c := range sentence[first:] {
		b.WriteRune(c.r)
	}
	word, lower := b.String(), strings.ToLower(b.String())
	digit, _ := utf8.DecodeRuneInString(next)
	opens := !slices.ContainsFunc(sentence[:first], func(c char) bool { return !unicode.IsSpace(c.r) })
	switch {
	case slices.Contains(beforeName, lower):
		return true
	case slices.Contains(beforeNumber, lower):
		return unicode.IsDigit(digit)
	case strings.Trim(word, "0123456789IVX") == "" && opens: // the number of an item
		return true
	case slices.Contains(beforeAny, lower), acronym.MatchString(word):
		return !slices.Contains(starters, strings.ToLower(next))
	}
	return false
}
