// Package wording fits a term into the place of another one, so that the
// sentence reads right: its capitals, its number, the form of its verb, the
// article before it; with the smallest edit that does it.
package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/english"
	"rectify/internal/termbase"
)

// Fit is the suggestion to put the term where the match stands; ok is false
// if the term has a slot that nothing in the text fills, or the words around don't go
// with it. It is safe as far as
// the text goes, unless markup stands where the new words are to go; whether
// it is safe in meaning is for the check to say.
func Fit(d *document.Document, text termbase.Text, m termbase.Match, term *termbase.Term) (s check.Suggestion, ok bool) {
	p := at(d, text, m)
	defer p.release()
	if !p.fill(term) {
		return s, false
	}
	p.number()
	p.reflexive()
	p.dropArticle()
	p.addArticle()
	p.capitals(term.Entry.Kind)
	new := term.Text
	if p.changed {
		new = strings.Join(p.words, "")
	}
	if p.clashes(new) {
		return s, false
	}
	p.swallow(new)
	p.unmarked = p.inOneRun()
	new = p.unrepeated(new)
	p.edits = p.edits[:0]
	if right := p.article(new); right != "" {
		w := text.Words[p.match.First-1]
		p.edits = append(p.edits, edit.Edit{Start: int(w.Start), End: int(w.End()), New: p.loud(right)})
	}
	new = p.loud(new)
	p.smallest(new)
	return check.Suggestion{Text: new, Edits: p.room.Copy(p.edits), Safe: !p.torn}, true
}

// fill makes words of the term, its slots filled and its verb in the form of the
// one that stands there.
func (p *place) fill(term *termbase.Term) (ok bool) {
	p.words = split(term.Text, p.words[:0])
	if strings.IndexByte(term.Text, '{') < 0 && strings.IndexByte(term.Text, '~') < 0 {
		return true // it has no slot and no verb
	}
	slots := 0
	for i, w := range p.words {
		switch {
		case w == "{nth}" || w == "{place}" || w == termbase.VerbSlot:
			if slots == len(p.match.Fills) {
				return false
			}
			p.replaceWord(i, p.readable(p.match.Fills[slots]))
			slots++
		case strings.Contains(w, "~"):
			verb, rest, _ := strings.Cut(w, "~")
			p.replaceWord(i, english.Verb(verb, p.form())+rest)
		}
	}
	return true
}

// split appends the words of a term and the spaces and hyphens between them.
func split(term string, out []string) []string {
	begin := 0
	for i := 0; i < len(term); i++ {
		if term[i] == ' ' || term[i] == '-' {
			out = append(out, term[begin:i], term[i:i+1])
			begin = i + 1
		}
	}
	return append(out, term[begin:])
}

// readable is the text of a span on one line, without the markup in it.
func (p *place) readable(at document.Span) string {
	var out strings.Builder
	for _, r := range p.runsIn(at) {
		if start, end := max(r.Start, at.Start), min(r.End, at.End); start < end {
			if out.Len() > 0 && r.Before != document.Glued {
				out.WriteByte(' ')
			}
			out.WriteString(p.document.Text[start:end])
		}
	}
	return document.OneLine(out.String())
}

// auxiliaries go before a participle.
var auxiliaries = map[string]bool{
	"be": true, "is": true, "are": true, "was": true, "were": true, "been": true, "being": true,
	"has": true, "have": true, "had": true, "having": true,
}

// form is the form of the verb in the match. A past that may be a participle
// is one after an auxiliary, with an adverb between them or not.
func (p *place) form() english.Form {
	if p.match.Form != english.Past {
		return p.match.Form
	}
	for back := 1; back <= 2; back++ {
		if auxiliaries[strings.ToLower(p.before(back))] {
			return english.Participle
		}
	}
	return english.Past
}

// number gives the head of the words the number of the match: where the match
// departs from its own term in number, the words are made to follow; behind an a or
// an they are singular, whatever stands there.
func (p *place) number() {
	if p.match.Deviation&termbase.Plural == 0 {
		if p.isOne() && p.ownPlural() {
			p.single()
		}
		return
	}
	many := english.Singular(p.ownHead()) == ""
	h := head(p.words)
	if many && english.Singular(p.words[h]) == "" {
		p.replaceWord(h, english.Plural(p.words[h]))
	} else if !many {
		p.single()
	}
}

// single makes the head of the words a singular, if it is a plural that is none
// of a number.
func (p *place) single() {
	h := head(p.words)
	if single := english.Singular(p.words[h]); single != "" && !english.Numbers[strings.ToLower(p.words[0])] {
		p.replaceWord(h, single)
	}
}

// isOne reports whether an a or an stands before the match.
func (p *place) isOne() bool {
	switch p.beside() {
	case "a", "an", "A", "An", "AN":
		return true
	}
	return false
}

// ownPlural reports whether the head of the words that stand there is a plural.
func (p *place) ownPlural() bool {
	return (english.Singular(p.ownHead()) != "") != (p.match.Deviation&termbase.Plural != 0)
}

// ownHead is the head of the term that stands there.
func (p *place) ownHead() string {
	p.own = split(p.match.Term.Text, p.own[:0])
	return p.own[head(p.own)]
}

func (p *place) replaceWord(i int, word string) { p.words[i], p.changed = word, true }

// head is the index of the head noun among words and separators.
func head(words []string) int {
	for i := 2; i < len(words); i += 2 {
		if english.IsPreposition(words[i]) {
			return i - 2
		}
	}
	return len(words) - 1
}

// capitals gives the words the capitals of the place: the main ones in a
// heading, the first at the start of a sentence, those of a rank where the rank
// that stands there has them, and those of an organ that stands there as a name:
// the Publicity Department of a province. A line of capitals is left to
// [place.loud].
func (p *place) capitals(kind termbase.Kind) {
	switch {
	case p.isLoud():
	case p.document.Segments[p.match.Segment].Kind == document.Heading && p.capitalized(len(p.text.Words)):
		p.capitalize(len(p.words))
	case kind == termbase.Organs && p.match.Last > p.match.First && p.capitalized(len(p.text.Words)):
		p.capitalize(len(p.words))
	case kind == termbase.Titles && p.capitalized(2):
		p.capitalize(head(p.words) + 1)
	case startsCapital(p.document.Slice(p.match.Span)) && p.startsSentence():
		p.replaceWord(0, english.Capitalize(p.words[0]))
	}
}

// capitalize gives the first n words their capitals, but for the small ones: one
// at the beginning too, unless it is an article of the term's own in a sentence.
func (p *place) capitalize(n int) {
	for i, w := range p.words[:n] {
		first := i == 0 && (!english.Articles[w] || p.startsSentence())
		if (first || !english.FunctionWords[w]) && !startsCapital(w) {
			p.replaceWord(i, english.Capitalize(w))
		}
	}
}

// capitalized reports whether the first n words of the match that carry
// content have capitals.
func (p *place) capitalized(n int) bool {
	for i := p.match.First; i <= p.match.Last && n > 0; i++ {
		word := p.document.Slice(p.text.Words[i].Span())
		if n < 3 && english.IsPreposition(word) {
			break
		}
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(first) || english.IsFunctionWord(word) {
			continue
		}
		if !unicode.IsUpper(first) {
			return false
		}
		n--
	}
	return true
}

// loud is the text in capitals, if those are what the place has.
func (p *place) loud(text string) string {
	if p.isLoud() {
		return strings.ToUpper(text)
	}
	return text
}

func startsCapital(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}
