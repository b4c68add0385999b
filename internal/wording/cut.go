package wording

import (
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

// Cut is the suggestion to leave out the match, and the space behind it. It is
// not ok where what follows doesn't read on: at the end of a sentence, over
// markup, behind an article that was for the words cut.
func Cut(d *document.Document, text termbase.Text, m termbase.Match) (s check.Suggestion, ok bool) {
	p := at(d, text, m)
	defer p.release()
	next := p.after(1)
	first, size := utf8.DecodeRuneInString(next)
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) || english.IsArticle(p.beside()) {
		return s, false
	}
	cut := document.Span{Start: m.Start, End: int(text.Words[m.Last+1].Start)}
	if !p.bare(cut) {
		return s, false
	}
	e := edit.Edit{Start: cut.Start, End: cut.End}
	if p.startsSentence() && startsCapital(d.Slice(m.Span)) && unicode.IsLower(first) {
		e.End += size
		e.New = string(unicode.ToUpper(first))
	}
	return check.Suggestion{Message: "leave it out", Edits: []edit.Edit{e}}, true
}
