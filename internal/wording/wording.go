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
	p.capitals(words, term.Entry.Kind)
	new := p.unrepeated(strings.Join(words, ""))
	edits := p.smallest(new)
	if article, e := p.article(new); article {
		edits = append([]edit.Edit{e}, edits...)
	}
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
		case w == "{nth}" || w == "{place}":
			if slots == len(p.match.Fills) {
				return nil, false
			}
			words[i] = oneLine(p.document.Slice(p.match.Fills[slots]))
			slots++
		case strings.HasSuffix(w, "~"):
			words[i] = english.Verb(strings.TrimSuffix(w, "~"), p.form())
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

// before is the word that stands n words before the match in its segment, "".
func (p *place) before(n int) string {
	i := p.match.First - n
	if i < int(p.text.Segments[p.match.Segment]) {
		return ""
	}
	return p.document.Slice(p.text.Words[i].Span())
}

// after is the word that stands n words after the match in its segment, or "".
func (p *place) after(n int) string {
	i := p.match.Last + n
	if i >= int(p.text.Segments[p.match.Segment+1]) {
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
	} else if single := english.Singular(words[h]); !many && single != "" {
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

// capitals gives the words the capitals of the place: all of them in a line
// of capitals, the main ones in a heading, the first at the start of a
// sentence, and those of a rank where the rank that stands there has them.
func (p *place) capitals(words []string, kind termbase.Kind) {
	old := p.document.Slice(p.match.Span)
	switch {
	case allCapitals(old) && p.match.Last > p.match.First:
		for i := range words {
			words[i] = strings.ToUpper(words[i])
		}
	case p.document.Segments[p.match.Segment].Kind == document.Heading && p.capitalized(len(p.text.Words)):
		capitalize(words, len(words))
	case kind == termbase.Titles && p.capitalized(2):
		capitalize(words, head(words)+1)
	case p.startsSentence() && startsCapital(old):
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

func allCapitals(text string) bool {
	return strings.ToUpper(text) == text && strings.ToLower(text) != text
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
		return strings.ContainsAny(word, ".!?。！？")
	}
}

// unrepeated is the new text without what the text around it says already: an
// article before it, the same words after it.
func (p *place) unrepeated(new string) string {
	if word, rest, many := strings.Cut(new, " "); many && english.Articles[strings.ToLower(word)] && english.Articles[strings.ToLower(p.before(1))] {
		new = rest
	}
	words := strings.Fields(new)
	for n := min(3, len(words)-1); n > 0; n-- {
		same := true
		for i, w := range words[len(words)-n:] {
			same = same && strings.EqualFold(w, p.after(i+1))
		}
		if same {
			return strings.Join(words[:len(words)-n], " ")
		}
	}
	return new
}

// article is the edit that turns an a before the new text into an, or back.
func (p *place) article(new string) (bool, edit.Edit) {
	old := p.before(1)
	lower := strings.ToLower(old)
	if lower != "a" && lower != "an" {
		return false, edit.Edit{}
	}
	first, _, _ := strings.Cut(strings.ReplaceAll(new, "-", " "), " ")
	right := english.Article(first)
	if right == lower {
		return false, edit.Edit{}
	}
	if startsCapital(old) {
		right = english.Capitalize(right)
	}
	w := p.text.Words[p.match.First-1]
	return true, edit.Edit{Start: int(w.Start), End: int(w.End), New: right}
}
