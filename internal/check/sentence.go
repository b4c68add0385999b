package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is a sentence of a segment as the words of the pass from From up to,
// but without, To; the mark that ends it and the quotes that close after it are
// words of it.
type Sentence struct{ Segment, From, To int }

// Sentences divides the words of the document, in their order. It looks at the
// marks alone, and only once for all checks.
func (p *Pass) Sentences() []Sentence {
	if p.sentences == nil {
		p.sentences = make([]Sentence, 0, len(p.Words)/wordsPerSentence+len(p.Document.Segments))
		marks := p.Marks
		for segment := range p.Document.Segments {
			marks = p.divide(segment, marks)
		}
	}
	return p.sentences
}

// wordsPerSentence is about how many words a sentence has.
const wordsPerSentence = 20

// divide adds the sentences of a segment, and goes through the marks of the document up
// to its end.
func (p *Pass) divide(segment int, marks []int32) (rest []int32) {
	from, to := int(p.Text.Segments[segment]), int(p.Text.Segments[segment+1])
	for ; len(marks) > 0 && int(marks[0]) < to; marks = marks[1:] {
		i := int(marks[0])
		if i < from || !mayEnd[p.Document.Text[p.Words[i].Start]] {
			continue
		}
		if end := p.sentenceEnd(i, to); end > 0 {
			p.sentences = append(p.sentences, Sentence{segment, from, end})
			from = end
		}
	}
	if from < to {
		p.sentences = append(p.sentences, Sentence{segment, from, to})
	}
	return marks
}

// mayEnd tables the first bytes of the marks that end a sentence: of . ! ? and
// of … 。 ！ ？, among others.
var mayEnd = [256]bool{'.': true, '!': true, '?': true, 0xe2: true, 0xe3: true, 0xef: true}

// sentenceEnd is where the next sentence begins if word i, which begins as a mark that
// may end one does, ends one, else 0.
func (p *Pass) sentenceEnd(i, to int) int {
	text := p.Document.Text
	if rest := text[p.Words[i].Start:]; rest[0] >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(rest); !strings.ContainsRune("…。！？", r) {
			return 0
		}
	}
	end := i + 1
	for end < to && p.Words[end].Start == p.Words[end-1].End() && closes(text[p.Words[end].Start:]) {
		end++
	}
	if end == to {
		return end
	}
	next, _ := utf8.DecodeRuneInString(text[p.Words[end].Start:])
	if p.Words[end].Start == p.Words[end-1].End() || unicode.IsLower(next) || i > 0 && p.isUnended(i-1) || p.initial(i-1) {
		return 0
	}
	return end
}

// closes reports whether the text begins with a mark that belongs to the
// sentence before it.
func closes(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(".!?…\"'’”)]»」』）】》", r)
}

// initial reports whether word i is a letter alone, as in J. Smith and U.S.
func (p *Pass) initial(i int) bool {
	return i >= 0 && p.Words[i].End()-p.Words[i].Start == 1 && unicode.IsUpper(rune(p.Document.Text[p.Words[i].Start]))
}

// isUnended reports whether the full stop behind word i ends no sentence.
func (p *Pass) isUnended(i int) bool {
	w := &p.Words[i]
	return w.End()-w.Start <= longestUnended && unended[p.Document.Text[w.Start:w.End()]]
}

// unended are the words whose full stop ends no sentence.
var unended = func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(`Mr Mrs Ms Dr Prof Gen Col Maj Lt Sgt Capt Sen Rep Gov St vs No Nos Vol Art
		Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Co Jr Sr`) {
		set[word] = true
	}
	return set
}()

// longestUnended is how many letters such a word has at most.
var longestUnended = func() (most int32) {
	for word := range unended {
		most = max(most, int32(len(word)))
	}
	return most
}()

// Ended reports whether the sentence ends with its mark, as prose does and a
// headline doesn't.
func (s Sentence) Ended(p *Pass) bool {
	for i := s.To - 1; i >= s.From && p.Words[i].End()-p.Words[i].Start <= 3; i-- {
		switch p.Document.Text[p.Words[i].Start] {
		case '.', '!', '?':
			return true
		}
	}
	return false
}
