// Package wording fits a term into the place of another one, so that the
// sentence reads right: its capitals, its number, the form of its verb, the
// article before it; with the smallest edit that does it.
package wording

import (
	"slices"
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
// if the term has a slot that nothing in the text fills. It is safe as far as
// the text goes, unless markup stands where the new words are to go; whether
// it is safe in meaning is for the check to say.
func Fit(d *document.Document, text termbase.Text, m termbase.Match, term *termbase.Term) (s check.Suggestion, ok bool) {
	p := &place{document: d, text: text, match: m}
	words, ok := p.fill(term)
	if !ok {
		return s, false
	}
	p.number(words)
	p.dropArticle(words)
	p.capitals(words, term.Entry.Kind)
	p.swallow(strings.Join(words, ""))
	new := p.unrepeated(strings.Join(words, ""))
	var edits []edit.Edit
	if right := p.article(new); right != "" {
		w := text.Words[p.match.First-1]
		edits = append(edits, edit.Edit{Start: int(w.Start), End: int(w.End), New: p.loud(right)})
	}
	new = p.loud(new)
	edits = append(edits, p.smallest(new)...)
	return check.Suggestion{Text: new, Edits: edits, Safe: !p.torn}, true
}

// place is where a term is to go.
type place struct {
	document *document.Document
	text     termbase.Text
	match    termbase.Match
	// torn: an edit had to go around markup.
	torn bool
}

// fill is the term as a list of words and what parts them, its slots filled
// and its verb in the form of the one that stands there.
func (p *place) fill(term *termbase.Term) ([]string, bool) {
	words := split(term.Text)
	slots := 0
	for i, w := range words {
		switch {
		case w == "{nth}" || w == "{place}" || w == termbase.VerbSlot:
			if slots == len(p.match.Fills) {
				return nil, false
			}
			words[i] = p.readable(p.match.Fills[slots])
			slots++
		case strings.Contains(w, "~"):
			verb, rest, _ := strings.Cut(w, "~")
			words[i] = english.Verb(verb, p.form()) + rest
		}
	}
	return words, true
}

// split parts a term into words and the spaces and hyphens between them.
func split(term string) []string {
	var out []string
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
	return oneLine(out.String())
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

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

// runsIn are the runs of the match's segment in a span.
func (p *place) runsIn(at document.Span) []document.Run {
	return p.document.Segments[p.match.Segment].RunsIn(at)
}

// before is the word that stands n words before the match in its segment, "".
func (p *place) before(n int) string {
	i := p.match.First - n
	if i < int(p.text.Segments[p.match.Segment]) {
		return ""
	}
	return p.document.Slice(p.text.Words[i].Span())
}

// beside is the word right before the match, "" if there is none or a code span
// or an image stands between.
func (p *place) beside() string {
	word := p.before(1)
	if word != "" && p.broken(int(p.text.Words[p.match.First-1].End), p.match.Start) {
		return ""
	}
	return word
}

// broken reports whether the text between two offsets doesn't read on.
func (p *place) broken(from, to int) bool {
	return slices.ContainsFunc(p.runsIn(document.Span{Start: from, End: to}), func(r document.Run) bool {
		return r.Before == document.Broken && from <= r.Start && r.Start <= to
	})
}

// after is the word that stands n words after the match in its segment, ""
// if the text doesn't read on to it.
func (p *place) after(n int) string {
	i := p.match.Last + n
	if i >= int(p.text.Segments[p.match.Segment+1]) || p.broken(p.match.End, int(p.text.Words[i].Start)) {
		return ""
	}
	return p.document.Slice(p.text.Words[i].Span())
}

// number gives the head of the words the number of the match: where the match
// departs from its own term in number, the words are made to follow.
func (p *place) number(words []string) {
	if p.match.Deviation&termbase.Plural == 0 {
		return
	}
	own := split(p.match.Term.Text)
	many := english.Singular(own[head(own)]) == ""
	h := head(words)
	if many && english.Singular(words[h]) == "" {
		words[h] = english.Plural(words[h])
	} else if single := english.Singular(words[h]); !many && single != "" && !english.Numbers[strings.ToLower(words[0])] {
		words[h] = single
	}
}

// head is the index of the head noun among words and separators.
func head(words []string) int {
	for i := 2; i < len(words); i += 2 {
		if english.Prepositions[strings.ToLower(words[i])] {
			return i - 2
		}
	}
	return len(words) - 1
}

// capitals gives the words the capitals of the place: the main ones in a
// heading, the first at the start of a sentence, and those of a rank where the
// rank that stands there has them. A line of capitals is left to [place.loud].
func (p *place) capitals(words []string, kind termbase.Kind) {
	switch {
	case p.isLoud():
	case p.document.Segments[p.match.Segment].Kind == document.Heading && p.capitalized(len(p.text.Words)):
		capitalize(words, len(words))
	case kind == termbase.Titles && p.capitalized(2):
		capitalize(words, head(words)+1)
	case p.startsSentence() && startsCapital(p.document.Slice(p.match.Span)):
		words[0] = english.Capitalize(words[0])
	}
}

// capitalize gives the first n words their capitals, but for the small ones.
func capitalize(words []string, n int) {
	for i := range words[:n] {
		if i == 0 || !english.FunctionWords[words[i]] {
			words[i] = english.Capitalize(words[i])
		}
	}
}

// capitalized reports whether the first n words of the match that carry
// content have capitals.
func (p *place) capitalized(n int) bool {
	for i := p.match.First; i <= p.match.Last && n > 0; i++ {
		word := p.document.Slice(p.text.Words[i].Span())
		if english.Prepositions[strings.ToLower(word)] && n < 3 {
			break
		}
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLetter(first) || english.FunctionWords[strings.ToLower(word)] {
			continue
		}
		if !startsCapital(word) {
			return false
		}
		n--
	}
	return true
}

// isLoud reports whether the match stands in a line of capitals; one word in
// capitals is an acronym.
func (p *place) isLoud() bool {
	text := p.document.Slice(p.match.Span)
	return strings.ToUpper(text) == text && strings.ToLower(text) != text && p.match.Last > p.match.First
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

// startsSentence reports whether the match is the first of a sentence: of its
// segment, or after a mark that ends one.
func (p *place) startsSentence() bool {
	for n := 1; ; n++ {
		word := p.before(n)
		switch word {
		case "":
			return true
		case `"`, "'", "“", "‘", "(", "”", "’", ")":
			continue
		}
		return strings.Contains(".!?。！？", word)
	}
}
