package wording

import (
	"slices"
	"strings"

	"rectify/internal/english"
)

// unrepeated is the new text without what the text around it says already: an
// article before it, the same words before and after it.
func (p *place) unrepeated(new string) string {
	before, after := p.beside(), p.after(1)
	if english.IsArticle(before) {
		if word, rest, many := strings.Cut(new, " "); many && english.IsArticle(word) {
			new = rest
		}
	}
	if !amongFirst(new, before) && !amongLast(new, after) {
		return new
	}
	words := strings.Fields(new)
	words = words[p.saidBefore(words):]
	return strings.Join(words[:len(words)-p.saidAfter(words)], " ")
}

// amongFirst and amongLast report whether one of the first, or last, words of a text
// that may be said beside it is a certain one, in whatever letters.
func amongFirst(text, word string) bool {
	for n := 0; n < mostRepeated && word != "" && text != ""; n++ {
		first, rest, _ := strings.Cut(text, " ")
		if len(first) == len(word) && strings.EqualFold(first, word) {
			return true
		}
		text = rest
	}
	return false
}

func amongLast(text, word string) bool {
	for n := 0; n < mostRepeated && word != "" && text != ""; n++ {
		at := strings.LastIndexByte(text, ' ')
		if len(text)-at-1 == len(word) && strings.EqualFold(text[at+1:], word) {
			return true
		}
		text = text[:max(at, 0)]
	}
	return false
}

// mostRepeated is how many words are looked for beside the match.
const mostRepeated = 3

// saidAfter is how many of the last words stand behind the match; one is left.
func (p *place) saidAfter(words []string) int {
	for n := min(mostRepeated, len(words)-1); n > 0; n-- {
		same := true
		for i, w := range words[len(words)-n:] {
			same = same && strings.EqualFold(w, p.after(i+1))
		}
		if same {
			return n
		}
	}
	return 0
}

// saidBefore is how many of the first words stand before the match; one is left.
// A word that the match begins with, too, is said twice in the text as it is.
func (p *place) saidBefore(words []string) int {
	first := p.document.Slice(p.text.Words[p.match.First].Span())
	if p.beside() == "" || len(words) == 0 || strings.EqualFold(first, words[0]) {
		return 0
	}
	for n := min(mostRepeated, len(words)-1); n > 0; n-- {
		same := true
		for i, w := range words[:n] {
			same = same && strings.EqualFold(w, p.before(n-i))
		}
		if same {
			return n
		}
	}
	return 0
}

// dropArticle takes an article before the match into it, where the words that stand
// there took one and the new ones take none: a gerund with its object (the
// construction of a road, building a road), a process with what it is done to (the
// governance of the village, village governance), and a or an before a plural.
func (p *place) dropArticle() {
	if !english.IsArticle(p.beside()) {
		return
	}
	one := p.isOne()
	switch {
	case !one && isGerund(p.words) && !p.isVerb():
	case p.isOfNothing(one):
	case one && !p.ownPlural() && p.isPlural(p.words):
	default:
		return
	}
	p.match.First--
	p.match.Start = int(p.text.Words[p.match.First].Start)
}

// addArticle puts "the" before the name of a body of people that comes into the place of a
// plural without one: and soldiers, and the army. Behind anything but a small word or a
// mark it can't be said whether one belongs there.
func (p *place) addArticle() {
	if !bodies[p.words[head(p.words)]] || !p.ownPlural() {
		return
	}
	before := strings.ToLower(p.before(1))
	if before == "" || !english.Articles[before] && (english.FunctionWords[before] || strings.Contains(",;:.", before)) {
		p.words, p.changed = slices.Insert(p.words, 0, "the", " "), true
	}
}

// bodies are the bodies of people that are one, and take an article for it.
var bodies = map[string]bool{"army": true, "military": true, "public": true, "police": true, "press": true}

// isOfNothing reports whether the name of a process, which takes no article, comes
// into the place of a noun that had one for the "of" behind it, or comes behind an a:
// one thing.
func (p *place) isOfNothing(one bool) bool {
	if !one && !p.holds("of") || !processes[strings.ToLower(p.words[len(p.words)-1])] {
		return false
	}
	return head(p.words) == len(p.words)-1 && !p.noun(p.after(1))
}

// processes are the heads of names that take no article unless an "of" or another noun follows.
var processes = map[string]bool{
	"governance": true, "self-governance": true, "modernization": true, "urbanization": true, "building": true,
	"development": true, "prosperity": true, "vitalization": true, "rejuvenation": true, "education": true,
}

// holds reports whether a word stands in the match.
func (p *place) holds(word string) bool {
	for i := p.match.First; i <= p.match.Last; i++ {
		if strings.EqualFold(visible(p.document.Slice(p.text.Words[i].Span())), word) {
			return true
		}
	}
	return false
}

// isVerb reports whether the match begins with a gerund, or an adverb before one.
func (p *place) isVerb() bool {
	first := strings.ToLower(visible(p.document.Slice(p.text.Words[p.match.First].Span())))
	return strings.HasSuffix(first, "ing") || strings.HasSuffix(first, "ly")
}

// isGerund reports whether the words begin with a gerund and its object.
func isGerund(words []string) bool {
	return len(words) > 2 && strings.HasSuffix(words[0], "ing") && english.Articles[words[2]]
}

// isPlural reports whether the head of the words is a plural, and no noun follows
// that they stand before.
func (p *place) isPlural(words []string) bool {
	return english.Singular(words[head(words)]) != "" && !p.noun(p.after(1))
}

// noun reports whether a word behind the match may be a noun that it stands before:
// no small word, no auxiliary, no mark, no end.
func (p *place) noun(next string) bool {
	lower := strings.ToLower(next)
	return next != "" && !english.FunctionWords[lower] && !auxiliaries[lower] && !modals[lower] && !strings.Contains(",.;:!?)”\"", next)
}

// modals are the auxiliaries that no participle follows.
var modals = map[string]bool{
	"will": true, "would": true, "can": true, "could": true, "shall": true, "should": true, "may": true, "might": true, "must": true,
}

// article is what an a or an before the new text must become, "" if it is
// right or there is none.
func (p *place) article(new string) string {
	if !p.isOne() {
		return ""
	}
	old := p.beside()
	first, _, _ := strings.Cut(new, " ")
	right := english.Article(first)
	switch {
	case strings.EqualFold(old, right):
		return ""
	case startsCapital(old):
		return english.Capitalize(right)
	}
	return right
}
