package document

import "sort"

// AllSentences are the sentences of all segments, in the order of the text.
func (d *Document) AllSentences() []Span {
	var all []Span
	var chars []char
	for _, s := range d.Segments {
		all, chars = d.appendSentences(all, s, chars)
	}
	return all
}

// Around widens a span to whole sentences of those given, which are sorted; an
// end that lies in none, to its whole line.
func (d *Document) Around(sentences []Span, s Span) Span {
	first := d.unitAt(sentences, s.Start)
	last := first
	if s.End > s.Start {
		last = d.unitAt(sentences, s.End-1)
	}
	return Span{Start: min(first.Start, s.Start), End: max(first.End, last.End, s.End)}
}

// unitAt is the sentence that an offset lies in, or else its line.
func (d *Document) unitAt(sentences []Span, offset int) Span {
	i := sort.Search(len(sentences), func(i int) bool { return sentences[i].Start > offset }) - 1
	if i >= 0 && offset <= sentences[i].End {
		return sentences[i]
	}
	return d.LineAt(offset)
}
